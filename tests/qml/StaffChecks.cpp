#include "StaffChecks.h"

namespace serein::matrix {

namespace {

bool goesOn(const QQuickItem* item, const char* extent, double room) {
    return item->inherits("QQuickFlickable") && item->property("interactive").toBool() &&
           item->property(extent).toDouble() > room + 1;
}

/// The words that turn it: of a list its own, of a page "scroll.more", of a table its two.
QStringList cuesOf(const QQuickItem* flickable, bool sideways) {
    if (sideways)
        return {QStringLiteral("participant.earlier"), QStringLiteral("participant.later")};
    const QString name = flickable->objectName();
    return {name.isEmpty() ? QStringLiteral("scroll.more") : name + QStringLiteral(".more")};
}

} // namespace

QStringList cueFaults(const Scene& scene, const Expected& expected) {
    QStringList faults;
    const QRectF window(QPointF(0, 0), expected.window);
    for (const Piece& piece : scene.pieces()) {
        const bool down = goesOn(piece.item, "contentHeight", piece.item->height());
        const bool sideways = goesOn(piece.item, "contentWidth", piece.item->width());
        if (!down && !sideways)
            continue;
        for (const QString& name : cuesOf(piece.item, sideways)) {
            const Piece* cue = scene.named(name);
            if (cue == nullptr)
                faults += QStringLiteral("%1: nothing says that it goes on").arg(nameOf(piece.item));
            else if (!cue->scrolls && !window.contains(cue->shown))
                faults += QStringLiteral("%1: what says that it goes on is out of sight").arg(nameOf(piece.item));
        }
    }
    return faults;
}

QStringList layoutFaults(const Scene& scene, const Expected& expected) {
    return wordsFaults(scene, expected) + overlapFaults(scene) + targetFaults(scene, expected) +
           cueFaults(scene, expected);
}

} // namespace serein::matrix
