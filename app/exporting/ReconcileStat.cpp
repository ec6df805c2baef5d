// wide.sav and wide.dta as ReadStat reads them back.
#include "exporting/Reconcile.h"
#include "exporting/StatFile.h"
#include "exporting/Variables.h"

namespace serein::exporting {

namespace {

/// Shortest text of a double is the decimal it was made of: exports carry at most six digits after the point.
QString textOf(const StatVariable& variable, const StatCell& cell) {
    if (const auto* text = std::get_if<QString>(&cell))
        return *text;
    if (const auto* date = std::get_if<QDate>(&cell))
        return date->toString(Qt::ISODate);
    const auto* number = std::get_if<double>(&cell);
    if (!number)
        return {};
    if (variable.form == StatVariable::Form::Clock)
        return instrument::answerToJson(instrument::AnswerValue(instrument::ClockTime{static_cast<int>(*number)}))
            .toString();
    return QString::number(*number, 'f', QLocale::FloatingPointShortest);
}

QString stateOf(const StatCell& cell) {
    const auto* why = std::get_if<Absent>(&cell);
    if (!why)
        return QStringLiteral("answered");
    switch (*why) {
    case Absent::Declined:
        return QStringLiteral("declined");
    case Absent::NotReached:
        return QStringLiteral("not_reached");
    case Absent::NotApplicable:
        return QStringLiteral("not_applicable");
    case Absent::Unanswered:
        return QStringLiteral("unanswered");
    default:
        return {};
    }
}

Sayings saidIn(const Record& record, const StatTable& table) {
    QMap<QString, qsizetype> columns;
    for (qsizetype i = 0; i < table.variables.size(); ++i)
        columns.insert(table.variables.at(i).name, i);
    const QList<Variable> all = variables(record.definitions);
    Sayings said;
    for (const QList<StatCell>& row : table.rows) {
        const auto cell = [&](const QString& name) { return row.value(columns.value(name, -1), Absent::Unasked); };
        const auto text = [&](const QString& name) {
            const qsizetype column = columns.value(name, -1);
            return column < 0 ? QString() : textOf(table.variables.at(column), row.at(column));
        };
        for (const Variable& variable : all) {
            const ledger::AssessmentKey key{text("timepoint"), variable.instrument, text("sequence").toInt()};
            const ledger::AssessmentState* assessment = record.state.assessment(key);
            const QString value = text(variable.name);
            if (!assessment && value.isEmpty())
                continue;
            const instrument::Item* item = assessment && !variable.isScore
                                               ? record.definitions.instrument(*assessment).item(variable.id)
                                               : nullptr;
            const QString beside = stateName(variable.name);
            const bool isText = columns.contains(beside);
            const QString state = variable.isScore ? QString() : stateOf(cell(isText ? beside : variable.name));
            said.insert(sayingKey(key, variable.isScore, variable.id), {sayingValue(item, value), state});
        }
    }
    return said;
}

} // namespace

Result<Sayings> saidInSav(const Record& record, const QByteArray& sav) {
    SEREIN_TRY(const StatTable table, fromSav(sav));
    return saidIn(record, table);
}

Result<Sayings> saidInDta(const Record& record, const QByteArray& dta) {
    SEREIN_TRY(const StatTable table, fromDta(dta));
    return saidIn(record, table);
}

} // namespace serein::exporting
