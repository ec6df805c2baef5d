#include "exporting/OdmTrail.h"

#include <algorithm>

namespace serein::exporting {

namespace {

/// Why, where whoever did it said so. (Why an assessment was begun outside its window is one of its data.)
QString reasonOf(const ledger::Fact& fact) {
    if (std::holds_alternative<ledger::AssessmentOpened>(fact))
        return {};
    return std::visit(
        [](const auto& one) -> QString {
            if constexpr (requires { QString(one.reason); })
                return one.reason;
            else
                return {};
        },
        fact);
}

const OdmDatum* find(const QList<OdmDatum>& data, const QString& item) {
    const auto found = std::ranges::find(data, item, &OdmDatum::item);
    return found == data.end() ? nullptr : &*found;
}

} // namespace

Result<OdmTrail> OdmTrail::walk(const Record& record, const OdmCatalog& catalog) {
    OdmTrail trail(record, catalog);
    ledger::ParticipantState state;
    for (const ledger::Event& event : record.events) {
        ledger::Touched touched;
        ledger::apply(state, event, touched);
        if (std::holds_alternative<ledger::ItemShown>(event.fact) ||
            std::holds_alternative<ledger::Withheld>(event.fact))
            continue; // changes no datum
        SEREIN_CHECK(trail.after(event, state, touched));
    }
    return trail;
}

Result<void> OdmTrail::after(const ledger::Event& event, const ledger::ParticipantState& state,
                             const ledger::Touched& touched) {
    QSet<QString> keys = touched.assessments + touched.scores;
    for (const auto& [assessment, item] : touched.answers)
        keys.insert(assessment);
    if (const auto* verified = std::get_if<ledger::SourceVerified>(&event.fact))
        keys.insert(verified->assessment.toString());
    QStringList ordered(keys.begin(), keys.end());
    ordered.sort();
    for (const QString& key : std::as_const(ordered)) {
        const OdmPlace place = ledger::AssessmentKey::fromString(key);
        const ledger::AssessmentState* assessment = state.assessment(place);
        if (!assessment) {
            remove(event, place);
            continue;
        }
        SEREIN_TRY(const std::optional<OdmForm> form, odmForm(state, *assessment, m_record, m_catalog));
        if (form)
            put(event, place, *form);
    }
    // A moved anchor shifts the windows of what hung on it.
    if (touched.anchors)
        for (const ledger::AssessmentState& assessment : state.assessments) {
            SEREIN_TRY(const std::optional<OdmForm> form, odmForm(state, assessment, m_record, m_catalog));
            if (form)
                put(event, assessment.key, *form);
        }
    put(event, {}, odmRecord(state, m_record));
    if (std::holds_alternative<ledger::Missed>(event.fact)) {
        const QMap<OdmPlace, OdmForm> missed = odmMissed(state, m_record, m_catalog);
        for (auto it = missed.begin(); it != missed.end(); ++it)
            put(event, it.key(), *it);
    }
    if (std::holds_alternative<ledger::MissedTakenBack>(event.fact)) {
        const QMap<OdmPlace, OdmForm> missed = odmMissed(state, m_record, m_catalog);
        const QList<OdmPlace> places = m_forms.keys();
        for (const OdmPlace& place : places)
            if (!place.instrument.isEmpty() && !missed.contains(place) && state.assessment(place) == nullptr)
                remove(event, place);
    }
    return {};
}

void OdmTrail::put(const ledger::Event& event, const OdmPlace& place, const OdmForm& now) {
    if (m_forms.contains(place) && m_forms.value(place).form != now.form)
        remove(event, place); // missed under one version, begun under another after all
    const bool isNew = !m_forms.contains(place);
    OdmForm& form = m_forms[place];
    OdmTransaction transaction{&event.header,
                               reasonOf(event.fact),
                               place,
                               now.study,
                               now.form,
                               isNew ? OdmChange::Kind::Insert : OdmChange::Kind::Update,
                               {}};
    for (const OdmDatum& datum : now.data) {
        const OdmDatum* before = find(form.data, datum.item);
        if (before && *before == datum)
            continue;
        transaction.changes.append({before ? OdmChange::Kind::Update : OdmChange::Kind::Insert, datum});
        form.lastChange.insert(datum.item, m_transactions.size());
    }
    for (const OdmDatum& datum : std::as_const(form.data))
        if (!find(now.data, datum.item)) {
            transaction.changes.append({OdmChange::Kind::Remove, datum});
            form.lastChange.remove(datum.item);
        }
    form.form = now.form;
    form.study = now.study;
    form.data = now.data;
    if (isNew)
        form.opened = m_transactions.size();
    if (!transaction.changes.isEmpty() || isNew)
        m_transactions += transaction;
}

void OdmTrail::remove(const ledger::Event& event, const OdmPlace& place) {
    const auto found = m_forms.find(place);
    if (found == m_forms.end())
        return;
    m_transactions.append(
        {&event.header, reasonOf(event.fact), place, found->study, found->form, OdmChange::Kind::Remove, {}});
    m_forms.erase(found);
}

} // namespace serein::exporting
