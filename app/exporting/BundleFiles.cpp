#include "exporting/BundleFiles.h"

#include "core/Json.h"
#include "crypto/Cms.h"
#include "exporting/Zip.h"

#include <QDirIterator>
#include <QFileInfo>

namespace serein::exporting {

namespace {

Result<Files> readFolder(const QString& path) {
    Files files;
    const QDir folder(path);
    for (QDirIterator it(path, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString file = it.next();
        SEREIN_TRY(const QByteArray bytes, readFile(file));
        files.insert(folder.relativeFilePath(file), bytes);
    }
    return files;
}

} // namespace

Result<Files> readBundle(const QString& path, const QByteArray& privateKeyPem) {
    if (QFileInfo(path).isDir())
        return readFolder(path);
    SEREIN_TRY(const QByteArray bytes, readFile(path));
    if (!path.endsWith(QLatin1String(".p7m"))) {
        SEREIN_TRY(Files files, unzip(bytes));
        SEREIN_TRY(const QByteArray again, zip(files));
        if (again != bytes)
            return wrong(QStringLiteral("the archive is not as it was written: it was changed or packed anew (unpack "
                                        "it and verify the folder)"));
        return files;
    }
    if (privateKeyPem.isEmpty())
        return unusable(QStringLiteral("the bundle is sealed: the private key of one of its recipients is needed"));
    SEREIN_TRY(const QByteArray plain, crypto::cmsOpen(bytes, privateKeyPem));
    return unzip(plain);
}

} // namespace serein::exporting
