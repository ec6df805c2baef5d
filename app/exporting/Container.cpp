#include "exporting/Container.h"

#include "core/Writing.h"
#include "crypto/CmsSealer.h"
#include "exporting/Zip.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <unistd.h>

namespace serein::exporting {

namespace {

/// A disk that would be full half way is refused before anything is written.
Result<void> checkRoom(const QString& folder, qint64 bytes) {
    constexpr qint64 besides = 1'000'000; // the seal, the signature, and what the vault itself still has to write
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    if (free >= 0 && free < bytes + besides)
        return storageFailed(QStringLiteral("there is too little room: %1 MB are free, %2 MB are needed")
                                 .arg(free / 1'000'000)
                                 .arg((bytes + besides) / 1'000'000),
                             folder);
    return {};
}

} // namespace

std::unexpected<Error> Container::failed() const {
    return storageFailed(QStringLiteral("cannot be written: ") + m_file.errorString(), m_path);
}

Result<std::unique_ptr<Container>> Container::write(const QString& path, const QUuid& device, const Spools& files,
                                                    const QList<crypto::Certificate>& sealTo, const Written& written) {
    std::unique_ptr<Container> container(new Container(path, device));
    // Unbuffered: what a full disk says is heard.
    if (!container->m_file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered) ||
        !container->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return container->failed();
    SEREIN_CHECK(container->fill(files, sealTo, written));
    if (!container->m_file.flush() || ::fsync(container->m_file.handle()) != 0)
        return container->failed();
    return container;
}

Result<void> Container::fill(const Spools& files, const QList<crypto::Certificate>& sealTo, const Written& written) {
    SEREIN_TRY(const qint64 size, zipSize(files));
    SEREIN_CHECK(checkRoom(QFileInfo(m_path).path(), size));
    qint64 bytes = 0;
    const PieceSink toDisk = [&](QByteArrayView piece) -> Result<void> {
        if (!writeAll(m_file, piece))
            return failed();
        bytes += piece.size();
        return written ? written(std::min(1.0, static_cast<double>(bytes) / static_cast<double>(size)))
                       : Result<void>();
    };
    if (sealTo.isEmpty())
        return zipTo(files, toDisk);
    SEREIN_TRY(crypto::CmsSealer sealer, crypto::CmsSealer::begin(size, sealTo, toDisk));
    SEREIN_CHECK(zipTo(files, [&sealer](QByteArrayView piece) { return sealer.write(piece); }));
    return sealer.finish();
}

Result<QByteArray> Container::signedBy(const std::function<QByteArray(const QByteArray&)>& sign) {
    uchar* const bytes = m_file.map(0, m_file.size());
    if (bytes == nullptr)
        return storageFailed(QStringLiteral("cannot be read: ") + m_file.errorString(), m_path);
    QByteArray signature = sign(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes), m_file.size()));
    m_file.unmap(bytes);
    return signature;
}

} // namespace serein::exporting
