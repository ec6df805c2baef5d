#pragma once
// What a page shows, read from the live items in the order they are painted: where each stands, what clips leave of it,
// and what lies under it. No picture is needed.
#include <QColor>
#include <QList>
#include <QQuickItem>
#include <QRectF>

namespace serein::matrix {

struct Piece {
    QQuickItem* item = nullptr;
    QRectF place; ///< in the window; of words: where their lines are
    QRectF shown; ///< what the clips around it leave
    QRectF ink;   ///< of one line of words: the letters themselves; else as `shown`
    double opacity = 1;
    bool scrolls = false; ///< inside something that scrolls now
    bool aside = false;   ///< in something that turns sideways, and out of sight until it is turned to
    bool isWords = false;
    bool isTarget = false; ///< a finger may act on it
    bool isFill = false;   ///< a rectangle
};

class Scene {
public:
    /// Everything visible in and under `root`.
    explicit Scene(QQuickItem* root);

    [[nodiscard]] const QList<Piece>& pieces() const { return m_pieces; }
    [[nodiscard]] const Piece* named(const QString& objectName) const; ///< null when it isn't shown
    [[nodiscard]] QList<const Piece*> withPrefix(const QString& prefix) const;
    [[nodiscard]] const Piece* words(const QString& text) const; ///< shown with exactly these words
    /// What is painted under a point before piece `index`, without the rectangles in `without`.
    [[nodiscard]] QColor ground(qsizetype index, QPointF at, const QQuickItem* without = nullptr) const;

    static bool within(const QQuickItem* item, const QQuickItem* ancestor); ///< itself included

private:
    void add(QQuickItem* item, double opacity, const QRectF& clip, bool scrolls, bool turns);

    QList<Piece> m_pieces;
};

/// The control (Tap.qml) that an item is or is in; null: none.
[[nodiscard]] const QQuickItem* tapOf(const QQuickItem* item);
/// `over` painted on `ground`.
[[nodiscard]] QColor blend(const QColor& over, double opacity, const QColor& ground);
/// Words for a report: the object's name, or what it says.
[[nodiscard]] QString nameOf(const QQuickItem* item);

} // namespace serein::matrix
