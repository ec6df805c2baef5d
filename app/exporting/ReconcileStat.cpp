// wide and long tables as ReadStat reads SAV and DTA back.
#include "exporting/ReconcileWide.h"
#include "exporting/StatFile.h"

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

using StatRow = QMap<QString, StatCell>;

QStringList columnsOf(const StatTable& table) {
    QStringList names;
    for (const StatVariable& variable : table.variables)
        names += variable.name;
    return names;
}

TableRow textsOf(const StatTable& table, const QList<StatCell>& cells) {
    TableRow row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row.insert(table.variables.at(i).name, textOf(table.variables.at(i), cells.at(i)));
    return row;
}

StatRow cellsOf(const StatTable& table, const QList<StatCell>& cells) {
    StatRow row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row.insert(table.variables.at(i).name, cells.at(i));
    return row;
}

Result<Sayings> saidInWide(const Records& records, const StatTable& table) {
    const WideReading wide(records);
    SEREIN_CHECK(wide.checkColumns(columnsOf(table), wideKeyColumns));
    Sayings said;
    for (const QList<StatCell>& cells : table.rows) {
        const TableRow texts = textsOf(table, cells);
        const StatRow row = cellsOf(table, cells);
        const auto value = [&](const QString& variable, const instrument::Item*) { return texts.value(variable); };
        const auto state = [&](const Variable& variable) -> std::optional<QString> {
            const QString beside = stateName(variable.name);
            return stateOf(row.value(row.contains(beside) ? beside : variable.name, Absent::Unasked));
        };
        SEREIN_CHECK(wide.take(
            {texts.value("subject"), texts.value("timepoint"), texts.value("sequence").toInt(), value, state}, said));
    }
    return said;
}

Result<Sayings> saidInLong(const Records& records, const StatTable& table) {
    QList<TableRow> rows;
    for (const QList<StatCell>& cells : table.rows)
        rows += textsOf(table, cells);
    return saidInRows(records, rows);
}

} // namespace

Result<QList<Reading>> readStatBack(const Records& records, const Files& files) {
    QList<Reading> readings;
    for (const char* name : {"wide.sav", "long.sav", "wide.dta", "long.dta"}) {
        const QString file = QString::fromLatin1(name);
        if (!files.contains(file))
            continue;
        const bool isSav = file.endsWith(QLatin1String("sav"));
        const bool isWide = file.startsWith(QLatin1String("wide"));
        const auto table = isSav ? fromSav(files.value(file)) : fromDta(files.value(file));
        if (!table)
            return std::unexpected(table.error().in(file));
        const auto said = isWide ? saidInWide(records, *table) : saidInLong(records, *table);
        if (!said)
            return std::unexpected(said.error().in(file));
        Reading reading{file, *said};
        reading.isWide = isWide;
        reading.held = unpadded; // ReadStat leaves out blanks at the end
        readings += reading;
    }
    return readings;
}

} // namespace serein::exporting
