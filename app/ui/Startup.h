#pragma once
// What every program with Serein's screens does the same way: main, the tour, the benches.
#include "core/Result.h"

class QQmlApplicationEngine;

namespace serein::ui {

class AppModel;

/// Before anything secret is in memory: no core dumps, no ptrace by others, freed memory overwritten. Storage where the
/// system refuses.
[[nodiscard]] Result<void> keepMemoryPrivate();
/// "zh-CN" on a Chinese system, else "en".
[[nodiscard]] QString systemLanguage();
/// Loads Main.qml on `app`, and translates it again whenever the language changes. False where it can't be loaded.
[[nodiscard]] bool showScreens(QQmlApplicationEngine& engine, AppModel& app);

} // namespace serein::ui
