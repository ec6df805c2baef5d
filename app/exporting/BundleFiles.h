#pragma once
// A bundle's files from wherever they are: sealed, zipped, or unpacked in a folder.
#include "exporting/Manifest.h"

#include <functional>

namespace serein::exporting {

/// What was read, and the container's own signature where one stands beside it (`FILE.sig`; never beside a folder).
struct BundleFiles {
    Files files;
    QByteArray container;          ///< the bytes of the .zip or .zip.p7m
    QByteArray containerSignature; ///< empty: none beside it
};

/// The name of the signature beside a bundle.
[[nodiscard]] inline QString containerSignaturePath(const QString& path) {
    return path + QStringLiteral(".sig");
}

/// A subject's or study's id as part of a file's name.
[[nodiscard]] QString fileNameOf(QString id);

/// Unusable where a sealed bundle comes without the private key. Wrong where the archive is damaged, or a zip without
/// its signature is not byte for byte what this program makes of the files in it: a changed time or attribute would
/// otherwise go unnoticed.
[[nodiscard]] Result<BundleFiles> readBundle(const QString& path, const QByteArray& privateKeyPem);
/// Some files of a .zip or .zip.p7m that was read before: nothing is compared.
[[nodiscard]] Result<Files> readAgain(const QString& path, const QByteArray& privateKeyPem,
                                      const std::function<bool(const QString& name)>& wanted);

} // namespace serein::exporting
