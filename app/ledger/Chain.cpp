#include "ledger/Chain.h"

namespace serein::ledger {

QString placeOf(const QString& stream, qint64 sequence) {
    const QString name =
        stream == deviceStream ? QStringLiteral("device stream") : QStringLiteral("participant ") + stream;
    return QStringLiteral("%1, event %2").arg(name).arg(sequence);
}

namespace {

std::unexpected<Error> broken(const QString& stream, qint64 sequence, const QString& reason) {
    return wrong(QStringLiteral("%1: %2").arg(placeOf(stream, sequence), reason));
}

} // namespace

Head Chain::head() const {
    return {m_stream, m_hashes.size(), m_hashes.isEmpty() ? QByteArray(32, '\0') : m_hashes.constLast()};
}

Result<Header> Chain::follows(const StoredEvent& stored, const QUuid& device, const Head& before) {
    const qint64 expected = before.sequence + 1;
    if (hashOf(stored.header, stored.body) != stored.hash)
        return broken(before.stream, expected, QStringLiteral("its bytes do not match its hash (it was edited)"));
    auto header = Header::fromBytes(stored.header);
    if (!header)
        return broken(before.stream, expected, header.error().faults.constFirst().reason);
    if (header->stream != before.stream || header->device != device)
        return broken(before.stream, expected, QStringLiteral("it belongs to another stream (it was moved)"));
    if (header->sequence != expected)
        return broken(before.stream, expected,
                      QStringLiteral("it is missing; event %1 stands in its place").arg(header->sequence));
    if (header->previous != before.hash)
        return broken(before.stream, expected,
                      QStringLiteral("it does not follow the event before it (one was inserted, removed or replaced)"));
    return header;
}

Result<Header> Chain::follow(const StoredEvent& stored) {
    auto header = follows(stored, m_device, head());
    if (header)
        m_hashes.append(stored.hash);
    return header;
}

Result<void> Chain::agreesWith(const Head& head) const {
    if (head.sequence > m_hashes.size())
        return broken(m_stream, m_hashes.size() + 1,
                      QStringLiteral("it is missing; a checkpoint names events up to %1 (the stream was cut)")
                          .arg(head.sequence));
    if (head.sequence > 0 && m_hashes.at(head.sequence - 1) != head.hash)
        return broken(m_stream, head.sequence, QStringLiteral("it is not the event that a checkpoint names"));
    return {};
}

} // namespace serein::ledger
