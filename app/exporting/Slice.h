#pragma once
// The ledger slice of a bundle (ledger.ndjson): the participant's stream in order (of several devices in that of their
// clocks), then the checkpoint that names its heads and those that other devices wrote themselves, then the event that
// made the vault or added the device, the exporting one first. Each event travels as its stored bytes, with the key of
// its body or, where withheld or redacted, without.
#include "ledger/State.h"

namespace serein::exporting {

struct SliceEvent {
    ledger::StoredEvent stored;
    crypto::Secret key; ///< empty: withheld
};

/// "blinded" or "full"; identity and notes are withheld in both.
[[nodiscard]] bool isWithheld(ledger::BodyClass bodyClass, const QString& audience);

/// One event as a line of ledger.ndjson, "\n" included:
/// {"body": base64, "hash": hex, "header": the exact header text, "key": base64 or absent}
[[nodiscard]] QByteArray lineOf(const SliceEvent& event);
/// Wrong with the line's number.
[[nodiscard]] Result<std::vector<SliceEvent>> readSlice(const QByteArray& ndjson);

/// The slice's participant events; a withheld one says that it is.
[[nodiscard]] Result<QList<ledger::Event>> openSlice(const std::vector<SliceEvent>& events, const QString& stream);
/// What they come to; withheld ones are skipped.
[[nodiscard]] ledger::ParticipantState folded(const QList<ledger::Event>& events);

} // namespace serein::exporting
