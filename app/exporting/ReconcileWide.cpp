#include "exporting/ReconcileWide.h"

#include "exporting/Assessed.h"

#include <algorithm>

namespace serein::exporting {

WideReading::WideReading(const Records& records) : m_records(records) {
    for (const Record& record : records) {
        for (const Variable& variable : variables(record.definitions))
            if (std::ranges::find(m_variables, variable.name, &Variable::name) == m_variables.end())
                m_variables += variable;
        for (const QString& instrument : wideInstruments(record))
            if (!m_instruments.contains(instrument))
                m_instruments += instrument;
    }
}

/// Theirs, then those that only others have: of them, too, nothing may be said that the slice doesn't say.
QList<Variable> WideReading::variablesFor(const Record& record) const {
    QList<Variable> all = variables(record.definitions);
    const QList<Variable> own = all;
    for (const Variable& variable : m_variables)
        if (std::ranges::find(own, variable.name, &Variable::name) == own.end())
            all += variable;
    return all;
}

Result<void> WideReading::take(const Row& row, Sayings& said) const {
    const QString place = QStringLiteral("%1 %2/%3").arg(row.subject, row.timepoint).arg(row.sequence);
    const Record* record = recordOf(m_records, row.subject);
    if (!record)
        return wrong(QStringLiteral("%1: no such participant is in the ledger slice").arg(place));
    const auto before = said.size();
    for (const Variable& variable : variablesFor(*record)) {
        const ledger::AssessmentKey key{row.timepoint, variable.instrument, row.sequence};
        const instrument::Item* item = variable.isScore ? nullptr : itemIn(*record, key, variable.id);
        const QString value = row.value(variable.name, item);
        if (value.isEmpty() && !record->state.assessment(key))
            continue;
        Said one{sayingValue(item, value)};
        if (item && row.state)
            one.state = row.state(variable);
        SEREIN_CHECK(say(said, sayingKey(row.subject, key, variable.isScore, variable.id), one));
    }
    for (const QString& instrument : m_instruments)
        if (row.value(howName(instrument, "asmt_status"), nullptr) == QLatin1String("missed"))
            SEREIN_CHECK(say(said, missedKey(row.subject, {row.timepoint, instrument, row.sequence}),
                             {row.value(howName(instrument, "asmt_reason"), nullptr), QStringLiteral("missed")}));
    if (said.size() == before)
        return wrong(QStringLiteral("%1: the ledger slice has nothing of this row").arg(place));
    return {};
}

Result<void> WideReading::checkColumns(const QStringList& columns, const QStringList& ofTable,
                                       const std::function<QString(const QString& variable)>& named) const {
    QSet<QString> known(ofTable.begin(), ofTable.end());
    for (const Variable& variable : m_variables)
        known << named(variable.name) << named(stateName(variable.name));
    for (const QString& instrument : m_instruments)
        for (const HowColumn& column : howColumns())
            known.insert(named(howName(instrument, column.ending)));
    for (const QString& column : columns)
        if (!known.contains(column))
            return wrong(QStringLiteral("its column %1 is no variable of the ledger slice").arg(column));
    return {};
}

} // namespace serein::exporting
