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
/// Wrong where these bytes are not what zip() makes of the files; compared piece by piece.
[[nodiscard]] Result<void> checkZipped(const Files& files, QByteArrayView archive);

/// To how much an archive may unpack that is no larger itself. A bundle is stored, not deflated: it unpacks to less
/// than it has.
inline constexpr qsizetype mostUnpacked = qsizetype(1) << 30;
/// Of each file (`wanted` not set), or of some. Wrong for what is no zip, is damaged, holds a name twice or one that
/// leads out of the archive, or unpacks to more than `most` and more than it has itself.
[[nodiscard]] Result<Files> unzip(QByteArrayView archive, const std::function<bool(const QString& name)>& wanted = {},
                                  qsizetype most = mostUnpacked);

} // namespace serein::exporting
