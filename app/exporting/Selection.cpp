#include "exporting/Selection.h"

#include <QJsonArray>
#include <algorithm>

namespace serein::exporting {

namespace {

/// Of the assessment of that key, here or voided; of one that was missed, when that was recorded.
QDateTime begunAt(const ledger::ParticipantState& state, const ledger::AssessmentKey& key) {
    if (const ledger::AssessmentState* assessment = state.assessment(key))
        return assessment->openedAt;
    for (const ledger::VoidedState& voided : state.voided)
        if (voided.assessment.key == key)
            return voided.assessment.openedAt;
    const auto missed = state.missed.constFind(key);
    return missed != state.missed.constEnd() ? missed->remark.at : QDateTime();
}

QStringList textList(const QJsonValue& value) {
    QStringList list;
    for (const auto& one : value.toArray())
        list += one.toString();
    return list;
}

} // namespace

bool Selection::takes(const ledger::AssessmentKey& key, const QDateTime& at) const {
    if (!timepoints.isEmpty() && !timepoints.contains(key.timepoint))
        return false;
    if (!instruments.isEmpty() && !key.instrument.isEmpty() && !instruments.contains(key.instrument))
        return false;
    if (!at.isValid())
        return true;
    return (!from.isValid() || at.date() >= from) && (!to.isValid() || at.date() <= to);
}

QJsonObject Selection::toJson() const {
    QJsonObject json;
    if (!timepoints.isEmpty())
        json.insert("timepoints", QJsonArray::fromStringList(timepoints));
    if (!instruments.isEmpty())
        json.insert("instruments", QJsonArray::fromStringList(instruments));
    if (!sites.isEmpty())
        json.insert("sites", QJsonArray::fromStringList(sites));
    if (from.isValid())
        json.insert("from", from.toString(Qt::ISODate));
    if (to.isValid())
        json.insert("to", to.toString(Qt::ISODate));
    return json;
}

Selection Selection::fromJson(const QJsonObject& json) {
    return {textList(json.value("timepoints")), textList(json.value("instruments")), textList(json.value("sites")),
            QDate::fromString(json.value("from").toString(), Qt::ISODate),
            QDate::fromString(json.value("to").toString(), Qt::ISODate)};
}

Result<void> checkSelection(const Selection& selection, const study::Study& study) {
    QList<Fault> faults;
    QStringList instruments;
    for (const study::Timepoint& timepoint : study.timepoints)
        instruments += timepoint.battery;
    for (const QString& id : selection.timepoints)
        if (!study.timepoint(id))
            faults.append({{}, {}, QStringLiteral("the study has no timepoint \"%1\"").arg(id)});
    for (const QString& id : selection.instruments)
        if (!instruments.contains(id))
            faults.append({{}, {}, QStringLiteral("the study has no instrument \"%1\"").arg(id)});
    for (const QString& id : selection.sites)
        if (std::ranges::find(study.sites, id, &study::Site::id) == study.sites.end())
            faults.append({{}, {}, QStringLiteral("the study has no site \"%1\"").arg(id)});
    if (selection.from.isValid() && selection.to.isValid() && selection.from > selection.to)
        faults.append({{}, {}, QStringLiteral("the first date is after the last")});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return {};
}

ledger::ParticipantState selected(ledger::ParticipantState state, const Selection& selection) {
    if (selection.isWhole())
        return state;
    const ledger::ParticipantState whole = state;
    const auto leaves = [&](const ledger::AssessmentKey& key) { return !selection.takes(key, begunAt(whole, key)); };
    state.assessments.removeIf([&](const auto& one) { return leaves(one.key()); });
    state.voided.removeIf([&](const auto& one) { return leaves(one->assessment.key); });
    state.missed.removeIf([&](const auto& one) { return leaves(one.key()); });
    state.alerts.removeIf([&](const auto& one) { return leaves(one->assessment); });
    state.proposals.removeIf([&](const auto& one) { return leaves(one->assessment); });
    state.queries.removeIf([&](const auto& one) { return leaves(one->assessment); });
    state.signatures.removeIf([&](const ledger::SignatureState& one) {
        return !one.assessment.instrument.isEmpty() && leaves(one.assessment);
    });
    return state;
}

QList<ledger::Event> selected(const QList<ledger::Event>& events, const ledger::ParticipantState& whole,
                              const Selection& selection) {
    if (selection.isWhole())
        return events;
    QList<ledger::Event> kept;
    for (const ledger::Event& event : events) {
        const QString about = ledger::bodyOf(event.fact).value("assessment").toString();
        const ledger::AssessmentKey key = ledger::AssessmentKey::fromString(about);
        if (about.isEmpty() || selection.takes(key, begunAt(whole, key)))
            kept += event;
    }
    return kept;
}

} // namespace serein::exporting
