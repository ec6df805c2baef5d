#pragma once
// A study's plan in words: windows, what differs between two versions, what a licence allows.
#include "desk/StudyChanges.h"

#include <QCoreApplication>

namespace serein::ui {

class StudyWords {
    Q_DECLARE_TR_FUNCTIONS(StudyWords)

public:
    /// "30 min after PACU arrival; opens 10 min earlier, closes 10 min later", "day 1, 06:00 to 10:00"
    [[nodiscard]] static QString window(const study::Study& study, const study::Window& window,
                                        const QString& language);
    /// "3 days", "30 min"; without its sign.
    [[nodiscard]] static QString duration(const IsoDuration& duration);
    /// One sentence, with both windows where one changed.
    [[nodiscard]] static QString change(const desk::StudyChange& change, const study::Study& before,
                                        const study::Study& after, const instrument::Library& library,
                                        const QString& language);
    /// "简体中文: official; Pfizer; electronic use allowed, until 31 Dec 2027"
    [[nodiscard]] static QString pack(const instrument::TextPack& pack);
    /// The instrument's name, or its id where there is none.
    [[nodiscard]] static QString instrument(const instrument::Library& library, const QString& id,
                                            const QString& language);
};

} // namespace serein::ui
