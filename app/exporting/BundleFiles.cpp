#include "exporting/BundleFiles.h"

#include "core/Json.h"
#include "crypto/Cms.h"
#include "exporting/Zip.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

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

QString fileNameOf(QString id) {
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9._-]"));
    return id.replace(unfit, QStringLiteral("_"));
}

Result<BundleFiles> readBundle(const QString& path, const QByteArray& privateKeyPem) {
    BundleFiles bundle;
    if (QFileInfo(path).isDir()) {
        SEREIN_TRY(bundle.files, readFolder(path));
        return bundle;
    }
    SEREIN_TRY(bundle.container, readFile(path));
    if (QFileInfo::exists(containerSignaturePath(path))) {
        SEREIN_TRY(bundle.containerSignature, readFile(containerSignaturePath(path)));
        if (bundle.containerSignature.isEmpty())
            return wrong(QStringLiteral("the signature is empty"), {}, containerSignaturePath(path));
    }
    if (path.endsWith(QLatin1String(".p7m"))) {
        if (privateKeyPem.isEmpty())
            return unusable(QStringLiteral("the bundle is sealed: the private key of one of its recipients is needed"));
        SEREIN_TRY(const QByteArray plain, crypto::cmsOpen(bundle.container, privateKeyPem));
        SEREIN_TRY(bundle.files, unzip(plain));
        return bundle;
    }
    SEREIN_TRY(bundle.files, unzip(bundle.container));
    if (bundle.containerSignature.isEmpty()) {
        SEREIN_TRY(const QByteArray again, zip(bundle.files));
        if (again != bundle.container)
            return wrong(QStringLiteral("the archive is not as it was written: it was changed or packed anew (unpack "
                                        "it and verify the folder)"));
    }
    return bundle;
}

} // namespace serein::exporting
