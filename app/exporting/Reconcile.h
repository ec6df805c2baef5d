#pragma once
// Every format read back and held against the replayed slice: each answer and each score is the same in all of them.
// Byte-for-byte replay proves that a file is what this program writes; this proves that what it writes says the same.
#include "exporting/Formats.h"
#include "exporting/Variables.h"

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

/// What a file says of one participant.
struct Reading {
    QString file;
    Sayings said;
    std::function<bool(const Due& due)> mustSay = [](const Due&) { return true; };
    std::function<Said(const Said& due)> held = {}; ///< what of a saying the format can hold; not set: all of it
    bool isWide = false;                            ///< an empty cell is not a saying
};

/// What stands in files of many because somebody has it.
struct Everybody {
    QList<Variable> variables;                         ///< of wide tables, each name once
    QStringList instruments;                           ///< that stand in them
    QMap<QString, QString> timepoints;                 ///< by REDCap's event
    QMap<QString, instrument::Instrument> definitions; ///< begun or missed, by hash
    void add(const Record& record);
};

/// Reads the files of some formats back, one participant after the other: of all others it keeps no more than where
/// their rows stand.
class BackReader {
public:
    BackReader() = default;
    virtual ~BackReader() = default;
    Q_DISABLE_COPY_MOVE(BackReader)

    /// Of the formats that are there. Wrong, naming the file, where one can't be read.
    [[nodiscard]] virtual Result<void> open(const Records& records, const Everybody& all, const Files& files) = 0;
    /// One for each file. Wrong where it has something twice, or under a name that nothing here has.
    [[nodiscard]] virtual Result<QList<Reading>> of(const Record& record) = 0;
    /// Wrong where something is of nobody who was asked for.
    [[nodiscard]] virtual Result<void> end() = 0;
};
[[nodiscard]] std::unique_ptr<BackReader> tablesReader(); ///< CSV and REDCap
[[nodiscard]] std::unique_ptr<BackReader> statReader();   ///< SAV and DTA
[[nodiscard]] std::unique_ptr<BackReader> fhirReader();
[[nodiscard]] std::unique_ptr<BackReader> odmReader();  ///< snapshot and history
[[nodiscard]] std::unique_ptr<BackReader> sdtmReader(); ///< Dataset-JSON and XPT

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

/// The item of an assessment that is in the slice; null: none such, or a score's id.
[[nodiscard]] const instrument::Item* itemIn(const Record& record, const ledger::AssessmentKey& key, const QString& id);
/// Rows of answers.csv's columns, wherever they stand. `record`: whose they are; null: nobody's, which is wrong.
using TableRow = QMap<QString, QString>;
[[nodiscard]] Result<Sayings> saidInRows(const Record* record, const QList<TableRow>& rows);

} // namespace serein::exporting
