// Timeline, corrections, alerts and the audit extract of a report.
#include "core/Json.h"
#include "exporting/Assessed.h"
#include "exporting/ReportBlocks.h"

#include <tuple>

namespace serein::exporting {

namespace {

constexpr qsizetype longestDetail = 400;

QString windowWords(const study::Planned& planned) {
    if (!planned.scheduled)
        return QStringLiteral("–");
    return ReportPage::time(planned.opensAt) + QStringLiteral(" – ") + ReportPage::time(planned.closesAt);
}

/// What a fact says, but for what stands in the other columns.
QString factDetail(const ledger::Fact& fact) {
    QJsonObject body = ledger::bodyOf(fact);
    body.remove(QStringLiteral("scores")); // they have a part of their own
    QString text = QString::fromUtf8(canonicalJson(body));
    text = text.mid(1, text.size() - 2).remove(u'"');
    return text.size() > longestDetail ? text.left(longestDetail) + QStringLiteral("…") : text;
}

} // namespace

void addTimeline(ReportPage& page) {
    const ledger::ParticipantState& state = page.record.state;
    const Definitions& definitions = page.record.definitions;
    page.heading(page.words.course, questionType);
    QList<std::pair<QDateTime, QString>> course{{state.enrolledAt, QStringLiteral("enrolled")}};
    for (const ledger::ConsentState& consent : state.consents)
        course += {consent.at, QStringLiteral("consent: %1, %2").arg(consent.occasion, consent.document)};
    for (auto it = state.anchors.begin(); it != state.anchors.end(); ++it) {
        const study::Anchor* anchor = definitions.study().anchor(it.key());
        course += {*it, anchor ? anchor->label.in(page.language) : it.key()};
    }
    std::ranges::stable_sort(course, {}, &std::pair<QDateTime, QString>::first);
    for (const auto& [at, what] : std::as_const(course))
        page.row({ReportPage::time(at), what}, {0.35, 0.65});

    page.heading(page.words.timeline);
    const QList<double> shares{0.22, 0.36, 0.24, 0.18};
    for (const ledger::AssessmentState* assessment : inStudyOrder(state, definitions.study())) {
        const Timing timing = timingOf(state, *assessment, definitions);
        QString how = page.term(ledger::statusText(assessment->status));
        how += QStringLiteral("; ") + page.term(timing.punctuality);
        how += QStringLiteral("; ") + page.term(assessment->mode);
        if (!assessment->reason.isEmpty())
            how += QStringLiteral(": ") + assessment->reason;
        page.row({page.placeOf(assessment->key) + u'\n' + definitions.instrument(*assessment).name.in(page.language),
                  page.words.window + u'\n' + windowWords(timing.planned),
                  page.words.submitted + u'\n' + ReportPage::time(assessment->submittedAt), how},
                 shares);
    }
    for (const MissedScale& one : missedScales(page.record))
        page.row({page.placeOf(one.key) + u'\n' + definitions.byHash(one.definition).name.in(page.language),
                  {},
                  ReportPage::time(one.missed->remark.at),
                  page.term(QStringLiteral("missed")) + QStringLiteral(": ") + one.missed->reason + u' ' +
                      one.missed->remark.text},
                 shares);
    for (const ledger::VoidedState& voided : state.voided)
        page.row({page.placeOf(voided.assessment.key) + u'\n' + voided.assessment.key.instrument,
                  {},
                  ReportPage::time(voided.at),
                  page.term(QStringLiteral("voided")) + QStringLiteral(": ") + voided.reason},
                 shares);
}

void addCorrections(ReportPage& page) {
    const ledger::ParticipantState& state = page.record.state;
    page.heading(page.words.corrections);
    const auto before = page.blocks.size();
    const auto where = [&](const ledger::AssessmentKey& key, const QString& item) {
        return QStringLiteral("%1, %2, %3").arg(page.placeOf(key), key.instrument, item);
    };
    for (const ledger::AssessmentState& assessment : state.assessments)
        for (const ledger::Correction& one : assessment.corrections)
            page.row({where(assessment.key, one.item),
                      page.words.corrected.arg(page.answerWords(assessment.definition, one.item, one.before),
                                               page.answerWords(assessment.definition, one.item, one.answer),
                                               one.reason, one.by, ReportPage::time(one.at))},
                     {0.35, 0.65});
    for (const ledger::ProposalState& one : state.proposals) {
        if (one.decision == ledger::ProposalState::Decision::Approved)
            continue; // stands above
        const ledger::AssessmentState* assessment = state.assessment(one.assessment);
        const QString definition = assessment ? assessment->definition : QString();
        const bool waits = one.decision == ledger::ProposalState::Decision::Waiting;
        page.row({where(one.assessment, one.item),
                  page.words.proposed.arg(page.answerWords(definition, one.item, one.before),
                                          page.answerWords(definition, one.item, one.answer), one.reason, one.by,
                                          ReportPage::time(one.at),
                                          page.term(waits ? QStringLiteral("proposed") : QStringLiteral("declined")))},
                 {0.35, 0.65});
    }
    if (page.blocks.size() == before)
        page.line(page.words.none);
}

void addAlerts(ReportPage& page) {
    page.heading(page.words.alerts);
    for (const ledger::AlertState& one : page.record.state.alerts) {
        QStringList story{page.words.raised.arg(ReportPage::time(one.raisedAt))};
        if (one.acknowledgedAt.isValid())
            story += page.words.acknowledged.arg(ReportPage::time(one.acknowledgedAt), one.acknowledgedBy, one.action);
        story += one.closedAt.isValid()
                     ? page.words.closed.arg(ReportPage::time(one.closedAt), one.closedBy, one.outcome)
                     : page.words.open;
        page.row({QStringLiteral("%1, %2, %3").arg(page.placeOf(one.assessment), one.assessment.instrument, one.rule),
                  story.join(u'\n')},
                 {0.35, 0.65});
    }
    if (page.record.state.alerts.isEmpty())
        page.line(page.words.none);
}

void addAudit(ReportPage& page) {
    page.heading(page.words.audit);
    for (const ledger::Event& event : page.record.events) {
        if (std::holds_alternative<ledger::ItemShown>(event.fact))
            continue; // says only where a screen was
        const QString who = event.header.role.isEmpty() || event.header.role == event.header.actor
                                ? event.header.actor
                                : QStringLiteral("%1 (%2)").arg(event.header.actor, event.header.role);
        const bool isWithheld = std::holds_alternative<ledger::Withheld>(event.fact);
        page.row({QString::number(event.header.sequence), ReportPage::time(event.header.at), who, event.header.kind,
                  isWithheld ? page.words.withheld : factDetail(event.fact)},
                 {0.07, 0.18, 0.18, 0.19, 0.38});
    }
}

} // namespace serein::exporting
