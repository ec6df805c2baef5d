#pragma once
// Every format read back and held against the replayed slice: each answer and each score is the same in all of them.
// Byte-for-byte replay proves that a file is what this program writes; this proves that what it writes says the same.
#include "exporting/Formats.h"

#include <functional>

namespace serein::exporting {

/// What a file says of one item, score or missed scale. What is not set, its format doesn't say.
struct Said {
    QString value;                        ///< as answers.csv writes it (a datetime as an instant); why it was missed
    std::optional<QString> state = {};    ///< an item's state; a score's status; "missed"
    std::optional<QString> reason = {};   ///< why it was declined; a score's band
    std::optional<QString> words = {};    ///< words chosen, empty where there are none or they may not be exported
    std::optional<QString> original = {}; ///< SDTM's result as given
    std::optional<QString> number = {};   ///< the value where it is a number, else empty
};
/// By "SUBJECT TIMEPOINT/INSTRUMENT/SEQUENCE item ID", "… score ID", "… missed".
using Sayings = QMap<QString, Said>;
[[nodiscard]] QString sayingKey(const QString& subject, const ledger::AssessmentKey& key, bool isScore,
                                const QString& id);
[[nodiscard]] QString missedKey(const QString& subject, const ledger::AssessmentKey& key);
/// Wrong where the file has said it before.
[[nodiscard]] Result<void> say(Sayings& said, const QString& key, const Said& one);
/// Digits as Decimal writes them; datetimes in UTC.
[[nodiscard]] QString sayingValue(const instrument::Item* item, const QString& text);

/// What the slice says, and what a format needs to know to tell whether it has to say it, too.
struct Due {
    Said said;
    const Record* record = nullptr;
    QString definition; ///< hash
    enum class Kind { Item, Score, Missed } kind = Kind::Item;
    bool isOpen = false;  ///< of an assessment that is not submitted
    bool isGiven = false; ///< somebody said something of the item
};
using Dues = QMap<QString, Due>;
/// From the fold alone.
[[nodiscard]] Result<Dues> saidBySlice(const Records& records);

/// A file as it was read.
struct Reading {
    QString file;
    Sayings said;
    std::function<bool(const Due& due)> mustSay = [](const Due&) { return true; };
    std::function<Said(const Said& due)> held = {}; ///< what of a saying the format can hold; not set: all of it
    bool isWide = false;                            ///< an empty cell is not a saying
};
/// Of the formats that are there. Wrong, naming the file, where one can't be read or has something of nobody, twice, or
/// under a name that nothing here has.
[[nodiscard]] Result<QList<Reading>> readTablesBack(const Records& records, const Files& files); ///< CSV and REDCap
[[nodiscard]] Result<QList<Reading>> readStatBack(const Records& records, const Files& files);   ///< SAV and DTA
[[nodiscard]] Result<QList<Reading>> readFhirBack(const Records& records, const Files& files);
[[nodiscard]] Result<QList<Reading>> readOdmBack(const Records& records, const Files& files);  ///< snapshot and history
[[nodiscard]] Result<QList<Reading>> readSdtmBack(const Records& records, const Files& files); ///< Dataset-JSON and XPT

/// For somebody who may see answers; an Error names the place alone.
struct Difference {
    QString file;
    QString place;
    QString what;
    Said slice;
    Said found;
};
struct Reconciled {
    int files = 0;
    int values = 0;
    QList<Difference> differences;
};
/// Without the blanks at the end of its texts, which statistics programs pad with.
[[nodiscard]] Said unpadded(Said said);
/// Everything that differs, is missing or is one too many. Files without answers or scores of their own are passed
/// over.
[[nodiscard]] Result<Reconciled> compareAll(const Records& records, const Files& files);
/// Wrong where anything does, naming file, subject, assessment and item, never the value.
[[nodiscard]] Result<Reconciled> reconcile(const Records& records, const Files& files);

/// The one of that subject; null: none.
[[nodiscard]] const Record* recordOf(const Records& records, const QString& subject);
/// The item of an assessment that is in the slice; null: none such, or a score's id.
[[nodiscard]] const instrument::Item* itemIn(const Record& record, const ledger::AssessmentKey& key, const QString& id);
/// Rows of answers.csv's columns, wherever they stand.
using TableRow = QMap<QString, QString>;
[[nodiscard]] Result<Sayings> saidInRows(const Records& records, const QList<TableRow>& rows);

} // namespace serein::exporting
