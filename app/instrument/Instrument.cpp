#include "instrument/TextPack.h"

#include <algorithm>

namespace serein::instrument {

const Item* Instrument::item(const QString& itemId) const {
    const auto found = std::ranges::find(items, itemId, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

const Score* Instrument::score(const QString& scoreId) const {
    const auto found = std::ranges::find(scores, scoreId, &Score::id);
    return found == scores.end() ? nullptr : &*found;
}

QString TextPack::choiceWords(const Item& item, const Decimal& value) const {
    const auto list = choices.constFind(item.choiceList);
    return list == choices.cend() ? QString() : list->value(value.toString());
}

} // namespace serein::instrument
