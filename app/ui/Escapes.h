#pragma once
// What would leave a participant's screen, as far as it reaches the app; the rest is the kiosk's part.
#include <QEvent>
#include <QString>

namespace serein::ui {

/// "close", "back", "escape", "quit", "functionKey", "systemKey"; empty: an event like any other.
[[nodiscard]] QString escapeIn(const QEvent& event);

} // namespace serein::ui
