#pragma once
// What a bundle claims, worked out again from its ledger slice: the chain and its checkpoint, the tables, the scores.
#include "exporting/DeviceKeys.h"
#include "exporting/KeptRecord.h"
#include "exporting/Reconcile.h"

namespace serein::exporting {

struct Replayed {
    qint64 events = 0;
    int assessments = 0;
    int scores = 0;
    int reconciledFiles = 0; ///< read back and held against the slice value by value
    int values = 0;          ///< compared that way
};

/// The slice's record: its chain and checkpoint hold, and it is of the subject and study that the manifest names.
[[nodiscard]] Result<KeptRecord> replayRecord(const Manifest& manifest, const Files& files,
                                              const QByteArray& devicePublicKey, const DeviceKeys& registered);
/// The same of a slice that was found so before.
[[nodiscard]] Result<KeptRecord> recordIn(const Manifest& manifest, const Files& files);
/// Every file but slice, definitions, key and manifest is what its writer makes of these records, and none is there
/// besides; and read back it says what they say. A file that differs is named with the first place in it that does.
[[nodiscard]] Result<Reconciled> checkWritten(const Records& records, const QStringList& formats, const Files& files);

/// `files` hold what the manifest lists, and `kept` is the record in them. Wrong at the first thing that differs,
/// naming the file and, in the slice, the line.
[[nodiscard]] Result<Replayed> replay(const Manifest& manifest, const KeptRecord& kept, const Files& files);

/// Every score of a submitted assessment, computed again under its own definition, profile and proration, is the one
/// that was stored. Says so where another version of the scoring engine had computed it. Returns how many were
/// compared.
[[nodiscard]] Result<int> rescore(const ledger::AssessmentState& assessment, const instrument::Instrument& instrument);

} // namespace serein::exporting
