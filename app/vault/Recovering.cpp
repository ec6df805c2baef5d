#include "vault/Recovering.h"

#include "core/Ids.h"
#include "crypto/Shares.h"
#include "vault/SharedSeal.h"

#include <algorithm>

namespace serein::vault {

Result<void> checkRecovery(const Recovery& recovery) {
    const auto at = [](const QString& reason) { return unusable(reason, QStringLiteral("/needed")); };
    const auto holders = recovery.holders.size();
    if (recovery.needed == 0)
        return {};
    if (recovery.needsAll)
        return at(QStringLiteral("all of them, or so many of them: not both"));
    if (recovery.needed < 2)
        return at(QStringLiteral("at least 2 holders have to be needed; that any one is enough needs no number"));
    if (holders > crypto::mostShares)
        return at(QStringLiteral("at most %1 holders; %2 are named").arg(crypto::mostShares).arg(holders));
    if (recovery.needed > holders)
        return at(QStringLiteral("%1 holders cannot be needed where %2 are named").arg(recovery.needed).arg(holders));
    QStringList fingerprints;
    for (const crypto::Certificate& holder : recovery.holders) {
        if (fingerprints.contains(holder.fingerprint))
            return unusable(QStringLiteral("this certificate is named twice: %1").arg(holder.subject),
                            QStringLiteral("/certificate"));
        fingerprints.append(holder.fingerprint);
    }
    return {};
}

Result<QByteArray> sealToRecovery(QByteArrayView plain, const Recovery& recovery) {
    if (recovery.needed != 0)
        return sealShared(plain, recovery.holders, recovery.needed);
    if (!recovery.needsAll)
        return crypto::cmsSeal(plain, recovery.holders);
    QByteArray sealed = plain.toByteArray();
    for (const crypto::Certificate& holder : recovery.holders) {
        auto layer = crypto::cmsSeal(sealed, {holder});
        crypto::wipe(sealed); // the innermost is the plain itself
        if (!layer)
            return std::unexpected(layer.error());
        sealed = *std::move(layer);
    }
    return sealed;
}

Result<QByteArray> openRecovered(const QByteArray& sealed, const QList<QByteArray>& privateKeys) {
    if (isShared(sealed))
        return openShared(sealed, privateKeys);
    QByteArray content = sealed;
    QList<QByteArray> unused = privateKeys;
    bool opened = false;
    do {
        std::optional<Error> fault;
        qsizetype fits = -1;
        for (qsizetype index = 0; index < unused.size() && fits < 0; ++index) {
            if (auto layer = crypto::cmsOpen(content, unused[index])) {
                content = *std::move(layer);
                fits = index;
            } else {
                fault = layer.error();
                if (fault->kind == Error::Kind::Unusable)
                    return std::unexpected(*fault);
            }
        }
        if (fits < 0 && opened)
            return refused(QStringLiteral("it is sealed to several holders, and every one of them is needed: give the "
                                          "other private keys too"));
        if (fits < 0)
            return std::unexpected(fault.value_or(
                Error{Error::Kind::Unusable, {{{}, {}, QStringLiteral("there is no private key to open it with")}}}));
        unused.removeAt(fits);
        opened = true;
    } while (crypto::isCms(content));
    return content;
}

ledger::RecoveryNamed factOf(const Recovery& recovery) {
    const crypto::Certificate& first = recovery.holders.constFirst();
    ledger::RecoveryNamed fact{
        first.der, first.fingerprint, {}, recovery.needsAll || recovery.needed != 0, recovery.needed};
    for (const crypto::Certificate& holder : recovery.holders.sliced(1))
        fact.further.append(QString::fromLatin1(holder.der.toBase64()));
    return fact;
}

Result<Recovery> recoveryOf(const ledger::DeviceState& state, const QDateTime& now) {
    Recovery recovery{{}, state.recoveryNeedsAll && state.recoveryNeeded == 0, state.recoveryNeeded};
    if (state.recovery.isEmpty())
        return recovery;
    for (const QByteArray& der : QList<QByteArray>{state.recovery} + state.recoveryFurther) {
        SEREIN_TRY(const crypto::Certificate certificate, crypto::readCertificate(der, now));
        recovery.holders.append(certificate);
    }
    return recovery;
}

} // namespace serein::vault
