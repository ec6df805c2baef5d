#pragma once
// Whether a study's participants can be asked: the words of its batteries, and what their licences allow.
#include "study/Study.h"

namespace serein::study {

/// Why this study may not show these words on that day, or empty.
[[nodiscard]] QString barTo(const instrument::TextPack& pack, const Study& study, const QDate& today);

/// The words to show: in that language; what staff fill in may stand in another where it has none. Null: there are
/// none.
[[nodiscard]] const instrument::TextPack* wordsFor(const instrument::Entry& entry, const QString& language);

struct WordsReport {
    QList<Fault> missing; ///< no pack: the site adds its licensed one
    QList<Fault> barred;  ///< a pack that this study may not use
};
/// Over every instrument of the batteries. A participant is asked in each language of the study; what staff fill in
/// needs words in one.
[[nodiscard]] WordsReport wordsReport(const Study& study, const instrument::Library& library, const QDate& today,
                                      const QString& file = {});

/// Unusable with what the report holds, or done: a study is only put in force when all can be asked.
[[nodiscard]] Result<void> requireWords(const Study& study, const instrument::Library& library, const QDate& today,
                                        const QString& file = {});

} // namespace serein::study
