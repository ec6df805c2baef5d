// An assessment as JSON: what an event carries when it hands one to where it belongs.
#include "core/Clock.h"
#include "core/Ids.h"
#include "ledger/State.h"

#include <QJsonArray>

namespace serein::ledger {

namespace {

QString timeText(const QDateTime& time) {
    return time.isValid() ? instantText(time) : QString();
}

QDateTime timeFrom(const QJsonValue& value) {
    const auto time = parseInstant(value.toString());
    return time ? *time : QDateTime();
}

QStringList textsFrom(const QJsonValue& value) {
    QStringList texts;
    for (const auto& text : value.toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace

QJsonObject assessmentToJson(const AssessmentState& assessment) {
    QJsonObject answers;
    for (auto it = assessment.answers.begin(); it != assessment.answers.end(); ++it)
        answers.insert(it.key(), QJsonObject{{QStringLiteral("value"), it->value},
                                             {QStringLiteral("at"), timeText(it->at)},
                                             {QStringLiteral("actor"), it->actor},
                                             {QStringLiteral("changes"), it->changes},
                                             {QStringLiteral("responseMs"), it->responseMs},
                                             {QStringLiteral("mode"), it->mode}});
    QJsonArray corrections;
    for (const Correction& one : assessment.corrections)
        corrections.append(QJsonObject{{QStringLiteral("item"), one.item},
                                       {QStringLiteral("before"), one.before},
                                       {QStringLiteral("answer"), one.answer},
                                       {QStringLiteral("reason"), one.reason},
                                       {QStringLiteral("at"), timeText(one.at)},
                                       {QStringLiteral("by"), one.by},
                                       {QStringLiteral("proposedBy"), one.proposedBy}});
    return {{QStringLiteral("status"), statusText(assessment.status)},
            {QStringLiteral("definition"), assessment.definition},
            {QStringLiteral("pack"), assessment.pack},
            {QStringLiteral("language"), assessment.language},
            {QStringLiteral("profile"), assessment.profile},
            {QStringLiteral("prorate"), assessment.prorate},
            {QStringLiteral("mode"), assessment.mode},
            {QStringLiteral("modeNow"), assessment.modeNow},
            {QStringLiteral("study"), assessment.study},
            {QStringLiteral("reason"), assessment.reason},
            {QStringLiteral("openedAt"), timeText(assessment.openedAt)},
            {QStringLiteral("openedBy"), assessment.openedBy},
            {QStringLiteral("submittedAt"), timeText(assessment.submittedAt)},
            {QStringLiteral("submittedBy"), assessment.submittedBy},
            {QStringLiteral("answers"), answers},
            {QStringLiteral("scores"), assessment.scores},
            {QStringLiteral("submittedScores"), assessment.submittedScores},
            {QStringLiteral("corrections"), corrections},
            {QStringLiteral("engine"), assessment.engine},
            {QStringLiteral("notReached"), QJsonArray::fromStringList(assessment.notReached)},
            {QStringLiteral("keptChecks"), QJsonArray::fromStringList(assessment.keptChecks)},
            {QStringLiteral("filledInAt"), assessment.filledInAt}};
}

AssessmentState assessmentFromJson(const QJsonObject& json) {
    AssessmentState assessment;
    for (const AssessmentStatus status :
         {AssessmentStatus::Open, AssessmentStatus::Submitted, AssessmentStatus::EndedEarly})
        if (statusText(status) == json[QLatin1String("status")].toString())
            assessment.status = status;
    assessment.definition = json[QLatin1String("definition")].toString();
    assessment.pack = json[QLatin1String("pack")].toString();
    assessment.language = json[QLatin1String("language")].toString();
    assessment.profile = json[QLatin1String("profile")].toString();
    assessment.prorate = json[QLatin1String("prorate")].toBool();
    assessment.mode = json[QLatin1String("mode")].toString();
    assessment.modeNow = json[QLatin1String("modeNow")].toString(assessment.mode);
    assessment.study = json[QLatin1String("study")].toString();
    assessment.reason = json[QLatin1String("reason")].toString();
    assessment.openedAt = timeFrom(json[QLatin1String("openedAt")]);
    assessment.openedBy = json[QLatin1String("openedBy")].toString();
    assessment.submittedAt = timeFrom(json[QLatin1String("submittedAt")]);
    assessment.submittedBy = json[QLatin1String("submittedBy")].toString();
    const QJsonObject answers = json[QLatin1String("answers")].toObject();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const QJsonObject answer = it->toObject();
        assessment.answers.insert(
            it.key(), {answer[QLatin1String("value")], timeFrom(answer[QLatin1String("at")]),
                       answer[QLatin1String("actor")].toString(), answer[QLatin1String("changes")].toInt(),
                       answer[QLatin1String("responseMs")].toInteger(-1), answer[QLatin1String("mode")].toString()});
    }
    assessment.scores = json[QLatin1String("scores")].toObject();
    assessment.submittedScores = json[QLatin1String("submittedScores")].toObject();
    for (const auto& one : json[QLatin1String("corrections")].toArray()) {
        const QJsonObject correction = one.toObject();
        assessment.corrections.append(
            {correction[QLatin1String("item")].toString(), correction[QLatin1String("before")],
             correction[QLatin1String("answer")], correction[QLatin1String("reason")].toString(),
             timeFrom(correction[QLatin1String("at")]), correction[QLatin1String("by")].toString(),
             correction[QLatin1String("proposedBy")].toString()});
    }
    assessment.engine = json[QLatin1String("engine")].toString();
    assessment.notReached = textsFrom(json[QLatin1String("notReached")]);
    assessment.keptChecks = textsFrom(json[QLatin1String("keptChecks")]);
    assessment.filledInAt = json[QLatin1String("filledInAt")].toString();
    return assessment;
}

} // namespace serein::ledger
