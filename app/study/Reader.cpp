#include "study/Reader.h"
#include "core/Json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace serein::study {

namespace {

/// A fault where an element's id (its member `key`) stands a second time. Lists of plain texts are the schema's to
/// judge.
void checkUnique(const QStringList& ids, const QString& list, const QString& key, Faults& faults) {
    for (qsizetype i = 0; i < ids.size(); ++i)
        if (!ids[i].isEmpty() && ids.indexOf(ids[i]) < i)
            faults.add(pointerTo(pointerTo(list, i), key), QStringLiteral("\"%1\" stands twice").arg(ids[i]));
}

template<class List> QStringList idsOf(const List& list) {
    QStringList ids;
    for (const auto& element : list)
        ids += element.id;
    return ids;
}

/// The pattern anchored at both ends, or empty with a fault; its example must match.
QString readPattern(const QJsonObject& json, const QString& pointer, Faults& faults) {
    if (!json.value("pattern").isString())
        return {};
    QString anchored = QRegularExpression::anchoredPattern(json.value("pattern").toString());
    const QRegularExpression pattern(anchored);
    if (!pattern.isValid()) {
        faults.add(pointerTo(pointer, "pattern"), QStringLiteral("not a regular expression: ") + pattern.errorString());
        return {};
    }
    const QJsonValue example = json.value("example");
    if (example.isString() && !pattern.match(example.toString()).hasMatch())
        faults.add(pointerTo(pointer, "example"),
                   QStringLiteral("\"%1\" does not match the pattern").arg(example.toString()));
    return anchored;
}

IsoDuration readSpan(const QJsonObject& json, const char* key, const QString& pointer, Faults& faults) {
    const QString place = pointerTo(pointer, key);
    const QJsonValue value = json.value(QLatin1String(key));
    const IsoDuration span = readDuration(value, place, faults);
    if (IsoDuration::fromString(value.toString()) && span.nominal().count() <= 0)
        faults.add(place, QStringLiteral("must be longer than nothing"));
    return span;
}

Timepoint readTimepoint(const QJsonObject& json, const QString& pointer, Faults& faults) {
    Timepoint timepoint;
    timepoint.id = json.value("id").toString();
    timepoint.label = LocalizedText::fromJson(json.value("label"));
    timepoint.window = readWindow(json.value("window").toObject(), pointerTo(pointer, "window"), faults);
    timepoint.asksAboutNight = json.value("night").toBool();
    timepoint.freshFor = readDuration(json.value("freshFor"), pointerTo(pointer, "freshFor"), faults);
    for (const auto entry : json.value("battery").toArray())
        timepoint.battery += entry.toObject().value("instrument").toString();
    checkUnique(timepoint.battery, pointerTo(pointer, "battery"), QStringLiteral("instrument"), faults);
    return timepoint;
}

Criterion readCriterion(const QJsonObject& json, const QString& pointer, Faults& faults) {
    static const QMap<QString, Operator> operators{{QStringLiteral("ge"), Operator::Ge},
                                                   {QStringLiteral("gt"), Operator::Gt},
                                                   {QStringLiteral("le"), Operator::Le},
                                                   {QStringLiteral("lt"), Operator::Lt}};
    const auto cut = Decimal::fromJson(json.value("cut"));
    if (!cut)
        faults.refuse(pointerTo(pointer, "cut"), QStringLiteral("not an exact number"));
    return {json.value("instrument").toString(), json.value("score").toString(),
            operators.value(json.value("operator").toString()), cut.value_or(Decimal())};
}

Endpoint readEndpoint(const QJsonObject& json, const QString& pointer, Faults& faults) {
    Endpoint endpoint;
    endpoint.id = json.value("id").toString();
    endpoint.label = LocalizedText::fromJson(json.value("label"));
    endpoint.source = json.value("source").toString();
    endpoint.joinAll = json.value("join").toString() == QLatin1String("all");
    endpoint.eachNight = json.value("nights").toString() == QLatin1String("each");
    endpoint.better = json.value("direction").toString() == QLatin1String("better");
    const QString criteria = pointerTo(pointer, "criteria");
    for (const auto criterion : json.value("criteria").toArray())
        endpoint.criteria += readCriterion(criterion.toObject(), pointerTo(criteria, endpoint.criteria.size()), faults);
    endpoint.timepoints = readTexts(json.value("timepoints"));
    return endpoint;
}

void readPlan(Study& study, const QJsonObject& json, Faults& faults) {
    for (const auto value : json.value("anchors").toArray()) {
        const QJsonObject anchor = value.toObject();
        const QString repeat = anchor.value("onRepeat").toString();
        study.anchors += Anchor{anchor.value("id").toString(), LocalizedText::fromJson(anchor.value("label")),
                                repeat == QLatin1String("restart")    ? OnRepeat::Restart
                                : repeat == QLatin1String("continue") ? OnRepeat::Continue
                                                                      : OnRepeat::Ignore};
    }
    for (const auto value : json.value("sites").toArray()) {
        const QJsonObject site = value.toObject();
        study.sites += Site{site.value("id").toString(), LocalizedText::fromJson(site.value("label"))};
    }
    checkUnique(idsOf(study.sites), QStringLiteral("/sites"), QStringLiteral("id"), faults);
    study.dayZero = json.value("dayZero").toString();
    static const QString usual = QStringLiteral("studyDrug");
    study.firstExposure = json.value("firstExposure").toString(study.anchor(usual) ? usual : QString());
    for (const auto value : json.value("timepoints").toArray())
        study.timepoints += readTimepoint(value.toObject(), pointerTo("/timepoints", study.timepoints.size()), faults);
    for (const auto value : json.value("endpoints").toArray())
        study.endpoints += readEndpoint(value.toObject(), pointerTo("/endpoints", study.endpoints.size()), faults);
    const QString id = QStringLiteral("id");
    checkUnique(idsOf(study.anchors), QStringLiteral("/anchors"), id, faults);
    checkUnique(idsOf(study.timepoints), QStringLiteral("/timepoints"), id, faults);
    checkUnique(idsOf(study.endpoints), QStringLiteral("/endpoints"), id, faults);
}

void readPolicies(Study& study, const QJsonObject& json, Faults& faults) {
    for (const auto value : json.value("alerts").toArray()) {
        const QJsonObject alert = value.toObject();
        study.alerts[alert.value("instrument").toString()] += alert.value("alert").toString();
    }
    const QJsonObject alertPolicy = json.value("alertPolicy").toObject();
    study.alertText = LocalizedText::fromJson(alertPolicy.value("text"));
    study.alertContact = LocalizedText::fromJson(alertPolicy.value("contact"));
    study.acknowledgeWithin = readSpan(alertPolicy, "acknowledgeWithin", QStringLiteral("/alertPolicy"), faults);
    const QJsonObject blinding = json.value("blinding").toObject();
    study.seesUnblinding = readTexts(blinding.value("seesUnblinding"));
    study.hidesTrends = readTexts(blinding.value("hidesTrends"));
    study.showsBands = json.value("showBands").toBool();
    const QJsonObject consent = json.value("consent").toObject();
    study.consentDocument = consent.value("document").toString();
    study.consentAnchor = consent.value("anchor").toString();
    study.reconsent = consent.value("reconsent").toBool();
    if (const QJsonObject eligible = json.value("eligibility").toObject(); !eligible.isEmpty())
        study.eligibility = readCriterion(eligible, QStringLiteral("/eligibility"), faults);
    if (const QJsonObject serious = json.value("seriousAdverseEvent").toObject(); !serious.isEmpty())
        study.seriousAdverseEvent = Prompt{readCriterion(serious, QStringLiteral("/seriousAdverseEvent"), faults),
                                           LocalizedText::fromJson(serious.value("text"))};
    study.declineAsksReason = json.value("decline").toObject().value("reason").toString() == QLatin1String("optional");
    const QJsonObject handOver = json.value("handOver").toObject();
    study.idleCoverAfter = readSpan(handOver, "idleCoverAfter", QStringLiteral("/handOver"), faults);
    study.lockAfter = readSpan(handOver, "lockAfter", QStringLiteral("/handOver"), faults);
    const QJsonObject state = handOver.value("state").toObject();
    study.stateForm = state.value("instrument").toString();
    if (QJsonObject advice = state.value("adviseAgainst").toObject(); !advice.isEmpty()) {
        advice.insert(QStringLiteral("instrument"), study.stateForm);
        study.adviseAgainst = readCriterion(advice, QStringLiteral("/handOver/state/adviseAgainst"), faults);
    }
    if (!faults.touch(QStringLiteral("/handOver")) && study.lockAfter.nominal() < study.idleCoverAfter.nominal())
        faults.add(QStringLiteral("/handOver/lockAfter"), QStringLiteral("shorter than idleCoverAfter"));
    for (const auto value : json.value("recallDeclared").toArray()) {
        const QJsonObject declared = value.toObject();
        study.recallDeclared[declared.value("timepoint").toString()] += declared.value("instrument").toString();
    }
    for (const auto value : json.value("proration").toArray())
        study.prorated += value.toObject().value("instrument").toString();
    checkUnique(study.prorated, QStringLiteral("/proration"), QStringLiteral("instrument"), faults);
    const QJsonObject profiles = json.value("profiles").toObject();
    for (auto it = profiles.begin(); it != profiles.end(); ++it)
        study.profiles.insert(it.key(), it.value().toString());
}

} // namespace

QStringList readTexts(const QJsonValue& value) {
    QStringList texts;
    for (const auto element : value.toArray())
        texts += element.toString();
    return texts;
}

IsoDuration readDuration(const QJsonValue& value, const QString& pointer, Faults& faults) {
    if (!value.isString())
        return {};
    const auto duration = IsoDuration::fromString(value.toString());
    if (!duration)
        faults.add(pointer, duration.error().faults.first().reason);
    return duration.value_or(IsoDuration{});
}

Study readStudy(const QJsonObject& json, Faults& faults) {
    Study study;
    study.id = json.value("id").toString();
    study.version = json.value("version").toString();
    study.title = LocalizedText::fromJson(json.value("title"));
    for (const auto source : json.value("sources").toArray())
        study.citations += source.toObject().value("citation").toString();
    study.isDemonstration = json.value("purpose").toString() == QLatin1String("demonstration");
    // Only names of the IANA list: an offset or an abbreviation knows no daylight saving.
    const QString zone = json.value("zone").toString();
    if (QTimeZone::isTimeZoneIdAvailable(zone.toUtf8()) && !zone.startsWith(QLatin1String("UTC")))
        study.zone = QTimeZone(zone.toUtf8());
    else
        faults.add(QStringLiteral("/zone"),
                   QStringLiteral("\"%1\" is not a zone of the IANA list, such as Asia/Shanghai").arg(zone));
    study.languages = readTexts(json.value("languages"));
    study.allowUnvalidated = json.value("allowUnvalidated").toBool();
    const QJsonObject subject = json.value("subject").toObject();
    study.subjectPattern = readPattern(subject, QStringLiteral("/subject"), faults);
    study.subjectExample = subject.value("example").toString();
    study.subjectCheckDigit = subject.value("checkDigit").toString();
    const QJsonObject second = json.value("secondIdentifier").toObject();
    study.secondIdentifierLabel = LocalizedText::fromJson(second.value("label"));
    study.secondIdentifierPattern = readPattern(second, QStringLiteral("/secondIdentifier"), faults);
    readPlan(study, json, faults);
    readPolicies(study, json, faults);
    study.json = json;
    return study;
}

} // namespace serein::study
