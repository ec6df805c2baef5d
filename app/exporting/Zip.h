#pragma once
// Zip archives in memory: fixed order, times and rights, so that the same files give the same bytes.
#include "exporting/Manifest.h"

namespace serein::exporting {

/// In the order of their names, deflated, dated 1980-01-01.
[[nodiscard]] Result<QByteArray> zip(const Files& files);
/// Wrong for what is no zip, is damaged, holds a name twice or one that leads out of the archive, or unpacks to more
/// than 1 GiB.
[[nodiscard]] Result<Files> unzip(const QByteArray& archive);

} // namespace serein::exporting
