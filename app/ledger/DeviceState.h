#pragma once
// What the devices' own streams say, all of them together: people, devices, the study in force, recovery, backups.
#include "ledger/FactFields.h"

#include <QMap>
#include <tuple>

namespace serein::ledger {

struct AccountState {
    QString name;
    QStringList roles;
    bool active = true;
    bool operator==(const AccountState&) const = default;
};

/// The latest checkpoint that names a stream: by the stream's own device, or by one that holds a copy of it.
struct Vouched {
    Head head;
    QUuid checkpoint; ///< id of the checkpoint event
};
/// What a checkpoint of `by` named: a stream of `device`.
struct VouchKey {
    QUuid by;
    QUuid device;
    QString stream;
    bool operator<(const VouchKey& other) const {
        return std::tie(by, device, stream) < std::tie(other.by, other.device, other.stream);
    }
};

struct DeviceEntry {
    QByteArray publicKey; ///< Ed25519, raw, as the device itself named it
    QDateTime addedAt;
    QString how;         ///< created, restored, recovered
    QDateTime revokedAt; ///< invalid: it has a say
    bool operator==(const DeviceEntry&) const = default;
};

/// An event of a device's own stream, in whose free text who somebody is stood.
struct RedactedEvent {
    QJsonObject content; ///< what is left of its body
    bool keyDestroyed = false;
    bool operator==(const RedactedEvent&) const = default;
};

struct DeviceState {
    QUuid vault;
    bool synthetic = false;
    QString study;
    QJsonObject instruments; ///< of the study in force: id → {"definition", "packs"}
    QMap<QString, AccountState> accounts;
    QMap<QUuid, DeviceEntry> devices;
    QMap<QString, QJsonObject> adopted = {};    ///< every study that was ever in force: its hash → instruments
    QMap<QString, QDateTime> inForceSince = {}; ///< when each of those first was
    QDateTime clockCheckedAt = {};
    int clockDriftSeconds = 0;
    QDateTime backedUpAt = {};
    int backedUpEvents = 0; ///< how many the last backup holds; 0: there is none
    QUuid backedUpBy = {};  ///< the device that made it
    QString backupFolder = {};
    int backupsKept = 7;
    int backupEveryHours = 24;              ///< 0: only on demand
    QByteArray recovery = {};               ///< certificate that backups are sealed to, DER; empty: none
    QList<QByteArray> recoveryFurther = {}; ///< the other holders'
    bool recoveryNeedsAll = false;          ///< every holder's key is needed; else any one of them
    int recoveryNeeded = 0;                 ///< so many are enough; 0: as recoveryNeedsAll says
    QDateTime signedAt = {};                ///< the study as a whole; invalid: not
    QString signedBy = {};
    QString signedMeaning = {};
    QString dataState = QStringLiteral("open"); ///< of the whole study: open, frozen, locked
    QMap<QUuid, RedactedEvent> redacted = {};
    bool operator==(const DeviceState&) const = default;
};

} // namespace serein::ledger
