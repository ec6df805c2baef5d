#include "exporting/Audit.h"

#include "core/Ids.h"
#include "exporting/Delivery.h"

#include <QFileInfo>

namespace serein::exporting {

namespace {

Result<vault::Actor> actorFor(vault::Vault& vault, const AuditOrder& order) {
    const account::Action action = order.sealTo.isEmpty() ? account::Action::ExportUnsealed : account::Action::Export;
    const account::Person& person = vault.user();
    if (const auto role = person.roleToDo(action))
        return vault::Actor{person.name, account::roleText(*role)};
    const QString role = person.roles.isEmpty() ? QString() : account::roleText(person.roles.constFirst());
    SEREIN_CHECK(vault.appendToDevice({{ledger::Refused{account::actionText(action)}}}, {person.name, role}));
    return refused(QStringLiteral("%1 (%2) may not %3").arg(person.name, role, account::actionText(action)));
}

struct Content {
    QByteArray bytes;
    int pages = 0;
};

Result<Content> contentOf(const vault::Vault& vault, const AuditOrder& order, const vault::Actor& actor,
                          const QList<ledger::AuditLine>& lines) {
    if (order.format == QLatin1String("csv"))
        return Content{toCsv(auditTable(lines))};
    const study::Study& study = vault.study();
    const AuditHead head{order.language,
                         QStringLiteral("%1 (%2 %3)").arg(study.title.in(order.language), study.id, study.version),
                         idText(vault.deviceState().vault),
                         instantText(vault.clock().now()),
                         QStringLiteral("%1 (%2)").arg(actor.name, actor.role),
                         order.reason,
                         order.filters};
    SEREIN_TRY(Paper paper, auditPaper(head, lines));
    return Content{std::move(paper.pdf), paper.pages};
}

} // namespace

Table auditTable(const QList<ledger::AuditLine>& lines) {
    Table table{{QStringLiteral("number"), QStringLiteral("at"), QStringLiteral("at_utc"), QStringLiteral("actor"),
                 QStringLiteral("role"), QStringLiteral("device"), QStringLiteral("app"), QStringLiteral("subject"),
                 QStringLiteral("stream"), QStringLiteral("sequence"), QStringLiteral("kind"), QStringLiteral("group"),
                 QStringLiteral("class"), QStringLiteral("what"), QStringLiteral("reason"), QStringLiteral("withheld"),
                 QStringLiteral("event"), QStringLiteral("hash")},
                {}};
    qint64 number = 0;
    for (const ledger::AuditLine& line : lines) {
        const ledger::Header& header = line.header;
        table.rows.append({Cell::number(++number), instantText(header.at), instantText(header.at.toUTC()), header.actor,
                           header.role, idText(header.device), header.app, line.subject, header.stream,
                           Cell::number(header.sequence), header.kind, line.group, ledger::classText(header.bodyClass),
                           line.what, line.reason, Cell::number(line.withheld ? 1 : 0), idText(header.id),
                           QString::fromLatin1(line.hash.toHex())});
    }
    return table;
}

Result<AuditWritten> writeAudit(vault::Vault& vault, const AuditOrder& order, const QList<ledger::AuditLine>& lines) {
    if (order.format != QLatin1String("csv") && order.format != QLatin1String("pdf"))
        return unusable(QStringLiteral("the format \"%1\" is neither csv nor pdf").arg(order.format),
                        QStringLiteral("/format"));
    if (order.reason.trimmed().isEmpty())
        return unusable(QStringLiteral("an audit trail leaves the tablet for a reason"), QStringLiteral("/reason"));
    SEREIN_TRY(const vault::Actor actor, actorFor(vault, order));
    SEREIN_TRY(Content content, contentOf(vault, order, actor, lines));
    QStringList fingerprints;
    if (!order.sealTo.isEmpty()) {
        auto sealed = crypto::cmsSeal(content.bytes, order.sealTo);
        crypto::wipe(content.bytes);
        if (!sealed)
            return std::unexpected(sealed.error());
        content.bytes = *std::move(sealed);
        for (const crypto::Certificate& certificate : order.sealTo)
            fingerprints += certificate.fingerprint;
    }
    if (QFile::exists(order.path))
        return unusable(QStringLiteral("there is a file already"), {}, order.path);
    const QUuid whose = order.participant.value_or(QUuid());
    const ledger::ExportBegun begun{whose, QStringLiteral("audit"), fingerprints, order.reason.trimmed()};
    return delivered<AuditWritten>(vault, actor, begun, QFileInfo(order.path).path(), [&]() -> Result<AuditWritten> {
        PartFile file(order.path, vault.device());
        SEREIN_CHECK(file.write(content.bytes));
        SEREIN_CHECK(file.putInPlace());
        const ledger::AuditExported exported{whose, order.format, static_cast<int>(lines.size()), fingerprints,
                                             begun.reason};
        if (const auto recorded = vault.appendToDevice({{exported}}, actor); !recorded) {
            QFile::remove(order.path); // what the ledger does not remember did not leave the tablet
            return std::unexpected(recorded.error());
        }
        SEREIN_CHECK(vault.checkpointAll(actor));
        return AuditWritten{static_cast<int>(lines.size()), content.pages};
    });
}

} // namespace serein::exporting
