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

/// The archive in it.
Result<QByteArray> opened(const QString& path, const BundleFiles& bundle, const QByteArray& privateKeyPem) {
    if (!path.endsWith(QLatin1String(".p7m")))
        return bundle.container;
    if (privateKeyPem.isEmpty())
        return unusable(QStringLiteral("the bundle is sealed: the private key of one of its recipients is needed"));
    return crypto::cmsOpen(bundle.container, privateKeyPem);
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
    SEREIN_TRY(const QByteArray archive, opened(path, bundle, privateKeyPem));
    SEREIN_TRY(bundle.files, unzip(archive));
    if (!path.endsWith(QLatin1String(".p7m")) && bundle.containerSignature.isEmpty())
        SEREIN_CHECK(checkZipped(bundle.files, archive));
    return bundle;
}

Result<Files> readAgain(const QString& path, const QByteArray& privateKeyPem,
                        const std::function<bool(const QString& name)>& wanted) {
    BundleFiles bundle;
    SEREIN_TRY(bundle.container, readFile(path));
    SEREIN_TRY(const QByteArray archive, opened(path, bundle, privateKeyPem));
    return unzip(archive, wanted);
}

} // namespace serein::exporting
