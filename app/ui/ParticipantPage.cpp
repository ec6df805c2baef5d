#include "ui/ParticipantPage.h"

#include "ui/Words.h"

namespace serein::ui {

namespace {

QString instrumentName(const vault::Vault& vault, const QString& id, const QString& language) {
    const instrument::Instrument* known = vault.library().instrument(id);
    return known != nullptr ? known->name.in(language) : id;
}

/// An item's words where they ship in that language or any other, else its concept.
QString itemWords(const vault::Vault& vault, const QString& instrumentId, const QString& item,
                  const QString& language) {
    const instrument::Entry* entry = vault.library().entry(instrumentId);
    if (entry == nullptr)
        return item;
    const QString packLanguage = entry->packs.contains(language) ? language
                                 : entry->packs.isEmpty()        ? QString()
                                                                 : entry->packs.firstKey();
    QString words = entry->packs.value(packLanguage).items.value(item).text;
    if (!words.isEmpty())
        return words;
    const instrument::Item* known = entry->instrument.item(item);
    return known != nullptr ? known->concept_ : item;
}

/// "notStarted", or the status of the latest sequence.
QString cellState(const ledger::ParticipantState& state, const QString& timepoint, const QString& instrumentId) {
    QString text = QStringLiteral("notStarted");
    for (const ledger::AssessmentState& assessment :
         state.assessments) // sorted by key, so the latest sequence comes last
        if (assessment.key.timepoint == timepoint && assessment.key.instrument == instrumentId)
            text = ledger::statusText(assessment.status);
    return text;
}

/// A form or a rating that this person may fill in; what would unblind them is not offered.
bool staffFills(const vault::Vault& vault, const QString& instrumentId) {
    const instrument::Instrument* known = vault.library().instrument(instrumentId);
    return known != nullptr && known->audience != QStringLiteral("self") &&
           (known->dataClass != QStringLiteral("unblinding") || desk::seesUnblinding(vault));
}

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

} // namespace

Result<QVariantMap> participantPage(vault::Vault& vault, const QUuid& id, const QString& language) {
    SEREIN_TRY(const auto state, vault.participant(id));
    SEREIN_TRY(const auto work, desk::Desk(vault).workOf(id));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    const study::Study& study = protocol->study;
    QVariantList timepoints;
    for (const study::Timepoint& timepoint : study.timepoints) {
        const auto planned = std::find_if(work.begin(), work.end(),
                                          [&](const desk::WorkItem& one) { return one.timepoint == timepoint.id; });
        if (planned == work.end())
            continue;
        QVariantList cells;
        for (const QString& instrumentId : timepoint.battery)
            cells += QVariantMap{{QStringLiteral("instrument"), instrumentId},
                                 {QStringLiteral("name"), instrumentName(vault, instrumentId, language)},
                                 {QStringLiteral("state"), cellState(*state, timepoint.id, instrumentId)},
                                 {QStringLiteral("staffFills"), staffFills(vault, instrumentId)}};
        timepoints += QVariantMap{
            {QStringLiteral("id"), timepoint.id},
            {QStringLiteral("label"), timepoint.label.in(language)},
            {QStringLiteral("state"), desk::workStateText(planned->state)},
            {QStringLiteral("stateText"), Words::workState(planned->state)},
            {QStringLiteral("window"), planned->state == desk::WorkState::Done
                                           ? QString()
                                           : Words::window(planned->planned, vault.clock().now(), study.zone)},
            {QStringLiteral("cells"), cells}};
    }
    return QVariantMap{{QStringLiteral("id"), idText(id)},
                       {QStringLiteral("subject"), state->subject},
                       {QStringLiteral("language"), state->language},
                       {QStringLiteral("synthetic"), state->synthetic},
                       {QStringLiteral("anchors"), anchorRows(study, *state, language)},
                       {QStringLiteral("timepoints"), timepoints}};
}

QVariantMap handOverPage(vault::Vault& vault, const QUuid& id, const QString& language) {
    const auto state = vault.participant(id);
    if (!state || !(*state)->handOver)
        return {};
    const ledger::HandOverState& handOver = *(*state)->handOver;
    const study::Timepoint* timepoint = vault.study().timepoint(handOver.timepoint);
    return {{QStringLiteral("participant"), idText(id)},
            {QStringLiteral("subject"), (*state)->subject},
            {QStringLiteral("timepoint"), handOver.timepoint},
            {QStringLiteral("label"), timepoint != nullptr ? timepoint->label.in(language) : handOver.timepoint},
            {QStringLiteral("language"), handOver.language}};
}

QList<AlertListModel::Row> alertRows(const vault::Vault& vault, const QList<ledger::AlertState>& alerts,
                                     const QString& language) {
    const QTimeZone zone = vault.study().zone;
    QList<AlertListModel::Row> rows;
    for (const ledger::AlertState& alert : alerts) {
        const auto state = vault.participant(alert.participant);
        const QString instrumentId = alert.assessment.instrument;
        rows += AlertListModel::Row{alert.id,
                                    alert.participant,
                                    state ? (*state)->subject : QString(),
                                    instrumentName(vault, instrumentId, language),
                                    itemWords(vault, instrumentId, alert.item, language),
                                    Words::moment(alert.raisedAt, zone),
                                    Words::moment(plus(alert.raisedAt, vault.study().acknowledgeWithin, zone), zone)};
    }
    return rows;
}

} // namespace serein::ui
