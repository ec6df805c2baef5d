#include "session/Battery.h"

#include "instrument/Scoring.h"
#include "study/Schedule.h"
#include "study/Words.h"

#include <QJsonObject>

namespace serein::session {

namespace {

/// Opened inside its window, it ends with the window; opened outside, with the day: it is never continued on another
/// night.
bool mustEnd(const ledger::AssessmentState& open, const study::Planned& planned, const QDateTime& now,
             const QTimeZone& zone) {
    if (study::punctualityOf(planned, open.openedAt) == study::Punctuality::InWindow)
        return now >= planned.closesAt;
    return open.openedAt.toTimeZone(zone).date() != now.toTimeZone(zone).date();
}

ledger::BodyClass classOf(const instrument::Instrument& instrument) {
    return ledger::classFrom(instrument.dataClass).value_or(ledger::BodyClass::Data);
}

} // namespace

Result<std::unique_ptr<Battery>> Battery::resume(vault::Vault& vault, const QUuid& participant) {
    std::unique_ptr<Battery> battery(new Battery(vault, participant));
    SEREIN_TRY(battery->m_state, vault.participant(participant));
    if (!battery->m_state->handOver)
        return refused(QStringLiteral("the tablet is not handed over to this participant"));
    SEREIN_TRY(battery->m_protocol, vault.protocolOf(*battery->m_state));
    const study::Study& study = battery->m_protocol->study;
    const study::Timepoint* timepoint = study.timepoint(battery->m_state->handOver->timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(battery->m_state->handOver->timepoint));
    const auto assessments = battery->m_state->assessments;
    const QStringList asked = battery->asked(*timepoint); // staff's own forms are not the participant's to end
    for (const ledger::AssessmentState& open : assessments)
        if (open.status == ledger::AssessmentStatus::Open && open.key.timepoint == timepoint->id &&
            asked.contains(open.key.instrument) &&
            mustEnd(open, study::planFor(study, *timepoint, battery->m_state->anchorsFor(open.key)),
                    vault.clock().now(), study.zone))
            SEREIN_CHECK(battery->endEarly(open));
    SEREIN_CHECK(battery->settle());
    return battery;
}

Result<void> Battery::settle() {
    SEREIN_TRY(m_state, m_vault.participant(m_participant));
    const ledger::HandOverState& handOver = *m_state->handOver;
    const study::Timepoint* timepoint = m_protocol->study.timepoint(handOver.timepoint);
    for (const QString& id : asked(*timepoint)) {
        const ledger::AssessmentKey key{handOver.timepoint, id, handOver.sequence};
        const ledger::AssessmentState* state = m_state->assessment(key);
        // What staff recorded as missed (refused, say) isn't asked again.
        if ((state && state->status != ledger::AssessmentStatus::Open) || m_state->missed.contains(key))
            continue;
        m_key = key;
        if (state) { // as it was opened, whatever the study has adopted since
            SEREIN_TRY(m_instrument, m_vault.instrumentByHash(state->definition));
            SEREIN_TRY(m_words, m_vault.packByHash(state->pack, m_instrument));
            m_item = state->currentItem;
            m_stage = state->reviewing ? Stage::Review : Stage::Item;
        } else {
            const instrument::Instrument* next = m_protocol->library.instrument(id);
            const instrument::TextPack* words = m_protocol->library.pack(id, handOver.language);
            if (!next || !words)
                return unusable(QStringLiteral("\"%1\" has no words in %2: add the site's licensed pack")
                                    .arg(id, handOver.language));
            // A licence may have ended since the study was put in force.
            if (const QString bar = study::barTo(*words, m_protocol->study, m_vault.clock().now().date());
                !bar.isEmpty())
                return unusable(
                    QStringLiteral("the words of %1 in %2 cannot be used: %3").arg(id, handOver.language, bar));
            m_instrument = *next;
            m_words = *words;
            m_item.clear();
            m_stage = Stage::Breath;
        }
        m_fromReview = false;
        return {};
    }
    m_stage = Stage::Closing;
    return {};
}

QStringList Battery::asked(const study::Timepoint& timepoint) const {
    QStringList ids;
    for (const QString& id : timepoint.battery)
        if (const auto* known = m_protocol->library.instrument(id); !known || known->audience == QLatin1String("self"))
            ids.append(id);
    return ids;
}

const ledger::AssessmentState* Battery::current() const {
    return m_state->assessment(m_key);
}

instrument::Answers Battery::answers() const {
    instrument::Answers answers;
    if (const ledger::AssessmentState* state = current())
        for (auto it = state->answers.begin(); it != state->answers.end(); ++it)
            if (const instrument::Item* item = m_instrument.item(it.key()))
                if (const auto answer = instrument::answerFromJson(*item, it->value))
                    answers.insert(it.key(), *answer);
    return answers;
}

QString Battery::language() const {
    return m_state->handOver ? m_state->handOver->language : QString();
}

QStringList Battery::languagesOffered() const {
    const study::Timepoint& timepoint = *m_protocol->study.timepoint(m_state->handOver->timepoint);
    const QStringList ids = asked(timepoint);
    const bool begun = std::ranges::any_of(ids, [this](const QString& id) {
        return m_state->assessment({m_state->handOver->timepoint, id, m_state->handOver->sequence}) != nullptr;
    });
    QStringList offered;
    for (const QString& language : begun || m_stage != Stage::Breath ? QStringList() : m_protocol->study.languages)
        if (std::ranges::all_of(ids, [&](const QString& id) { return canAsk(id, language); }))
            offered.append(language);
    return offered.size() > 1 ? offered : QStringList();
}

bool Battery::canAsk(const QString& id, const QString& language) const {
    const instrument::TextPack* words = m_protocol->library.pack(id, language);
    return words && study::barTo(*words, m_protocol->study, m_vault.clock().now().date()).isEmpty();
}

QStringList Battery::openChecks() const {
    QStringList open;
    const ledger::AssessmentState* state = m_stage == Stage::Review ? current() : nullptr;
    if (!state)
        return open;
    const auto scores = instrument::score(m_instrument, answers(), {state->profile, state->prorate});
    for (const instrument::Score& score : m_instrument.scores)
        if (score.isFlag && scores.value(score.id).value == decltype(instrument::ScoreValue::value)(true) &&
            m_words.checks.contains(score.id) && !state->keptChecks.contains(score.id))
            open.append(score.id);
    return open;
}

int Battery::instrumentCount() const {
    return static_cast<int>(asked(*m_protocol->study.timepoint(m_state->handOver->timepoint)).size());
}

int Battery::instrumentNumber() const {
    if (m_stage == Stage::Closing)
        return instrumentCount();
    return static_cast<int>(
               asked(*m_protocol->study.timepoint(m_state->handOver->timepoint)).indexOf(m_key.instrument)) +
           1;
}

const instrument::Instrument& Battery::instrument() const {
    return m_instrument;
}

const instrument::TextPack& Battery::words() const {
    return m_words;
}

const instrument::Item& Battery::item() const {
    return *m_instrument.item(m_item);
}

QStringList Battery::shownItems() const {
    const ledger::AssessmentState* state = current();
    QStringList visible = instrument::visibleItems(m_instrument, answers(), state ? state->profile : QString());
    if (m_words.order.isEmpty())
        return visible;
    QStringList ordered;
    for (const QString& id : m_words.order)
        if (visible.contains(id))
            ordered.append(id);
    return ordered;
}

int Battery::itemNumber() const {
    return static_cast<int>(shownItems().indexOf(m_item)) + 1;
}

int Battery::itemCount() const {
    return static_cast<int>(shownItems().size());
}

bool Battery::isFirstItem() const {
    return shownItems().value(0) == m_item;
}

instrument::Answer Battery::answer(const QString& itemId) const {
    return answers().value(itemId);
}

bool Battery::alertFired() const {
    const auto alerts = m_state->alerts;
    return std::any_of(alerts.begin(), alerts.end(), [this](const ledger::AlertState& alert) {
        return alert.assessment.timepoint == m_state->handOver->timepoint &&
               alert.assessment.sequence == m_state->handOver->sequence;
    });
}

Result<void> Battery::append(const QList<ledger::Fact>& facts) {
    QList<vault::Draft> drafts;
    bool alerts = false;
    for (const ledger::Fact& fact : facts) {
        drafts.append({fact, classOf(m_instrument)});
        alerts = alerts || std::holds_alternative<ledger::AlertRaised>(fact);
    }
    // The marker before the commit: a kill in between calls staff once too often rather than never.
    if (alerts)
        SEREIN_CHECK(m_vault.deviceFolder().setAlertMarker(true));
    SEREIN_CHECK(m_vault.append(m_participant, drafts, vault::participantActor));
    SEREIN_TRY(m_state, m_vault.participant(m_participant));
    return {};
}

QList<ledger::Fact> Battery::alertFacts(const QStringList& rules) const {
    QList<ledger::Fact> facts;
    const QStringList wanted = m_protocol->study.alerts.value(m_key.instrument);
    for (const instrument::AlertRule& rule : m_instrument.alerts) {
        if (!rules.contains(rule.id) || !wanted.contains(rule.id))
            continue;
        const auto alerts = m_state->alerts;
        const bool raised = std::any_of(alerts.begin(), alerts.end(), [&](const ledger::AlertState& alert) {
            return alert.assessment == m_key && alert.rule == rule.id;
        });
        if (!raised)
            facts.append(ledger::AlertRaised{m_key, rule.id, rule.item});
    }
    return facts;
}

} // namespace serein::session
