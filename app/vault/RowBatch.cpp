#include "vault/RowBatch.h"

#include "ledger/Chain.h"
#include "ledger/PlainHeader.h"

#include <algorithm>

namespace serein::vault {

namespace {

ledger::StoredEvent copyOf(const ledger::StoredEvent& stored) {
    const auto copy = [](const QByteArray& bytes) { return QByteArray(bytes.constData(), bytes.size()); };
    return {copy(stored.header), copy(stored.body), copy(stored.hash)};
}

bool isOfDevice(const ledger::Head& before, QAnyStringView kind) {
    return before.stream == ledger::deviceStream &&
           (kind == QLatin1String(ledger::Checkpoint::kind) || kind == QLatin1String(ledger::VaultCreated::kind) ||
            kind == QLatin1String(ledger::DeviceAdded::kind) || kind == QLatin1String(ledger::Merged::kind));
}

} // namespace

RowBatch RowBatch::after(const RowBatch& whole) {
    const std::size_t last = whole.size() - 1;
    RowBatch batch;
    batch.device = whole.deviceOf(last);
    batch.before = {whole.text(last, Stream), whole.sequence(last), whole.bytes(last, Hash).toByteArray()};
    batch.m_bytes.reserve(whole.m_bytes.size());
    batch.m_rows.reserve(whole.size());
    return batch;
}

void RowBatch::add(const Statement& row) {
    Row& added = m_rows.emplace_back();
    added.sequence = row.integer(columns);
    added.from = m_bytes.size();
    for (int column = 0; column < columns; ++column) {
        m_bytes.append(row.bytes(column));
        added.to[static_cast<std::size_t>(column)] = m_bytes.size();
    }
}

QByteArrayView RowBatch::bytes(std::size_t row, Column column) const {
    const Row& of = m_rows[row];
    const qsizetype from = column == 0 ? of.from : of.to[static_cast<std::size_t>(column) - 1];
    return QByteArrayView(m_bytes).sliced(from, of.to[static_cast<std::size_t>(column)] - from);
}

bool RowBatch::continues(std::size_t row) const {
    return row > 0 && bytes(row, Stream) == bytes(row - 1, Stream) && bytes(row, Device) == bytes(row - 1, Device);
}

ledger::StoredEvent RowBatch::stored(std::size_t row) const {
    const auto part = [&](Column column) {
        const QByteArrayView view = bytes(row, column);
        return QByteArray::fromRawData(view.data(), view.size());
    };
    return {part(HeaderBytes), part(Body), part(Hash)};
}

Result<RowCheck::Checked> RowCheck::check(const RowBatch& batch) const {
    Checked checked;
    crypto::Opener opener;
    QUuid device = batch.device;
    ledger::Head before = batch.before;
    for (std::size_t row = 0; row < batch.size(); ++row) {
        if (!batch.continues(row)) {
            const QString stream = batch.text(row, RowBatch::Stream);
            if (stream != before.stream || batch.deviceOf(row) != device)
                before = {stream, 0, QByteArray(32, '\0')};
            device = batch.deviceOf(row);
        }
        const ledger::StoredEvent stored = batch.stored(row);
        SEREIN_TRY(const Sealed sealed, follow(batch, row, stored, device, before));
        before.sequence = sealed.sequence;
        before.hash = stored.hash;
        SEREIN_CHECK(open(opener, stored, sealed, before.stream, checked));
    }
    return checked;
}

// As Serein writes rows, this is seen without a copy of anything; whatever differs goes the general way, which says
// what is wrong.
Result<RowCheck::Sealed> RowCheck::follow(const RowBatch& batch, std::size_t row, const ledger::StoredEvent& stored,
                                          const QUuid& device, const ledger::Head& before) {
    const qint64 sequence = batch.sequence(row);
    const QUuid id = QUuid::fromRfc4122(batch.bytes(row, RowBatch::Id));
    const QByteArrayView order = batch.bytes(row, RowBatch::Order);
    const auto plain = ledger::PlainHeader::of(stored.header);
    if (plain && plain->stream == batch.bytes(row, RowBatch::Stream) && plain->device == device &&
        plain->sequence == sequence && sequence == before.sequence + 1 &&
        QByteArrayView(plain->previous) == before.hash && plain->id == id && plain->order == order &&
        ledger::hashOf(stored.header, stored.body) == stored.hash)
        return Sealed{id, sequence, plain->bodyClass, isOfDevice(before, QLatin1StringView(plain->kind))};
    SEREIN_TRY(const ledger::Header header, ledger::Chain::follows(stored, device, before));
    if (header.id != id || header.sequence != sequence || header.order.toString() != QLatin1StringView(order))
        return wrong(ledger::placeOf(before.stream, header.sequence) +
                     QStringLiteral(": its row does not agree with its header"));
    return Sealed{id, sequence, header.bodyClass, isOfDevice(before, header.kind)};
}

Result<void> RowCheck::open(crypto::Opener& opener, const ledger::StoredEvent& stored, const Sealed& sealed,
                            const QString& stream, Checked& checked) const {
    const std::vector<crypto::Secret>& ofClass = m_classKeys.all(sealed.bodyClass);
    if (sealed.ofDevice) {
        for (const crypto::Secret& key : ofClass)
            if (auto event = ledger::openEvent(stored, ledger::eventKey(key, sealed.id))) {
                checked.facts.append(*std::move(event));
                return {};
            }
        return wrong(ledger::placeOf(stream, sealed.sequence) + QStringLiteral(": its body does not open"));
    }
    const auto opensWith = [&](const crypto::Secret& key) { return ledger::opens(opener, stored, sealed.id, key); };
    const crypto::Secret* own = m_participantKeys.find(stream, sealed.bodyClass);
    if (!std::ranges::any_of(ofClass, opensWith) && !(own != nullptr && opensWith(*own)))
        checked.unopened.push_back(copyOf(stored));
    return {};
}

} // namespace serein::vault
