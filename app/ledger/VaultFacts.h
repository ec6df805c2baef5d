#pragma once
// The device's own stream: what becomes of the vault itself. Devices, recovery, keys, backups, and the clock.
#include "ledger/FactFields.h"

namespace serein::ledger {

/// The vault goes on on this device: the first event of its stream.
struct DeviceAdded {
    QUuid vault;
    QByteArray devicePublicKey; ///< Ed25519, raw
    QString how;                ///< restored, recovered
    QString backup;             ///< id of the backup that it was restored from; empty: from the vault's own folder
    SEREIN_FACT("deviceAdded") {
        field("vault", vault);
        field("devicePublicKey", devicePublicKey);
        field("how", how);
        field("backup", backup);
    }
};
/// From here on this device has no say about the vault; what it recorded about participants stays.
struct DeviceRevoked {
    QUuid device;
    QString reason;
    SEREIN_FACT("deviceRevoked") {
        field("device", device);
        field("reason", reason);
    }
};
/// What another device of this vault had and this one lacked was taken in.
struct Merged {
    QString backup; ///< id of the backup that it came from
    QUuid device;   ///< that wrote the backup
    int events = 0; ///< new here
    SEREIN_FACT("merged") {
        field("backup", backup);
        field("device", device);
        field("events", events);
    }
};
/// Whom the site trusts to open its backups, and the vault without a passphrase.
struct RecoveryNamed {
    QByteArray certificate;   ///< X.509, DER
    QString fingerprint;      ///< SHA-256 of it, hex
    QStringList further = {}; ///< the other holders' certificates, DER in base64
    bool all = false;         ///< every holder's key is needed; else any one of them
    int needed = 0;           ///< so many are enough; 0: as `all` says. What does not know this field asks for all
    SEREIN_FACT("recoveryNamed") {
        field("certificate", certificate);
        field("fingerprint", fingerprint);
        field("further", further, Later{});
        field("all", all, Later{});
        field("needed", needed, Later{});
    }
};
/// Somebody was let in without a passphrase, by the recovery key.
struct AccessRecovered {
    QString name;
    SEREIN_FACT("accessRecovered") { field("name", name); }
};
/// The database and the classes of data have new keys from here on.
struct Rekeyed {
    QString epoch; ///< id of the new class keys
    SEREIN_FACT("rekeyed") { field("epoch", epoch); }
};
struct BackedUp {
    QString backup;      ///< its id
    int events = 0;      ///< in it, over all streams
    QString folder = {}; ///< where the backups are; the next one that is due goes there too
    int keep = 7;        ///< how many stay there
    SEREIN_FACT("backedUp") {
        field("backup", backup);
        field("events", events);
        field("folder", folder, Later{});
        field("keep", keep, Later{});
    }
};
struct BackupPlanned {
    int everyHours = 24; ///< 0: only on demand
    SEREIN_FACT("backupPlanned") { field("everyHours", everyHours); }
};
/// What this device last vouched for, kept outside the vault, does not fit the ledger: an older copy of the vault was
/// put back, or the witness was touched.
struct WitnessFailed {
    QString how;      ///< missing, changed, ahead: the ledger lacks what was vouched for
    int sequence = 0; ///< of the device's stream, that was vouched for; 0: unknown
    SEREIN_FACT("witnessFailed") {
        field("how", how);
        field("sequence", sequence);
    }
};
/// The tablet's clock was set, or ran differently from what nobody can set.
struct ClockJumped {
    int seconds = 0; ///< positive: forward
    QString noticed; ///< running, unlock, stated: whoever started the program set it
    SEREIN_FACT("clockJumped") {
        field("seconds", seconds);
        field("noticed", noticed);
    }
};

} // namespace serein::ledger
