#include "ui/AssessmentWords.h"

#include "core/Ids.h"
#include "desk/Gate.h"
#include "desk/Quality.h"
#include "desk/Trends.h"
#include "ledger/Work.h"
#include "ui/ItemTypes.h"
#include "ui/PlanWords.h"
#include "ui/ReviewRows.h"
#include "ui/Words.h"

namespace serein::ui {

namespace {

using account::Action;

bool may(const vault::Vault& vault, Action action) {
    return vault.user().roleToDo(action).has_value();
}

/// Builds one page; refuses itself whatever this person may not see.
class Page {
    Q_DECLARE_TR_FUNCTIONS(AssessmentWords)

public:
    Page(vault::Vault& vault, const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
         std::shared_ptr<const vault::Protocol> protocol, instrument::Instrument instrument, const QString& language)
        : m_vault(vault), m_state(state), m_assessment(assessment), m_protocol(std::move(protocol)),
          m_instrument(std::move(instrument)), m_language(language), m_zone(m_protocol->study.zone),
          m_asked(vault, *m_protocol, assessment, m_instrument, language) {}

    [[nodiscard]] Result<QVariantMap> build() {
        SEREIN_TRY(m_answers, desk::answersOf(m_assessment, m_instrument));
        SEREIN_TRY(const QVariantList alerts, alertSentences());
        const bool submitted = m_assessment.status != ledger::AssessmentStatus::Open;
        const bool open = desk::requireOpenData(m_vault, m_state).has_value();
        const bool unlocked = desk::requireNotLocked(m_vault, m_state).has_value();
        const ReviewRows said(m_vault, m_state, m_assessment.key, m_zone);
        return QVariantMap{{QStringLiteral("facts"), facts()},
                           {QStringLiteral("items"), items(submitted && open)},
                           {QStringLiteral("scores"), scores()},
                           {QStringLiteral("flags"), flags()},
                           {QStringLiteral("alerts"), alerts},
                           {QStringLiteral("proposals"), said.proposals(m_asked, open)},
                           {QStringLiteral("queries"), said.queries(m_asked)},
                           {QStringLiteral("signatures"), said.signatures()},
                           {QStringLiteral("canQuery"), may(m_vault, Action::RaiseQuery)},
                           {QStringLiteral("canVerify"), submitted && unlocked && may(m_vault, Action::VerifySource) &&
                                                             !m_assessment.verifiedAt.isValid()},
                           {QStringLiteral("canSign"), submitted && unlocked && may(m_vault, Action::Sign)},
                           {QStringLiteral("canVoid"), open && may(m_vault, Action::DecideCorrection)},
                           {QStringLiteral("canReopen"), submitted && open && canReopen()}};
    }

private:
    [[nodiscard]] QString when(const QDateTime& at) const { return Words::moment(at, m_zone); }
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
                    original = tr("At first: %1").arg(m_asked.answerOf(id, m_assessment.submittedAnswer(id)));
                    note = one.proposedBy.isEmpty()
                               ? tr("Corrected by %1, %2: %3").arg(one.by, when(one.at), one.reason)
                               : tr("Proposed by %1, approved by %2, %3: %4")
                                     .arg(one.proposedBy, one.by, when(one.at), one.reason);
                }
            QVariantList options;
            for (const instrument::Choice& choice : item.choices) {
                const QString words = m_asked.pack().choiceWords(item, choice.value);
                options += QVariantMap{{QStringLiteral("id"), choice.value.toString()},
                                       {QStringLiteral("label"), words.isEmpty() ? choice.concept_ : words}};
            }
            rows += QVariantMap{{QStringLiteral("id"), id},
                                {QStringLiteral("text"), m_asked.questionOf(id)},
                                {QStringLiteral("answer"), m_asked.answerOf(id, given.value)},
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
            QString text = tr("Alert raised %1: %2").arg(when(one.alert.raisedAt), m_asked.questionOf(one.alert.item));
            text += QStringLiteral(" · ") + (one.alert.closedAt.isValid()         ? tr("closed")
                                             : one.alert.acknowledgedAt.isValid() ? tr("acknowledged")
                                                                                  : tr("nobody has acknowledged it"));
            rows += one.raisedElsewhere ? tr("%1 · raised where it was given by mistake").arg(text) : text;
        }
        return rows;
    }

    vault::Vault& m_vault;
    const ledger::ParticipantState& m_state;
    const ledger::AssessmentState& m_assessment;
    std::shared_ptr<const vault::Protocol> m_protocol;
    instrument::Instrument m_instrument;
    QString m_language;
    QTimeZone m_zone;
    AskedWords m_asked;
    instrument::Answers m_answers;
};

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

} // namespace serein::ui
