#include "exporting/ReconcileWide.h"

#include "exporting/Assessed.h"
#include "exporting/Redcap.h"

#include <algorithm>

namespace serein::exporting {

void Everybody::add(const Record& record) {
    for (const Variable& variable : serein::exporting::variables(record.definitions))
        if (std::ranges::find(variables, variable.name, &Variable::name) == variables.end())
            variables += variable;
    for (const QString& instrument : wideInstruments(record))
        if (!instruments.contains(instrument))
            instruments += instrument;
    const auto add = [&](const ledger::AssessmentKey& key, const QString& definition) {
        timepoints.insert(redcapEvent(key.timepoint), key.timepoint);
        if (!definition.isEmpty() && !definitions.contains(definition))
            definitions.insert(definition, record.definitions.byHash(definition));
    };
    for (const ledger::AssessmentState& assessment : record.state.assessments)
        add(assessment.key, assessment.definition);
    for (const MissedScale& one : missedScales(record))
        add(one.key, one.definition);
    for (auto it = record.state.missed.keyBegin(); it != record.state.missed.keyEnd(); ++it)
        add(*it, {});
}

/// Of what only others have, too, nothing may be said that the slice doesn't say.
WideReading::WideReading(const Everybody& all, const Record* record)
    : m_instruments(all.instruments), m_record(record) {
    if (!record)
        return;
    m_variables = variables(record->definitions);
    const QList<Variable> own = m_variables;
    for (const Variable& variable : all.variables)
        if (std::ranges::find(own, variable.name, &Variable::name) == own.end())
            m_variables += variable;
}

Result<void> WideReading::take(const Row& row, Sayings& said) const {
    const QString place = QStringLiteral("%1 %2/%3").arg(row.subject, row.timepoint).arg(row.sequence);
    if (!m_record)
        return wrong(QStringLiteral("%1: no such participant is in the ledger slice").arg(place));
    const auto before = said.size();
    for (const Variable& variable : m_variables) {
        const ledger::AssessmentKey key{row.timepoint, variable.instrument, row.sequence};
        const instrument::Item* item = variable.isScore ? nullptr : itemIn(*m_record, key, variable.id);
        const QString value = row.value(variable.name, item);
        if (value.isEmpty() && !m_record->state.assessment(key))
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

Result<void> checkWideColumns(const Everybody& all, const QStringList& columns, const QStringList& ofTable,
                              const std::function<QString(const QString& variable)>& named) {
    QSet<QString> known(ofTable.begin(), ofTable.end());
    for (const Variable& variable : all.variables)
        known << named(variable.name) << named(stateName(variable.name));
    for (const QString& instrument : all.instruments)
        for (const HowColumn& column : howColumns())
            known.insert(named(howName(instrument, column.ending)));
    for (const QString& column : columns)
        if (!known.contains(column))
            return wrong(QStringLiteral("its column %1 is no variable of the ledger slice").arg(column));
    return {};
}

} // namespace serein::exporting
