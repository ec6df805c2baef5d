#include "ui/AssessmentWords.h"

#include "core/Ids.h"
#include "desk/AnswerWords.h"
#include "desk/Gate.h"
#include "desk/Quality.h"
#include "desk/Trends.h"
#include "ledger/Work.h"
#include "study/Words.h"
#include "ui/ItemTypes.h"
#include "ui/PlanWords.h"
#include "ui/Words.h"

namespace serein::ui {

namespace {

using account::Action;

bool may(const vault::Vault& vault, Action action) {
    return vault.user().roleToDo(action).has_value();
}

/// The words it was asked in, or the reader's own where the definition is still the one in use.
instrument::TextPack wordsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                             const ledger::AssessmentState& assessment, const instrument::Instrument& instrument,
                             const QString& language) {
    const QString inUse = protocol.instruments.value(assessment.key.instrument)[QLatin1String("definition")].toString();
    if (const instrument::Entry* entry = protocol.library.entry(assessment.key.instrument);
        entry != nullptr && inUse == assessment.definition)
        if (const instrument::TextPack* words = study::wordsFor(*entry, language))
            return *words;
    return assessment.pack.isEmpty() ? instrument::TextPack()
                                     : vault.packByHash(assessment.pack, instrument).value_or(instrument::TextPack());
}

/// Builds one page; refuses itself whatever this person may not see.
class Page {
    Q_DECLARE_TR_FUNCTIONS(AssessmentWords)

public:
    Page(vault::Vault& vault, const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
         std::shared_ptr<const vault::Protocol> protocol, instrument::Instrument instrument, const QString& language)
        : m_vault(vault), m_state(state), m_assessment(assessment), m_protocol(std::move(protocol)),
          m_instrument(std::move(instrument)), m_language(language), m_zone(m_protocol->study.zone),
          m_words(wordsOf(vault, *m_protocol, assessment, m_instrument, language)) {}

    [[nodiscard]] Result<QVariantMap> build() {
        SEREIN_TRY(m_answers, desk::answersOf(m_assessment, m_instrument));
        SEREIN_TRY(const QVariantList alerts, alertSentences());
        const bool submitted = m_assessment.status != ledger::AssessmentStatus::Open;
        const bool open = desk::requireOpenData(m_vault, m_state).has_value();
        const bool unlocked = desk::requireNotLocked(m_vault, m_state).has_value();
        return QVariantMap{{QStringLiteral("facts"), facts()},
                           {QStringLiteral("items"), items(submitted && open)},
                           {QStringLiteral("scores"), scores()},
                           {QStringLiteral("flags"), flags()},
                           {QStringLiteral("alerts"), alerts},
                           {QStringLiteral("proposals"), proposals(open)},
                           {QStringLiteral("queries"), queries()},
                           {QStringLiteral("signatures"), signatures()},
                           {QStringLiteral("canQuery"), may(m_vault, Action::RaiseQuery)},
                           {QStringLiteral("canVerify"), submitted && unlocked && may(m_vault, Action::VerifySource) &&
                                                             !m_assessment.verifiedAt.isValid()},
                           {QStringLiteral("canSign"), submitted && unlocked && may(m_vault, Action::Sign)},
                           {QStringLiteral("canVoid"), open && may(m_vault, Action::DecideCorrection)},
                           {QStringLiteral("canReopen"), submitted && open && canReopen()}};
    }

private:
    [[nodiscard]] QString when(const QDateTime& at) const { return Words::moment(at, m_zone); }
    [[nodiscard]] QString questionOf(const QString& id) const {
        const QString text = m_words.items.value(id).text;
        const instrument::Item* item = m_instrument.item(id);
        return !text.isEmpty() ? text : item != nullptr ? item->concept_ : id;
    }
    [[nodiscard]] QString answerOf(const QString& id, const QJsonValue& value) const {
        const instrument::Item* item = m_instrument.item(id);
        const auto answer = item != nullptr ? instrument::answerFromJson(*item, value) : Result<instrument::Answer>();
        if (!answer || std::holds_alternative<std::monostate>(*answer))
            return tr("no answer");
        if (const auto* declined = std::get_if<instrument::Declined>(&*answer))
            return declined->reason.isEmpty() ? tr("declined") : tr("declined: %1").arg(declined->reason);
        const QString words = desk::AnswerWords::of(*item, m_words, *answer);
        return words.isEmpty() ? value.toVariant().toString() : words; // no words ship: what the ledger holds
    }
    /// Back to whoever answered it: their own answers, while the window is open. Staff correct their own.
    [[nodiscard]] bool canReopen() const {
        return may(m_vault, Action::Reopen) && m_instrument.audience == QLatin1String("self") &&
               desk::punctualityOf(m_protocol->study, m_state, m_assessment.key, m_vault.clock().now()) ==
                   study::Punctuality::InWindow;
    }
    [[nodiscard]] QVariantList facts() const {
        QVariantList facts{tr("Begun %1 (%2)").arg(when(m_assessment.openedAt), PlanWords::mode(m_assessment.mode))};
        if (m_assessment.submittedAt.isValid())
            facts += tr("Submitted %1 by %2").arg(when(m_assessment.submittedAt), m_assessment.submittedBy);
        if (!m_assessment.reason.isEmpty())
            facts += tr("Outside its window: %1").arg(m_assessment.reason);
        if (!m_assessment.filledInAt.isEmpty())
            facts += tr("Filled in on paper: %1").arg(m_assessment.filledInAt);
        if (!m_assessment.reassignedAs.isNull())
            facts += tr("Moved here from where it was given by mistake");
        facts +=
            m_assessment.verifiedAt.isValid()
                ? tr("✓ Compared with the source by %1, %2").arg(m_assessment.verifiedBy, when(m_assessment.verifiedAt))
                : tr("Not compared with the source");
        return facts;
    }
    [[nodiscard]] QString correctable(const QString& id) const {
        if (desk::isStaffsOwn(m_assessment, id))
            return may(m_vault, Action::Record) ? QStringLiteral("correct") : QString();
        return may(m_vault, Action::ProposeCorrection) ? QStringLiteral("propose") : QString();
    }
    [[nodiscard]] QVariantList items(bool canChange) const {
        QVariantList rows;
        for (const QString& id : instrument::visibleItems(m_instrument, m_answers, m_assessment.profile)) {
            const instrument::Item& item = *m_instrument.item(id);
            if (!item.asks())
                continue;
            const ledger::AnswerState given = m_assessment.answers.value(id);
            QString original;
            QString note;
            for (const ledger::Correction& one : m_assessment.corrections)
                if (one.item == id) {
                    original = tr("At first: %1").arg(answerOf(id, m_assessment.submittedAnswer(id)));
                    note = one.proposedBy.isEmpty()
                               ? tr("Corrected by %1, %2: %3").arg(one.by, when(one.at), one.reason)
                               : tr("Proposed by %1, approved by %2, %3: %4")
                                     .arg(one.proposedBy, one.by, when(one.at), one.reason);
                }
            QVariantList options;
            for (const instrument::Choice& choice : item.choices) {
                const QString words = m_words.choiceWords(item, choice.value);
                options += QVariantMap{{QStringLiteral("id"), choice.value.toString()},
                                       {QStringLiteral("label"), words.isEmpty() ? choice.concept_ : words}};
            }
            rows += QVariantMap{{QStringLiteral("id"), id},
                                {QStringLiteral("text"), questionOf(id)},
                                {QStringLiteral("answer"), answerOf(id, given.value)},
                                {QStringLiteral("original"), original},
                                {QStringLiteral("note"), note},
                                {QStringLiteral("time"),
                                 given.responseMs < 0
                                     ? QString()
                                     : tr("%1 s").arg(QString::number(double(given.responseMs) / 1000.0, 'f', 1))},
                                {QStringLiteral("type"), itemTypeText(item.type)},
                                {QStringLiteral("options"), options},
                                {QStringLiteral("can"), canChange ? correctable(id) : QString()}};
        }
        return rows;
    }
    [[nodiscard]] QString scoreText(const instrument::Score& score, const QJsonObject& stored) const {
        const QString status = stored[QLatin1String("status")].toString();
        if (status == QLatin1String("missing"))
            return tr("missing");
        const QJsonValue value = stored[QLatin1String("value")];
        QString text = value.isBool() ? (value.toBool() ? tr("yes") : tr("no")) : value.toVariant().toString();
        for (const instrument::Band& band : score.bandsFor(m_assessment.profile))
            if (band.id == stored[QLatin1String("band")].toString())
                text += QStringLiteral(" · ") + band.label.in(m_language);
        return status == QLatin1String("prorated") ? tr("%1, prorated").arg(text) : text;
    }
    [[nodiscard]] QVariantList scores() const {
        QVariantList rows;
        if (desk::hidesTrends(m_vault, m_protocol->study))
            return rows;
        for (const instrument::Score& score : m_instrument.scores) {
            if (score.isFlag || !m_assessment.scores.contains(score.id))
                continue;
            const QJsonObject now = m_assessment.scores[score.id].toObject();
            const QJsonObject first = m_assessment.submittedScores[score.id].toObject();
            rows += QVariantMap{{QStringLiteral("name"), score.name.in(m_language)},
                                {QStringLiteral("text"), scoreText(score, now)},
                                {QStringLiteral("original"),
                                 now == first ? QString() : tr("At first: %1").arg(scoreText(score, first))}};
        }
        return rows;
    }
    [[nodiscard]] QVariantList flags() const {
        QVariantList rows;
        const auto row = [&](const QString& text, const QString& rule) {
            rows += QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("rule"), rule}};
        };
        const auto begunUnder = m_vault.protocol(m_assessment.study); // as exports judge it
        const study::Punctuality punctuality =
            ledger::punctualityOf(begunUnder ? (*begunUnder)->study : m_protocol->study, m_state, m_assessment);
        for (const desk::QualityFlag& flag : desk::qualityOf(m_instrument, m_assessment, m_answers, punctuality))
            switch (flag.mark) {
            case desk::QualityMark::SameAnswer:
                if (!desk::hidesTrends(m_vault, m_protocol->study))
                    row(tr("The same answer %1 times in a row, of %2 questions").arg(flag.count).arg(flag.of),
                        tr("Rule: half of the questions or more, in a scale keyed in both directions (Curran 2016, "
                           "doi 10.1016/j.jesp.2015.07.006)."));
                break;
            case desk::QualityMark::Quick:
                row(tr("Answered quickly: %1 s a question (median)")
                        .arg(QString::number(double(flag.medianMs) / 1000.0, 'f', 1)),
                    tr("Rule: under 2 s a question (Huang et al. 2012, doi 10.1007/s10869-011-9231-8), of at least "
                       "five timed answers."));
                break;
            case desk::QualityMark::CheckKept:
                row(tr("Answers that don't seem to fit together were asked about, and kept"),
                    tr("Rule: the gentle question \"%1\" of this scale.").arg(flag.detail));
                break;
            case desk::QualityMark::OutOfWindow:
                row(flag.detail == QLatin1String("early") ? tr("Begun before its window")
                                                          : tr("Begun after its window"),
                    tr("Rule: the study's window for this timepoint."));
                break;
            case desk::QualityMark::Missing:
                row(tr("%1 of %2 questions have no answer").arg(flag.count).arg(flag.of),
                    tr("Rule: asked, not optional, and not answered or declined."));
                break;
            }
        return rows;
    }
    [[nodiscard]] Result<QVariantList> alertSentences() const {
        SEREIN_TRY(const auto alerts, desk::Review(m_vault).alertsAbout(m_state, m_assessment));
        QVariantList rows;
        for (const desk::AlertAbout& one : alerts) {
            QString text = tr("Alert raised %1: %2").arg(when(one.alert.raisedAt), questionOf(one.alert.item));
            text += QStringLiteral(" · ") + (one.alert.closedAt.isValid()         ? tr("closed")
                                             : one.alert.acknowledgedAt.isValid() ? tr("acknowledged")
                                                                                  : tr("nobody has acknowledged it"));
            rows += one.raisedElsewhere ? tr("%1 · raised where it was given by mistake").arg(text) : text;
        }
        return rows;
    }
    [[nodiscard]] QVariantList proposals(bool open) const {
        QVariantList rows;
        for (const ledger::ProposalState& one : m_state.proposals) {
            if (one.assessment != m_assessment.key)
                continue;
            const bool waits = one.decision == ledger::ProposalState::Decision::Waiting;
            QString text =
                tr("%1: \"%2\" instead of \"%3\"")
                    .arg(questionOf(one.item), answerOf(one.item, one.answer), answerOf(one.item, one.before));
            if (one.decision == ledger::ProposalState::Decision::Approved)
                continue; // stands beside its answer
            rows += QVariantMap{
                {QStringLiteral("id"), idText(one.id)},
                {QStringLiteral("text"), text},
                {QStringLiteral("reason"), waits ? tr("Proposed by %1, %2: %3").arg(one.by, when(one.at), one.reason)
                                                 : tr("Declined by %1: %2").arg(one.decidedBy, one.decisionReason)},
                {QStringLiteral("canDecide"),
                 waits && open && may(m_vault, Action::DecideCorrection) && one.by != m_vault.user().name}};
        }
        return rows;
    }
    [[nodiscard]] QVariantList queries() const {
        QVariantList rows;
        for (const ledger::QueryState& one : m_state.queries) {
            if (one.assessment != m_assessment.key)
                continue;
            const bool closed = one.closedAt.isValid();
            rows += QVariantMap{
                {QStringLiteral("id"), idText(one.id)},
                {QStringLiteral("about"), one.item.isEmpty() ? tr("The whole assessment") : questionOf(one.item)},
                {QStringLiteral("text"), tr("%1, %2: %3").arg(one.raisedBy, when(one.raisedAt), one.text)},
                {QStringLiteral("answer"), one.answeredAt.isValid()
                                               ? tr("%1, %2: %3").arg(one.answeredBy, when(one.answeredAt), one.answer)
                                               : QString()},
                {QStringLiteral("stateText"), closed                     ? tr("closed by %1").arg(one.closedBy)
                                              : one.answeredAt.isValid() ? tr("answered")
                                                                         : tr("waits for an answer")},
                {QStringLiteral("canAnswer"), !closed && may(m_vault, Action::AnswerQuery)},
                {QStringLiteral("canClose"), !closed && may(m_vault, Action::RaiseQuery)}};
        }
        return rows;
    }
    [[nodiscard]] QVariantList signatures() const;

    vault::Vault& m_vault;
    const ledger::ParticipantState& m_state;
    const ledger::AssessmentState& m_assessment;
    std::shared_ptr<const vault::Protocol> m_protocol;
    instrument::Instrument m_instrument;
    QString m_language;
    QTimeZone m_zone;
    instrument::TextPack m_words;
    instrument::Answers m_answers;
};

/// Those that cover it: its own, and with an empty key those of the whole record.
QVariantList signatureRows(const ledger::ParticipantState& state, const ledger::AssessmentKey& key,
                           const QTimeZone& zone) {
    QVariantList rows;
    for (const ledger::SignatureState& one : state.signatures) {
        const bool whole = one.assessment.instrument.isEmpty();
        if (key.instrument.isEmpty() ? !whole : one.assessment != key)
            continue;
        QString text = AssessmentWords::tr("Signed by %1 (%2), %3: %4")
                           .arg(one.by, one.role, Words::moment(one.at, zone), one.meaning);
        if (one.brokenAt.isValid())
            text = AssessmentWords::tr("No longer holds, because the data changed %1. %2")
                       .arg(Words::moment(one.brokenAt, zone), text);
        rows += QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("broken"), one.brokenAt.isValid()}};
    }
    return rows;
}

QVariantList Page::signatures() const {
    return signatureRows(m_state, m_assessment.key, m_zone);
}

} // namespace

Result<QVariantMap> AssessmentWords::of(vault::Vault& vault, const QUuid& participant, const ledger::AssessmentKey& key,
                                        const QString& language) {
    SEREIN_TRY(const auto state, vault.participant(participant));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    const ledger::AssessmentState* assessment = state->assessment(key);
    if (assessment == nullptr)
        return unusable(QStringLiteral("there is no such assessment"), QStringLiteral("/assessment"));
    SEREIN_TRY(instrument::Instrument instrument, vault.instrumentByHash(assessment->definition));
    const study::Timepoint* timepoint = protocol->study.timepoint(key.timepoint);
    QVariantMap page{{QStringLiteral("participant"), idText(participant)},
                     {QStringLiteral("subject"), state->subject},
                     {QStringLiteral("timepoint"), key.timepoint},
                     {QStringLiteral("label"), timepoint != nullptr ? timepoint->label.in(language) : key.timepoint},
                     {QStringLiteral("instrument"), key.instrument},
                     {QStringLiteral("name"), instrument.name.in(language)},
                     {QStringLiteral("sequence"), key.sequence},
                     {QStringLiteral("statusText"), assessment->status == ledger::AssessmentStatus::Open ? tr("begun")
                                                    : assessment->status == ledger::AssessmentStatus::Submitted
                                                        ? tr("done")
                                                        : tr("ended early")},
                     {QStringLiteral("withheld"), !desk::sees(vault, *state, *assessment)}};
    if (!desk::sees(vault, *state, *assessment))
        return page;
    SEREIN_TRY(const QVariantMap content,
               Page(vault, *state, *assessment, protocol, std::move(instrument), language).build());
    page.insert(content);
    return page;
}

Result<QVariantMap> AssessmentWords::ofRecord(vault::Vault& vault, const QUuid& participant, const QString& language) {
    SEREIN_TRY(const auto state, vault.participant(participant));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    SEREIN_TRY(const QList<QUuid> waiting, desk::Review(vault).unplaced(participant));
    QVariantList unplaced;
    for (const QUuid& id : waiting) {
        const ledger::VoidedState& voided = state->voided.constFind(id).value();
        SEREIN_TRY(const auto target, vault.participant(voided.toParticipant));
        const instrument::Instrument* known = protocol->library.instrument(voided.assessment.key.instrument);
        unplaced += QVariantMap{
            {QStringLiteral("id"), idText(id)},
            {QStringLiteral("text"), known != nullptr ? known->name.in(language) : voided.assessment.key.instrument},
            {QStringLiteral("toSubject"), target->subject},
            {QStringLiteral("instrument"), voided.assessment.key.instrument},
            {QStringLiteral("toTimepoint"), voided.toAssessment.timepoint},
            {QStringLiteral("toSequence"), voided.toAssessment.sequence}};
    }
    QVariantList queries;
    for (const ledger::QueryState& one : state->queries) {
        if (desk::classOf(*state, one.assessment) == ledger::BodyClass::Unblinding &&
            !desk::seesUnblinding(vault, *state))
            continue;
        const instrument::Instrument* known = protocol->library.instrument(one.assessment.instrument);
        const study::Timepoint* timepoint = protocol->study.timepoint(one.assessment.timepoint);
        queries +=
            QVariantMap{{QStringLiteral("text"),
                         tr("%1 · %2", "instrument, timepoint")
                             .arg(known != nullptr ? known->name.in(language) : one.assessment.instrument,
                                  timepoint != nullptr ? timepoint->label.in(language) : one.assessment.timepoint)},
                        {QStringLiteral("more"), tr("%1: %2").arg(one.raisedBy, one.text)},
                        {QStringLiteral("stateText"), one.closedAt.isValid()     ? tr("closed by %1").arg(one.closedBy)
                                                      : one.answeredAt.isValid() ? tr("answered")
                                                                                 : tr("waits for an answer")},
                        {QStringLiteral("timepoint"), one.assessment.timepoint},
                        {QStringLiteral("instrument"), one.assessment.instrument},
                        {QStringLiteral("sequence"), one.assessment.sequence}};
    }
    const bool locked = state->dataState == QLatin1String("locked");
    return QVariantMap{
        {QStringLiteral("subject"), state->subject},
        {QStringLiteral("queries"), queries},
        {QStringLiteral("dataState"), state->dataState},
        {QStringLiteral("dataStateText"), desk::StaffWords::dataState(state->dataState)},
        {QStringLiteral("signatures"), signatureRows(*state, {}, protocol->study.zone)},
        {QStringLiteral("unplaced"), unplaced},
        {QStringLiteral("canPlace"), may(vault, Action::DecideCorrection)},
        {QStringLiteral("canSign"), may(vault, Action::Sign) && desk::requireNotLocked(vault, *state).has_value()},
        {QStringLiteral("canFreeze"), may(vault, Action::FreezeData) && !locked},
        {QStringLiteral("canLock"), may(vault, Action::LockData)},
        {QStringLiteral("canUnblind"), may(vault, Action::Unblind) && !desk::seesUnblinding(vault, *state)}};
}

} // namespace serein::ui
