#pragma once
// The benchmarks, and the child processes some of them measure from outside.
#include "bench/Report.h"

#include <QStringList>

namespace serein::bench {

[[nodiscard]] QList<Figure> commits();
[[nodiscard]] QList<Figure> unlocking();
[[nodiscard]] QList<Figure> exports();
[[nodiscard]] QList<Figure> scores();
[[nodiscard]] QList<Figure> screens();
[[nodiscard]] QList<Figure> worklists();
[[nodiscard]] QList<Figure> vaults();

/// A child of exports(): prints how many MiB it takes at most to export so many participants: their bundles one by one,
/// the study's CSV tables, and its tables in all formats (0: not for so many).
[[nodiscard]] int exportMemory(int participants);
/// A child of screens() or exports(): its arguments after the program's name, and its exit status; -1 where these are
/// no child's arguments.
[[nodiscard]] int runChild(int argc, char** argv);

} // namespace serein::bench
