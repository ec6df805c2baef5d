#include "ui/AuditModel.h"

#include "core/Json.h"
#include "desk/Actor.h"
#include "desk/EventGroups.h"
#include "exporting/Audit.h"
#include "ui/StreamWords.h"
#include "ui/Words.h"

#include <QDir>

namespace serein::ui {

namespace {

QVariantMap choice(const QString& id, const QString& label) {
    return {{QStringLiteral("id"), id}, {QStringLiteral("label"), label}};
}

/// The beginning of that day at the site; invalid where nothing was typed.
Result<QDateTime> dayOf(const QString& typed, const char* field, const QTimeZone& zone, int later) {
    if (typed.trimmed().isEmpty())
        return QDateTime();
    const QDate day = QDate::fromString(typed.trimmed(), Qt::ISODate);
    if (!day.isValid())
        return unusable(QStringLiteral("this is no date such as 2026-11-20"), u'/' + QString::fromLatin1(field));
    return localMoment(day.addDays(later), QTime(0, 0), zone);
}

} // namespace

QVariantList AuditModel::groups() {
    QVariantList all{choice({}, tr("All"))};
    for (const QString& group : desk::eventGroups())
        all += choice(group, desk::StaffWords::group(group));
    return all;
}

QVariantList AuditModel::actors() const {
    QVariantList all{choice({}, tr("Anybody"))};
    if (vault() == nullptr)
        return all;
    all += choice(vault::participantActor.name, tr("the participant"));
    for (const ledger::AccountState& account : vault()->deviceState().accounts)
        all += choice(account.name, account.name);
    return all;
}

bool AuditModel::mayWrite() const {
    return vault() != nullptr && vault()->user().roleToDo(account::Action::ExportUnsealed).has_value();
}

QVariantMap AuditModel::row(const ledger::AuditLine& line) const {
    const ledger::Header& header = line.header;
    return {
        {QStringLiteral("what"), line.what},
        {QStringLiteral("reason"), line.reason},
        {QStringLiteral("subject"), line.subject},
        {QStringLiteral("who"), StreamWords::actor(line)},
        {QStringLiteral("at"), Words::moment(header.at, vault()->study().zone)},
        {QStringLiteral("exact"), tr("%1, on the tablet %2", "moment in UTC, moment with offset")
                                      .arg(header.at.toUTC().toString(Qt::ISODate), header.at.toString(Qt::ISODate))},
        {QStringLiteral("more"), tr("Event %1, tablet %2, version %3")
                                     .arg(QString::number(header.sequence), idText(header.device), header.app)},
        {QStringLiteral("withheld"), line.withheld},
        {QStringLiteral("event"), idText(header.id)},
        {QStringLiteral("participant"), header.stream == ledger::deviceStream ? QString() : header.stream},
        {QStringLiteral("redactable"),
         line.hasFreeText && vault()->user().roleToDo(account::Action::Redact).has_value()}};
}

void AuditModel::read() {
    m_lines.clear();
    m_next.reset();
    if (vault() == nullptr)
        return;
    const auto page = desk::AuditTrail(*vault(), language())
                          .page(m_filter, m_before.isEmpty() ? vault::TrailPlace() : m_before.constLast(), pageSize);
    if (!page) {
        desk()->fail(account::Action::ReadParticipants, page.error());
        return;
    }
    for (const ledger::AuditLine& line : page->lines)
        m_lines += row(line);
    m_next = page->next;
}

void AuditModel::reload() {
    m_before.clear();
    if (vault() == nullptr)
        m_filter = {};
    read();
    Q_EMIT changed();
}

QString AuditModel::place() const {
    const qsizetype first = m_before.size() * pageSize + 1;
    return m_lines.isEmpty() ? tr("No event fits.")
                             : tr("Events %1 to %2, newest first").arg(first).arg(first + m_lines.size() - 1);
}

void AuditModel::choose(const QString& group, const QString& actor) {
    m_group = m_filter.group = group;
    m_actor = m_filter.actor = actor;
    reload();
}

Result<void> AuditModel::readSearch(const QString& whose, const QString& from, const QString& to) {
    desk::AuditFilter filter;
    filter.group = m_group;
    filter.actor = m_actor;
    if (const QString typed = whose.trimmed(); typed.compare(QLatin1String("device"), Qt::CaseInsensitive) == 0 ||
                                               (!typed.isEmpty() && typed == tr("device"))) {
        filter.deviceOnly = true;
    } else if (!typed.isEmpty()) {
        SEREIN_TRY(filter.participant, vault()->participantBySubject(typed));
        if (!filter.participant)
            return unusable(QStringLiteral("nobody is enrolled under this subject id"), QStringLiteral("/whose"));
    }
    SEREIN_TRY(filter.from, dayOf(from, "from", vault()->study().zone, 0));
    SEREIN_TRY(filter.to, dayOf(to, "to", vault()->study().zone, 1));
    m_filter = filter;
    return {};
}

bool AuditModel::search(const QString& whose, const QString& from, const QString& to) {
    if (vault() == nullptr)
        return false;
    if (const auto read = readSearch(whose, from, to); !read)
        return conclude(read, account::Action::ReadParticipants, {});
    desk()->clearMessages();
    reload();
    return true;
}

void AuditModel::older() {
    if (!m_next)
        return;
    m_before.append(*m_next);
    read();
    Q_EMIT changed();
}

void AuditModel::newer() {
    if (m_before.isEmpty())
        return;
    m_before.removeLast();
    read();
    Q_EMIT changed();
}

Result<QString> AuditModel::written(const QString& format, const QString& folder, const QString& certificate,
                                    const QString& reason) const {
    if (folder.trimmed().isEmpty() || !QDir(folder.trimmed()).exists())
        return unusable(QStringLiteral("there is no such folder"), QStringLiteral("/folder"));
    SEREIN_TRY(const QString why, desk::typedText(reason, QStringLiteral("reason")));
    QList<crypto::Certificate> sealTo;
    if (!certificate.trimmed().isEmpty()) {
        const auto bytes = readFile(certificate.trimmed());
        const auto read = bytes ? crypto::readCertificate(*bytes, vault()->clock().now())
                                : Result<crypto::Certificate>(std::unexpected(bytes.error()));
        if (!read)
            return unusable(read.error().faults.constFirst().reason, QStringLiteral("/certificate"));
        sealTo.append(*read);
    }
    const QString stamp = vault()->clock().now().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString path = QDir(folder.trimmed())
                       .filePath(QStringLiteral("audit_%1.%2%3")
                                     .arg(stamp, format, sealTo.isEmpty() ? QString() : QStringLiteral(".p7m")));
    SEREIN_TRY(const QList<ledger::AuditLine> lines,
               desk::AuditTrail(*vault(), language(), desk::Reader::File).all(m_filter));
    QStringList filters;
    if (!m_group.isEmpty())
        filters += desk::StaffWords::group(m_group);
    if (!m_actor.isEmpty())
        filters += m_actor;
    if (m_filter.from.isValid())
        filters += tr("from %1").arg(instantText(m_filter.from));
    if (m_filter.to.isValid())
        filters += tr("before %1").arg(instantText(m_filter.to));
    SEREIN_CHECK(
        exporting::writeAudit(*vault(), {m_filter.participant, format, path, language(), filters, sealTo, why}, lines));
    return path;
}

bool AuditModel::write(const QString& format, const QString& folder, const QString& certificate,
                       const QString& reason) {
    if (vault() == nullptr)
        return false;
    const auto path = written(format, folder, certificate, reason);
    if (!path)
        return conclude(std::unexpected(path.error()), account::Action::ExportUnsealed, {});
    return conclude({}, account::Action::ExportUnsealed, tr("Written: %1").arg(*path));
}

} // namespace serein::ui
