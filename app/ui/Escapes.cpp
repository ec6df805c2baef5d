#include "ui/Escapes.h"

#include <QKeyEvent>

namespace serein::ui {

namespace {

QString escapeIn(const QKeyEvent& key) {
    const bool command = key.modifiers().testFlag(Qt::ControlModifier) || key.modifiers().testFlag(Qt::MetaModifier);
    switch (key.key()) {
    case Qt::Key_Back:
    case Qt::Key_HomePage:
        return QStringLiteral("back");
    case Qt::Key_Escape:
    case Qt::Key_Cancel:
        return QStringLiteral("escape");
    case Qt::Key_Q:
    case Qt::Key_W:
        return command ? QStringLiteral("quit") : QString();
    case Qt::Key_Close:
    case Qt::Key_Exit:
        return QStringLiteral("quit");
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Meta:
    case Qt::Key_Menu:
    case Qt::Key_Print:
    case Qt::Key_SysReq:
        return QStringLiteral("systemKey");
    default:
        break;
    }
    if (key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35)
        return key.key() == Qt::Key_F4 && key.modifiers().testFlag(Qt::AltModifier) ? QStringLiteral("close")
                                                                                    : QStringLiteral("functionKey");
    return {};
}

} // namespace

QString escapeIn(const QEvent& event) {
    switch (event.type()) {
    case QEvent::Close:
        return QStringLiteral("close");
    case QEvent::Quit:
        return QStringLiteral("quit");
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        return escapeIn(static_cast<const QKeyEvent&>(event));
    default:
        return {};
    }
}

} // namespace serein::ui
