#include "ui/ItemTypes.h"

namespace serein::ui {

using instrument::ItemType;

QString itemTypeText(ItemType type) {
    switch (type) {
    case ItemType::Choice:
        return QStringLiteral("choice");
    case ItemType::MultiChoice:
        return QStringLiteral("multiChoice");
    case ItemType::Number:
        return QStringLiteral("number");
    case ItemType::Scale:
        return QStringLiteral("scale");
    case ItemType::Clock:
        return QStringLiteral("clock");
    case ItemType::Duration:
        return QStringLiteral("duration");
    case ItemType::Date:
        return QStringLiteral("date");
    case ItemType::DateTime:
        return QStringLiteral("datetime");
    case ItemType::Text:
        return QStringLiteral("text");
    case ItemType::Section:
        return QStringLiteral("section");
    case ItemType::Note:
        return QStringLiteral("note");
    }
    return {};
}

} // namespace serein::ui
