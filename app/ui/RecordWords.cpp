#include "ui/RecordWords.h"

#include "core/Ids.h"
#include "desk/Review.h"
#include "ui/AssessmentWords.h"
#include "ui/ReviewRows.h"
#include "ui/Words.h"

#include <algorithm>

namespace serein::ui {

namespace {

using account::Action;

class Record {
public:
    Record(vault::Vault& vault, const ledger::ParticipantState& state, const vault::Protocol& protocol,
           const QString& language)
        : m_vault(vault), m_state(state), m_protocol(protocol), m_language(language) {}

    [[nodiscard]] Result<QVariantList> unplaced() const {
        SEREIN_TRY(const QList<QUuid> waiting, desk::Review(m_vault).unplaced(m_state.id));
        QVariantList rows;
        for (const QUuid& id : waiting) {
            const ledger::VoidedState& voided = m_state.voided.constFind(id).value();
            SEREIN_TRY(const auto target, m_vault.participant(voided.toParticipant));
            rows += QVariantMap{{QStringLiteral("id"), idText(id)},
                                {QStringLiteral("text"), nameOf(voided.assessment.key.instrument)},
                                {QStringLiteral("toSubject"), target->subject},
                                {QStringLiteral("instrument"), voided.assessment.key.instrument},
                                {QStringLiteral("toTimepoint"), voided.toAssessment.timepoint},
                                {QStringLiteral("toSequence"), voided.toAssessment.sequence}};
        }
        return rows;
    }
    [[nodiscard]] QVariantList queries() const {
        QVariantList rows;
        for (const ledger::QueryState& one : m_state.queries) {
            if (isHidden(one.assessment))
                continue;
            const bool closed = one.closedAt.isValid();
            rows += QVariantMap{
                {QStringLiteral("id"), idText(one.id)},
                {QStringLiteral("text"), placeOf(one.assessment)},
                {QStringLiteral("more"), AssessmentWords::tr("%1: %2").arg(one.raisedBy, one.text)},
                {QStringLiteral("answer"),
                 one.answeredAt.isValid() ? AssessmentWords::tr("%1: %2").arg(one.answeredBy, one.answer) : QString()},
                {QStringLiteral("stateText"), closed ? AssessmentWords::tr("closed by %1").arg(one.closedBy)
                                              : one.answeredAt.isValid() ? AssessmentWords::tr("answered")
                                                                         : AssessmentWords::tr("waits for an answer")},
                {QStringLiteral("timepoint"), one.assessment.timepoint},
                {QStringLiteral("instrument"), one.assessment.instrument},
                {QStringLiteral("sequence"), one.assessment.sequence},
                {QStringLiteral("stands"), m_state.assessment(one.assessment) != nullptr},
                {QStringLiteral("canAnswer"), !closed && may(Action::AnswerQuery)},
                {QStringLiteral("canClose"), !closed && may(Action::RaiseQuery)}};
        }
        return rows;
    }
    [[nodiscard]] Result<QVariantList> voidedProposals() const {
        QVariantList rows;
        const bool open = desk::requireOpenData(m_vault, m_state).has_value();
        for (const ledger::VoidedState* voided : lastVoided()) {
            const ledger::AssessmentState& was = voided->assessment;
            SEREIN_TRY(const instrument::Instrument instrument, m_vault.instrumentByHash(was.definition));
            const AskedWords asked(m_vault, m_protocol, was, instrument, m_language);
            for (const QVariant& row :
                 ReviewRows(m_vault, m_state, was.key, m_protocol.study.zone).proposals(asked, open))
                if (QVariantMap one = row.toMap(); one.value(QStringLiteral("canDecline")).toBool()) {
                    one.insert(QStringLiteral("more"), placeOf(was.key));
                    rows += one;
                }
        }
        return rows;
    }
    [[nodiscard]] bool may(Action action) const { return m_vault.user().roleToDo(action).has_value(); }

private:
    [[nodiscard]] bool isHidden(const ledger::AssessmentKey& key) const {
        return desk::classOf(m_state, key) == ledger::BodyClass::Unblinding && !desk::seesUnblinding(m_vault, m_state);
    }
    [[nodiscard]] QString nameOf(const QString& instrument) const {
        const instrument::Instrument* known = m_protocol.library.instrument(instrument);
        return known != nullptr ? known->name.in(m_language) : instrument;
    }
    [[nodiscard]] QString placeOf(const ledger::AssessmentKey& key) const {
        const study::Timepoint* timepoint = m_protocol.study.timepoint(key.timepoint);
        return AssessmentWords::tr("%1 · %2", "instrument, timepoint")
            .arg(nameOf(key.instrument), timepoint != nullptr ? timepoint->label.in(m_language) : key.timepoint);
    }
    /// What stands no longer, and may be seen: the last that stood at each place.
    [[nodiscard]] QMap<ledger::AssessmentKey, const ledger::VoidedState*> lastVoided() const {
        QMap<ledger::AssessmentKey, const ledger::VoidedState*> last;
        for (const ledger::VoidedState& one : m_state.voided) {
            const ledger::AssessmentKey& key = one.assessment.key;
            if (m_state.assessment(key) == nullptr && !isHidden(key) &&
                (!last.contains(key) || last.value(key)->at < one.at))
                last.insert(key, &one);
        }
        return last;
    }

    vault::Vault& m_vault;
    const ledger::ParticipantState& m_state;
    const vault::Protocol& m_protocol;
    QString m_language;
};

} // namespace

Result<QVariantMap> RecordWords::of(vault::Vault& vault, const QUuid& participant, const QString& language) {
    SEREIN_TRY(const auto state, vault.participant(participant));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    const Record record(vault, *state, *protocol, language);
    SEREIN_TRY(const QVariantList unplaced, record.unplaced());
    SEREIN_TRY(const QVariantList voidedProposals, record.voidedProposals());
    const bool locked = state->dataState == QLatin1String("locked");
    return QVariantMap{
        {QStringLiteral("subject"), state->subject},
        {QStringLiteral("queries"), record.queries()},
        {QStringLiteral("voidedProposals"), voidedProposals},
        {QStringLiteral("dataState"), state->dataState},
        {QStringLiteral("dataStateText"), desk::StaffWords::dataState(state->dataState)},
        {QStringLiteral("signatures"), ReviewRows(vault, *state, {}, protocol->study.zone).signatures()},
        {QStringLiteral("unplaced"), unplaced},
        {QStringLiteral("canPlace"), record.may(Action::DecideCorrection)},
        {QStringLiteral("canSign"), record.may(Action::Sign) && desk::requireNotLocked(vault, *state).has_value()},
        {QStringLiteral("canFreeze"), record.may(Action::FreezeData) && !locked},
        {QStringLiteral("canLock"), record.may(Action::LockData)},
        {QStringLiteral("canUnblind"), record.may(Action::Unblind) && !desk::seesUnblinding(vault, *state)}};
}

} // namespace serein::ui
