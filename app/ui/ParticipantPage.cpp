#include "ui/ParticipantPage.h"

#include "desk/Worklist.h"
#include "ui/AlertModel.h"
#include "ui/ParticipantCells.h"
#include "ui/ParticipantFacts.h"
#include "ui/PlanWords.h"
#include "ui/Words.h"

#include <algorithm>

namespace serein::ui {

namespace {

QVariantList anchorRows(const study::Study& study, const ledger::ParticipantState& state, const QString& language) {
    QVariantList rows;
    for (const study::Anchor& anchor : study.anchors) {
        const QDateTime at = state.anchors.value(anchor.id);
        rows += QVariantMap{
            {QStringLiteral("id"), anchor.id},
            {QStringLiteral("label"), anchor.label.in(language)},
            {QStringLiteral("at"),
             at.isValid() ? at.toTimeZone(study.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString()},
            {QStringLiteral("text"), Words::moment(at, study.zone)}};
    }
    return rows;
}

/// The columns of one timepoint: one for each sequence that it was asked in.
class Columns {
public:
    Columns(const vault::Vault& vault, const vault::Protocol& protocol, const ledger::ParticipantState& participant,
            const QString& language)
        : m_vault(vault), m_protocol(protocol), m_participant(participant), m_language(language),
          m_cells(vault, protocol, participant, language) {}

    [[nodiscard]] QVariantList of(const desk::WorkItem& work) const {
        const study::Timepoint& timepoint = *m_protocol.study.timepoint(work.timepoint);
        QVariantList columns;
        for (int sequence = 1; sequence < work.sequence; ++sequence)
            columns += earlier(timepoint, sequence);
        return columns << now(timepoint, work);
    }

private:
    [[nodiscard]] QVariantMap column(const study::Timepoint& timepoint, int sequence) const {
        QStringList instruments = timepoint.battery;
        for (const ledger::AssessmentState& one : m_participant.assessments) // asked by an earlier version of the study
            if (one.key.timepoint == timepoint.id && one.key.sequence == sequence &&
                !instruments.contains(one.key.instrument))
                instruments += one.key.instrument;
        QVariantList cells;
        for (const QString& instrument : instruments)
            cells += m_cells.cell(timepoint, {timepoint.id, instrument, sequence});
        return {{QStringLiteral("timepoint"), timepoint.id},
                {QStringLiteral("sequence"), sequence},
                {QStringLiteral("label"), m_cells.label(timepoint, sequence)},
                {QStringLiteral("cells"), cells}};
    }
    [[nodiscard]] QVariantMap earlier(const study::Timepoint& timepoint, int sequence) const {
        QVariantMap column = this->column(timepoint, sequence);
        const ledger::AssessmentKey first{timepoint.id, timepoint.battery.value(0), sequence};
        const study::Planned planned = study::planFor(m_protocol.study, timepoint, m_participant.anchorsFor(first));
        column.insert(QStringLiteral("state"), QStringLiteral("superseded"));
        column.insert(QStringLiteral("stateText"), ParticipantCells::earlier());
        column.insert(QStringLiteral("window"), PlanWords::window(planned, m_protocol.study.zone));
        return column;
    }
    [[nodiscard]] QVariantMap now(const study::Timepoint& timepoint, const desk::WorkItem& work) const {
        QVariantMap column = this->column(timepoint, work.sequence);
        column.insert(QStringLiteral("state"), desk::workStateText(work.state));
        column.insert(QStringLiteral("stateText"), Words::workState(work.state));
        column.insert(QStringLiteral("window"),
                      work.left() == 0 ? QString()
                                       : Words::window(work.planned, m_vault.clock().now(), m_protocol.study.zone));
        column.insert(QStringLiteral("selfLeft"), work.selfLeft);
        column.insert(QStringLiteral("about"), QVariantMap{{QStringLiteral("participant"), idText(m_participant.id)},
                                                           {QStringLiteral("subject"), m_participant.subject},
                                                           {QStringLiteral("timepoint"), timepoint.id},
                                                           {QStringLiteral("sequence"), work.sequence},
                                                           {QStringLiteral("label"), timepoint.label.in(m_language)},
                                                           {QStringLiteral("language"), m_participant.language}});
        column.insert(QStringLiteral("form"), firstForm(column.value(QStringLiteral("cells")).toList()));
        column.insert(QStringLiteral("action"), actionOf(work, column));
        return column;
    }
    [[nodiscard]] static QVariantMap firstForm(const QVariantList& cells) {
        for (const QVariant& cell : cells)
            if (cell.toMap().value(QStringLiteral("action")) == QStringLiteral("form"))
                return cell.toMap();
        return {};
    }
    /// As on the worklist, and also before and after its time, which then asks for a reason.
    [[nodiscard]] QString actionOf(const desk::WorkItem& work, const QVariantMap& column) const {
        const account::Person& person = m_vault.user();
        if (work.selfLeft > 0 && !work.suspended) {
            const QString action = work.telephone ? QStringLiteral("call") : QStringLiteral("handOver");
            return person.roleToDo(work.telephone ? account::Action::Record : account::Action::HandOver) ? action
                                                                                                         : QString();
        }
        if (work.selfLeft == 0 && !column.value(QStringLiteral("form")).toMap().isEmpty())
            return QStringLiteral("fillIn");
        // Where nothing else is to be done, what was recorded as missed may be mended.
        const QVariantList cells = column.value(QStringLiteral("cells")).toList();
        const bool mends = std::ranges::any_of(cells, [](const QVariant& cell) {
            return cell.toMap().value(QStringLiteral("action")) == QStringLiteral("missed");
        });
        return work.left() == 0 && mends ? QStringLiteral("missed") : QString();
    }

    const vault::Vault& m_vault;
    const vault::Protocol& m_protocol;
    const ledger::ParticipantState& m_participant;
    const QString& m_language;
    ParticipantCells m_cells;
};

} // namespace

Result<QVariantMap> participantPage(vault::Vault& vault, const QUuid& id, const QString& language) {
    SEREIN_TRY(const auto state, vault.participant(id));
    SEREIN_TRY(const auto work, desk::Desk(vault).workOf(id));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    const Columns columns(vault, *protocol, *state, language);
    QVariantList timepoints;
    for (const desk::WorkItem& one : work)
        timepoints += columns.of(one);
    const ParticipantFacts facts(vault, *protocol, *state, language);
    SEREIN_TRY(const QVariantList alerts, AlertModel::rowsOf(vault, id, language));
    return QVariantMap{{QStringLiteral("id"), idText(id)},
                       {QStringLiteral("subject"), state->subject},
                       {QStringLiteral("language"), state->language},
                       {QStringLiteral("synthetic"), state->synthetic},
                       {QStringLiteral("facts"), facts.facts()},
                       {QStringLiteral("alerts"), alerts},
                       {QStringLiteral("mayPlan"), vault.user().roleToDo(account::Action::SetAnchor).has_value()},
                       {QStringLiteral("anchors"), anchorRows(protocol->study, *state, language)},
                       {QStringLiteral("timepoints"), timepoints},
                       {QStringLiteral("actions"), facts.actions(timepoints)}};
}

QVariantMap handOverPage(vault::Vault& vault, const QUuid& id, const QString& language) {
    const auto state = vault.participant(id);
    if (!state || !(*state)->handOver)
        return {};
    const auto protocol = vault.protocolOf(**state);
    if (!protocol)
        return {};
    const ledger::HandOverState& handOver = *(*state)->handOver;
    const study::Timepoint* timepoint = (*protocol)->study.timepoint(handOver.timepoint);
    return {{QStringLiteral("participant"), idText(id)},
            {QStringLiteral("subject"), (*state)->subject},
            {QStringLiteral("timepoint"), handOver.timepoint},
            {QStringLiteral("label"), timepoint != nullptr ? timepoint->label.in(language) : handOver.timepoint},
            {QStringLiteral("language"), handOver.language}};
}

} // namespace serein::ui
