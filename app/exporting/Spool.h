#pragma once
// A file of a bundle on its way out. What is small stays in memory; the rest goes piece by piece to a nameless file
// that ends with this object, each piece sealed under a key that is kept nowhere, so that no plaintext touches the
// disk.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <QCryptographicHash>
#include <QTemporaryFile>
#include <functional>
#include <map>
#include <memory>

namespace serein::exporting {

/// Takes the next piece of something; what it refuses ends the whole.
using PieceSink = std::function<Result<void>(QByteArrayView)>;

class Spool {
public:
    /// `folder`: where the nameless file would be; empty: all stays in memory.
    explicit Spool(QString folder = {});
    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QByteArray sha256() const { return m_hash->result(); }
    /// All of it in order, as often as wanted.
    [[nodiscard]] Result<void> read(const PieceSink& sink) const;
    /// Where the disk knows no nameless files, a program that was killed leaves one with a name: sealed, and without
    /// its key. Such files go; none of this folder may be in use.
    static void removeLeft(const QString& folder);

private:
    [[nodiscard]] Result<void> putAway();

    QString m_folder;
    QByteArray m_latest; ///< what is not in the file yet
    qint64 m_size = 0;
    std::unique_ptr<QCryptographicHash> m_hash;
    crypto::Secret m_key;
    QList<qint64> m_sealed; ///< bytes of each piece in the file
    mutable std::unique_ptr<QTemporaryFile> m_file;
};

/// By path inside the bundle.
using Spools = std::map<QString, Spool>;

} // namespace serein::exporting
