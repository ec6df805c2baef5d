#include "ui/StreamWords.h"

#include "core/Ids.h"
#include "desk/AuditTrail.h"
#include "ui/Words.h"

namespace serein::ui {

QVariantList StreamWords::kinds() {
    const auto kind = [](const char* id, const QString& label) {
        return QVariantMap{{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("label"), label}};
    };
    QVariantList all{kind("", tr("All"))};
    for (const char* const group : {"person", "plan", "answers", "alerts", "review", "screen"})
        all += kind(group, desk::StaffWords::group(QString::fromLatin1(group)));
    return all;
}

Result<QVariantList> StreamWords::rows(const vault::Vault& vault, const QUuid& participant, const QString& language,
                                       const QString& kind) {
    SEREIN_TRY(const auto state, vault.participant(participant));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    desk::AuditFilter filter;
    filter.participant = participant;
    filter.group = kind;
    SEREIN_TRY(const QList<ledger::AuditLine> lines, desk::AuditTrail(vault, language).all(filter));
    QVariantList rows;
    for (const ledger::AuditLine& line : lines) {
        if (kind.isEmpty() && line.group == QLatin1String("screen"))
            continue;
        rows.prepend(QVariantMap{{QStringLiteral("event"), idText(line.header.id)},
                                 {QStringLiteral("number"), line.header.sequence},
                                 {QStringLiteral("at"), Words::moment(line.header.at, protocol->study.zone)},
                                 {QStringLiteral("who"), actor(line)},
                                 {QStringLiteral("kind"), line.group},
                                 {QStringLiteral("what"), line.what},
                                 {QStringLiteral("reason"), line.reason},
                                 {QStringLiteral("withheld"), line.withheld}});
    }
    return rows;
}

QString StreamWords::actor(const ledger::AuditLine& line) {
    return line.header.actor == vault::participantActor.name
               ? tr("the participant")
               : tr("%1 (%2)", "name, role").arg(line.header.actor, line.roleWords);
}

} // namespace serein::ui
