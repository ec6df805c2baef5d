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

/// Why a participant may not be asked in these words, or empty.
QString barTo(const instrument::TextPack& pack, const Study& study) {
    if (!pack.allowsElectronic)
        return QStringLiteral("its licence does not allow electronic use");
    if (!pack.onlyStudy.isEmpty() && pack.onlyStudy != study.id)
        return QStringLiteral("they are licensed for the study \"%1\" only").arg(pack.onlyStudy);
    if (pack.provenance == QLatin1String("placeholder") && !study.isDemonstration)
        return QStringLiteral("they are placeholders, which a trial may not use");
    if (pack.provenance == QLatin1String("unvalidated") && !study.allowUnvalidated)
        return QStringLiteral("they are unvalidated, which this study does not allow (allowUnvalidated)");
    return {};
}

void checkWords(const QString& instrument, const QString& pointer, const Study& study,
                const instrument::Library& library, Faults& faults) {
    for (const QString& language : study.languages) {
        const instrument::TextPack* pack = library.pack(instrument, language);
        if (!pack) {
            faults.add(pointer,
                       QStringLiteral("%1 has no words in %2: add the site's licensed pack").arg(instrument, language));
            continue;
        }
        if (const QString reason = barTo(*pack, study); !reason.isEmpty())
            faults.add(pointer,
                       QStringLiteral("the words of %1 in %2 cannot be used: %3").arg(instrument, language, reason));
    }
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
    for (const QString& language : alerts.isEmpty() ? QStringList() : study.languages) {
        if (!study.alertText.has(language))
            faults.add(pointerTo(policy, "text"), QStringLiteral("there is no text in %1").arg(language));
        if (!study.alertContact.has(language))
            faults.add(pointerTo(policy, "contact"), QStringLiteral("there is no text in %1").arg(language));
    }
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
        if (!anchor.isEmpty() && !study.anchor(anchor))
            faults.add(pointer, QStringLiteral("there is no anchor \"%1\"").arg(anchor));
    };
    checkAnchor(study.dayZero, QStringLiteral("/dayZero"));
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
    QSet<QString> checked; // words once an instrument, where it first stands
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const QString battery = at("/timepoints", i, "battery");
        const QStringList& ids = study.timepoints[i].battery;
        for (qsizetype j = 0; j < ids.size(); ++j) {
            if (!library.instrument(ids[j]))
                faults.add(at(battery, j, "instrument"), noInstrument(ids[j]));
            else if (!checked.contains(ids[j]))
                checkWords(ids[j], at(battery, j, "instrument"), study, library, faults);
            checked.insert(ids[j]);
        }
    }
}

void checkPolicies(const Study& study, const instrument::Library& library, Faults& faults) {
    checkAlerts(study, library, faults);
    checkProration(study, library, faults);
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
