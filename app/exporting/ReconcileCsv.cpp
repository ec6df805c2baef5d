// answers.csv, wide.csv and REDCap's import file, as a reader that knows only their columns takes them.
#include "exporting/Csv.h"
#include "exporting/ReconcileWide.h"
#include "exporting/Redcap.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

struct CsvTable {
    QStringList columns;
    QList<TableRow> rows;
};

Result<CsvTable> csvTable(const QByteArray& csv, CsvReader reader = CsvReader::Spreadsheet) {
    SEREIN_TRY(const QList<QStringList> lines, fromCsv(csv, reader));
    CsvTable table{lines.constFirst(), {}};
    for (const QStringList& line : lines.sliced(1)) {
        if (line.size() != table.columns.size())
            return wrong(QStringLiteral("a row has not as many cells as there are columns"));
        TableRow row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row.insert(table.columns.at(i), line.at(i));
        table.rows += row;
    }
    return table;
}

Result<Reading> readAnswers(const Records& records, const QByteArray& csv) {
    SEREIN_TRY(const CsvTable table, csvTable(csv));
    SEREIN_TRY(const Sayings said, saidInRows(records, table.rows));
    return Reading{answersFile, said};
}

Result<Reading> readWide(const Records& records, const QByteArray& csv) {
    SEREIN_TRY(const CsvTable table, csvTable(csv));
    const WideReading wide(records);
    SEREIN_CHECK(wide.checkColumns(table.columns, wideKeyColumns));
    Reading reading{wideFile, {}};
    reading.isWide = true;
    for (const TableRow& row : table.rows)
        SEREIN_CHECK(wide.take({row.value("subject"), row.value("timepoint"), row.value("sequence").toInt(),
                                [&](const QString& variable, const instrument::Item*) { return row.value(variable); }},
                               reading.said));
    return reading;
}

/// Of the events that somebody here was asked at, by their unique names.
QMap<QString, QString> timepointsByEvent(const Records& records) {
    QMap<QString, QString> timepoints;
    for (const Record& record : records) {
        for (const ledger::AssessmentState& assessment : record.state.assessments)
            timepoints.insert(redcapEvent(assessment.key.timepoint), assessment.key.timepoint);
        for (auto it = record.state.missed.keyBegin(); it != record.state.missed.keyEnd(); ++it)
            timepoints.insert(redcapEvent(it->timepoint), it->timepoint);
    }
    return timepoints;
}

QString redcapCell(const TableRow& row, const QString& variable, const instrument::Item* item) {
    const QString field = redcapField(variable);
    if (!item || item->type != instrument::ItemType::MultiChoice)
        return row.value(field);
    QStringList chosen;
    for (const instrument::Choice& choice : item->choices)
        if (row.value(redcapCheckbox(field, choice.value.toString())) == QLatin1String("1"))
            chosen += choice.value.toString();
    return chosen.join(u'|');
}

QString redcapAbsentField(const QString& instrument) {
    return redcapField(instrument) + QStringLiteral("_absent");
}
/// "q3=declined: tired|q4=not_reached": an item that isn't there was answered.
QString redcapState(const TableRow& row, const Variable& variable) {
    for (const QString& one : row.value(redcapAbsentField(variable.instrument)).split(u'|'))
        if (one.section(u'=', 0, 0) == variable.id)
            return one.section(u'=', 1).section(u':', 0, 0);
    return QStringLiteral("answered");
}

Result<void> checkRedcapColumns(const WideReading& wide, const QStringList& columns) {
    QStringList ofTable{"record_id", "redcap_event_name", "redcap_repeat_instance"};
    for (const QString& instrument : wide.instruments())
        ofTable += redcapAbsentField(instrument);
    QStringList fields;
    for (const QString& column : columns)
        fields += column.section(QStringLiteral("___"), 0, 0); // a checkbox is one for each choice
    return wide.checkColumns(fields, ofTable, redcapField);
}

Result<Reading> readRedcap(const Records& records, const QByteArray& csv) {
    SEREIN_TRY(const CsvTable table, csvTable(csv, CsvReader::Program));
    const QMap<QString, QString> timepoints = timepointsByEvent(records);
    const WideReading wide(records);
    SEREIN_CHECK(checkRedcapColumns(wide, table.columns));
    Reading reading{QStringLiteral("redcap/import.csv"), {}};
    reading.isWide = true;
    for (const TableRow& row : table.rows) {
        const QString instance = row.value("redcap_repeat_instance");
        const QString event = row.value("redcap_event_name");
        SEREIN_CHECK(wide.take(
            {row.value("record_id"), timepoints.value(event, event), instance.isEmpty() ? 1 : instance.toInt(),
             [&](const QString& variable, const instrument::Item* item) { return redcapCell(row, variable, item); },
             [&](const Variable& variable) { return redcapState(row, variable); }},
            reading.said));
    }
    return reading;
}

/// A score, where the columns of items are empty.
Said scoreInRow(const TableRow& row) {
    return {sayingValue(nullptr, row.value("value")), row.value("score_status"), row.value("band"), row.value("text")};
}
Said itemInRow(const instrument::Item* item, const TableRow& row) {
    return {sayingValue(item, row.value("value")), row.value("state"), row.value("reason"), row.value("text")};
}

} // namespace

Result<Sayings> saidInRows(const Records& records, const QList<TableRow>& rows) {
    Sayings said;
    for (const TableRow& row : rows) {
        const QString subject = row.value("subject");
        const ledger::AssessmentKey key{row.value("timepoint"), row.value("instrument"), row.value("sequence").toInt()};
        const QString kind = row.value("kind");
        const QString id = row.value("id");
        const bool isScore = kind == QLatin1String("score");
        const QString place = sayingKey(subject, key, isScore, id);
        const Record* record = recordOf(records, subject);
        if (!record)
            return wrong(QStringLiteral("%1: no such participant is in the ledger slice").arg(place));
        if (kind == assessmentKind) {
            SEREIN_CHECK(say(said, missedKey(subject, key), {row.value("reason"), row.value("status")}));
            continue;
        }
        if (!isScore && kind != QLatin1String("item"))
            return wrong(QStringLiteral("%1: it is neither item nor score").arg(place));
        Said one = isScore ? scoreInRow(row) : itemInRow(itemIn(*record, key, id), row);
        if (row.contains("value_num")) // of statistics programs
            one.number = row.value("value_num");
        SEREIN_CHECK(say(said, place, one));
    }
    return said;
}

Result<QList<Reading>> readTablesBack(const Records& records, const Files& files) {
    using Read = Result<Reading> (*)(const Records& records, const QByteArray& csv);
    const QList<std::pair<QString, Read>> tables{
        {answersFile, readAnswers}, {wideFile, readWide}, {QStringLiteral("redcap/import.csv"), readRedcap}};
    QList<Reading> readings;
    for (const auto& [name, read] : tables) {
        if (!files.contains(name))
            continue;
        auto reading = read(records, files.value(name));
        if (!reading)
            return std::unexpected(reading.error().in(name));
        readings += *std::move(reading);
    }
    return readings;
}

} // namespace serein::exporting
