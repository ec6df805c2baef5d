// answers.csv, wide.csv and REDCap's import file, as a reader that knows only their columns takes them.
#include "exporting/Csv.h"
#include "exporting/Reconcile.h"
#include "exporting/Redcap.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"

#include <functional>

namespace serein::exporting {

namespace {

using CsvRow = QMap<QString, QString>;

Result<QList<CsvRow>> csvRows(const QByteArray& csv, CsvReader reader = CsvReader::Spreadsheet) {
    SEREIN_TRY(const QList<QStringList> lines, fromCsv(csv, reader));
    QList<CsvRow> rows;
    for (const QStringList& line : lines.sliced(1)) {
        if (line.size() != lines.constFirst().size())
            return wrong(QStringLiteral("a row has not as many cells as there are columns"));
        CsvRow row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row.insert(lines.constFirst().at(i), line.at(i));
        rows += row;
    }
    return rows;
}

/// The item of an assessment that is in the slice; null: none such, or a score's id.
const instrument::Item* itemIn(const Record& record, const ledger::AssessmentKey& key, const QString& id) {
    const ledger::AssessmentState* assessment = record.state.assessment(key);
    return assessment ? record.definitions.instrument(*assessment).item(id) : nullptr;
}

/// Cells of a row that holds all instruments of a timepoint: those of assessments that are there.
void takeRow(const Record& record, const CsvRow& row, const QString& timepoint, int sequence,
             const std::function<QString(const QString& variable, const instrument::Item* item)>& cell, Sayings& said) {
    for (const Variable& variable : variables(record.definitions)) {
        const ledger::AssessmentKey key{timepoint, variable.instrument, sequence};
        const QString value = cell(variable.name, variable.isScore ? nullptr : itemIn(record, key, variable.id));
        if (row.isEmpty() || (value.isEmpty() && !record.state.assessment(key)))
            continue;
        said.insert(sayingKey(key, variable.isScore, variable.id),
                    {sayingValue(variable.isScore ? nullptr : itemIn(record, key, variable.id), value), {}});
    }
}

} // namespace

Result<Sayings> saidInAnswers(const Record& record, const QByteArray& csv) {
    SEREIN_TRY(const QList<CsvRow> rows, csvRows(csv));
    Sayings said;
    for (const CsvRow& row : rows) {
        const ledger::AssessmentKey key{row.value("timepoint"), row.value("instrument"), row.value("sequence").toInt()};
        if (row.value("kind") == assessmentKind)
            continue; // missed: of no item
        const bool isScore = row.value("kind") == QLatin1String("score");
        const QString id = row.value("id");
        if (row.value("subject") != record.state.subject)
            return wrong(QStringLiteral("%1: it is another subject's").arg(sayingKey(key, isScore, id)));
        said.insert(sayingKey(key, isScore, id),
                    {sayingValue(isScore ? nullptr : itemIn(record, key, id), row.value("value")), row.value("state")});
    }
    return said;
}

Result<Sayings> saidInWide(const Record& record, const QByteArray& csv) {
    SEREIN_TRY(const QList<CsvRow> rows, csvRows(csv));
    Sayings said;
    for (const CsvRow& row : rows)
        takeRow(
            record, row, row.value("timepoint"), row.value("sequence").toInt(),
            [&](const QString& variable, const instrument::Item*) { return row.value(variable); }, said);
    return said;
}

Result<Sayings> saidInRedcap(const Record& record, const QByteArray& csv) {
    SEREIN_TRY(const QList<CsvRow> rows, csvRows(csv, CsvReader::Program));
    QMap<QString, QString> timepoints; // by the event's unique name
    for (const ledger::AssessmentState& assessment : record.state.assessments)
        timepoints.insert(redcapEvent(assessment.key.timepoint), assessment.key.timepoint);
    Sayings said;
    for (const CsvRow& row : rows) {
        const QString instance = row.value("redcap_repeat_instance");
        const auto cell = [&](const QString& variable, const instrument::Item* item) {
            const QString field = redcapField(variable);
            if (!item || item->type != instrument::ItemType::MultiChoice)
                return row.value(field);
            QStringList chosen;
            for (const instrument::Choice& choice : item->choices)
                if (row.value(redcapCheckbox(field, choice.value.toString())) == QLatin1String("1"))
                    chosen += choice.value.toString();
            return chosen.join(u'|');
        };
        takeRow(record, row, timepoints.value(row.value("redcap_event_name")),
                instance.isEmpty() ? 1 : instance.toInt(), cell, said);
    }
    return said;
}

} // namespace serein::exporting
