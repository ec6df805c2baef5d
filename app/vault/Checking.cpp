// Verification: one thread reads the rows, others check them in batches, one checks the file's pages.
#include "vault/BackupFile.h"
#include "vault/Database.h"
#include "vault/ParticipantKeys.h"
#include "vault/RowBatch.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <thread>

namespace serein::vault {

namespace {

constexpr std::size_t batchSize = 4096;

/// The hashes of every stream, for checkpoints to be held against.
class Walked {
public:
    /// The batch's last row.
    void add(const RowBatch& batch) {
        const std::size_t row = batch.size() - 1;
        if (m_current == nullptr || !batch.continues(row))
            m_current = &m_hashes[{batch.deviceOf(row), batch.text(row, RowBatch::Stream)}];
        auto& hash = m_current->emplace_back();
        const QByteArrayView bytes = batch.bytes(row, RowBatch::Hash);
        std::copy_n(bytes.begin(), std::min(static_cast<std::size_t>(bytes.size()), hash.size()), hash.begin());
    }
    [[nodiscard]] int streams() const { return static_cast<int>(m_hashes.size()); }
    [[nodiscard]] const std::map<std::pair<QUuid, QString>, std::vector<std::array<char, 32>>>& all() const {
        return m_hashes;
    }
    [[nodiscard]] Result<void> agreesWith(const QUuid& device, const ledger::Head& head) const {
        const auto found = m_hashes.find({device, head.stream});
        if (found == m_hashes.end())
            return wrong(ledger::placeOf(head.stream, 1) +
                         QStringLiteral(": it is missing; a checkpoint names this stream (it was removed)"));
        const auto& hashes = found->second;
        const auto size = static_cast<qint64>(hashes.size());
        if (head.sequence > size)
            return wrong(ledger::placeOf(head.stream, size + 1) +
                         QStringLiteral(": it is missing; a checkpoint names events up to %1 (the stream was cut)")
                             .arg(head.sequence));
        if (head.sequence > 0 &&
            QByteArrayView(hashes[static_cast<std::size_t>(head.sequence - 1)].data(), 32) != head.hash)
            return wrong(ledger::placeOf(head.stream, head.sequence) +
                         QStringLiteral(": it is not the event that a checkpoint names"));
        return {};
    }

private:
    std::map<std::pair<QUuid, QString>, std::vector<std::array<char, 32>>> m_hashes;
    std::vector<std::array<char, 32>>* m_current = nullptr; ///< of the stream that is being read
};

using DeviceFacts = QMap<QUuid, QList<ledger::Event>>; ///< in order

/// A device's key is what its own first event names, and what it is registered with.
Result<QByteArray> keyOf(const QUuid& device, const QList<ledger::Event>& facts,
                         const QMap<QUuid, QByteArray>& registered) {
    QByteArray key;
    for (const ledger::Event& event : facts) {
        if (event.header.sequence != 1)
            continue;
        if (const auto* created = std::get_if<ledger::VaultCreated>(&event.fact))
            key = created->devicePublicKey;
        else if (const auto* added = std::get_if<ledger::DeviceAdded>(&event.fact))
            key = added->devicePublicKey;
    }
    if (key.isEmpty())
        return wrong(QStringLiteral("device stream, event 1: it does not name the device's key"));
    if (registered.isEmpty())
        return key;
    const auto known = registered.constFind(device);
    if (known == registered.constEnd())
        return wrong(QStringLiteral("the device %1 is not registered").arg(device.toString(QUuid::WithoutBraces)));
    if (*known != key)
        return wrong(
            QStringLiteral("the device %1 is registered with another key").arg(device.toString(QUuid::WithoutBraces)));
    return key;
}

/// Signatures of one device's checkpoints. One covers whatever its stream held up to the head that it names, earlier
/// checkpoints among it: those need no check of their own.
Result<void> checkSignatures(const QUuid& device, const QList<ledger::Event>& facts, const QByteArray& key) {
    qint64 covered = 0;
    for (auto event = facts.crbegin(); event != facts.crend(); ++event) {
        const auto* checkpoint = std::get_if<ledger::Checkpoint>(&event->fact);
        if (checkpoint == nullptr || event->header.sequence <= covered)
            continue;
        if (!crypto::verify(key, ledger::checkpointMessage(device, checkpoint->heads), checkpoint->signature))
            return wrong(ledger::placeOf(ledger::deviceStream, event->header.sequence) +
                         QStringLiteral(": the checkpoint's signature is not this device's"));
        for (const ledger::Head& head : checkpoint->heads)
            if (head.device.isNull() && head.stream == ledger::deviceStream)
                covered = std::max(covered, head.sequence);
    }
    return {};
}

/// What a backup brought: its keys lie beside it and are overwritten, so that what was erased since is erased in it
/// too, though its ledger does not say so yet.
bool cameByBackup(const ledger::Header& header, const QUuid& here, const DeviceFacts& facts) {
    const auto after = [&](const ledger::Event& event) {
        const auto* added = std::get_if<ledger::DeviceAdded>(&event.fact);
        const bool restored = added != nullptr && added->how == QLatin1String("restored");
        const bool merged = std::holds_alternative<ledger::Merged>(event.fact) && header.device != here;
        return (restored || merged) && header.order < event.header.order;
    };
    return std::ranges::any_of(facts.value(here), after);
}

QString destroyedByNobody(const ledger::Header& header) {
    return ledger::placeOf(header.stream, header.sequence) +
           QStringLiteral(": its key is gone, and no event says that it was destroyed");
}

} // namespace

Result<void> Vault::requireDecided(const QMap<QString, QList<ledger::Header>>& unreadable,
                                   const std::function<bool(const ledger::Header&)>& cameSo) const {
    for (auto stream = unreadable.begin(); stream != unreadable.end(); ++stream) {
        if (stream.key() == ledger::deviceStream) {
            for (const ledger::Header& header : *stream)
                if (!m_deviceState.redacted.value(header.id).keyDestroyed && !cameSo(header))
                    return wrong(destroyedByNobody(header));
            continue;
        }
        SEREIN_TRY(const auto state, participant(QUuid(stream.key())));
        const bool erased = state->withdrawn && state->withdrawn->identity == QLatin1String("destroyed");
        for (const ledger::Header& header : *stream) {
            const bool ofIdentity =
                header.bodyClass == ledger::BodyClass::Identity || header.bodyClass == ledger::BodyClass::Note;
            const bool redacted = std::ranges::any_of(state->redactions, [&](const ledger::Redaction& one) {
                return one.event == header.id && one.keyDestroyed;
            });
            if (!redacted && !(erased && ofIdentity) && !cameSo(header))
                return wrong(destroyedByNobody(header));
        }
    }
    return {};
}

Result<Verification> Vault::verify(const QMap<QUuid, QByteArray>& registered) const {
    SEREIN_CHECK(requireSettledKeys(m_place.folder));
    auto pages = std::async(std::launch::async, [this] { return checkPages(); });
    auto found = verifyLedger(registered);
    SEREIN_CHECK(pages.get()); // says more than that something can't be read
    return found;
}

Result<Verification> Vault::verifyLedger(const QMap<QUuid, QByteArray>& registered) const {
    SEREIN_CHECK(checkDefinitions(*m_database));
    Verification report;
    Walked walked;
    DeviceFacts facts;
    QMap<QString, QList<ledger::Header>> unreadable;
    const RowCheck check(*m_classKeys, *m_participantKeys);
    std::deque<std::future<Result<RowCheck::Checked>>> running;
    const auto take = [&]() -> Result<void> {
        SEREIN_TRY(const RowCheck::Checked checked, running.front().get());
        running.pop_front();
        for (const ledger::Event& event : checked.facts)
            facts[event.header.device].append(event);
        for (const ledger::StoredEvent& stored : checked.unopened) {
            const auto opened = openWithAnyKey(stored);
            if (opened)
                continue;
            SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
            if (opened.error().kind != Error::Kind::Refused)
                return wrong(ledger::placeOf(header.stream, header.sequence) +
                             QStringLiteral(": its body does not open: ") + opened.error().faults.constFirst().reason);
            unreadable[header.stream].append(header);
            ++report.unreadable;
        }
        return {};
    };
    {
        SEREIN_TRY(Statement rows,
                   m_database->prepare("SELECT device,stream,id,hlc,header,body,hash,sequence FROM events "
                                       "ORDER BY device,stream,sequence"));
        const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
        RowBatch batch;
        for (bool more = true; more;) {
            SEREIN_TRY(more, rows.step());
            if (more) {
                batch.add(rows);
                walked.add(batch);
                ++report.events;
            }
            if (batch.size() == 0 || (more && batch.size() < batchSize))
                continue;
            RowBatch next = RowBatch::after(batch);
            running.push_back(
                std::async(std::launch::async, [&check, batch = std::move(batch)] { return check.check(batch); }));
            batch = std::move(next);
            if (running.size() > threads)
                SEREIN_CHECK(take());
        }
    }
    while (!running.empty())
        SEREIN_CHECK(take());
    SEREIN_CHECK(requireDecided(unreadable,
                                [&](const ledger::Header& header) { return cameByBackup(header, m_device, facts); }));
    std::map<std::pair<QUuid, QString>, qint64> named; // by this device, of the others
    for (auto device = facts.begin(); device != facts.end(); ++device) {
        SEREIN_TRY(const QByteArray key, keyOf(device.key(), *device, registered));
        if (device.key() == m_device && key != m_devicePublicKey)
            return wrong(QStringLiteral("device stream, event 1: it names another key than this device's"));
        SEREIN_CHECK(checkSignatures(device.key(), *device, key));
        for (const ledger::Event& event : std::as_const(*device))
            if (const auto* checkpoint = std::get_if<ledger::Checkpoint>(&event.fact)) {
                for (const ledger::Head& head : checkpoint->heads) {
                    SEREIN_CHECK(walked.agreesWith(head.device.isNull() ? device.key() : head.device, head));
                    if (device.key() == m_device && !head.device.isNull())
                        named[{head.device, head.stream}] = head.sequence;
                }
                ++report.checkpoints;
            }
    }
    // Nothing of another device grows here: what this one holds of it, it has named.
    for (const auto& [stream, hashes] : walked.all()) {
        if (stream.first == m_device)
            continue;
        const qint64 upTo = named[stream];
        if (upTo != static_cast<qint64>(hashes.size()))
            return wrong(ledger::placeOf(stream.second, upTo + 1) +
                         QStringLiteral(": it is another device's, and no checkpoint of this one names it"));
    }
    // What the device vouched for outside the database: the device stream can't be cut behind its back.
    SEREIN_TRY(const auto witness, m_deviceFolder->witness());
    const auto isCheckpoint = [](const ledger::Event& event) {
        return std::holds_alternative<ledger::Checkpoint>(event.fact);
    };
    if (!witness && std::ranges::any_of(facts.value(m_device), isCheckpoint))
        return wrong(QStringLiteral("the witness of the device's last event is missing (it was removed)"));
    if (witness && witness->sequence > 0) {
        if (!facts.contains(m_device))
            return wrong(QStringLiteral("the device stream is missing"));
        SEREIN_CHECK(walked.agreesWith(m_device, {ledger::deviceStream, witness->sequence, witness->hash}));
    }
    report.streams = walked.streams();
    report.devices = static_cast<int>(facts.size());
    return report;
}

} // namespace serein::vault
