// Contrast as WCAG 2.2 defines it, from the colours that the items have now, blended with their opacity.
#include "MatrixChecks.h"

#include <cmath>

namespace serein::matrix {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// A control that can't be used now may be faint.
bool rests(const QQuickItem* item) {
    return !item->isEnabled();
}

QString tooFaint(const QQuickItem* item, double ratio) {
    return QStringLiteral("%1: contrast %2 : 1 is too faint").arg(nameOf(item)).arg(ratio, 0, 'f', 2);
}

void checkWords(const Scene& scene, qsizetype index, QStringList& faults) {
    const Piece& piece = scene.pieces().at(index);
    const QColor ink = piece.item->property("color").value<QColor>();
    const QRectF seen = piece.shown.adjusted(1, 1, -1, -1);
    double least = 21;
    for (const QPointF at : {seen.center(), seen.topLeft(), seen.topRight(), seen.bottomLeft(), seen.bottomRight()}) {
        const QColor ground = scene.ground(index, at);
        least = std::min(least, contrast(blend(ink, piece.opacity, ground), ground));
    }
    if (least < 4.5)
        faults += tooFaint(piece.item, least);
}

/// The outline or the fill of a control against what lies around it, and a mark in it against the control.
void checkFill(const Scene& scene, qsizetype index, QStringList& faults) {
    const Piece& piece = scene.pieces().at(index);
    const QQuickItem* control = tapOf(piece.item);
    if (control == nullptr || rests(control))
        return;
    const QRectF whole = control->mapRectToScene(QRectF(0, 0, control->width(), control->height()));
    const bool isGround = piece.place.adjusted(-1, -1, 1, 1).contains(whole);
    // At its upper edge: a mark may lie across a line.
    const QColor around =
        scene.ground(index, {piece.shown.center().x(), piece.shown.top()}, isGround ? control : nullptr);
    const QColor fill = piece.item->property("color").value<QColor>();
    const auto* border = piece.item->property("border").value<QObject*>();
    const bool outlined = border != nullptr && border->property("width").toDouble() > 0 &&
                          border->property("color").value<QColor>().alpha() > 0;
    if (!outlined && fill.alphaF() < 0.01)
        return; // its words alone are what is seen of it
    double ratio = contrast(blend(fill, piece.opacity, around), around);
    if (outlined)
        ratio =
            std::max(ratio, contrast(blend(border->property("color").value<QColor>(), piece.opacity, around), around));
    if (ratio < 3)
        faults += tooFaint(piece.item->objectName().isEmpty() ? control : piece.item, ratio);
}

} // namespace

QStringList contrastFaults(const Scene& scene) {
    QStringList faults;
    for (qsizetype i = 0; i < scene.pieces().size(); ++i) {
        const Piece& piece = scene.pieces().at(i);
        if (piece.shown.isEmpty())
            continue;
        if (piece.isWords && !rests(piece.item))
            checkWords(scene, i, faults);
        else if (piece.isFill)
            checkFill(scene, i, faults);
    }
    return faults;
}

} // namespace serein::matrix
