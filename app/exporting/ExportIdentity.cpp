// Who the participants are, in a file of its own that no bundle holds: asked for by somebody who may both export and
// enrol, always sealed.
#include "core/Json.h"
#include "crypto/Cms.h"
#include "exporting/Bundle.h"
#include "exporting/Csv.h"
#include "exporting/Delivery.h"

#include <algorithm>

namespace serein::exporting {

namespace {

std::optional<account::Role> identityRole(const vault::Vault& vault) {
    for (const account::Role role : vault.user().roles)
        if (account::may(role, account::Action::Export) && account::may(role, account::Action::Enrol))
            return role;
    return std::nullopt;
}

Result<vault::Actor> identityActor(vault::Vault& vault) {
    if (const auto role = identityRole(vault))
        return vault::Actor{vault.user().name, account::roleText(*role)};
    const QString asked = QStringLiteral("export who the participants are");
    const QString role = vault.user().roles.isEmpty() ? QString() : account::roleText(vault.user().roles.constFirst());
    SEREIN_CHECK(vault.appendToDevice({{ledger::Refused{asked}}}, {vault.user().name, role}));
    return refused(QStringLiteral("%1 may not %2").arg(vault.user().name, asked));
}

} // namespace

bool mayExportIdentities(const vault::Vault& vault) {
    return identityRole(vault).has_value();
}

Result<ExportResult> exportIdentities(vault::Vault& vault, const ExportOrder& order) {
    if (order.sealTo.isEmpty())
        return unusable(QStringLiteral("identities leave the tablet sealed to a certificate, or not at all"));
    SEREIN_TRY(const vault::Actor actor, identityActor(vault));
    SEREIN_TRY(const QList<vault::Summary> everyone, vault.participants());
    Table table{{"subject", "site", "second_identifier", "name", "phone", "record_number"}, {}};
    for (const vault::Summary& one : everyone) {
        if (!order.participant.isNull() && one.id != order.participant)
            continue;
        SEREIN_TRY(const auto participant, vault.participant(one.id));
        if (participant->hasWithdrawnFrom(QStringLiteral("records")))
            continue;
        table.rows += {participant->subject, participant->site,  participant->secondIdentifier,
                       participant->name,    participant->phone, participant->recordNumber};
    }
    QByteArray plain = toCsv(table);
    const QString id = QString::fromLatin1(crypto::sha256(plain).toHex()).left(32);
    const auto sealed = crypto::cmsSeal(plain, order.sealTo);
    crypto::wipe(plain);
    if (!sealed)
        return std::unexpected(sealed.error());
    ledger::ExportBegun begun{order.participant, QStringLiteral("identity"), {}, order.reason};
    for (const crypto::Certificate& certificate : order.sealTo)
        begun.sealedTo += certificate.fingerprint;
    return delivered<ExportResult>(vault, actor, begun, order.folder, [&]() -> Result<ExportResult> {
        ExportResult result{QStringLiteral("%1/identities_%2.csv.p7m").arg(order.folder, id), id};
        PartFile file(result.path, vault.device());
        SEREIN_CHECK(file.write(*sealed));
        // Remembered first: what the ledger does not know of did not leave the tablet.
        SEREIN_CHECK(vault.appendToDevice(
            {{ledger::Exported{order.participant, id, begun.audience, begun.sealedTo, order.reason}}}, actor));
        SEREIN_CHECK(file.putInPlace());
        return result;
    });
}

} // namespace serein::exporting
