#pragma once
// A bundle's files from wherever they are: sealed, zipped, or unpacked in a folder.
#include "exporting/Manifest.h"

namespace serein::exporting {

/// Unusable where a sealed bundle comes without the private key. Wrong where the archive is damaged, or a zip is not
/// byte for byte what this program makes of the files in it (no part of a zip is covered by the signature, so a changed
/// time or attribute would otherwise go unnoticed; the content of one that was packed anew can be verified as a
/// folder).
[[nodiscard]] Result<Files> readBundle(const QString& path, const QByteArray& privateKeyPem);

} // namespace serein::exporting
