#pragma once
// An answer as the participant reads it on the review page.
#include "instrument/TextPack.h"

#include <QCoreApplication>

namespace serein::desk {

class AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)

public:
    /// Empty for what is unanswered or declined.
    [[nodiscard]] static QString of(const instrument::Item& item, const instrument::TextPack& words,
                                    const instrument::Answer& answer);
};

/// A language by its own name: "English", "简体中文".
[[nodiscard]] QString languageLabel(const QString& language);

} // namespace serein::desk
