#pragma once
// Verification: a stream is whole when every event's hash, number and link hold, and every checkpoint that names it
// agrees.
#include "ledger/Envelope.h"

#include <QMap>

namespace serein::ledger {

/// Walks one stream from its first event. Remembers every hash, so that checkpoints can be held against it.
class Chain {
public:
    Chain(QUuid device, QString stream) : m_device(device), m_stream(std::move(stream)) {}

    /// Wrong at the first event that does not follow: names stream, sequence and what differs.
    [[nodiscard]] Result<Header> follow(const StoredEvent& stored);
    /// The same for one event that is to follow `before` (sequence 0 and 32 zero bytes: it is the first).
    [[nodiscard]] static Result<Header> follows(const StoredEvent& stored, const QUuid& device, const Head& before);
    /// Wrong when the head is beyond this stream (it was cut) or its hash differs.
    [[nodiscard]] Result<void> agreesWith(const Head& head) const;
    [[nodiscard]] Head head() const;

private:
    QUuid m_device;
    QString m_stream;
    QList<QByteArray> m_hashes;
};

/// "participant 0190…, event 7" or "device stream, event 7".
[[nodiscard]] QString placeOf(const QString& stream, qint64 sequence);

} // namespace serein::ledger
