#pragma once
// Bytes into a file, all of them or a reason.
#include <QByteArrayView>
#include <QFileDevice>

namespace serein {

/// False: not all of it; errorString() says why (a short write says it at the next one, where the file is unbuffered).
[[nodiscard]] bool writeAll(QFileDevice& file, QByteArrayView bytes);

} // namespace serein
