// The device's own events: people, the study in force, what left the tablet, and what vouches for it.
#include "core/Ids.h"
#include "desk/EventWords.h"
#include "desk/StaffWords.h"

#include <QCryptographicHash>
#include <cstdlib>

namespace serein::desk {

using namespace ledger; // NOLINT(google-build-using-namespace): one line for each kind of fact

namespace {

/// Of a certificate, DER in base64; as far as it is shown.
QString fingerprint(const QString& certificate) {
    const QByteArray der = QByteArray::fromBase64(certificate.toLatin1());
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

QString EventWords::roles(const QStringList& texts) {
    QStringList words;
    for (const QString& text : texts)
        words += StaffWords::role(text);
    return words.join(tr(", ", "between roles"));
}
QString EventWords::sealing(const QStringList& sealedTo) {
    QStringList shortened;
    for (const QString& fingerprint : sealedTo)
        shortened += fingerprint.left(16);
    return sealedTo.isEmpty() ? tr("not sealed")
                              : tr("sealed to %1", "certificates").arg(shortened.join(QStringLiteral(", ")));
}

EventLine EventWords::operator()(const UnknownKind& fact) const {
    return {tr("Something that this version doesn't know: %1").arg(fact.kind)};
}
EventLine EventWords::operator()(const Withheld& fact) const {
    if (m_vault.isForReading())
        return {tr("Not part of this export: %1").arg(fact.kind)};
    return {tr("What it says can't be read any more, its key is gone: %1").arg(fact.kind)};
}
EventLine EventWords::operator()(const VaultCreated& fact) const {
    return {fact.synthetic ? tr("Vault made, for a demonstration") : tr("Vault made")};
}
EventLine EventWords::operator()(const StudyAdopted& fact) const {
    const auto protocol = m_vault.protocol(fact.study);
    const QString version = protocol ? (*protocol)->study.version : fact.study.left(16);
    return {fact.approval.isEmpty()
                ? tr("Version %1 of the study in force").arg(version)
                : tr("Version %1 of the study in force, approved as %2").arg(version, fact.approval)};
}
EventLine EventWords::operator()(const AccountAdded& fact) const {
    return {tr("Account %1 added: %2", "name, roles").arg(fact.name, roles(fact.roles))};
}
EventLine EventWords::operator()(const AccountDisabled& fact) const {
    return {tr("Account %1 disabled").arg(fact.name), fact.reason};
}
EventLine EventWords::operator()(const PassphraseChanged& fact) const {
    return {tr("Passphrase of %1 changed").arg(fact.name), fact.reason};
}
EventLine EventWords::operator()(const RecoveryNamed& fact) const {
    QStringList all{fact.fingerprint.left(16)};
    for (const QString& one : fact.further)
        all += fingerprint(one);
    const QString named = all.join(QStringLiteral(", "));
    if (all.size() == 1)
        return {tr("Recovery certificate named: %1").arg(named)};
    if (fact.needed != 0)
        return {tr("Recovery certificates named, any %1 of their %2 keys are needed together: %3")
                    .arg(QString::number(fact.needed), QString::number(all.size()), named)};
    return {(fact.all ? tr("Recovery certificates named, all their %1 keys are needed together: %2")
                      : tr("Recovery certificates named, any one of their %1 keys is enough: %2"))
                .arg(QString::number(all.size()), named)};
}
EventLine EventWords::operator()(const DeviceAdded& fact) const {
    const QString first = fact.how == QLatin1String("restored")
                              ? tr("The vault goes on on this tablet, from a backup: %1")
                              : tr("The vault goes on on this tablet, by recovery%1");
    return {first.arg(fact.backup)};
}
EventLine EventWords::operator()(const DeviceRevoked& fact) const {
    return {tr("Tablet %1 has no say any more; what it recorded stays").arg(idText(fact.device)), fact.reason};
}
EventLine EventWords::operator()(const Merged& fact) const {
    return {tr("Took in %1 events of the tablet %2, from its backup %3")
                .arg(fact.events)
                .arg(idText(fact.device), fact.backup)};
}
EventLine EventWords::operator()(const AccessRecovered& fact) const {
    return {tr("%1 was let in by the recovery key, without a passphrase").arg(fact.name)};
}
EventLine EventWords::operator()(const Rekeyed& /*fact*/) const {
    return {tr("The vault has new keys; an old keyring opens nothing")};
}
EventLine EventWords::operator()(const BackupPlanned& fact) const {
    return {fact.everyHours == 0 ? tr("Backups only when somebody asks for one")
                                 : tr("A backup is due every %1 h").arg(fact.everyHours)};
}
EventLine EventWords::operator()(const ClockJumped& fact) const {
    if (fact.noticed == QLatin1String("stated"))
        return {tr("The program was started with another time than the tablet's clock, off by %1 s").arg(fact.seconds)};
    return {fact.seconds > 0 ? tr("The tablet's clock jumped forward by %1 s").arg(fact.seconds)
                             : tr("The tablet's clock jumped back by %1 s").arg(-fact.seconds)};
}
EventLine EventWords::operator()(const RolesChanged& fact) const {
    return {tr("Roles of %1 are now: %2").arg(fact.name, roles(fact.roles)), fact.reason};
}
EventLine EventWords::operator()(const Unlocked& fact) const {
    return {fact.failedAttempts == 0 ? tr("Unlocked")
                                     : tr("Unlocked, after %1 refused passphrase(s)").arg(fact.failedAttempts)};
}
EventLine EventWords::operator()(const PassphraseRefused& fact) const {
    const QString between = tr("%1 time(s), from %2 to %3").arg(fact.times).arg(moment(fact.first), moment(fact.last));
    return {fact.name.isEmpty() ? tr("Passphrase refused, for no account of this vault, %1").arg(between)
                                : tr("Passphrase refused for %1, %2").arg(fact.name, between)};
}
EventLine EventWords::operator()(const AttemptsChanged& /*fact*/) const {
    return {tr("The tablet's count of refused passphrases was changed or removed by another program")};
}
EventLine EventWords::operator()(const PinRefused& fact) const {
    return {fact.triesLeft == 0 ? tr("Wrong PIN at taking the tablet back: it locked itself")
                                : tr("Wrong PIN at taking the tablet back, tries left: %1").arg(fact.triesLeft)};
}
EventLine EventWords::operator()(const WitnessFailed& fact) const {
    if (fact.how == QLatin1String("missing"))
        return {tr("What the tablet remembers outside the vault of its last event was removed")};
    if (fact.how == QLatin1String("changed"))
        return {tr("What the tablet remembers outside the vault of its last event was changed by another program")};
    return {tr("The vault lacks what the tablet vouched for (event %1 of its own): an older copy was put back")
                .arg(fact.sequence)};
}
EventLine EventWords::operator()(const AuditExported& fact) const {
    const QString whose =
        fact.participant.isNull() ? tr("of everybody") : tr("of %1").arg(m_subjects.value(fact.participant));
    return {tr("Audit trail %1 written as %2, %3 events, %4", "whose, format, count, how sealed")
                .arg(whose, fact.format.toUpper())
                .arg(fact.events)
                .arg(sealing(fact.sealedTo)),
            fact.reason};
}
EventLine EventWords::operator()(const Locked& /*fact*/) const {
    return {tr("Locked")};
}
EventLine EventWords::operator()(const Refused& fact) const {
    return {tr("Refused, this role may not: %1").arg(fact.action)};
}
QString EventWords::exported(const QUuid& participant, const QString& audience) const {
    const QString whose = participant.isNull() ? tr("of everybody") : tr("of %1").arg(m_subjects.value(participant));
    if (audience == QLatin1String("audit"))
        return tr("the audit trail %1", "whose").arg(whose);
    return tr("%1 (%2)", "whose, audience").arg(whose, audience);
}
EventLine EventWords::operator()(const ExportBegun& fact) const {
    return {tr("Export begun, %1, %2", "what, how sealed")
                .arg(exported(fact.participant, fact.audience), sealing(fact.sealedTo)),
            fact.reason};
}
EventLine EventWords::operator()(const ExportFailed& fact) const {
    const QString what = exported(fact.participant, fact.audience);
    if (fact.cause == QLatin1String("interrupted"))
        return {tr("Export cut short, %1: the program ended in the middle of it; a whole file may have been written")
                    .arg(what)};
    if (fact.cause == QLatin1String("stopped"))
        return {tr("Export stopped, %1. Nothing was written.", "what").arg(what)};
    const QMap<QString, QString> causes{
        {QStringLiteral("folderGone"), tr("there was no such folder any more")},
        {QStringLiteral("notWritable"), tr("the folder can't be written to")},
        {QStringLiteral("noRoom"), tr("there was too little room")},
        {QStringLiteral("content"), tr("the file could not be made")},
    };
    return {tr("Export failed, %1: %2. Nothing was written.", "what, why")
                .arg(what, causes.value(fact.cause, tr("the file could not be written")))};
}
EventLine EventWords::operator()(const Exported& fact) const {
    return {tr("Exported %1 (%2), %3: bundle %4", "subject, audience, how sealed, id")
                .arg(m_subjects.value(fact.participant), fact.audience, sealing(fact.sealedTo), fact.bundle),
            fact.reason};
}
EventLine EventWords::operator()(const Checkpoint& fact) const {
    QStringList heads;
    for (const Head& head : fact.heads) {
        const QString whose = m_subjects.value(QUuid(head.stream), head.stream);
        heads += tr("%1 up to event %2", "stream, number").arg(whose).arg(head.sequence);
    }
    return {tr("Checkpoint signed: %1").arg(heads.join(tr(", ", "between streams")))};
}
EventLine EventWords::operator()(const ClockChecked& fact) const {
    return {tr("Compared with the ward's clock, which showed %1: the tablet is off by %2 s")
                .arg(moment(fact.ward))
                .arg(fact.driftSeconds)};
}
EventLine EventWords::operator()(const BackedUp& fact) const {
    return {tr("Backed up %1 events: %2", "count, id").arg(fact.events).arg(fact.backup)};
}
EventLine EventWords::operator()(const StudySigned& fact) const {
    return {tr("Signed the whole study, %1 streams: %2").arg(fact.heads.size()).arg(fact.meaning)};
}
EventLine EventWords::operator()(const StudyDataStateChanged& fact) const {
    return {tr("The whole study's data: %1").arg(StaffWords::dataState(fact.state)), fact.reason};
}

} // namespace serein::desk
