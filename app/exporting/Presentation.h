#pragma once
// How a record is shown: in which language, and which part of it.
#include "exporting/Selection.h"

namespace serein::exporting {

struct Presentation {
    QString language = QStringLiteral("en"); ///< of labels and of the report: en, zh-CN
    Selection selection = {};

    /// Into a manifest: `language`, and `selection` where it isn't the whole.
    void write(QJsonObject& json) const {
        json.insert("language", language);
        if (!selection.isWhole())
            json.insert("selection", selection.toJson());
    }
    /// A manifest from before there was a choice names none: English, whole.
    [[nodiscard]] static Presentation read(const QJsonObject& json) {
        return {json.value("language").toString(QStringLiteral("en")),
                Selection::fromJson(json.value("selection").toObject())};
    }
};

} // namespace serein::exporting
