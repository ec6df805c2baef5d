// What the participant does, one step at a time; each is committed before it returns.
#include "instrument/Scoring.h"
#include "session/Battery.h"

#include <QJsonObject>

namespace serein::session {

Result<void> Battery::begin() {
    const ledger::HandOverState handOver = *m_state->handOver;
    const QJsonObject adopted = m_protocol->instruments.value(m_key.instrument).toObject();
    const study::Study& study = m_protocol->study;
    const ledger::AssessmentOpened opened{
        m_key,
        adopted.value(QStringLiteral("definition")).toString(),
        adopted.value(QStringLiteral("packs")).toObject().value(handOver.language).toString(),
        handOver.language,
        study.profiles.value(m_key.instrument, m_instrument.defaultProfile),
        study.prorated.contains(m_key.instrument),
        handOver.mode,
        handOver.reason};
    const QString first = shownItems().value(0);
    SEREIN_CHECK(append({opened, ledger::ItemShown{m_key, first}}));
    m_item = first;
    m_stage = Stage::Item;
    return {};
}

Result<void> Battery::give(const instrument::Answer& answer) {
    QList<ledger::Fact> facts{ledger::Answered{m_key, m_item, instrument::answerToJson(answer)}};
    instrument::Answers after = answers();
    after.insert(m_item, answer);
    facts += alertFacts(instrument::alertsOnAnswer(m_instrument, after, m_item, current()->profile));
    return append(facts);
}

Result<void> Battery::show(const QString& itemId) {
    SEREIN_CHECK(append({ledger::ItemShown{m_key, itemId}}));
    m_item = itemId;
    m_stage = itemId.isEmpty() ? Stage::Review : Stage::Item;
    return {};
}

Result<void> Battery::next() {
    const QStringList shown = shownItems();
    const qsizetype index = shown.indexOf(m_item);
    const bool toReview = m_fromReview || index + 1 >= shown.size();
    SEREIN_CHECK(show(toReview ? QString() : shown.at(index + 1)));
    m_fromReview = false;
    return {};
}

Result<void> Battery::back() {
    const QStringList shown = shownItems();
    if (m_stage == Stage::Review)
        return show(shown.constLast());
    const qsizetype index = shown.indexOf(m_item);
    return index > 0 ? show(shown.at(index - 1)) : Result<void>{};
}

Result<void> Battery::goTo(const QString& itemId) {
    if (!shownItems().contains(itemId))
        return unusable(QStringLiteral("the item \"%1\" is not shown").arg(itemId));
    SEREIN_CHECK(show(itemId));
    m_fromReview = true;
    return {};
}

Result<void> Battery::submit() {
    const instrument::Answers given = answers();
    const ledger::AssessmentState* state = current();
    const QJsonObject scores =
        instrument::scoresToJson(instrument::score(m_instrument, given, {state->profile, state->prorate}));
    QList<ledger::Fact> facts = alertFacts(instrument::alertsOnUnanswered(m_instrument, given, state->profile));
    facts.append(ledger::Submitted{m_key, scores, QString::fromLatin1(instrument::engineVersion), false, {}});
    SEREIN_CHECK(append(facts));
    SEREIN_CHECK(m_vault.checkpoint(m_participant, vault::participantActor));
    return settle();
}

Result<void> Battery::chooseLanguage(const QString& language) {
    if (!languagesOffered().contains(language))
        return unusable(QStringLiteral("\"%1\" is not offered here").arg(language));
    SEREIN_CHECK(append({ledger::LanguageChosen{language}}));
    return settle();
}

Result<void> Battery::keep(const QString& check) {
    if (!openChecks().contains(check))
        return {};
    return append({ledger::CheckKept{m_key, check}});
}

Result<void> Battery::prefer(const ledger::Reading& reading) {
    return append({ledger::ReadingPreferred{reading.textPercent, reading.look}});
}

Result<void> Battery::refuseEscape(const QString& what) {
    return append({ledger::EscapeRefused{what}});
}

Result<void> Battery::pause() {
    if (m_stage != Stage::Item && m_stage != Stage::Review)
        return {};
    QStringList left;
    const QStringList unanswered = instrument::alertsOnUnanswered(m_instrument, answers(), current()->profile);
    for (const instrument::AlertRule& rule : m_instrument.alerts)
        if (unanswered.contains(rule.id) && current()->shownAt.contains(rule.item))
            left.append(rule.id);
    const QList<ledger::Fact> facts = alertFacts(left);
    return facts.isEmpty() ? Result<void>{} : append(facts);
}

Result<void> Battery::endEarly(const ledger::AssessmentState& open) {
    m_key = open.key;
    SEREIN_TRY(m_instrument, m_vault.instrumentByHash(open.definition));
    SEREIN_TRY(m_words, m_vault.packByHash(open.pack, m_instrument));
    const instrument::Answers given = answers();
    QStringList notReached;
    for (const QString& item : shownItems())
        if (!open.shownAt.contains(item) && !open.answers.contains(item))
            notReached.append(item);
    const QJsonObject scores =
        instrument::scoresToJson(instrument::score(m_instrument, given, {open.profile, open.prorate}));
    SEREIN_CHECK(
        append({ledger::Submitted{m_key, scores, QString::fromLatin1(instrument::engineVersion), true, notReached}}));
    SEREIN_CHECK(m_vault.checkpoint(m_participant, vault::participantActor));
    return {};
}

} // namespace serein::session
