#pragma once
// A person in front of the screen: finds what is visible, taps it, types, and takes pictures. Only touch and key
// events, no calls.
#include "core/Result.h"

#include <QPointer>
#include <QQuickWindow>
#include <functional>

class QPointingDevice;

namespace serein::tour {

class Finger {
public:
    /// Pictures go to `folder` as NN-name.png.
    Finger(QQuickWindow& window, QString folder);

    /// Waits until an item of that objectName is visible, enabled and stands still. Wrong where it never comes.
    [[nodiscard]] Result<QQuickItem*> see(const QString& name);
    /// And scrolls it into view.
    [[nodiscard]] Result<QQuickItem*> find(const QString& name);
    [[nodiscard]] Result<void> tap(const QString& name);
    /// Taps the field, replaces what stands in it and types.
    [[nodiscard]] Result<void> type(const QString& name, const QString& text);
    [[nodiscard]] bool sees(const QString& name) const; ///< now, without waiting
    [[nodiscard]] Result<void> waitFor(const std::function<bool()>& condition, const QString& what) const;
    [[nodiscard]] Result<void> picture(const QString& name);
    [[nodiscard]] Result<void> turn(const QSize& size); ///< the tablet on its other side

private:
    [[nodiscard]] Result<void> paint(); ///< until the next frame is shown
    [[nodiscard]] QQuickItem* visible(const QString& name) const;
    [[nodiscard]] Result<void> bringIntoView(QQuickItem* item);
    void touch(const QPoint& at);
    void drag(const QPoint& from, const QPoint& to);

    QQuickWindow& m_window;
    QString m_folder;
    QPointingDevice* m_device;
    int m_pictures = 0;
};

} // namespace serein::tour
