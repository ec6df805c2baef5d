#pragma once
// The tables of a bundle: pure functions of a participant's folded state and the stored definitions, so that an export
// and its verification come to the same bytes. Columns are described in README.md.
#include "exporting/Csv.h"
#include "exporting/Formats.h"

namespace serein::exporting {

/// answers.csv: a row for each item that asks and, once submitted, a row for each score of every assessment.
[[nodiscard]] Result<Table> answersTable(const ledger::ParticipantState& state, const Definitions& definitions);
/// And a row of this kind for each scale that was missed.
[[nodiscard]] Result<Table> answersTable(const Record& record);
inline const QString assessmentKind = QStringLiteral("assessment");
/// wide.csv: a row for each timepoint and sequence, a column for each variable.
[[nodiscard]] Result<Table> wideTable(const Record& record);
/// assessments.csv: a row for each assessment, also for what was voided or missed.
[[nodiscard]] Table assessmentsTable(const Record& record);
/// corrections.csv: what was corrected, and what was proposed and still waits or was declined.
[[nodiscard]] Table correctionsTable(const ledger::ParticipantState& state);
[[nodiscard]] Table queriesTable(const ledger::ParticipantState& state);
[[nodiscard]] Table signaturesTable(const ledger::ParticipantState& state);
[[nodiscard]] Table alertsTable(const ledger::ParticipantState& state);
/// record.csv: enrolment, consents, anchors, standing, calls, unblinding, the state of the data.
[[nodiscard]] Table recordTable(const Record& record);
/// What the columns of every table but wide.csv mean: (file, column, words), in order.
struct ColumnWords {
    QString file;
    QString column;
    QString words;
};
[[nodiscard]] QList<ColumnWords> columnWords();
/// codebook.csv: what each column of wide.csv means, once for each version of an instrument in use.
[[nodiscard]] Table codebook(const Definitions& definitions);

/// All of them as files of a bundle; of several participants one below the other, with every column that one of them
/// has. Participants are gone through twice, since every column stands in the first line.
[[nodiscard]] Result<void> writeTables(const Records& records, const QStringList& formats, const FileSink& sink);

/// An item of an assessment as exports show it.
struct ItemState {
    QString state;  ///< answered, declined, not_reached, not_applicable, unanswered
    QString reason; ///< why it was declined, where that was said
    Cell value;     ///< empty unless answered
};
[[nodiscard]] ItemState itemState(const instrument::Item& item, const instrument::Answer& answer, bool isShown,
                                  bool wasReached);
/// The words chosen (several joined by "|"); empty for other types and where the pack may not be exported.
[[nodiscard]] QString wordsChosen(const instrument::Item& item, const instrument::Answer& answer,
                                  const instrument::TextPack* pack);
/// A stored score: a number, 1 or 0 for yes or no, empty when missing.
[[nodiscard]] Cell scoreCell(const QJsonObject& score);
/// ISO 8601 with offset, empty for none.
[[nodiscard]] QString timeOf(const QDateTime& instant);

} // namespace serein::exporting
