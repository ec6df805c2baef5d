#pragma once
// Rows of the ledger in batches, for verification on several threads. Internal to this room.
#include "ledger/Envelope.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"

#include <array>
#include <vector>

namespace serein::vault {

/// Rows that follow each other, in one piece of memory, and the one before the first of them.
class RowBatch {
public:
    /// The columns as they are read, in their order; after them the row's own sequence number.
    enum Column { Device, Stream, Id, Order, HeaderBytes, Body, Hash, columns };

    RowBatch() = default;
    /// To follow `whole`, and become about as large.
    [[nodiscard]] static RowBatch after(const RowBatch& whole);

    void add(const Statement& row);
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] qint64 sequence(std::size_t row) const { return m_rows[row].sequence; }
    [[nodiscard]] QByteArrayView bytes(std::size_t row, Column column) const;
    [[nodiscard]] QString text(std::size_t row, Column column) const { return QString::fromUtf8(bytes(row, column)); }
    [[nodiscard]] QUuid deviceOf(std::size_t row) const { return QUuid::fromRfc4122(bytes(row, Device)); }
    /// It is of the same device and stream as the row before it in this batch.
    [[nodiscard]] bool continues(std::size_t row) const;
    /// Without a copy: no longer than this lives.
    [[nodiscard]] ledger::StoredEvent stored(std::size_t row) const;

    QUuid device;
    ledger::Head before;

private:
    struct Row {
        qint64 sequence = 0;
        qsizetype from = 0;
        std::array<qsizetype, columns> to{};
    };
    QByteArray m_bytes;
    std::vector<Row> m_rows;
};

/// Whether each row follows the one before it, agrees with its header, and opens. Reads keys that nobody changes
/// meanwhile: safe on any thread.
class RowCheck {
public:
    RowCheck(const ClassKeys& classKeys, const ParticipantKeys& participantKeys)
        : m_classKeys(classKeys), m_participantKeys(participantKeys) {}

    struct Checked {
        QList<ledger::Event> facts; ///< of devices: their keys and checkpoints
        std::vector<ledger::StoredEvent> unopened;
    };
    [[nodiscard]] Result<Checked> check(const RowBatch& batch) const;

private:
    /// What opening an event asks of its header.
    struct Sealed {
        QUuid id;
        qint64 sequence = 0;
        ledger::BodyClass bodyClass = ledger::BodyClass::Data;
        bool ofDevice = false; ///< keys and checkpoints: read, too
    };
    [[nodiscard]] static Result<Sealed> follow(const RowBatch& batch, std::size_t row,
                                               const ledger::StoredEvent& stored, const QUuid& device,
                                               const ledger::Head& before);
    [[nodiscard]] Result<void> open(crypto::Opener& opener, const ledger::StoredEvent& stored, const Sealed& sealed,
                                    const QString& stream, Checked& checked) const;

    const ClassKeys& m_classKeys;
    const ParticipantKeys& m_participantKeys;
};

} // namespace serein::vault
