#include "exporting/Spool.h"

#include "core/Writing.h"
#include "crypto/Crypto.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>

namespace serein::exporting {

namespace {

constexpr qsizetype pieceSize = 1 << 16; // a study has a hundred of these open
constexpr qsizetype mostInMemory = 2 * pieceSize;

} // namespace

Spool::Spool(QString folder)
    : m_folder(std::move(folder)), m_hash(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256)) {}

Result<void> Spool::append(QByteArrayView bytes) {
    m_hash->addData(bytes);
    m_size += bytes.size();
    if (m_folder.isEmpty()) {
        m_latest.append(bytes);
        return {};
    }
    while (!bytes.isEmpty()) { // never more than that in memory, however much comes at once
        const QByteArrayView next = bytes.first(std::min(bytes.size(), mostInMemory - m_latest.size()));
        m_latest.append(next);
        bytes = bytes.sliced(next.size());
        if (m_latest.size() == mostInMemory)
            SEREIN_CHECK(putAway());
    }
    return {};
}

Result<void> Spool::putAway() {
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/spool.XXXXXX"));
        m_key = crypto::randomSecret();
        if (!m_file->open())
            return storageFailed(QStringLiteral("cannot be written: ") + m_file->errorString(), m_folder);
    }
    for (qsizetype at = 0; at < m_latest.size(); at += pieceSize) {
        const QByteArrayView piece = QByteArrayView(m_latest).sliced(at, std::min(pieceSize, m_latest.size() - at));
        const QByteArray sealed = crypto::seal(m_key, piece, QByteArray::number(m_sealed.size()));
        if (!writeAll(*m_file, sealed))
            return storageFailed(QStringLiteral("cannot be written: ") + m_file->errorString(), m_folder);
        m_sealed.append(sealed.size());
    }
    crypto::wipe(m_latest);
    return {};
}

Result<void> Spool::read(const PieceSink& sink) const {
    if (m_file && !m_file->seek(0))
        return storageFailed(QStringLiteral("cannot be read: ") + m_file->errorString(), m_folder);
    for (qsizetype i = 0; i < m_sealed.size(); ++i) {
        SEREIN_TRY(const crypto::Secret piece,
                   crypto::open(m_key, m_file->read(m_sealed.at(i)), QByteArray::number(i)));
        SEREIN_CHECK(sink(piece.view()));
    }
    return sink(m_latest);
}

void Spool::removeLeft(const QString& folder) {
    static const QRegularExpression itsName(QStringLiteral("^spool\\.[A-Za-z]{6}$"));
    QDir place(folder);
    for (const QString& left : place.entryList(QDir::Files).filter(itsName))
        place.remove(left);
}

} // namespace serein::exporting
