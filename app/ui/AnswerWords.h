#pragma once
// An answer as the participant reads it on the review page, and the names under which QML knows the types of items.
#include "instrument/TextPack.h"

#include <QCoreApplication>

namespace serein::ui {

class AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)

public:
    /// Empty for what is unanswered or declined.
    [[nodiscard]] static QString of(const instrument::Item& item, const instrument::TextPack& words,
                                    const instrument::Answer& answer);
};

/// As instrument.json writes it: "choice", "multiChoice" …
[[nodiscard]] QString itemTypeText(instrument::ItemType type);
/// A language by its own name: "English", "简体中文".
[[nodiscard]] QString languageLabel(const QString& language);

} // namespace serein::ui
