#include "exporting/Assessed.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"

namespace serein::exporting {

namespace {

const QStringList codebookColumns{
    QStringLiteral("variable"),  QStringLiteral("instrument"), QStringLiteral("instrument_version"),
    QStringLiteral("kind"),      QStringLiteral("id"),         QStringLiteral("concept"),
    QStringLiteral("label"),     QStringLiteral("type"),       QStringLiteral("unit"),
    QStringLiteral("min"),       QStringLiteral("max"),        QStringLiteral("choices"),
    QStringLiteral("direction"), QStringLiteral("recall"),     QStringLiteral("source"),
    QStringLiteral("loinc"),     QStringLiteral("cdisc"),      QStringLiteral("missing")};

using Cells = QMap<QString, Cell>;

QString typeText(instrument::ItemType type) {
    switch (type) {
    case instrument::ItemType::Choice:
        return QStringLiteral("choice");
    case instrument::ItemType::MultiChoice:
        return QStringLiteral("multiChoice");
    case instrument::ItemType::Number:
        return QStringLiteral("number");
    case instrument::ItemType::Scale:
        return QStringLiteral("scale");
    case instrument::ItemType::Clock:
        return QStringLiteral("clock");
    case instrument::ItemType::Duration:
        return QStringLiteral("duration");
    case instrument::ItemType::Date:
        return QStringLiteral("date");
    case instrument::ItemType::DateTime:
        return QStringLiteral("datetime");
    case instrument::ItemType::Text:
        return QStringLiteral("text");
    case instrument::ItemType::Section:
    case instrument::ItemType::Note:
        break;
    }
    return {};
}

QString directionText(instrument::Direction direction) {
    switch (direction) {
    case instrument::Direction::HigherWorse:
        return QStringLiteral("higherWorse");
    case instrument::Direction::HigherBetter:
        return QStringLiteral("higherBetter");
    case instrument::Direction::None:
        break;
    }
    return {};
}

/// "0=Not at all|1=…"; a scale's ends where it has words; concepts where words may not be exported.
QString choicesText(const instrument::Item& item, const instrument::TextPack* words) {
    QStringList choices;
    for (const instrument::Choice& choice : item.choices)
        choices += choice.value.toString() + u'=' + (words ? words->choiceWords(item, choice.value) : choice.concept_);
    if (item.type == instrument::ItemType::Scale && words && item.min && item.max) {
        const instrument::ItemWords ends = words->items.value(item.id);
        choices += item.min->toString() + u'=' + ends.low;
        choices += item.max->toString() + u'=' + ends.high;
    }
    return choices.join(u'|');
}

Cells ofInstrument(const instrument::Instrument& instrument) {
    QStringList sources;
    for (const instrument::Source& source : instrument.sources)
        sources += source.doi.isEmpty() ? source.citation : source.citation + QStringLiteral(" doi:") + source.doi;
    return {{"instrument", instrument.id},
            {"instrument_version", instrument.version},
            {"recall", instrument.recall.toString()},
            {"source", sources.join(QStringLiteral("; "))}};
}

Cells ofItem(const instrument::Item& item, const instrument::TextPack* words) {
    const QString text = words ? words->items.value(item.id).text : QString();
    Cells cells{{"kind", QStringLiteral("item")},
                {"id", item.id},
                {"concept", item.concept_},
                {"label", text.isEmpty() ? item.concept_ : text},
                {"type", typeText(item.type)},
                {"unit", item.type == instrument::ItemType::Duration ? QStringLiteral("min") : item.unit},
                {"choices", choicesText(item, words)},
                {"direction", directionText(item.direction)},
                {"loinc", item.codes.loinc},
                {"cdisc", item.codes.cdisc},
                {"missing", item.showWhen ? QStringLiteral("declined|not_reached|not_applicable|unanswered")
                                          : QStringLiteral("declined|not_reached|unanswered")}};
    if (item.min)
        cells.insert("min", Cell::number(*item.min));
    if (item.max)
        cells.insert("max", Cell::number(*item.max));
    return cells;
}

Cells ofScore(const instrument::Score& score) {
    Cells cells{{"kind", QStringLiteral("score")},
                {"id", score.id},
                {"label", score.name.in(QStringLiteral("en"))},
                {"type", score.isBoolean ? QStringLiteral("boolean") : QStringLiteral("number")},
                {"choices", score.isBoolean ? QStringLiteral("0=no|1=yes") : QString()},
                {"direction", directionText(score.direction)},
                {"loinc", score.codes.loinc},
                {"cdisc", score.codes.cdisc},
                {"missing", QStringLiteral("missing")}};
    if (!score.isBoolean) {
        cells.insert("min", Cell::number(score.low));
        cells.insert("max", Cell::number(score.high));
    }
    return cells;
}

QList<Cell> rowOf(const Cells& cells) {
    QList<Cell> row;
    for (const QString& column : codebookColumns)
        row += cells.value(column);
    return row;
}

} // namespace

Table codebook(const Definitions& definitions) {
    Table table{codebookColumns, {}};
    const QList<Variable> all = variables(definitions);
    for (const QString& hash : definitions.inUse()) {
        const instrument::Instrument& instrument = definitions.byHash(hash);
        const instrument::TextPack* english = definitions.englishWords(hash);
        const instrument::TextPack* words = english && english->allowsExport ? english : nullptr;
        for (const Variable& variable : all) {
            if (variable.instrument != instrument.id)
                continue;
            const instrument::Item* item = variable.isScore ? nullptr : instrument.item(variable.id);
            const instrument::Score* score = variable.isScore ? instrument.score(variable.id) : nullptr;
            if (!item && !score)
                continue; // another version's
            Cells cells = ofInstrument(instrument);
            cells.insert(item ? ofItem(*item, words) : ofScore(*score));
            cells.insert("variable", variable.name);
            table.rows += rowOf(cells);
        }
    }
    QStringList named;
    for (const QString& hash : definitions.all()) {
        const instrument::Instrument& instrument = definitions.byHash(hash);
        for (const HowColumn& column : howColumns())
            if (!named.contains(instrument.id))
                table.rows += rowOf({{"variable", howName(instrument.id, column.ending)},
                                     {"instrument", instrument.id},
                                     {"kind", assessmentKind},
                                     {"id", QString::fromLatin1(column.ending)},
                                     {"label", QString::fromLatin1(column.words)}});
        named += instrument.id;
    }
    for (const ColumnWords& column : columnWords())
        table.rows += rowOf({{"variable", QString(column.file + u'/' + column.column)},
                             {"kind", QStringLiteral("column")},
                             {"id", column.column},
                             {"label", column.words}});
    return table;
}

} // namespace serein::exporting
