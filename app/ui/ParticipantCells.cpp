#include "ui/ParticipantCells.h"

#include "desk/Gate.h"
#include "desk/Trends.h"
#include "ledger/Work.h"
#include "ui/PlanWords.h"

#include <algorithm>

namespace serein::ui {

namespace {

const QStringList notBegun{QStringLiteral("planned"), QStringLiteral("unscheduled"), QStringLiteral("open"),
                           QStringLiteral("overdue")};

QVariantMap mark(const char* condition, const QString& text) {
    return {{QStringLiteral("condition"), QString::fromLatin1(condition)}, {QStringLiteral("text"), text}};
}

bool staffFills(const instrument::Instrument* instrument) {
    return instrument != nullptr && instrument->audience != QLatin1String("self");
}

} // namespace

QString ParticipantCells::name(const QString& instrument) const {
    const instrument::Instrument* known = m_protocol.library.instrument(instrument);
    return known != nullptr ? known->name.in(m_language) : instrument;
}

QString ParticipantCells::label(const study::Timepoint& timepoint, int sequence) const {
    QString label = timepoint.label.in(m_language);
    if (m_participant.sequenceOf(timepoint.id) == 1)
        return label;
    switch (sequence) {
    case 1:
        return tr("%1 · 1st", "a timepoint that is asked several times").arg(label);
    case 2:
        return tr("%1 · 2nd", "a timepoint that is asked several times").arg(label);
    case 3:
        return tr("%1 · 3rd", "a timepoint that is asked several times").arg(label);
    default:
        return tr("%1 · %2th", "a timepoint that is asked several times").arg(label).arg(sequence);
    }
}

QVariantMap ParticipantCells::cell(const study::Timepoint& timepoint, const ledger::AssessmentKey& key) const {
    const QString state = stateOf(timepoint, key);
    const QString text = stateText(state, key);
    const ledger::AssessmentState* assessment = m_participant.assessment(key);
    const QVariantList marks = assessment != nullptr ? marksOf(timepoint, *assessment) : QVariantList();
    QStringList said{text};
    for (const QVariant& one : marks)
        said += one.toMap().value(QStringLiteral("text")).toString();
    return {{QStringLiteral("instrument"), key.instrument},
            {QStringLiteral("name"), name(key.instrument)},
            {QStringLiteral("sequence"), key.sequence},
            {QStringLiteral("state"), state},
            {QStringLiteral("text"), text},
            {QStringLiteral("marks"), marks},
            {QStringLiteral("action"), actionOf(state, key)},
            {QStringLiteral("spoken"),
             tr("%1, %2: %3", "instrument, timepoint, how it stands")
                 .arg(name(key.instrument), label(timepoint, key.sequence), said.join(QStringLiteral(", ")))}};
}

QString ParticipantCells::stateOf(const study::Timepoint& timepoint, const ledger::AssessmentKey& key) const {
    if (const ledger::AssessmentState* assessment = m_participant.assessment(key))
        return assessment->status == ledger::AssessmentStatus::Open ? QStringLiteral("inProgress")
                                                                    : ledger::statusText(assessment->status);
    if (m_participant.missedAs(key) != nullptr)
        return QStringLiteral("missed");
    if (key.sequence < m_participant.sequenceOf(key.timepoint))
        return QStringLiteral("superseded");
    if (!ledger::isApplicable(m_participant, m_protocol.library.instrument(key.instrument)))
        return QStringLiteral("notApplicable");
    const study::Planned planned = study::planFor(m_protocol.study, timepoint, m_participant.anchorsFor(key));
    switch (study::statusAt(planned, m_vault.clock().now())) {
    case study::WindowStatus::Unscheduled:
        return QStringLiteral("unscheduled");
    case study::WindowStatus::Upcoming:
        return QStringLiteral("planned");
    case study::WindowStatus::Open:
        return QStringLiteral("open");
    case study::WindowStatus::Closed:
        return QStringLiteral("overdue");
    }
    return {};
}

QString ParticipantCells::stateText(const QString& state, const ledger::AssessmentKey& key) const {
    static const QMap<QString, const char*> words{{QStringLiteral("planned"), QT_TR_NOOP("planned")},
                                                  {QStringLiteral("unscheduled"), QT_TR_NOOP("no date yet")},
                                                  {QStringLiteral("open"), QT_TR_NOOP("open")},
                                                  {QStringLiteral("overdue"), QT_TR_NOOP("overdue")},
                                                  {QStringLiteral("inProgress"), QT_TR_NOOP("in progress")},
                                                  {QStringLiteral("submitted"), QT_TR_NOOP("submitted")},
                                                  {QStringLiteral("endedEarly"), QT_TR_NOOP("ended early")},
                                                  {QStringLiteral("notApplicable"), QT_TR_NOOP("not applicable")},
                                                  {QStringLiteral("superseded"), QT_TR_NOOP("asked again later")}};
    if (const ledger::MissedState* missed = m_participant.missedAs(key))
        return desk::isKeptFrom(m_vault, m_participant, m_protocol.library.instrument(key.instrument))
                   ? tr("missed") // why may tell what was given
                   : tr("missed: %1", "why").arg(PlanWords::missedReason(missed->reason));
    return tr(words.value(state));
}

QVariantList ParticipantCells::marksOf(const study::Timepoint& timepoint,
                                       const ledger::AssessmentState& assessment) const {
    QVariantList marks;
    const auto begunUnder = m_vault.protocol(assessment.study); // as exports judge it
    const study::Punctuality punctuality =
        ledger::punctualityOf(begunUnder ? (*begunUnder)->study : m_protocol.study, m_participant, assessment);
    if (punctuality != study::Punctuality::InWindow)
        marks += mark(qPrintable(study::punctualityText(punctuality)), PlanWords::punctuality(punctuality));
    // Of a sequence that another one followed, that it was asked again says it.
    if (assessment.key.sequence == m_participant.sequenceOf(timepoint.id) &&
        ledger::isStale(m_protocol.study, timepoint, m_participant, assessment))
        marks += mark("stale", tr("stale", "answered too long before the operation"));
    if (!assessment.corrections.isEmpty())
        marks += mark("corrected", tr("corrected"));
    if (std::ranges::any_of(m_participant.proposals, [&](const ledger::ProposalState& one) {
            return one.assessment == assessment.key && one.decision == ledger::ProposalState::Decision::Waiting;
        }))
        marks += mark("proposed", tr("correction proposed"));
    if (std::ranges::any_of(m_participant.queries, [&](const ledger::QueryState& one) {
            return one.assessment == assessment.key && !one.closedAt.isValid();
        }))
        marks += mark("query", tr("query open"));
    return marks;
}

QString ParticipantCells::actionOf(const QString& state, const ledger::AssessmentKey& key) const {
    const instrument::Instrument* instrument = m_protocol.library.instrument(key.instrument);
    if (desk::isKeptFrom(m_vault, m_participant, instrument))
        return {};
    if (const ledger::AssessmentState* assessment = m_participant.assessment(key))
        return desk::sees(m_vault, m_participant, *assessment) ? QStringLiteral("assessment") : QString();
    if (state == QLatin1String("missed"))
        return m_vault.user().roleToDo(account::Action::SetAnchor) ? state : QString();
    const bool mayFill = staffFills(instrument) && m_vault.user().roleToDo(account::Action::Record).has_value();
    return mayFill && notBegun.contains(state) ? QStringLiteral("form") : QString();
}

} // namespace serein::ui
