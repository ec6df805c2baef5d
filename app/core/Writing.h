#pragma once
// Bytes into a file, all of them or a reason.
#include <QByteArrayView>
#include <QFileDevice>

namespace serein {

/// False: not all of it; errorString() says why (a short write says it at the next one, where the file is unbuffered).
[[nodiscard]] bool writeAll(QFileDevice& file, QByteArrayView bytes);

/// The names in a folder as they stand are on the disk on return, as far as its file system can tell.
void syncFolder(const QString& folder);

} // namespace serein
