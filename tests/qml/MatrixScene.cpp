#include "MatrixScene.h"

#include <QFont>
#include <QFontMetricsF>
#include <QVariant>
#include <algorithm>

namespace serein::matrix {

namespace {

constexpr double endless = 1e6;

/// Where the lines of a Text stand in it: it may be aligned, and its item may be smaller than its words.
QRectF linesOf(const QQuickItem* text) {
    const auto number = [text](const char* property) { return text->property(property).toDouble(); };
    const QRectF inner(number("leftPadding"), number("topPadding"),
                       text->width() - number("leftPadding") - number("rightPadding"),
                       text->height() - number("topPadding") - number("bottomPadding"));
    const QSizeF lines(number("contentWidth"), number("contentHeight"));
    const int across = text->property("effectiveHorizontalAlignment").toInt();
    const int down = text->property("verticalAlignment").toInt();
    const double x = across == Qt::AlignRight     ? inner.right() - lines.width()
                     : across == Qt::AlignHCenter ? inner.center().x() - lines.width() / 2
                                                  : inner.left();
    const double y = down == Qt::AlignBottom    ? inner.bottom() - lines.height()
                     : down == Qt::AlignVCenter ? inner.center().y() - lines.height() / 2
                                                : inner.top();
    return {QPointF(x, y), lines};
}

/// A line is higher than its letters; two lines may touch where the letters don't.
QRectF inkOf(const QQuickItem* text, const QRectF& lines) {
    if (text->property("lineCount").toInt() != 1)
        return lines;
    const QRectF letters =
        QFontMetricsF(text->property("font").value<QFont>()).tightBoundingRect(text->property("text").toString());
    return {lines.left(), text->baselineOffset() + letters.top(), lines.width(), letters.height()};
}

/// A finger acts on a button, on a field of text, and on what follows it. A mouse area only keeps touches from what
/// lies beneath.
bool actsOn(const QQuickItem* item) {
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextEdit") ||
           item->inherits("QQuickTextInput") || item->inherits("QQuickMultiPointTouchArea");
}

/// A row of a list beyond its edges: kept for later, laid out when it comes into sight, not painted.
bool isBeyondItsList(const QQuickItem* item) {
    const QQuickItem* holder = item->parentItem();
    const QQuickItem* list = holder != nullptr ? holder->parentItem() : nullptr;
    return list != nullptr && list->inherits("QQuickItemView") &&
           !list->mapRectFromItem(item, QRectF(0, 0, item->width(), item->height()))
                .intersects(QRectF(0, 0, list->width(), list->height()));
}

} // namespace

Scene::Scene(QQuickItem* root) {
    add(root, 1, QRectF(-endless, -endless, 2 * endless, 2 * endless), false, false);
}

void Scene::add(QQuickItem* item, double opacity, const QRectF& clip, bool scrolls, bool turns) {
    if (!item->isVisible() || item->opacity() <= 0 || isBeyondItsList(item))
        return;
    Piece piece;
    piece.item = item;
    piece.opacity = opacity * item->opacity();
    piece.isWords = item->inherits("QQuickText") && !item->property("text").toString().isEmpty();
    piece.isTarget = actsOn(item);
    piece.isFill = item->inherits("QQuickRectangle");
    piece.scrolls = scrolls;
    piece.place = item->mapRectToScene(piece.isWords ? linesOf(item) : QRectF(0, 0, item->width(), item->height()));
    piece.shown = piece.place & clip;
    piece.aside = turns && piece.shown.isEmpty();
    piece.ink = piece.isWords ? item->mapRectToScene(inkOf(item, linesOf(item))) & clip : piece.shown;

    const QRectF inner = item->clip() ? clip & item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : clip;
    const bool moves = item->inherits("QQuickFlickable") && item->property("interactive").toBool();
    const bool goesDown = scrolls || (moves && item->property("contentHeight").toDouble() > item->height() + 1);
    const bool goesSideways = turns || (moves && item->property("contentWidth").toDouble() > item->width() + 1);
    QList<QQuickItem*> children = item->childItems();
    std::stable_sort(children.begin(), children.end(),
                     [](const QQuickItem* a, const QQuickItem* b) { return a->z() < b->z(); });
    const auto front =
        std::find_if(children.begin(), children.end(), [](const QQuickItem* child) { return child->z() >= 0; });
    for (auto child = children.begin(); child != front; ++child)
        add(*child, piece.opacity, inner, goesDown, goesSideways);
    m_pieces += piece;
    for (auto child = front; child != children.end(); ++child)
        add(*child, piece.opacity, inner, goesDown, goesSideways);
}

const Piece* Scene::named(const QString& objectName) const {
    const auto found = std::find_if(m_pieces.begin(), m_pieces.end(),
                                    [&](const Piece& piece) { return piece.item->objectName() == objectName; });
    return found == m_pieces.end() ? nullptr : &*found;
}

QList<const Piece*> Scene::withPrefix(const QString& prefix) const {
    QList<const Piece*> found;
    for (const Piece& piece : m_pieces)
        if (piece.item->objectName().startsWith(prefix))
            found += &piece;
    return found;
}

const Piece* Scene::words(const QString& text) const {
    const auto found = std::find_if(m_pieces.begin(), m_pieces.end(), [&](const Piece& piece) {
        return piece.isWords && piece.item->property("text").toString() == text;
    });
    return found == m_pieces.end() ? nullptr : &*found;
}

QColor Scene::ground(qsizetype index, QPointF at, const QQuickItem* without) const {
    QColor colour = Qt::white;
    for (qsizetype i = 0; i < index; ++i) {
        const Piece& piece = m_pieces.at(i);
        if (piece.isFill && piece.shown.contains(at) && (without == nullptr || !within(piece.item, without)))
            colour = blend(piece.item->property("color").value<QColor>(), piece.opacity, colour);
    }
    return colour;
}

bool Scene::within(const QQuickItem* item, const QQuickItem* ancestor) {
    return item == ancestor || ancestor->isAncestorOf(item);
}

const QQuickItem* tapOf(const QQuickItem* item) {
    for (const QQuickItem* up = item; up != nullptr; up = up->parentItem())
        for (const QMetaObject* type = up->metaObject(); type != nullptr; type = type->superClass())
            if (QLatin1String(type->className()).startsWith(QLatin1String("Tap_QML")))
                return up;
    return nullptr;
}

QColor blend(const QColor& over, double opacity, const QColor& ground) {
    const auto share = static_cast<float>(over.alphaF() * opacity);
    const auto mix = [share](float above, float below) { return above * share + below * (1 - share); };
    return QColor::fromRgbF(mix(over.redF(), ground.redF()), mix(over.greenF(), ground.greenF()),
                            mix(over.blueF(), ground.blueF()));
}

QString nameOf(const QQuickItem* item) {
    const QString words = item->property("text").toString().left(40);
    const QString named = item->objectName();
    if (named.isEmpty() || named == QStringLiteral("words"))
        return words.isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : u'"' + words + u'"';
    return words.isEmpty() ? named : named + QStringLiteral(" \"") + words + u'"';
}

} // namespace serein::matrix
