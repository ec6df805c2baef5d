#include "ui/PersonModel.h"

#include "desk/Gate.h"
#include "desk/Planning.h"
#include "desk/Standing.h"
#include "ledger/Redaction.h"
#include "ui/PersonWords.h"
#include "ui/RedactModel.h"
#include "ui/Words.h"

#include <ranges>

namespace serein::ui {

using account::Action;

namespace {

QVariantMap choice(const QString& id, const QString& label) {
    return {{QStringLiteral("id"), id}, {QStringLiteral("label"), label}};
}

template<class ToWords> QVariantList choices(const QStringList& ids, const ToWords& words) {
    QVariantList rows;
    for (const QString& id : ids)
        rows += choice(id, words(id));
    return rows;
}

QString textOf(const QVariantMap& fields, const char* key) {
    return fields.value(QLatin1String(key)).toString();
}

QString eligibilityText(study::Ternary eligible) {
    return eligible == study::Ternary::Yes  ? QStringLiteral("yes")
           : eligible == study::Ternary::No ? QStringLiteral("no")
                                            : QStringLiteral("unknown");
}

} // namespace

QVariantList PersonModel::sites() const {
    QVariantList rows;
    if (vault() != nullptr && vault()->study().sites.size() > 1)
        for (const study::Site& site : vault()->study().sites)
            rows += choice(site.id, site.label.in(language()));
    return rows;
}

QVariantList PersonModel::textSizes() const {
    QVariantList rows;
    for (const int percent : desk::textSizes)
        rows += choice(QString::number(percent), QStringLiteral("%1 %").arg(percent));
    return rows;
}

bool PersonModel::keepsConsent() const {
    return !document().isEmpty();
}

QString PersonModel::document() const {
    if (vault() == nullptr)
        return {};
    const auto state = participant().isNull() ? std::unexpected(Error()) : vault()->participant(participant());
    const auto protocol = state ? vault()->protocolOf(**state) : std::unexpected(Error());
    return protocol ? desk::documentToSign((*protocol)->study, vault()->study(), **state)
                    : vault()->study().consentDocument;
}

QVariantList PersonModel::givers() const {
    return choices(desk::consentGivers, PersonWords::giver);
}

QString PersonModel::consentDueText() const {
    return PersonWords::occasion(m_consentDue);
}

QVariantList PersonModel::acts() const {
    QVariantList rows;
    if (m_isSuspended)
        rows += choice(QStringLiteral("resume"), tr("Resume"));
    else if (m_maySuspend)
        rows += choice(QStringLiteral("suspend"), tr("Suspend"));
    if (!degrees().isEmpty() || !m_isErased)
        rows += choice(QStringLiteral("withdraw"), tr("Withdraw"));
    if (m_mayFailScreening)
        rows += choice(QStringLiteral("failScreening"), tr("Screening failed"));
    return rows;
}

QVariantList PersonModel::causes() const {
    return choices(desk::suspensionCauses, PersonWords::cause);
}

QVariantList PersonModel::degrees() const {
    QStringList left;
    for (const QString& degree : desk::withdrawalDegrees)
        if (!m_ended.contains(degree))
            left += degree;
    return choices(left, PersonWords::degree);
}

QVariantList PersonModel::withdrawers() const {
    return choices(desk::withdrawers, PersonWords::giver);
}

QVariantList PersonModel::places() const {
    return choices(desk::places, PersonWords::place);
}

QVariantMap PersonModel::whereabouts() const {
    const QTimeZone zone = vault() != nullptr ? vault()->study().zone : QTimeZone();
    return {{QStringLiteral("place"), m_whereabouts.place},
            {QStringLiteral("ward"), m_whereabouts.ward},
            {QStringLiteral("bed"), m_whereabouts.bed},
            {QStringLiteral("text"), PersonWords::whereabouts(m_whereabouts)},
            {QStringLiteral("since"), Words::moment(m_whereabouts.since, zone)}};
}

bool PersonModel::seesIdentity() const {
    return vault() != nullptr && desk::seesIdentity(*vault());
}

QUuid PersonModel::participant() const {
    return desk() != nullptr ? QUuid::fromString(desk()->participant().value(QStringLiteral("id")).toString())
                             : QUuid();
}

void PersonModel::reload() {
    const auto state =
        vault() != nullptr && !participant().isNull() ? vault()->participant(participant()) : std::unexpected(Error());
    m_consents.clear();
    m_consentDue.clear();
    m_eligibility.clear();
    m_identity.clear();
    m_notes.clear();
    read(state ? **state : ledger::ParticipantState());
    Q_EMIT loaded();
}

void PersonModel::read(const ledger::ParticipantState& state) {
    const QTimeZone zone = vault() != nullptr ? vault()->study().zone : QTimeZone();
    m_standing = PersonWords::standing(state, zone).join(u'\n');
    m_isSuspended = state.suspended.has_value();
    m_maySuspend = !desk::isOver(state) && !state.hasWithdrawnFrom(QStringLiteral("questionnaires"));
    m_isErased = desk::isErased(state);
    m_isErasureUnfinished = desk::isErasureUnfinished(state);
    m_ended = state.withdrawn ? state.withdrawn->from() : QStringList();
    m_whereabouts = state.whereabouts;
    for (const ledger::ConsentState& consent : std::ranges::reverse_view(state.consents))
        m_consents += QVariantMap{
            {QStringLiteral("text"), PersonWords::consent(consent, zone)},
            {QStringLiteral("recorded"),
             tr("Recorded %1, by %2", "when, who").arg(Words::moment(consent.recordedAt, zone), consent.recordedBy)}};
    const auto protocol =
        vault() != nullptr && !state.id.isNull() ? vault()->protocolOf(state) : std::unexpected(Error());
    m_mayFailScreening =
        protocol && !state.screenFailed && !desk::isPastScreening((*protocol)->study, state, vault()->clock().now());
    m_consentFirst = protocol && desk::needsConsentToResume((*protocol)->study, state);
    if (!protocol)
        return;
    m_consentDue = desk::consentDue((*protocol)->study, vault()->study(), state);
    if ((*protocol)->study.eligibility)
        m_eligibility = eligibilityText(desk::eligibilityOf((*protocol)->study, state));
    if (!seesIdentity())
        return;
    m_identity = {{QStringLiteral("secondIdentifier"), state.secondIdentifier},
                  {QStringLiteral("name"), state.name},
                  {QStringLiteral("phone"), state.phone},
                  {QStringLiteral("recordNumber"), state.recordNumber}};
    const auto eventOf = RedactModel::notes(*vault(), state.id);
    for (const ledger::Remark& note : std::ranges::reverse_view(state.notes)) {
        const bool redacted = note.text == ledger::redactedText;
        m_notes +=
            QVariantMap{{QStringLiteral("text"), redacted ? tr("Redacted: it told who somebody is.") : note.text},
                        {QStringLiteral("by"), tr("%1, by %2", "when, who").arg(Words::moment(note.at, zone), note.by)},
                        {QStringLiteral("event"), redacted ? QString() : eventOf(note)}};
    }
}

bool PersonModel::finish(const Result<void>& result, Action action, const QString& notice) {
    const QString words =
        result ? QString()
               : PersonWords::trouble(result.error(), desk()->subjectExample(), desk()->secondIdentifierLabel());
    if (words.isEmpty())
        return conclude(result, action, notice);
    desk()->say(words, result.error().faults.constFirst().pointer.mid(1));
    return false;
}

Result<desk::Consent> PersonModel::readConsent(const QVariantMap& fields) const {
    SEREIN_TRY(const desk::LocalTime time, desk::localTime(textOf(fields, "at"), vault()->study().zone));
    const bool isLater = time.again.isValid() && fields.value(QStringLiteral("again")).toBool();
    return desk::Consent{textOf(fields, "document").trimmed(), isLater ? time.again : time.at, textOf(fields, "by")};
}

bool PersonModel::isTwice(const QString& local) const {
    if (vault() == nullptr)
        return false;
    const auto time = desk::localTime(local, vault()->study().zone);
    return time && time->again.isValid();
}

bool PersonModel::enrol(const QVariantMap& fields) {
    if (vault() == nullptr)
        return false;
    desk::Enrolment enrolment{textOf(fields, "subject"), textOf(fields, "language"), textOf(fields, "secondIdentifier"),
                              textOf(fields, "name"),    textOf(fields, "phone"),    textOf(fields, "recordNumber"),
                              textOf(fields, "site")};
    enrolment.textPercent = fields.value(QStringLiteral("textPercent"), enrolment.textPercent).toInt();
    if (fields.value(QStringLiteral("consented")).toBool()) {
        auto consent = readConsent(fields);
        if (!consent)
            return finish(std::unexpected(consent.error()), Action::Enrol, {});
        enrolment.consent = *consent;
    }
    const auto id = desk::Enrolling(*vault()).enrol(enrolment);
    if (!id)
        return finish(std::unexpected(id.error()), Action::Enrol, {});
    DeskModel* const opened = desk();
    opened->openParticipant(idText(*id));
    return opened->succeed(tr("Enrolled %1.").arg(opened->participant().value(QStringLiteral("subject")).toString()));
}

bool PersonModel::consent(const QVariantMap& fields) {
    if (vault() == nullptr)
        return false;
    const auto consent = readConsent(fields);
    return finish(consent ? desk::Enrolling(*vault()).consent(participant(), *consent)
                          : std::unexpected(consent.error()),
                  Action::Enrol, tr("Consent is recorded."));
}

bool PersonModel::failScreening(const QString& reason) {
    return vault() != nullptr && finish(desk::Enrolling(*vault()).failScreening(participant(), reason), Action::Enrol,
                                        tr("It is recorded that screening failed."));
}

bool PersonModel::suspend(const QString& cause, const QString& reason) {
    return vault() != nullptr && finish(desk::Standing(*vault()).suspend(participant(), cause, reason),
                                        Action::ChangeStatus, tr("Suspended. Nothing is asked until it is resumed."));
}

bool PersonModel::resume(const QString& reason) {
    return vault() != nullptr &&
           finish(desk::Standing(*vault()).resume(participant(), reason), Action::ChangeStatus, tr("Resumed."));
}

bool PersonModel::withdraw(const QVariantMap& fields) {
    return vault() != nullptr &&
           finish(desk::Standing(*vault()).withdraw(participant(),
                                                    {fields.value(QStringLiteral("from")).toStringList(),
                                                     textOf(fields, "by"), textOf(fields, "reason"),
                                                     textOf(fields, "identity"), textOf(fields, "confirmation")}),
                  Action::ChangeStatus, tr("The withdrawal is recorded."));
}

bool PersonModel::finishErasure() {
    return vault() != nullptr && finish(desk::Standing(*vault()).finishErasure(participant()), Action::ChangeStatus,
                                        tr("Who they are was destroyed, and their notes with it."));
}

bool PersonModel::locate(const QString& place, const QString& ward, const QString& bed) {
    return vault() != nullptr &&
           finish(desk::Standing(*vault()).locate(participant(), {place, ward, bed}), Action::Record, tr("Saved."));
}

bool PersonModel::note(const QString& text) {
    return vault() != nullptr &&
           finish(desk::Standing(*vault()).note(participant(), text), Action::Record, tr("The note is kept."));
}

bool PersonModel::identify(const QVariantMap& fields) {
    return vault() != nullptr && finish(desk::Enrolling(*vault()).identify(
                                            participant(), {textOf(fields, "secondIdentifier"), textOf(fields, "name"),
                                                            textOf(fields, "phone"), textOf(fields, "recordNumber")}),
                                        Action::Record, tr("Saved."));
}

} // namespace serein::ui
