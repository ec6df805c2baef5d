#include "study/References.h"
#include "core/Json.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace serein::study {

namespace {

bool isAsked(const Study& study, const QString& instrument) {
    return std::ranges::any_of(study.timepoints, [&](const Timepoint& t) { return t.battery.contains(instrument); });
}

void checkAlerts(const Study& study, const instrument::Library& library, Faults& faults) {
    const QString list = QStringLiteral("/alerts");
    const QJsonArray alerts = study.json.value("alerts").toArray();
    QSet<std::pair<QString, QString>> seen;
    for (qsizetype i = 0; i < alerts.size(); ++i) {
        const QString id = alerts[i].toObject().value("instrument").toString();
        const QString rule = alerts[i].toObject().value("alert").toString();
        const instrument::Instrument* instrument = library.instrument(id);
        if (!instrument)
            faults.add(at(list, i, "instrument"), noInstrument(id));
        else if (std::ranges::none_of(instrument->alerts, [&](const auto& known) { return known.id == rule; }))
            faults.add(at(list, i, "alert"), QStringLiteral("%1 has no alert \"%2\"").arg(id, rule));
        else if (!isAsked(study, id))
            faults.add(at(list, i, "instrument"),
                       QStringLiteral("%1 is in no battery, so this alert could never fire").arg(id));
        else if (seen.contains({id, rule}))
            faults.add(pointerTo(list, i), QStringLiteral("the alert stands twice"));
        seen.insert({id, rule});
    }
    // The participant reads these words, so English must not stand in for a study language.
    const QString policy = QStringLiteral("/alertPolicy");
    for (qsizetype i = 0; i < study.languages.size() && !alerts.isEmpty(); ++i) {
        const QString& language = study.languages[i];
        if (faults.touch(pointerTo("/languages", i)))
            continue;
        if (!study.alertText.has(language))
            faults.add(pointerTo(policy, "text"), QStringLiteral("there is no text in %1").arg(language));
        if (!study.alertContact.has(language))
            faults.add(pointerTo(policy, "contact"), QStringLiteral("there is no text in %1").arg(language));
    }
}

void checkState(const Study& study, const instrument::Library& library, Faults& faults) {
    const QString place = QStringLiteral("/handOver/state");
    if (study.stateForm.isEmpty() || faults.refused(place))
        return;
    const instrument::Instrument* form = library.instrument(study.stateForm);
    if (!form)
        return faults.add(pointerTo(place, "instrument"), noInstrument(study.stateForm));
    if (form->audience == QLatin1String("self"))
        faults.add(pointerTo(place, "instrument"), QStringLiteral("%1 is answered by the participant").arg(form->id));
    if (!isAsked(study, form->id))
        faults.add(pointerTo(place, "instrument"), QStringLiteral("%1 is in no battery").arg(form->id));
    if (study.adviseAgainst && !form->score(study.adviseAgainst->score))
        faults.add(place + QStringLiteral("/adviseAgainst/score"),
                   QStringLiteral("%1 has no score \"%2\"").arg(form->id, study.adviseAgainst->score));
}

/// A form that staff fill in, and one of its scores.
void checkForm(const Study& study, const instrument::Library& library, const Criterion& criterion, const QString& place,
               Faults& faults) {
    if (faults.refused(place))
        return;
    const instrument::Instrument* form = library.instrument(criterion.instrument);
    if (!form)
        return faults.add(pointerTo(place, "instrument"), noInstrument(criterion.instrument));
    if (form->audience == QLatin1String("self"))
        faults.add(pointerTo(place, "instrument"), QStringLiteral("%1 is answered by the participant").arg(form->id));
    if (!isAsked(study, form->id))
        faults.add(pointerTo(place, "instrument"), QStringLiteral("%1 is in no battery").arg(form->id));
    if (!form->score(criterion.score))
        faults.add(pointerTo(place, "score"), QStringLiteral("%1 has no score \"%2\"").arg(form->id, criterion.score));
}

void checkProration(const Study& study, const instrument::Library& library, Faults& faults) {
    for (qsizetype i = 0; i < study.prorated.size(); ++i) {
        const QString place = at("/proration", i, "instrument");
        const instrument::Instrument* instrument = library.instrument(study.prorated[i]);
        if (!instrument)
            faults.add(place, noInstrument(study.prorated[i]));
        else if (std::ranges::none_of(instrument->scores,
                                      [](const auto& score) { return score.proration.has_value(); }))
            faults.add(place, QStringLiteral("%1 publishes no rule for proration").arg(instrument->id));
    }
}

} // namespace

void checkPlan(const Study& study, Faults& faults) {
    const auto checkAnchor = [&](const QString& anchor, const QString& pointer) {
        if (!anchor.isEmpty() && !study.anchors.isEmpty() && !study.anchor(anchor))
            faults.add(pointer, QStringLiteral("there is no anchor \"%1\"").arg(anchor));
    };
    checkAnchor(study.dayZero, QStringLiteral("/dayZero"));
    checkAnchor(study.firstExposure, QStringLiteral("/firstExposure"));
    checkAnchor(study.consentAnchor, QStringLiteral("/consent/anchor"));
    for (qsizetype i = 0; i < study.timepoints.size(); ++i)
        checkAnchor(study.timepoints[i].window.anchor, at("/timepoints", i, "window") + QStringLiteral("/anchor"));

    const QJsonArray declared = study.json.value("recallDeclared").toArray();
    for (qsizetype i = 0; i < declared.size(); ++i) {
        const QString id = declared[i].toObject().value("timepoint").toString();
        const QString instrument = declared[i].toObject().value("instrument").toString();
        const Timepoint* timepoint = study.timepoint(id);
        if (!timepoint)
            faults.add(at("/recallDeclared", i, "timepoint"), noTimepoint(id));
        else if (!timepoint->battery.contains(instrument))
            faults.add(at("/recallDeclared", i, "instrument"), notAskedAt(id, instrument));
    }
}

void checkBatteries(const Study& study, const instrument::Library& library, Faults& faults) {
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const QString battery = at("/timepoints", i, "battery");
        const QStringList& ids = study.timepoints[i].battery;
        for (qsizetype j = 0; j < ids.size(); ++j)
            if (!library.instrument(ids[j]))
                faults.add(at(battery, j, "instrument"), noInstrument(ids[j]));
    }
}

void checkPolicies(const Study& study, const instrument::Library& library, Faults& faults) {
    checkAlerts(study, library, faults);
    checkProration(study, library, faults);
    checkState(study, library, faults);
    if (study.eligibility)
        checkForm(study, library, *study.eligibility, QStringLiteral("/eligibility"), faults);
    if (study.seriousAdverseEvent)
        checkForm(study, library, study.seriousAdverseEvent->when, QStringLiteral("/seriousAdverseEvent"), faults);
    for (auto it = study.profiles.begin(); it != study.profiles.end(); ++it) {
        const QString place = pointerTo("/profiles", it.key());
        const instrument::Instrument* instrument = library.instrument(it.key());
        if (!instrument)
            faults.add(place, noInstrument(it.key()));
        else if (!instrument->profiles.contains(it.value()))
            faults.add(place, QStringLiteral("%1 has no profile \"%2\"").arg(it.key(), it.value()));
    }
}

} // namespace serein::study
