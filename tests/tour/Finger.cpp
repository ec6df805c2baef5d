#include "Finger.h"

#include "support/Items.h"

#include <QDir>
#include <QPointingDevice>
#include <QQuickItem>
#include <QtTest>

namespace serein::tour {

namespace {

constexpr int motion = 160;     // ms, as Theme.motion
constexpr int patience = 10000; // ms; generous, for slow machines: a wait ends as soon as its condition holds

/// Everything that scrolls around an item, the innermost first.
QList<QQuickItem*> scrollersOf(const QQuickItem* item) {
    QList<QQuickItem*> all;
    for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem())
        if (up->inherits("QQuickFlickable"))
            all += up;
    return all;
}

QPoint centre(const QQuickItem* item) {
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

QRect placeOf(const QQuickItem* item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())).toAlignedRect();
}

} // namespace

Finger::Finger(QQuickWindow& window, QString folder)
    : m_window(window), m_folder(std::move(folder)), m_device(QTest::createTouchDevice()) {}

QQuickItem* Finger::visible(const QString& name) const {
    return test::visibleItem(m_window.contentItem(), name);
}

bool Finger::sees(const QString& name) const {
    return visible(name) != nullptr;
}

Result<void> Finger::waitFor(const std::function<bool()>& condition, const QString& what) const {
    if (QTest::qWaitFor(condition, patience))
        return {};
    return wrong(QStringLiteral("waited in vain for %1").arg(what));
}

Result<void> Finger::paint() {
    bool painted = false;
    const auto connection =
        QObject::connect(&m_window, &QQuickWindow::frameSwapped, &m_window, [&] { painted = true; });
    m_window.update();
    const auto done = waitFor([&] { return painted; }, QStringLiteral("the screen to be painted"));
    QObject::disconnect(connection);
    return done;
}

Result<QQuickItem*> Finger::see(const QString& name) {
    SEREIN_CHECK(waitFor([&] { return sees(name); }, QStringLiteral("\"%1\" to be visible and enabled").arg(name)));
    QPoint before;
    do { // a page is laid out when it is painted; it stands still when two frames agree
        before = centre(visible(name));
        SEREIN_CHECK(paint());
        SEREIN_CHECK(waitFor([&] { return sees(name); }, QStringLiteral("\"%1\" to stay").arg(name)));
    } while (centre(visible(name)) != before);
    return visible(name);
}

Result<QQuickItem*> Finger::find(const QString& name) {
    SEREIN_TRY(QQuickItem* const item, see(name));
    SEREIN_CHECK(bringIntoView(item));
    return item;
}

Result<void> Finger::bringIntoView(QQuickItem* item) {
    const QList<QQuickItem*> scrollers = scrollersOf(item);
    constexpr int mostDrags = 40;
    for (int i = 0; i < mostDrags; ++i) {
        QRect view({}, m_window.size());
        for (const QQuickItem* scroller : scrollers)
            view &= placeOf(scroller);
        const QPoint at = centre(item);
        if (view.contains(at))
            return {};
        if (scrollers.isEmpty() || view.isEmpty())
            break;
        const bool sideways = at.y() >= view.top() && at.y() <= view.bottom();
        const int step = (sideways ? view.width() : view.height()) / 3;
        const bool onwards = sideways ? at.x() > view.right() : at.y() > view.bottom();
        const QPoint by = (sideways ? QPoint(step, 0) : QPoint(0, step)) * (onwards ? -1 : 1);
        drag(view.center() - by / 2, view.center() + by / 2);
        const auto resting = [&] {
            return std::none_of(scrollers.begin(), scrollers.end(),
                                [](const QQuickItem* one) { return one->property("moving").toBool(); });
        };
        SEREIN_CHECK(waitFor(resting, QStringLiteral("the page to stop scrolling")));
        SEREIN_CHECK(paint());
    }
    return wrong(QStringLiteral("\"%1\" can't be scrolled into view").arg(item->objectName()));
}

void Finger::touch(const QPoint& at) {
    QTest::touchEvent(&m_window, m_device).press(1, at, &m_window);
    QTest::touchEvent(&m_window, m_device).release(1, at, &m_window);
}

void Finger::drag(const QPoint& from, const QPoint& to) {
    constexpr int steps = 12;
    QTest::touchEvent(&m_window, m_device).press(1, from, &m_window);
    for (int i = 1; i <= steps; ++i)
        QTest::touchEvent(&m_window, m_device).move(1, from + (to - from) * i / steps, &m_window);
    QTest::touchEvent(&m_window, m_device).release(1, to, &m_window);
}

Result<void> Finger::tap(const QString& name) {
    SEREIN_TRY(QQuickItem* const item, find(name));
    touch(centre(item));
    return {};
}

Result<void> Finger::type(const QString& name, const QString& text) {
    SEREIN_TRY(const QPointer<QQuickItem> field, find(name));
    touch(centre(field));
    SEREIN_CHECK(
        waitFor([&] { return field && field->hasActiveFocus(); }, QStringLiteral("\"%1\" to take the keys").arg(name)));
    QTest::keyClick(&m_window, Qt::Key_A, Qt::ControlModifier);
    const QByteArray keys = text.toLatin1();
    for (const char key : keys)
        QTest::keyClick(&m_window, key);
    return waitFor([&] { return field && field->property("text").toString() == text; },
                   QStringLiteral("\"%1\" to hold what was typed").arg(name));
}

Result<void> Finger::picture(const QString& name) {
    const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
    QTest::qWait(motion * 2); // what moves has come to rest
    SEREIN_CHECK(paint());
    const QImage image = m_window.grabWindow();
    if (image.isNull() || !image.save(file))
        return storageFailed(QStringLiteral("the picture can't be written"), file);
    return {};
}

Result<void> Finger::turn(const QSize& size) {
    m_window.resize(size);
    return waitFor([&] { return m_window.contentItem()->size().toSize() == size; },
                   QStringLiteral("the screen to turn"));
}

} // namespace serein::tour
