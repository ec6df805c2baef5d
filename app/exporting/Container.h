#pragma once
// A bundle's .zip or .zip.p7m as it is written: packed, sealed and synced piece by piece beside its name (Delivery.h),
// signed, and only then there, whole.
#include "crypto/Cms.h"
#include "exporting/Delivery.h"
#include "exporting/Spool.h"

#include <QFile>

namespace serein::exporting {

class Container {
public:
    /// Told after each piece how much of the whole is written (0 … 1); what it refuses ends the whole.
    using Written = std::function<Result<void>(double part)>;
    /// Zips the files, in the order of their names, and seals that unless `sealTo` is empty. StorageFailed where there
    /// is too little room, before anything is written, or the disk is full.
    [[nodiscard]] static Result<std::unique_ptr<Container>> write(const QString& path, const QUuid& device,
                                                                  const Spools& files,
                                                                  const QList<crypto::Certificate>& sealTo,
                                                                  const Written& written = {});
    /// Of all its bytes, which are mapped for it.
    [[nodiscard]] Result<QByteArray> signedBy(const std::function<QByteArray(const QByteArray&)>& sign);
    [[nodiscard]] Result<void> putInPlace() { return m_part.putInPlace(); }

private:
    Container(const QString& path, const QUuid& device)
        : m_path(path), m_part(path, device), m_file(m_part.partPath()) {}
    [[nodiscard]] Result<void> fill(const Spools& files, const QList<crypto::Certificate>& sealTo,
                                    const Written& written);
    [[nodiscard]] std::unexpected<Error> failed() const;

    QString m_path;
    PartFile m_part;
    QFile m_file;
};

} // namespace serein::exporting
