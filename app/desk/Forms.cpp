#include "desk/Forms.h"

#include "desk/Gate.h"
#include "study/Words.h"

#include <QJsonObject>
#include <algorithm>

namespace serein::desk {

/// A form that this person may fill in here and now.
struct Forms::Sheet {
    std::shared_ptr<const ledger::ParticipantState> state;
    std::shared_ptr<const vault::Protocol> protocol;
    instrument::Instrument instrument; ///< as it was opened, whatever the study has adopted since
    const ledger::AssessmentState* open = nullptr;
    ledger::AssessmentKey key;
    QString profile;
    bool prorate = false;

    [[nodiscard]] ledger::BodyClass bodyClass() const {
        return ledger::classFrom(instrument.dataClass).value_or(ledger::BodyClass::Data);
    }
};

namespace {

instrument::Answers answersOf(const instrument::Instrument& instrument, const ledger::AssessmentState* open) {
    instrument::Answers answers;
    if (open != nullptr)
        for (auto it = open->answers.begin(); it != open->answers.end(); ++it)
            if (const instrument::Item* item = instrument.item(it.key()))
                if (const auto answer = instrument::answerFromJson(*item, it->value))
                    answers.insert(it.key(), *answer);
    return answers;
}

/// What was entered since, what was emptied again included.
QList<ledger::Fact> answered(const ledger::AssessmentKey& key, const instrument::Answers& before,
                             const instrument::Answers& after) {
    QList<ledger::Fact> facts;
    for (auto it = after.begin(); it != after.end(); ++it)
        if (before.value(it.key()) != *it)
            facts.append(ledger::Answered{key, it.key(), instrument::answerToJson(*it)});
    for (auto it = before.begin(); it != before.end(); ++it)
        if (!after.contains(it.key()) && instrument::isAnswered(*it))
            facts.append(ledger::Answered{key, it.key(), QJsonValue()});
    return facts;
}

} // namespace

Result<Forms::Sheet> Forms::find(const FormPlace& place, const vault::Actor& actor) const {
    Sheet sheet;
    SEREIN_TRY(sheet.state, m_vault.participant(place.participant));
    SEREIN_TRY(sheet.protocol, m_vault.protocolOf(*sheet.state));
    const study::Study& study = sheet.protocol->study;
    const study::Timepoint* timepoint = study.timepoint(place.timepoint);
    const instrument::Instrument* known = sheet.protocol->library.instrument(place.instrument);
    if (timepoint == nullptr || known == nullptr || !timepoint->battery.contains(place.instrument))
        return unusable(QStringLiteral("\"%1\" is not filled in at %2").arg(place.instrument, place.timepoint),
                        QStringLiteral("/instrument"));
    if (known->audience == QLatin1String("self"))
        return unusable(QStringLiteral("%1 is answered by the participant").arg(place.instrument),
                        QStringLiteral("/instrument"));
    if (known->dataClass == QLatin1String("unblinding") && !seesUnblinding(m_vault, *sheet.state))
        return refused(
            QStringLiteral("%1 would tell the arm, which this study keeps from %2").arg(place.instrument, actor.role));
    SEREIN_CHECK(requireOpenData(m_vault, *sheet.state));
    SEREIN_CHECK(requireAskable(study, *sheet.state,
                                {.at = m_vault.clock().now(),
                                 .isForParticipant = false,
                                 .mode = QStringLiteral("staff"),
                                 .formInForce = m_vault.study().consentDocument}));
    sheet.key = {place.timepoint, place.instrument, sheet.state->sequenceOf(place.timepoint)};
    sheet.open = sheet.state->assessment(sheet.key);
    if (sheet.open != nullptr && sheet.open->status != ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("%1 at %2 has been submitted already").arg(place.instrument, place.timepoint),
                        QStringLiteral("/instrument"));
    sheet.instrument = *known;
    if (sheet.open != nullptr) {
        SEREIN_TRY(sheet.instrument, m_vault.instrumentByHash(sheet.open->definition));
    }
    sheet.profile =
        sheet.open != nullptr ? sheet.open->profile : study.profiles.value(place.instrument, known->defaultProfile);
    sheet.prorate = sheet.open != nullptr ? sheet.open->prorate : study.prorated.contains(place.instrument);
    return sheet;
}

Result<instrument::Answers> Forms::kept(const FormPlace& place) const {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const Sheet sheet, find(place, actor));
    return answersOf(sheet.instrument, sheet.open);
}

Result<ledger::Fact> Forms::opening(const FormPlace& place, const Sheet& sheet) const {
    const study::Study& study = sheet.protocol->study;
    const QString language = place.language.isEmpty() ? sheet.state->language : place.language;
    const instrument::TextPack* words = study::wordsFor(*sheet.protocol->library.entry(place.instrument), language);
    if (words == nullptr)
        return unusable(QStringLiteral("%1 has no words in %2").arg(place.instrument, language),
                        QStringLiteral("/language"));
    SEREIN_TRY(const QString reason,
               reasonOutside(punctualityOf(study, *sheet.state, sheet.key, m_vault.clock().now()), place.reason));
    const QJsonObject adopted = sheet.protocol->instruments.value(place.instrument).toObject();
    return ledger::AssessmentOpened{sheet.key,
                                    adopted.value(QStringLiteral("definition")).toString(),
                                    adopted.value(QStringLiteral("packs")).toObject().value(words->language).toString(),
                                    words->language,
                                    sheet.profile,
                                    sheet.prorate,
                                    QStringLiteral("staff"),
                                    reason};
}

Result<QList<ledger::Fact>> Forms::changes(const FormPlace& place, const Sheet& sheet,
                                           const instrument::Answers& answers, QStringList fired) const {
    QList<ledger::Fact> facts = answered(sheet.key, answersOf(sheet.instrument, sheet.open), answers);
    for (const ledger::Fact& fact : std::as_const(facts))
        fired +=
            instrument::alertsOnAnswer(sheet.instrument, answers, std::get<ledger::Answered>(fact).item, sheet.profile);
    const QStringList wanted = sheet.protocol->study.alerts.value(place.instrument);
    const auto isRaised = [&](const QString& rule) {
        const auto alerts = sheet.state->alerts;
        return std::any_of(alerts.cbegin(), alerts.cend(), [&](const ledger::AlertState& alert) {
            return alert.assessment == sheet.key && alert.rule == rule;
        });
    };
    for (const instrument::AlertRule& rule : sheet.instrument.alerts)
        if (fired.contains(rule.id) && wanted.contains(rule.id) && !isRaised(rule.id))
            facts.append(ledger::AlertRaised{sheet.key, rule.id, rule.item});
    return facts;
}

Result<void> Forms::write(const Sheet& sheet, const QList<ledger::Fact>& facts, const vault::Actor& actor) {
    QList<vault::Draft> drafts;
    bool alerts = false;
    for (const ledger::Fact& fact : facts) {
        drafts.append({fact, sheet.bodyClass()});
        alerts = alerts || std::holds_alternative<ledger::AlertRaised>(fact);
    }
    // The marker before the commit: a kill in between calls staff once too often rather than never.
    if (alerts)
        SEREIN_CHECK(m_vault.deviceFolder().setAlertMarker(true));
    SEREIN_CHECK(m_vault.append(sheet.state->id, drafts, actor));
    return {};
}

Result<void> Forms::keep(const FormPlace& place, const instrument::Answers& answers) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const Sheet sheet, find(place, actor));
    SEREIN_TRY(QList<ledger::Fact> facts, changes(place, sheet, answers, {}));
    if (facts.isEmpty())
        return {};
    if (sheet.open == nullptr) {
        SEREIN_TRY(const ledger::Fact opened, opening(place, sheet));
        facts.prepend(opened);
    }
    return write(sheet, facts, actor);
}

Result<void> checkMoment(const instrument::Item& item, const QJsonValue& answer, const QDateTime& now) {
    const auto moment = parseInstant(answer.toString());
    if (item.type == instrument::ItemType::DateTime && moment && *moment > now)
        return unusable(QStringLiteral("is still to come"), u'/' + item.id);
    return {};
}

Result<QMap<QString, instrument::ScoreValue>> Forms::submit(const FormPlace& place,
                                                            const instrument::Answers& answers) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const Sheet sheet, find(place, actor));
    for (auto it = answers.begin(); it != answers.end(); ++it)
        if (const instrument::Item* item = sheet.instrument.item(it.key()))
            SEREIN_CHECK(checkMoment(*item, instrument::answerToJson(*it), m_vault.clock().now()));
    SEREIN_TRY(
        QList<ledger::Fact> facts,
        changes(place, sheet, answers, instrument::alertsOnUnanswered(sheet.instrument, answers, sheet.profile)));
    if (sheet.open == nullptr) {
        SEREIN_TRY(const ledger::Fact opened, opening(place, sheet));
        facts.prepend(opened);
    }
    auto scores = instrument::score(sheet.instrument, answers, {sheet.profile, sheet.prorate});
    facts.append(ledger::Submitted{
        sheet.key, instrument::scoresToJson(scores), QString::fromLatin1(instrument::engineVersion), false, {}});
    SEREIN_CHECK(write(sheet, facts, actor));
    SEREIN_CHECK(m_vault.checkpoint(place.participant, actor));
    return scores;
}

} // namespace serein::desk
