#pragma once
// Every format read back and held against the replayed slice: each answer and each score is the same in all of them.
// Byte-for-byte replay proves that a file is what this program writes; this proves that what it writes says the same.
#include "exporting/Formats.h"

namespace serein::exporting {

/// What a file says of one item or score: a value as answers.csv writes it (a datetime as an instant), and a state
/// where the format has one. A wide format says nothing of the states of a score.
struct Said {
    QString value;
    QString state; ///< empty: the format doesn't say
};
/// By "TIMEPOINT/INSTRUMENT/SEQUENCE item ID", "… score ID".
using Sayings = QMap<QString, Said>;
[[nodiscard]] QString sayingKey(const ledger::AssessmentKey& key, bool isScore, const QString& id);
/// Digits as Decimal writes them; datetimes in UTC.
[[nodiscard]] QString sayingValue(const instrument::Item* item, const QString& text);

/// What the slice says, from the fold alone.
[[nodiscard]] Result<Sayings> saidBySlice(const Record& record);
[[nodiscard]] Result<Sayings> saidInAnswers(const Record& record, const QByteArray& csv);
[[nodiscard]] Result<Sayings> saidInWide(const Record& record, const QByteArray& csv);
[[nodiscard]] Result<Sayings> saidInRedcap(const Record& record, const QByteArray& csv);
[[nodiscard]] Result<Sayings> saidInSav(const Record& record, const QByteArray& sav);
[[nodiscard]] Result<Sayings> saidInDta(const Record& record, const QByteArray& dta);
[[nodiscard]] Result<Sayings> saidInFhir(const Record& record, const QByteArray& json);

struct Reconciled {
    int files = 0;
    int values = 0;
};
/// Wrong at the first value that differs, is missing or is one too many, naming file, assessment and item, never the
/// value. Files without answers or scores of their own are passed over.
[[nodiscard]] Result<Reconciled> reconcile(const Record& record, const Files& files);

} // namespace serein::exporting
