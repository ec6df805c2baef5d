#pragma once
// The formats that a bundle is written in: a table of names and writers. A writer is a pure function of what was
// recorded, so that the same data give the same bytes and verification replays it.
#include "exporting/Definitions.h"
#include "exporting/Manifest.h"

#include <vector>

namespace serein::exporting {

/// What one participant's files are made of. Refers to what its owner keeps.
struct Record {
    const ledger::ParticipantState& state;
    const Definitions& definitions;
    const QList<ledger::Event>& events;      ///< of the participant's stream, in order; ledger::Withheld where withheld
    QString audience;                        ///< blinded, full
    QStringList without = {};                ///< SDTM tables of staff's forms that are left out, by name
    QString language = QStringLiteral("en"); ///< of labels and of the report
    const ledger::ParticipantState* full = nullptr; ///< before a part was chosen; null: `state` is the whole

    [[nodiscard]] const ledger::ParticipantState& whole() const { return full ? *full : state; }
};
/// One for a participant's bundle, all for the study's merged tables; in the order of their rows.
using Records = std::vector<Record>;

struct Format {
    QString name; ///< as `--format` takes it
    /// Files by their path in the bundle.
    Result<Files> (*write)(const Records& records);
    bool isMerged = true; ///< has files for the whole study, too
};

/// A new format is a row here.
[[nodiscard]] const QList<Format>& formats();
[[nodiscard]] QStringList formatNames();
/// Unusable where one of them is not known to this program.
[[nodiscard]] Result<void> checkFormats(const QStringList& names);
/// The files of these formats.
[[nodiscard]] Result<Files> formatFiles(const Records& records, const QStringList& names);

} // namespace serein::exporting
