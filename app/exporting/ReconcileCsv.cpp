// answers.csv, wide.csv and REDCap's import file, as a reader that knows only their columns takes them.
#include "exporting/CsvRows.h"
#include "exporting/ReconcileWide.h"
#include "exporting/Redcap.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

const QString importFile = QStringLiteral("redcap/import.csv");

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

Result<void> checkRedcapColumns(const Everybody& all, const QStringList& columns) {
    QStringList ofTable{"record_id", "redcap_event_name", "redcap_repeat_instance"};
    for (const QString& instrument : all.instruments)
        ofTable += redcapAbsentField(instrument);
    QStringList fields;
    for (const QString& column : columns)
        fields += column.section(QStringLiteral("___"), 0, 0); // a checkbox is one for each choice
    return checkWideColumns(all, fields, ofTable, redcapField);
}

Result<Sayings> saidInWide(const Everybody& all, const Record* record, const QList<TableRow>& rows) {
    const WideReading wide(all, record);
    Sayings said;
    for (const TableRow& row : rows)
        SEREIN_CHECK(wide.take({row.value("subject"), row.value("timepoint"), row.value("sequence").toInt(),
                                [&](const QString& variable, const instrument::Item*) { return row.value(variable); }},
                               said));
    return said;
}

Result<Sayings> saidInRedcap(const Everybody& all, const Record* record, const QList<TableRow>& rows) {
    const WideReading wide(all, record);
    Sayings said;
    for (const TableRow& row : rows) {
        const QString instance = row.value("redcap_repeat_instance");
        const QString event = row.value("redcap_event_name");
        SEREIN_CHECK(wide.take(
            {row.value("record_id"), all.timepoints.value(event, event), instance.isEmpty() ? 1 : instance.toInt(),
             [&](const QString& variable, const instrument::Item* item) { return redcapCell(row, variable, item); },
             [&](const Variable& variable) { return redcapState(row, variable); }},
            said));
    }
    return said;
}

/// A score, where the columns of items are empty.
Said scoreInRow(const TableRow& row) {
    return {sayingValue(nullptr, row.value("value")), row.value("score_status"), row.value("band"), row.value("text")};
}
Said itemInRow(const instrument::Item* item, const TableRow& row) {
    return {sayingValue(item, row.value("value")), row.value("state"), row.value("reason"), row.value("text")};
}

class TablesReader : public BackReader {
public:
    Result<void> open(const Records& /*records*/, const Everybody& all, const Files& files) override {
        m_all = &all;
        for (const QString& file : {answersFile, wideFile, importFile}) {
            if (!files.contains(file))
                continue;
            const auto reader = file == importFile ? CsvReader::Program : CsvReader::Spreadsheet;
            auto rows = CsvRows::of(files.value(file), reader);
            if (!rows)
                return std::unexpected(rows.error().in(file));
            if (const auto checked = checkColumns(file, rows->columns()); !checked)
                return std::unexpected(checked.error().in(file));
            m_tables.insert(file, *std::move(rows));
        }
        return {};
    }
    Result<QList<Reading>> of(const Record& record) override {
        QList<Reading> readings;
        for (auto it = m_tables.begin(); it != m_tables.end(); ++it) {
            SEREIN_TRY(const Sayings said, saidIn(it.key(), *it, record.state.subject, &record));
            readings += Reading{it.key(), said};
            readings.last().isWide = it.key() != answersFile;
        }
        return readings;
    }
    Result<void> end() override {
        for (auto it = m_tables.begin(); it != m_tables.end(); ++it)
            for (const QString& subject : it->left())
                SEREIN_CHECK(saidIn(it.key(), *it, subject, nullptr));
        return {};
    }

private:
    [[nodiscard]] Result<void> checkColumns(const QString& file, const QStringList& columns) const {
        if (file == answersFile)
            return {};
        return file == importFile ? checkRedcapColumns(*m_all, columns)
                                  : checkWideColumns(*m_all, columns, wideKeyColumns);
    }
    [[nodiscard]] Result<Sayings> saidIn(const QString& file, CsvRows& table, const QString& subject,
                                         const Record* record) const {
        const auto rows = table.take(subject);
        if (!rows)
            return std::unexpected(rows.error().in(file));
        auto said = file == answersFile  ? saidInRows(record, *rows)
                    : file == importFile ? saidInRedcap(*m_all, record, *rows)
                                         : saidInWide(*m_all, record, *rows);
        return said ? said : std::unexpected(said.error().in(file));
    }

    const Everybody* m_all = nullptr;
    QMap<QString, CsvRows> m_tables; ///< by file
};

} // namespace

Result<Sayings> saidInRows(const Record* record, const QList<TableRow>& rows) {
    Sayings said;
    for (const TableRow& row : rows) {
        const QString subject = row.value("subject");
        const ledger::AssessmentKey key{row.value("timepoint"), row.value("instrument"), row.value("sequence").toInt()};
        const QString kind = row.value("kind");
        const QString id = row.value("id");
        const bool isScore = kind == QLatin1String("score");
        const QString place = sayingKey(subject, key, isScore, id);
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

std::unique_ptr<BackReader> tablesReader() {
    return std::make_unique<TablesReader>();
}

} // namespace serein::exporting
