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
    /// Files by their path in the bundle.
    Result<Files> (*write)(const Records& records);
    bool isMerged = true; ///< has files for the whole study, too
    /// The same files row by row, so that they are never in memory; null: there is no such way.
    Result<void> (*stream)(const Records& records, const FileSink& sink) = nullptr;
};

/// A new format is a row here.
[[nodiscard]] const QList<Format>& formats();
[[nodiscard]] QStringList formatNames();
/// Unusable where one of them is not known to this program.
[[nodiscard]] Result<void> checkFormats(const QStringList& names);
/// The files of these formats.
[[nodiscard]] Result<Files> formatFiles(const Records& records, const QStringList& names);

} // namespace serein::exporting
