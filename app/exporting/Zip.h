#pragma once
// Zip archives, in memory or piece by piece: fixed order, times and rights, so that the same files give the same bytes.
#include "exporting/Manifest.h"
#include "exporting/Spool.h"

namespace serein::exporting {

/// In the order of their names, stored, dated 1980-01-01.
[[nodiscard]] Result<QByteArray> zip(const Files& files);
/// The same bytes as they come.
[[nodiscard]] Result<void> zipTo(const Spools& files, const PieceSink& sink);
/// How many they will be: no file is read for it.
[[nodiscard]] Result<qint64> zipSize(const Spools& files);
/// Wrong for what is no zip, is damaged, holds a name twice or one that leads out of the archive, or unpacks to more
/// than 1 GiB.
[[nodiscard]] Result<Files> unzip(const QByteArray& archive);

} // namespace serein::exporting
