// What staff do on the desk's screens, and how each ends in words.
#include "ui/DeskModel.h"

#include "ui/StaffForms.h"
#include "ui/Words.h"

#include "core/Json.h"
#include "exporting/Bundle.h"

#include <QDir>
#include <QUrl>

namespace serein::ui {

using account::Action;

namespace {

/// A file dialog gives a URL, a text field a path.
QString localPath(const QString& given) {
    return given.startsWith(QStringLiteral("file:")) ? QUrl(given).toLocalFile() : given;
}

Result<QList<crypto::Certificate>> readCertificates(const QStringList& paths, const QDateTime& now) {
    QList<crypto::Certificate> all;
    for (const QString& path : paths) {
        SEREIN_TRY(const QByteArray bytes, readFile(localPath(path)));
        auto certificate = crypto::readCertificate(bytes, now);
        if (!certificate)
            return std::unexpected(certificate.error().in(path));
        all += std::move(*certificate);
    }
    return all;
}

} // namespace

bool DeskModel::succeed(const QString& notice) {
    clearMessages();
    refresh(); // may itself find something unreadable, which then stands instead of the notice
    if (m_error.isEmpty())
        m_notice = notice;
    Q_EMIT errorChanged();
    return true;
}

bool DeskModel::fail(Action action, const Error& error) {
    const QString role = error.kind == Error::Kind::Refused ? Words::roleRefusal(m_vault->user(), action) : QString();
    const QString pointer = error.faults.isEmpty() ? QString() : error.faults.first().pointer;
    say(role.isEmpty() ? Words::error(error) : role, pointer.mid(1));
    return false;
}

bool DeskModel::enrol(const QVariantMap& fields) {
    if (m_vault == nullptr)
        return false;
    const auto text = [&](const char* key) { return fields.value(QString::fromLatin1(key)).toString().trimmed(); };
    desk::Desk desk(*m_vault);
    const auto id = desk.enrol({text("subject"), text("language"), text("secondIdentifier"), text("name"),
                                text("phone"), text("recordNumber")});
    if (!id) {
        fail(Action::Enrol, id.error());
        if (m_errorField == QStringLiteral("subject"))
            say(tr("This subject id can't be used: it has to look like %1 and be nobody else's. Nothing was saved.")
                    .arg(subjectExample()),
                m_errorField);
        else if (m_errorField == QStringLiteral("secondIdentifier"))
            say(tr("%1: please write it like %2. Nothing was saved.")
                    .arg(secondIdentifierLabel(), secondIdentifierExample()),
                m_errorField);
        return false;
    }
    m_opened = *id;
    return succeed(tr("Enrolled %1.").arg(text("subject")));
}

QString DeskModel::siteNow() const {
    return m_vault != nullptr
               ? m_vault->clock().now().toTimeZone(m_vault->study().zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
               : QString();
}

bool DeskModel::setAnchor(const QString& participant, const QString& anchor, const QString& local, const QString& how,
                          const QString& reason) {
    if (m_vault == nullptr)
        return false;
    const QDateTime typed = QDateTime::fromString(local.trimmed(), QStringLiteral("yyyy-MM-dd HH:mm"));
    if (!typed.isValid()) {
        say(tr("Please write date and time like 2026-11-20 14:05. Nothing was saved."), QStringLiteral("at"));
        return false;
    }
    const QTimeZone zone = m_vault->study().zone;
    const QDateTime at = localMoment(typed.date(), typed.time(), zone);
    const QUuid id = QUuid::fromString(participant);
    desk::Desk desk(*m_vault);
    const auto saved = how == QStringLiteral("move")      ? desk.moveAnchor(id, anchor, at, reason.trimmed())
                       : how == QStringLiteral("correct") ? desk.correctAnchor(id, anchor, at, reason.trimmed())
                                                          : desk.setAnchor(id, anchor, at);
    if (!saved)
        return fail(Action::SetAnchor, saved.error());
    const study::Anchor* known = m_vault->study().anchor(anchor);
    return succeed(tr("%1: %2.").arg(known != nullptr ? known->label.in(m_language) : anchor, Words::moment(at, zone)));
}

QString DeskModel::stateForm(const QString& participant, const QString& timepoint) const {
    if (m_vault == nullptr)
        return {};
    return desk::Desk(*m_vault).stateFormDue(QUuid::fromString(participant), timepoint).value_or(QString());
}

bool DeskModel::handOver(const QVariantMap& order) {
    if (m_vault == nullptr)
        return false;
    const auto text = [&](const char* key) { return order.value(QLatin1String(key)).toString().trimmed(); };
    const QUuid id = QUuid::fromString(text("participant"));
    // Who this is comes first: the form below must not land on somebody else's record.
    if (const auto confirmed = desk::Desk(*m_vault).confirm(id, text("secondIdentifier")); !confirmed)
        return handOverFailed(confirmed.error());
    if (const QString form = stateForm(text("participant"), text("timepoint"));
        !form.isEmpty() &&
        !saveForm(text("participant"), text("timepoint"), form, order.value(QStringLiteral("state")).toMap()))
        return false;
    const bool advised = desk::Desk(*m_vault).isAdvisedAgainst(id, text("timepoint")).value_or(false);
    if (advised && text("mode") == QStringLiteral("self") && !order.value(QStringLiteral("despite")).toBool()) {
        say(tr("By what was just entered, the study advises against asking the participant alone right now. Wait, read "
               "aloud, or hand over all the same."),
            QStringLiteral("state"));
        return false;
    }
    const auto given = desk::Desk(*m_vault).handOver({id, text("timepoint"), text("secondIdentifier"), text("mode"),
                                                      text("language"), text("helper"), text("place")});
    if (!given)
        return handOverFailed(given.error());
    clearMessages();
    Q_EMIT handedOver(id); // everything here is forgotten now
    return true;
}

bool DeskModel::handOverFailed(const Error& error) {
    fail(Action::HandOver, error);
    if (m_errorField == QStringLiteral("secondIdentifier"))
        say(tr("%1 does not match this participant, so the tablet was not handed over. Check who is in front of you.")
                .arg(secondIdentifierLabel()),
            m_errorField);
    return false;
}

QVariantList DeskModel::formItems(const QString& instrument, const QVariantMap& entered) const {
    return m_vault != nullptr ? ui::formItems(*m_vault, instrument, entered, m_language) : QVariantList();
}

bool DeskModel::saveForm(const QString& participant, const QString& timepoint, const QString& instrument,
                         const QVariantMap& entered) {
    const instrument::Instrument* form = m_vault != nullptr ? m_vault->library().instrument(instrument) : nullptr;
    if (form == nullptr)
        return false;
    const auto answers = formAnswers(*form, entered, m_vault->study().zone);
    if (!answers) {
        say(tr("This entry doesn't fit the field. Nothing was saved yet."),
            answers.error().faults.constFirst().pointer.mid(1));
        return false;
    }
    const auto saved = desk::Desk(*m_vault).record({.participant = QUuid::fromString(participant),
                                                    .timepoint = timepoint,
                                                    .instrument = instrument,
                                                    .mode = QStringLiteral("staff"),
                                                    .answers = *answers,
                                                    .language = m_language});
    if (!saved)
        return fail(Action::Record, saved.error());
    loadParticipant();
    return succeed(tr("Saved."));
}

bool DeskModel::reopen(const QString& participant, const QString& timepoint, const QString& instrument,
                       const QString& reason) {
    if (m_vault == nullptr)
        return false;
    const auto reopened =
        desk::Desk(*m_vault).reopen(QUuid::fromString(participant), {timepoint, instrument, 1}, reason);
    return reopened ? succeed(tr("Reopened. Hand the tablet over again to go on."))
                    : fail(Action::Reopen, reopened.error());
}

bool DeskModel::endHandOver() {
    if (m_vault == nullptr)
        return false;
    const auto ended = desk::Desk(*m_vault).takeBack(m_vault->user().name, QStringLiteral("passphrase"));
    return ended ? succeed(tr("The tablet stays with you. The answers given so far are kept."))
                 : fail(Action::HandOver, ended.error());
}

bool DeskModel::acknowledge(const QString& alert, const QString& action) {
    if (m_vault == nullptr)
        return false;
    desk::Desk desk(*m_vault);
    const auto open = desk.alerts();
    if (!open)
        return fail(Action::AcknowledgeAlert, open.error());
    for (const ledger::AlertState& one : *open)
        if (idText(one.id) == alert) {
            const auto saved = desk.acknowledge(one, action.trimmed());
            return saved ? succeed(tr("Acknowledged.")) : fail(Action::AcknowledgeAlert, saved.error());
        }
    return succeed(tr("Somebody has acknowledged this alert already."));
}

bool DeskModel::exportParticipant(const QString& participant, const QString& folder, const QStringList& certificates,
                                  const QString& reason) {
    if (m_vault == nullptr)
        return false;
    auto sealTo = readCertificates(certificates, m_vault->clock().now());
    if (!sealTo) {
        fail(Action::Export, sealTo.error());
        m_errorField = QStringLiteral("certificates");
        Q_EMIT errorChanged();
        return false;
    }
    const QString target = localPath(folder.trimmed());
    if (target.isEmpty() || !QDir().mkpath(target)) {
        say(tr("There is no such folder, and it can't be made. Nothing was written. Please choose another."),
            QStringLiteral("folder"));
        return false;
    }
    const bool sealed = !sealTo->isEmpty();
    const auto written =
        exporting::exportParticipant(*m_vault, {QUuid::fromString(participant), QStringLiteral("blinded"), target,
                                                std::move(*sealTo), reason.trimmed()});
    if (!written)
        return fail(sealed ? Action::Export : Action::ExportUnsealed, written.error());
    return succeed(sealed ? tr("Exported, sealed: %1").arg(written->path)
                          : tr("Exported, not sealed: %1").arg(written->path));
}

} // namespace serein::ui
