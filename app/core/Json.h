#pragma once
// JSON read strictly: duplicate keys (which QJson drops silently), control characters and trailing bytes are faults.
#include "core/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace serein {

/// The whole document as a value. Every duplicate key is a fault with its pointer; a syntax error names its line.
/// Nesting deeper than 64 and documents over 16 MiB are refused.
[[nodiscard]] Result<QJsonValue> parseJson(const QByteArray& bytes, const QString& file = {});
[[nodiscard]] Result<QJsonValue> readJson(const QString& path);
/// Whole file; Storage when it cannot be read.
[[nodiscard]] Result<QByteArray> readFile(const QString& path);
/// Writes beside it, syncs, renames: the old content or the new, never half. `ownerOnly`: mode 0600.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& bytes, bool ownerOnly = false);
/// The one byte form that hashes are taken over: compact, keys sorted, UTF-8.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue& value);
/// `token` as one step of an RFC 6901 pointer ("/" and "~" escaped), appended to `pointer`.
[[nodiscard]] QString pointerTo(const QString& pointer, const QString& token);
[[nodiscard]] QString pointerTo(const QString& pointer, qsizetype index);

} // namespace serein
