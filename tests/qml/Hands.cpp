#include "Hands.h"

#include <algorithm>

namespace serein::test {

namespace {

constexpr int look = 40; // ms between two looks: more than the tick of an animation

QPoint middleOf(const QQuickItem* item) {
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

/// What a finger there would touch; null: nothing that listens. Paint order, from the top.
QQuickItem* touchedAt(QQuickItem* in, QPointF scene) {
    if (!in->isVisible() || !in->isEnabled())
        return nullptr;
    const bool within = in->contains(in->mapFromScene(scene));
    if (in->clip() && !within)
        return nullptr;
    QList<QQuickItem*> children = in->childItems();
    std::ranges::stable_sort(children, {}, &QQuickItem::z);
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (QQuickItem* const touched = touchedAt(*child, scene))
            return touched;
    return within && in->acceptedMouseButtons() != Qt::NoButton ? in : nullptr;
}

/// Not beyond the edge of anything that cuts it off.
bool isInSight(const QQuickItem* item, QPointF scene) {
    for (const QQuickItem* one = item; one->parentItem() != nullptr; one = one->parentItem())
        if (one->clip() && !one->contains(one->mapFromScene(scene)))
            return false;
    return QRectF(QPointF(), item->window()->size()).contains(scene);
}

bool isWithin(const QQuickItem* outer, const QQuickItem* inner) {
    return inner != nullptr && (inner == outer || outer->isAncestorOf(inner));
}

/// The words that turn the page this item lies on; null: there is nothing more.
QQuickItem* turnerOf(const QQuickItem* item) {
    for (const QQuickItem* area = item->parentItem(); area != nullptr; area = area->parentItem())
        for (QQuickItem* child : area->childItems())
            if (child->objectName() == QLatin1String("scroll.more") && child->isVisible())
                return child;
    return nullptr;
}

} // namespace

QString Hands::textOf(const QString& name) const {
    const QQuickItem* const item = find(name);
    return item != nullptr ? item->property("text").toString() : QString();
}

QQuickItem* Hands::await(const QString& name) const {
    QQuickItem* item = nullptr;
    if (QTest::currentTestFailed() || !QTest::qWaitFor([&] { return (item = find(name)) != nullptr; }, patience))
        QTest::qFail(qPrintable(name + QStringLiteral(" never came")), __FILE__, __LINE__);
    return item;
}

void Hands::awaitNone(const QString& name) const {
    if (!QTest::currentTestFailed())
        QVERIFY2(QTest::qWaitFor([&] { return find(name) == nullptr; }, patience), qPrintable(name));
}

void Hands::frame() const {
    bool painted = false;
    const auto connection =
        QObject::connect(window, &QQuickWindow::frameSwapped, window, [&painted] { painted = true; });
    window->update();
    const bool came = QTest::currentTestFailed() || QTest::qWaitFor([&] { return painted; }, patience);
    QObject::disconnect(connection);
    QVERIFY2(came, "the window paints nothing");
}

std::optional<QPoint> Hands::aim(const QString& name, Aim why) {
    QDeadlineTimer deadline(patience);
    for (QPoint before(-1, -1); !QTest::currentTestFailed() && !deadline.hasExpired();) {
        QQuickItem* const item = await(name);
        if (item == nullptr)
            return std::nullopt;
        QPoint at = middleOf(item);
        if (at != before) { // it stands still when two looks agree, with a frame between: layouts wait for the next one
            before = at;
            QTest::qWait(look);
            frame();
            continue;
        }
        if (why == Aim::Sight ? isInSight(item, at) : isWithin(item, touchedAt(window->contentItem(), at)))
            return at;
        if (const QQuickItem* const more = turnerOf(item); more != nullptr && by == By::Keys) {
            press(more->objectName());
        } else if (more != nullptr) {
            at = middleOf(more);
            if (isWithin(more, touchedAt(window->contentItem(), at)))
                touch(at);
        }
        before = QPoint(-1, -1);
    }
    QTest::qFail(qPrintable(name + QStringLiteral(" never lay where a finger could reach it")), __FILE__, __LINE__);
    return std::nullopt;
}

void Hands::touch(QPoint at) {
    QTest::touchEvent(window, m_device).press(1, at, window);
    QTest::touchEvent(window, m_device).release(1, at, window);
    ++taps;
    frame();
}

void Hands::tap(const QString& name) {
    const std::optional<QPoint> at = aim(name, Aim::Touch);
    if (!at)
        return;
    touch(*at);
}

void Hands::focus(const QString& name) {
    by == By::Keys ? tabTo(name) : tap(name);
    if (!QTest::currentTestFailed())
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         const QQuickItem* const item = find(name);
                         return item != nullptr && item->hasActiveFocus();
                     },
                     patience),
                 qPrintable(name + QStringLiteral(" took no focus")));
}

void Hands::write(const QString& text) const {
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

void Hands::type(const QString& name, const QString& text) {
    focus(name);
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(window, Qt::Key_End, Qt::ControlModifier); // a finger comes down in the middle
    write(text);
    QVERIFY2(textOf(name).endsWith(text), qPrintable(name + QStringLiteral(" lost what was typed")));
}

void Hands::retype(const QString& name, const QString& text) {
    focus(name);
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(window, Qt::Key_Delete);
    write(text);
    QCOMPARE(textOf(name), text);
}

void Hands::tabTo(const QString& name) const {
    if (await(name) == nullptr)
        return;
    constexpr int mostStops = 160;
    for (int stop = 0; stop < mostStops; ++stop) {
        const QQuickItem* const item = window->activeFocusItem();
        if (item != nullptr && item->objectName() == name)
            return;
        QTest::keyClick(window, Qt::Key_Tab);
    }
    QTest::qFail(qPrintable(QStringLiteral("no key leads to ") + name), __FILE__, __LINE__);
}

void Hands::press(const QString& name, Qt::Key key) const {
    tabTo(name);
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(window, key);
    frame();
}

} // namespace serein::test
