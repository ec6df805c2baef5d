#pragma once
// What must hold of every page of a participant. Each check returns one sentence for each fault.
#include "MatrixScene.h"

#include <QStringList>

namespace serein::matrix {

struct Expected {
    QSizeF window;
    double dp = 1; ///< px for one px of the drawings
    double dotsPerMillimetre = 6.3;
    QStringList words;     ///< each must stand on the page
    QStringList names;     ///< and these items, by objectName
    QString scrollsUnder;  ///< the one cue ("patient.more") beside which words may scroll; empty: none may
    QRectF bar;            ///< where the bottom bar stood before; null: not known yet
    bool isStaffs = false; ///< staff's targets may be smaller
};

/// Words are there, whole, in their place and in their button; a word is not broken over two lines.
[[nodiscard]] QStringList wordsFaults(const Scene& scene, const Expected& expected);
/// What had to come down to fit is still legible: question and options never under the recall line's drawn size.
[[nodiscard]] QStringList typeFaults(const Scene& scene, const Expected& expected);
/// No words or target over or under another one, or under anything opaque.
[[nodiscard]] QStringList overlapFaults(const Scene& scene);
/// Options equal in size, in one grid of equal gaps, in reading order, all in sight.
[[nodiscard]] QStringList optionFaults(const Scene& scene);
/// Targets as wide and high as a finger needs.
[[nodiscard]] QStringList targetFaults(const Scene& scene, const Expected& expected);
/// Top, recall line, question, answers, bar: in this order, and the bar where it always is.
[[nodiscard]] QStringList placeFaults(const Scene& scene, const Expected& expected);
/// What scrolls says so: a cue in sight, with words on it.
[[nodiscard]] QStringList scrollFaults(const Scene& scene, const Expected& expected);
/// Words 4.5 : 1 against what lies under them; outlines, fills and marks of controls 3 : 1.
[[nodiscard]] QStringList contrastFaults(const Scene& scene);

/// All of the above.
[[nodiscard]] QStringList allFaults(const Scene& scene, const Expected& expected);

} // namespace serein::matrix
