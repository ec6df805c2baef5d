#include "exporting/StatTables.h"

#include "exporting/Assessed.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"
#include "instrument/Expressions.h"
#include "instrument/Scoring.h"

#include <algorithm>

namespace serein::exporting {

namespace {

using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;
using Form = StatVariable::Form;

/// The words of an instrument that labels may be made of; null: none in that language.
const instrument::TextPack* labelWords(const Definitions& definitions, const QString& hash, const QString& language) {
    for (const instrument::TextPack* pack : definitions.packsOf(hash))
        if (pack->language == language && pack->allowsExport)
            return pack;
    return nullptr;
}

Form statFormOf(const Item& item) {
    switch (item.type) {
    case ItemType::Clock:
        return Form::Clock;
    case ItemType::Date:
        return Form::Date;
    case ItemType::Choice:
    case ItemType::Number:
    case ItemType::Scale:
    case ItemType::Duration:
        return Form::Number;
    default:
        return Form::Text;
    }
}

StatVariable variableOf(const QString& name, const Item& item, const instrument::TextPack* words) {
    const QString text = words ? words->items.value(item.id).text : QString();
    StatVariable variable;
    variable.name = name;
    variable.label = text.isEmpty() ? item.concept_ : text;
    variable.form = statFormOf(item);
    variable.decimals = item.decimals;
    variable.hasStates = variable.form != Form::Text;
    variable.isOrdinal = item.type == ItemType::Choice;
    if (item.type == ItemType::Choice)
        for (const instrument::Choice& choice : item.choices)
            variable.values +=
                {choice.value.toDouble(), words ? words->choiceWords(item, choice.value) : choice.concept_};
    if (item.type == ItemType::Scale && words && item.min && item.max) {
        const instrument::ItemWords ends = words->items.value(item.id);
        variable.values += {item.min->toDouble(), ends.low};
        variable.values += {item.max->toDouble(), ends.high};
    }
    if (variable.form == Form::Number) {
        const instrument::Interval range = instrument::intervalOf(item);
        variable.lowest = range.low ? range.low->toDouble() : -1e15; // the lowest that an answer may be
    }
    return variable;
}

StatVariable variableOf(const QString& name, const Instrument& instrument, const instrument::Score& score,
                        const QString& language) {
    StatVariable variable;
    variable.name = name;
    variable.label = QStringLiteral("%1: %2").arg(instrument.name.in(language), score.name.in(language));
    variable.decimals = score.decimals;
    variable.hasStates = true;
    variable.lowest = score.low.toDouble();
    const bool chinese = language.startsWith(QLatin1String("zh"));
    if (score.isBoolean)
        variable.values = {{0, chinese ? QStringLiteral("否") : QStringLiteral("no")},
                           {1, chinese ? QStringLiteral("是") : QStringLiteral("yes")}};
    return variable;
}

/// Why a text is empty, beside it.
StatVariable stateVariable(const StatVariable& text, const QString& language) {
    StatVariable variable;
    variable.name = stateName(text.name);
    variable.label = text.label;
    variable.hasStates = true;
    variable.values = {
        {1, language.startsWith(QLatin1String("zh")) ? QStringLiteral("已作答") : QStringLiteral("answered")}};
    return variable;
}

Absent absentOf(const QString& state) {
    if (state == QLatin1String("declined"))
        return Absent::Declined;
    if (state == QLatin1String("not_reached"))
        return Absent::NotReached;
    return state == QLatin1String("not_applicable") ? Absent::NotApplicable : Absent::Unanswered;
}

struct ToStat {
    StatCell operator()(const Decimal& number) const { return number.toDouble(); }
    StatCell operator()(instrument::ClockTime clock) const { return static_cast<double>(clock.minutes); }
    StatCell operator()(const instrument::Minutes& minutes) const { return minutes.value.toDouble(); }
    StatCell operator()(QDate date) const { return date; }
    StatCell operator()(const QList<Decimal>&) const { return Absent::Unasked; } // as a text, see below
    StatCell operator()(const QString&) const { return Absent::Unasked; }
};

/// The table as it grows: its variables by name, its rows as far as they go.
class WideBuilder {
public:
    WideBuilder(QString language, const QString& folder) : m_table(folder) {
        m_table.head.language = std::move(language);
        key("subject", "Subject id", Form::Text);
        key("timepoint", "Timepoint", Form::Text);
        key("sequence", "Sequence of the timepoint, from 1", Form::Number);
        key("planned_opens", "Window opens, ISO 8601", Form::Text);
        key("planned_closes", "Window closes, ISO 8601", Form::Text);
        key("night_of", "The night it asks about: date of going to bed", Form::Date);
        key("site", "Site", Form::Text);
    }

    [[nodiscard]] Result<void> add(const Record& record) {
        const Definitions& definitions = record.definitions;
        addVariables(definitions);
        for (const QString& instrument : wideInstruments(record))
            for (const HowColumn& column : howColumns())
                key(howName(instrument, column.ending),
                    QStringLiteral("%1: %2").arg(instrument, QLatin1String(column.words)), Form::Text);
        for (const WideRow& row : wideRows(record)) {
            m_row.clear();
            setKey(record, row);
            for (const ledger::AssessmentState* assessment : row.begun)
                SEREIN_CHECK(collect(*assessment, definitions.instrument(*assessment)));
            for (auto it = row.how.begin(); it != row.how.end(); ++it)
                for (const HowColumn& column : howColumns())
                    set(howName(it.key(), column.ending), (*it).*column.text);
            SEREIN_CHECK(m_table.append(m_row));
        }
        return {};
    }

    [[nodiscard]] StatSpool finished(const QString& label) {
        m_table.head.label = label;
        return std::move(m_table);
    }

private:
    qsizetype variableAt(const StatVariable& variable) {
        const auto known = m_columns.constFind(variable.name);
        if (known != m_columns.constEnd()) {
            widen(m_table.head.variables[*known], variable);
            return *known;
        }
        m_columns.insert(variable.name, m_table.head.variables.size());
        m_table.head.variables += variable;
        return m_table.head.variables.size() - 1;
    }
    /// Another version of the instrument, or another participant's.
    static void widen(StatVariable& known, const StatVariable& also) {
        known.decimals = std::max(known.decimals, also.decimals);
        known.lowest = std::min(known.lowest, also.lowest);
        for (const auto& [value, label] : also.values)
            if (std::ranges::find(known.values, value, &std::pair<double, QString>::first) == known.values.end())
                known.values += {value, label};
    }

    void addVariables(const Definitions& definitions) {
        m_names.clear();
        const QList<Variable> all = variables(definitions);
        for (const QString& hash : definitions.inUse()) {
            const Instrument& instrument = definitions.byHash(hash);
            const instrument::TextPack* words = labelWords(definitions, hash, m_table.head.language);
            for (const Variable& variable : all) {
                if (variable.instrument != instrument.id)
                    continue;
                m_names.insert({variable.isScore, variable.instrument + u'/' + variable.id}, variable.name);
                if (const Item* item = variable.isScore ? nullptr : instrument.item(variable.id)) {
                    const StatVariable added = variableOf(variable.name, *item, words);
                    variableAt(added);
                    if (added.form == Form::Text)
                        variableAt(stateVariable(added, m_table.head.language));
                } else if (const instrument::Score* score = variable.isScore ? instrument.score(variable.id) : nullptr)
                    variableAt(variableOf(variable.name, instrument, *score, m_table.head.language));
            }
        }
    }

    void set(const QString& name, const StatCell& cell) {
        const qsizetype column = m_columns.value(name);
        if (m_row.size() <= column)
            m_row.resize(m_table.head.variables.size(), Absent::Unasked);
        m_row[column] = cell;
    }

    void key(const QString& name, const QString& label, Form form) {
        StatVariable variable;
        variable.name = name;
        variable.label = label;
        variable.form = form;
        variableAt(variable);
    }

    void setKey(const Record& record, const WideRow& row) {
        const study::Planned& planned = row.planned;
        set("subject", record.state.subject);
        set("site", record.state.site);
        set("timepoint", row.key.timepoint);
        set("sequence", static_cast<double>(row.key.sequence));
        set("planned_opens", timeOf(planned.opensAt));
        set("planned_closes", timeOf(planned.closesAt));
        if (planned.nightOf.isValid())
            set("night_of", planned.nightOf);
    }

    [[nodiscard]] Result<void> collect(const ledger::AssessmentState& assessment, const Instrument& instrument) {
        SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
        const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
        for (const Item& item : instrument.items) {
            if (!item.asks())
                continue;
            const instrument::Answer answer = answers.value(item.id);
            const ItemState state =
                itemState(item, answer, shown.contains(item.id), !assessment.notReached.contains(item.id));
            const bool answered = state.state == QLatin1String("answered");
            const QString name = m_names.value({false, instrument.id + u'/' + item.id});
            if (statFormOf(item) == Form::Text) {
                set(name, state.value.text);
                set(stateName(name), answered ? StatCell(1.0) : absentOf(state.state));
            } else {
                set(name,
                    answered ? std::visit(ToStat(), std::get<instrument::AnswerValue>(answer)) : absentOf(state.state));
            }
        }
        for (auto it = assessment.scores.begin(); it != assessment.scores.end(); ++it) {
            const QJsonValue value = it->toObject().value(QLatin1String("value"));
            const StatCell cell = value.isBool()     ? StatCell(value.toBool() ? 1.0 : 0.0)
                                  : value.isDouble() ? StatCell(value.toDouble())
                                                     : StatCell(Absent::ScoreMissing);
            set(m_names.value({true, instrument.id + u'/' + it.key()}), cell);
        }
        return {};
    }

    StatSpool m_table;
    QList<StatCell> m_row; ///< as far as it goes
    QMap<QString, qsizetype> m_columns;
    QMap<std::pair<bool, QString>, QString> m_names; ///< of the participant being added
};

} // namespace

Result<StatSpool> statWide(const Records& records, const QString& language) {
    WideBuilder builder(language, records.folder());
    for (const Record& record : records)
        SEREIN_CHECK(builder.add(record));
    return builder.finished(QStringLiteral("Serein: a row for each timepoint and sequence"));
}

} // namespace serein::exporting
