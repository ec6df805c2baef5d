#pragma once
// The formats that a bundle is written in: a table of names and writers. A writer is a pure function of what was
// recorded, so that the same data give the same bytes and verification replays it.
#include "exporting/Manifest.h"
#include "exporting/Records.h"

#include <functional>

namespace serein::exporting {

/// Hands on bytes of a file of the bundle, in its order.
using FileSink = std::function<Result<void>(const QString& file, const QByteArray& bytes)>;

struct Format {
    QString name; ///< as `--format` takes it
    /// Files by their path in the bundle, of those of these formats that are its: formats made from the same rows have
    /// one writer. A study's are never in memory as a whole.
    Result<void> (*write)(const Records& records, const QStringList& formats, const FileSink& sink);
    bool isMerged = true; ///< has files for the whole study, too
};

/// A new format is a row here.
[[nodiscard]] const QList<Format>& formats();
[[nodiscard]] QStringList formatNames();
/// Unusable where one of them is not known to this program.
[[nodiscard]] Result<void> checkFormats(const QStringList& names);
/// The files of these formats, a piece at a time. `begins` is told before each writer how many of them are through.
[[nodiscard]] Result<void> writeFormats(const Records& records, const QStringList& names, const FileSink& sink,
                                        const std::function<void(int through, int all)>& begins = {});
/// The same in memory.
[[nodiscard]] Result<Files> formatFiles(const Records& records, const QStringList& names);

} // namespace serein::exporting
