#include "ledger/Redaction.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace serein::ledger {

namespace {

/// The fields in which a kind keeps what was typed.
const QMap<QString, QStringList>& textFields() {
    const auto reason = QStringLiteral("reason");
    const auto remark = QStringLiteral("remark");
    const auto text = QStringLiteral("text");
    const QStringList values{QStringLiteral("before"), QStringLiteral("answer"), reason};
    static const QMap<QString, QStringList> fields{
        {Noted::kind, {text}},
        {ScreenFailed::kind, {reason}},
        {Suspended::kind, {reason}},
        {Resumed::kind, {reason}},
        {Withdrawn::kind, {reason}},
        {StudyMoved::kind, {reason}},
        {CallAttempted::kind, {remark}},
        {Unblinded::kind, {reason}},
        {AnchorMoved::kind, {reason}},
        {AnchorCorrected::kind, {reason}},
        {AnchorRevoked::kind, {reason}},
        {AnchorRepeated::kind, {reason}},
        {TimepointRepeated::kind, {reason}},
        {Missed::kind, {remark}},
        {MissedTakenBack::kind, {reason}},
        {HandedOver::kind, {QStringLiteral("helper"), QStringLiteral("place"), reason}},
        {AssessmentOpened::kind, {reason}},
        {Answered::kind, {QStringLiteral("answer")}},
        {Reopened::kind, {reason}},
        {AlertAcknowledged::kind, {QStringLiteral("action")}},
        {AlertClosed::kind, {QStringLiteral("outcome")}},
        {Corrected::kind, values},
        {CorrectionProposed::kind, values},
        {CorrectionDeclined::kind, {reason}},
        {Voided::kind, {reason}},
        {Reassigned::kind, {reason, QStringLiteral("content")}},
        {QueryRaised::kind, {text}},
        {QueryAnswered::kind, {text}},
        {QueryClosed::kind, {text}},
        {Redacted::kind, {reason}},
        {DataStateChanged::kind, {reason}},
        {AccountDisabled::kind, {reason}},
        {PassphraseChanged::kind, {reason}},
        {RolesChanged::kind, {reason}},
        {DeviceRevoked::kind, {reason}},
        {ExportBegun::kind, {reason}},
        {Exported::kind, {reason}},
        {AuditExported::kind, {reason}},
        {StudyDataStateChanged::kind, {reason}}};
    return fields;
}

bool isFreeText(const QString& text) {
    static const QRegularExpression moment(
        QStringLiteral("^([0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?|"
                       "PT?[0-9HMS]+)$"));
    return !text.isEmpty() && text != redactedText && !moment.match(text).hasMatch();
}

QJsonValue withoutText(const QJsonValue& value);

/// An assessment that was carried here: its answers, what was corrected in it, and why.
QJsonObject withoutTextOfAssessment(QJsonObject content) {
    QJsonObject answers = content[QLatin1String("answers")].toObject();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        QJsonObject answer = it->toObject();
        answer.insert(QStringLiteral("value"), withoutText(answer[QLatin1String("value")]));
        it.value() = answer;
    }
    QJsonArray corrections = content[QLatin1String("corrections")].toArray();
    for (auto&& one : corrections) {
        QJsonObject correction = one.toObject();
        for (const char* field : {"before", "answer", "reason"})
            correction.insert(QLatin1String(field), withoutText(correction[QLatin1String(field)]));
        one = correction;
    }
    content.insert(QStringLiteral("reason"), withoutText(content[QLatin1String("reason")]));
    content.insert(QStringLiteral("answers"), answers);
    content.insert(QStringLiteral("corrections"), corrections);
    return content;
}

QJsonValue withoutText(const QJsonValue& value) {
    if (value.isString())
        return isFreeText(value.toString()) ? QJsonValue(redactedText) : value;
    QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("answers")))
        return withoutTextOfAssessment(object);
    const auto why = object.find(QLatin1String("reason")); // declined, and why
    if (why == object.end())
        return value;
    why.value() = withoutText(why.value());
    return object;
}

} // namespace

QStringList freeTextKinds() {
    return textFields().keys();
}

bool mayHoldFreeText(const QString& kind) {
    return textFields().contains(kind);
}

bool isWords(const QJsonValue& answer) {
    return withoutText(answer) != answer;
}

bool holdsFreeText(const Fact& fact) {
    const QString kind = kindOf(fact);
    if (!mayHoldFreeText(kind) || std::holds_alternative<Redacted>(fact))
        return false;
    // Most answers are numbers: no need to make JSON of them.
    if (const auto* answered = std::get_if<Answered>(&fact); answered != nullptr)
        return isWords(answered->answer);
    const QJsonObject body = bodyOf(fact);
    return withoutFreeText(kind, body) != body;
}

bool isPerishable(const Fact& fact) {
    const bool decides = std::holds_alternative<AccountDisabled>(fact) || std::holds_alternative<RolesChanged>(fact) ||
                         std::holds_alternative<DeviceRevoked>(fact) ||
                         std::holds_alternative<StudyDataStateChanged>(fact);
    return !decides && holdsFreeText(fact);
}

QJsonObject withoutFreeText(const QString& kind, const QJsonObject& body) {
    QJsonObject left = body;
    for (const QString& field : textFields().value(kind))
        if (left.contains(field))
            left.insert(field, withoutText(left[field]));
    return left;
}

Redactions::Redactions(const QList<Event>& events) {
    for (const Event& event : events)
        if (const auto* redacted = std::get_if<Redacted>(&event.fact))
            m_redacted.insert(redacted->event, redacted->content);
}

Event Redactions::applied(const Event& event) const {
    const auto content = m_redacted.constFind(event.header.id);
    return content == m_redacted.constEnd() ? event : left(event.header, *content);
}

Event Redactions::left(const Header& header, const QJsonObject& content) {
    const auto fact = factFrom(header.kind, content);
    return {header, fact ? *fact : Fact(Withheld{header.kind})};
}

ParticipantState fold(const QList<Event>& events, Touched& touched) {
    const Redactions redactions(events);
    ParticipantState state;
    for (const Event& event : events)
        apply(state, redactions.applied(event), touched);
    return state;
}

} // namespace serein::ledger
