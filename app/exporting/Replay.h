#pragma once
// What a bundle claims, worked out again from its ledger slice: the chain and its checkpoint, the tables, the scores.
#include "exporting/Definitions.h"
#include "exporting/Manifest.h"

namespace serein::exporting {

struct Replayed {
    qint64 events = 0;
    int assessments = 0;
    int scores = 0;
};

/// `files` hold what the manifest lists. Wrong at the first thing that differs, naming the file and, in the slice, the
/// line.
[[nodiscard]] Result<Replayed> replay(const Manifest& manifest, const Files& files, const QByteArray& devicePublicKey);

/// Every score of a submitted assessment, computed again under its own definition, profile and proration, is the one
/// that was stored. Says so where another version of the scoring engine had computed it. Returns how many were
/// compared.
[[nodiscard]] Result<int> rescore(const ledger::AssessmentState& assessment, const instrument::Instrument& instrument);

} // namespace serein::exporting
