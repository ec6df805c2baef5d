#pragma once
// What another device of this vault recorded after it was restored here: its streams are taken in beside the own ones.
// Two devices never write to one stream, so nothing can clash; where one stream reads differently here and there, a
// device was copied with its secret, and nothing is taken.
#include "vault/BackupFile.h"

namespace serein::vault {

struct MergeReport {
    QUuid device;         ///< that wrote the backup
    qint64 events = 0;    ///< that were new here
    int participants = 0; ///< who were new here
    QStringList doubled;  ///< subject ids that two participants have now: two people, or one enrolled twice
    QStringList twice;    ///< "SUBJECT: assessment" that was begun on both devices: the later one is in the ledger only
};

/// Takes in a backup of another device. Whole or not at all. Wrong where it is signed by, or brings events of, a device
/// that this vault does not know and that is not `registered` (device → raw Ed25519); or where a checkpoint's signature
/// does not hold.
[[nodiscard]] Result<MergeReport> merge(Vault& vault, const QString& backup, const QList<QByteArray>& privateKeys,
                                        const QMap<QUuid, QByteArray>& registered, const Actor& actor);

} // namespace serein::vault
