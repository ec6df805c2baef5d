#pragma once
// Finds what a person could touch.
#include <QQuickItem>

namespace serein::test {

/// The visible, enabled item of this objectName within another; null: there is none.
inline QQuickItem* visibleItem(QQuickItem* in, const QString& name) {
    if (!in->isVisible())
        return nullptr;
    if (in->objectName() == name && in->isEnabled())
        return in;
    const QList<QQuickItem*> children = in->childItems();
    for (QQuickItem* child : children)
        if (QQuickItem* const found = visibleItem(child, name))
            return found;
    return nullptr;
}

} // namespace serein::test
