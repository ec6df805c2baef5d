// wide and long tables as ReadStat reads SAV and DTA back.
#include "exporting/ReconcileWide.h"
#include "exporting/StatRows.h"

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

QStringList columnsOf(const StatRows& table) {
    QStringList names;
    for (const StatVariable& variable : table.variables())
        names += variable.name;
    return names;
}

TableRow textsOf(const StatRows& table, const QList<StatCell>& cells) {
    TableRow row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row.insert(table.variables().at(i).name, textOf(table.variables().at(i), cells.at(i)));
    return row;
}

StatRow cellsOf(const StatRows& table, const QList<StatCell>& cells) {
    StatRow row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row.insert(table.variables().at(i).name, cells.at(i));
    return row;
}

Result<Sayings> saidInWide(const WideReading& wide, const StatRows& table, const QList<QList<StatCell>>& rows) {
    Sayings said;
    for (const QList<StatCell>& cells : rows) {
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

Result<Sayings> saidInLong(const Record* record, const StatRows& table, const QList<QList<StatCell>>& rows) {
    QList<TableRow> texts;
    for (const QList<StatCell>& cells : rows)
        texts += textsOf(table, cells);
    return saidInRows(record, texts);
}

class TablesOfStatistics : public BackReader {
public:
    Result<void> open(const Records& /*records*/, const Everybody& all, const Files& files) override {
        m_all = &all;
        for (const QString& file : {QStringLiteral("wide.sav"), QStringLiteral("long.sav"), QStringLiteral("wide.dta"),
                                    QStringLiteral("long.dta")}) {
            if (!files.contains(file))
                continue;
            auto rows = StatRows::of(files.value(file), file.endsWith(QLatin1String("sav")));
            if (!rows)
                return std::unexpected(rows.error().in(file));
            if (isWide(file))
                if (const auto checked = checkWideColumns(all, columnsOf(*rows), wideKeyColumns); !checked)
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
            readings.last().isWide = isWide(it.key());
            readings.last().held = unpadded; // ReadStat leaves out blanks at the end
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
    static bool isWide(const QString& file) { return file.startsWith(QLatin1String("wide")); }
    [[nodiscard]] Result<Sayings> saidIn(const QString& file, StatRows& table, const QString& subject,
                                         const Record* record) const {
        const auto rows = table.take(subject);
        if (!rows)
            return std::unexpected(rows.error().in(file));
        auto said = isWide(file) ? saidInWide({*m_all, record}, table, *rows) : saidInLong(record, table, *rows);
        return said ? said : std::unexpected(said.error().in(file));
    }

    const Everybody* m_all = nullptr;
    QMap<QString, StatRows> m_tables; ///< by file
};

} // namespace

std::unique_ptr<BackReader> statReader() {
    return std::make_unique<TablesOfStatistics>();
}

} // namespace serein::exporting
