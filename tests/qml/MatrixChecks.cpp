#include "MatrixChecks.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace serein::matrix {

namespace {

constexpr double slack = 1.5; // px: fonts and halves round

QRectF grown(const QRectF& area) {
    return area.adjusted(-slack, -slack, slack, slack);
}

bool overlap(const QRectF& a, const QRectF& b) {
    const QRectF both = a & b;
    return both.width() > slack && both.height() > slack;
}

/// The widest run of letters that no line break may part; Chinese breaks anywhere.
QString brokenWord(const QQuickItem* text, double width) {
    static const QRegularExpression breaks(QStringLiteral("[\\s/\\-–—\\x{2E80}-\\x{FFEF}]+"));
    const QFontMetricsF metrics(text->property("font").value<QFont>());
    const QStringList runs = text->property("text").toString().split(breaks, Qt::SkipEmptyParts);
    const auto wide = std::find_if(runs.begin(), runs.end(),
                                   [&](const QString& run) { return metrics.horizontalAdvance(run) > width + slack; });
    return wide == runs.end() ? QString() : *wide;
}

const QQuickItem* optionOf(const QQuickItem* item) {
    const QQuickItem* button = tapOf(item);
    return button != nullptr && button->objectName().startsWith(QStringLiteral("patient.option.")) ? button : nullptr;
}

bool isMark(const QQuickItem* item) {
    return item->property("text").toString() == QStringLiteral("✓");
}

} // namespace

QStringList wordsFaults(const Scene& scene, const Expected& expected) {
    QStringList faults;
    const QRectF window = grown(QRectF(QPointF(0, 0), expected.window));
    QSet<QString> seen;
    for (const Piece& piece : scene.pieces()) {
        if (!piece.isWords || piece.aside)
            continue;
        const QQuickItem* item = piece.item;
        const QString name = nameOf(item);
        seen.insert(item->property("text").toString());
        if (item->property("truncated").toBool())
            faults += name + QStringLiteral(": cut short");
        if (piece.place.height() > item->height() + slack || piece.place.width() > item->width() + slack)
            faults += QStringLiteral("%1: %2 × %3 px of words in %4 × %5 px")
                          .arg(name)
                          .arg(piece.place.width(), 0, 'f', 1)
                          .arg(piece.place.height(), 0, 'f', 1)
                          .arg(item->width(), 0, 'f', 1)
                          .arg(item->height(), 0, 'f', 1);
        if (item->property("lineCount").toInt() > 1 && item->implicitWidth() <= item->width() + 0.1 &&
            !item->property("text").toString().contains(u'\n'))
            faults += name + QStringLiteral(": breaks its line though it would fit on one");
        if (const QString word = brokenWord(item, item->width()); !word.isEmpty())
            faults += QStringLiteral("%1: the word %2 is broken").arg(name, word);
        if (const QQuickItem* button = tapOf(item);
            button != nullptr &&
            !grown(button->mapRectToScene(QRectF(0, 0, button->width(), button->height()))).contains(piece.place))
            faults += name + QStringLiteral(": larger than its button");
        if (piece.scrolls ? piece.place.left() < window.left() || piece.place.right() > window.right()
                          : !window.contains(piece.place))
            faults += name + QStringLiteral(": outside the window");
        const QRectF sight = grown(piece.shown);
        if (!piece.scrolls
                ? !sight.contains(piece.place)
                : !piece.shown.isEmpty() && (piece.place.left() < sight.left() || piece.place.right() > sight.right()))
            faults += name + QStringLiteral(": clipped");
    }
    for (const QString& words : expected.words)
        if (!words.isEmpty() && !seen.contains(words))
            faults += QStringLiteral("\"%1\": not on the page").arg(words.left(40));
    for (const QString& name : expected.names)
        if (const Piece* piece = scene.named(name); piece == nullptr || piece->shown.isEmpty())
            faults += name + QStringLiteral(": not on the page");
    return faults;
}

QStringList typeFaults(const Scene& scene, const Expected& expected) {
    QStringList faults;
    for (const Piece& piece : scene.pieces()) {
        if (!piece.isWords || expected.isStaffs)
            continue;
        const bool isAsked =
            piece.item->objectName() == QStringLiteral("patient.question") || optionOf(piece.item) != nullptr;
        const int size = piece.item->property("font").value<QFont>().pixelSize();
        if (size < std::floor((isAsked && !isMark(piece.item) ? 22 : 16) * expected.dp))
            faults += QStringLiteral("%1: %2 px type is too small").arg(nameOf(piece.item)).arg(size);
    }
    return faults;
}

QStringList overlapFaults(const Scene& scene) {
    QStringList faults;
    const auto& pieces = scene.pieces();
    // The area in a control that takes the finger is the control: what else is in it is the control's own affair.
    const auto own = [](const Piece& area, const Piece& other) {
        return area.isTarget && area.item->parentItem() != nullptr &&
               Scene::within(other.item, area.item->parentItem());
    };
    for (qsizetype above = 1; above < pieces.size(); ++above) {
        const Piece& upper = pieces.at(above);
        const bool opaque =
            upper.isFill && upper.item->property("color").value<QColor>().alphaF() * upper.opacity > 0.01;
        if (!upper.isWords && !upper.isTarget && !opaque)
            continue;
        for (qsizetype below = 0; below < above; ++below) {
            const Piece& lower = pieces.at(below);
            if ((lower.isWords || lower.isTarget) && overlap(upper.ink, lower.ink) &&
                !Scene::within(upper.item, lower.item) && !Scene::within(lower.item, upper.item) &&
                !own(lower, upper) && !own(upper, lower))
                faults += QStringLiteral("%1 lies over %2").arg(nameOf(upper.item), nameOf(lower.item));
        }
    }
    return faults;
}

QStringList optionFaults(const Scene& scene) {
    QStringList faults;
    for (const QString& prefix : {QStringLiteral("patient.option."), QStringLiteral("patient.nrs.")}) {
        const QList<const Piece*> options = scene.withPrefix(prefix);
        if (options.size() < 2)
            continue;
        const QRectF first = options.first()->place;
        const QRectF second = options.at(1)->place;
        const double down = second.top() - first.bottom();   // in a column
        const double across = second.left() - first.right(); // in a row
        const bool columns = std::abs(second.left() - first.left()) <= slack;
        double sideways = -1; // between two columns
        for (qsizetype i = 0; i < options.size(); ++i) {
            const QRectF place = options.at(i)->place;
            const QString name = options.at(i)->item->objectName();
            if (std::abs(place.width() - first.width()) > slack || std::abs(place.height() - first.height()) > slack)
                faults += name + QStringLiteral(": not as large as the first");
            if (options.at(i)->scrolls)
                faults += name + QStringLiteral(": must be scrolled to");
            if (!grown(options.at(i)->shown).contains(place))
                faults += name + QStringLiteral(": not wholly in sight");
            if (i == 0)
                continue;
            const QRectF before = options.at(i - 1)->place;
            if (columns && std::abs(place.left() - before.left()) <= slack) {
                if (std::abs(place.top() - before.bottom() - down) > slack || down < 0)
                    faults += name + QStringLiteral(": not next to the one before it");
                continue;
            }
            const double gap = place.left() - before.right();
            if (sideways < 0)
                sideways = columns ? gap : across;
            const double top = columns ? first.top() : before.top(); // a column begins where the first one does
            if (std::abs(gap - sideways) > slack || gap < 0 || std::abs(place.top() - top) > slack)
                faults += name + QStringLiteral(": not next to the one before it");
        }
    }
    return faults;
}

QStringList targetFaults(const Scene& scene, const Expected& expected) {
    QStringList faults;
    const double finger =
        expected.isStaffs ? 48 * expected.dp : std::max(72 * expected.dp, 12 * expected.dotsPerMillimetre);
    for (const Piece& piece : scene.pieces()) {
        if (!piece.isTarget || piece.aside)
            continue;
        const QQuickItem* tap = tapOf(piece.item);
        const QQuickItem* target = tap != nullptr ? tap : piece.item;
        if (!piece.scrolls && !grown(QRectF(QPointF(0, 0), expected.window)).contains(piece.place))
            faults += nameOf(target) + QStringLiteral(": outside the window");
        const bool cell = target->objectName().startsWith(QStringLiteral("patient.nrs."));
        const QSizeF least = cell ? QSizeF(60 * expected.dp, 84 * expected.dp) : QSizeF(finger, finger);
        const QSizeF size =
            piece.item->inherits("QQuickTextEdit") && !piece.scrolls ? piece.shown.size() : piece.place.size();
        if (size.width() < least.width() - 0.5 || size.height() < least.height() - 0.5)
            faults += QStringLiteral("%1: %2 × %3 px is too small for a finger")
                          .arg(nameOf(target))
                          .arg(size.width(), 0, 'f', 1)
                          .arg(size.height(), 0, 'f', 1);
    }
    return faults;
}

QStringList placeFaults(const Scene& scene, const Expected& expected) {
    QStringList faults;
    const auto follows = [&](const char* upper, const char* lower, bool maybeBeside) {
        const Piece* first = scene.named(QString::fromLatin1(upper));
        const Piece* second = scene.named(QString::fromLatin1(lower));
        if (first == nullptr || second == nullptr || second->place.isEmpty())
            return;
        const bool below = second->place.top() >= first->place.bottom() - slack;
        const bool right = second->place.left() >= first->place.right() - slack;
        if (!below && !(maybeBeside && right))
            faults += QStringLiteral("%1 does not stand after %2")
                          .arg(QString::fromLatin1(lower), QString::fromLatin1(upper));
    };
    follows("patient.pause", "patient.recall", false);
    follows("patient.recall", "patient.questionArea", false);
    follows("patient.questionArea", "patient.answer", true);
    follows("patient.answer", "patient.bar", false);
    follows("patient.page", "patient.bar", false);
    const Piece* bar = scene.named(QStringLiteral("patient.bar"));
    if (bar != nullptr && !expected.bar.isNull()) {
        const QRectF moved(bar->place.topLeft() - expected.bar.topLeft(), bar->place.size() - expected.bar.size());
        if (std::abs(moved.x()) + std::abs(moved.y()) + std::abs(moved.width()) + std::abs(moved.height()) > 0.5)
            faults += QStringLiteral("the bottom bar has moved");
    }
    return faults;
}

QStringList scrollFaults(const Scene& scene, const Expected& expected) {
    const auto& pieces = scene.pieces();
    if (std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.scrolls && piece.isWords; }))
        return {};
    if (expected.scrollsUnder.isEmpty())
        return {QStringLiteral("something scrolls that must stay in sight")};
    const Piece* cue = scene.named(expected.scrollsUnder);
    const QRectF window = grown(QRectF(QPointF(0, 0), expected.window));
    if (cue == nullptr || !window.contains(cue->shown) || cue->item->property("text").toString().isEmpty())
        return {QStringLiteral("nothing says that there is more to read")};
    return {};
}

QStringList allFaults(const Scene& scene, const Expected& expected) {
    return wordsFaults(scene, expected) + typeFaults(scene, expected) + overlapFaults(scene) + optionFaults(scene) +
           targetFaults(scene, expected) + placeFaults(scene, expected) + scrollFaults(scene, expected) +
           contrastFaults(scene);
}

} // namespace serein::matrix
