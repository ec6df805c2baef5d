#pragma once
// The device's own stream: the vault, people, the study in force, exports, checkpoints.
#include "ledger/FactFields.h"

namespace serein::ledger {

struct VaultCreated {
    QUuid vault;
    QByteArray devicePublicKey; ///< Ed25519, raw
    bool synthetic = false;     ///< a demonstration: every participant is invented
    SEREIN_FACT("vaultCreated") {
        field("vault", vault);
        field("devicePublicKey", devicePublicKey);
        field("synthetic", synthetic);
    }
};
struct StudyAdopted {
    QString study;           ///< hash of the study definition
    QJsonObject instruments; ///< id → {"definition": hash, "packs": {language: hash}}
    QString approval = {};   ///< the ethics committee's, for an amendment: reference and date as written
    SEREIN_FACT("studyAdopted") {
        field("study", study);
        field("instruments", instruments);
        field("approval", approval, Later{});
    }
};
struct AccountAdded {
    QString name;
    QStringList roles;
    SEREIN_FACT("accountAdded") {
        field("name", name);
        field("roles", roles);
    }
};
struct AccountDisabled {
    QString name;
    QString reason = {};
    SEREIN_FACT("accountDisabled") {
        field("name", name);
        field("reason", reason, Later{});
    }
};
struct PassphraseChanged {
    QString name;
    QString reason = {}; ///< where somebody else gave it
    SEREIN_FACT("passphraseChanged") {
        field("name", name);
        field("reason", reason, Later{});
    }
};
struct RolesChanged {
    QString name;
    QStringList roles;
    QString reason;
    SEREIN_FACT("rolesChanged") {
        field("name", name);
        field("roles", roles);
        field("reason", reason);
    }
};
struct Unlocked {
    int failedAttempts = 0; ///< refused passphrases since the last unlock, anyone's
    bool unclean = false;   ///< the program had not ended as it should; the database was checked
    SEREIN_FACT("unlocked") {
        field("failedAttempts", failedAttempts);
        field("unclean", unclean, Later{});
    }
};
/// Passphrases that were refused since the last unlock, told at the next one.
struct PassphraseRefused {
    QString name; ///< of the account; empty: of none there is
    int times = 0;
    QDateTime first;
    QDateTime last;
    SEREIN_FACT("passphraseRefused") {
        field("name", name);
        field("times", times);
        field("first", first);
        field("last", last);
    }
};
/// The device's count of refused passphrases was changed or removed by another program.
struct AttemptsChanged {
    SEREIN_FACT("attemptsChanged") {}
};
/// A wrong PIN, where the tablet was to be taken back from a participant. Whose it was meant to be nobody knows.
struct PinRefused {
    int triesLeft = 0; ///< 0: the tablet locked itself
    SEREIN_FACT("pinRefused") { field("triesLeft", triesLeft); }
};
struct Locked {
    SEREIN_FACT("locked") {}
};
struct Refused {
    QString action; ///< what was asked for and not allowed
    SEREIN_FACT("refused") { field("action", action); }
};
/// Something is about to leave the tablet: before its first byte. It ends as exported, auditExported or exportFailed.
struct ExportBegun {
    QUuid participant;    ///< null: the whole study's tables, or what is everybody's
    QString audience;     ///< blinded, full, identity, audit
    QStringList sealedTo; ///< certificate fingerprints; empty: unsealed
    QString reason;
    SEREIN_FACT("exportBegun") {
        field("participant", participant);
        field("audience", audience);
        field("sealedTo", sealedTo);
        field("reason", reason);
    }
};
/// What was begun did not end well.
struct ExportFailed {
    QUuid participant;
    QString audience;
    QString
        cause; ///< stopped, folderGone, notWritable, noRoom, storage, content: nothing was written; interrupted: the
               ///< program ended in the middle of it, so what it wrote is whole or not there, nobody knows which
    SEREIN_FACT("exportFailed") {
        field("participant", participant);
        field("audience", audience);
        field("cause", cause);
    }
};
struct Exported {
    QUuid participant;
    QString bundle; ///< bundle id
    QString audience;
    QStringList sealedTo; ///< certificate fingerprints; empty: unsealed
    QString reason;       ///< required where unsealed
    QStringList formats = {};
    QJsonObject part = {};    ///< which part of the record; empty: the whole
    QStringList without = {}; ///< SDTM tables of staff's forms that were left out
    QString language = {};    ///< of labels
    SEREIN_FACT("exported") {
        field("participant", participant);
        field("bundle", bundle);
        field("audience", audience);
        field("sealedTo", sealedTo);
        field("reason", reason);
        field("formats", formats, Later{});
        field("part", part, Later{});
        field("without", without, Later{});
        field("language", language, Later{});
    }
};
/// The audit trail left the tablet, as far as whoever wrote it may read it.
struct AuditExported {
    QUuid participant; ///< null: everybody's, and the device's own
    QString format;    ///< csv, pdf
    int events = 0;
    QStringList sealedTo; ///< certificate fingerprints; empty: unsealed
    QString reason;
    SEREIN_FACT("auditExported") {
        field("participant", participant);
        field("format", format);
        field("events", events);
        field("sealedTo", sealedTo);
        field("reason", reason);
    }
};
struct Checkpoint {
    QList<Head> heads;    ///< streams whose head is named
    QByteArray signature; ///< Ed25519 by the device over checkpointMessage()
    SEREIN_FACT("checkpoint") {
        field("heads", heads);
        field("signature", signature);
    }
};

/// The ward's clock beside the tablet's, as a nurse read it.
struct ClockChecked {
    QDateTime ward;
    int driftSeconds = 0; ///< tablet minus ward: positive where the tablet is ahead
    SEREIN_FACT("clockChecked") {
        field("ward", ward);
        field("driftSeconds", driftSeconds);
    }
};
struct StudySigned {
    QString meaning;
    QList<Head> heads; ///< of every participant's stream
    SEREIN_FACT("studySigned") {
        field("meaning", meaning);
        field("heads", heads);
    }
};
struct StudyDataStateChanged {
    QString state; ///< open, frozen, locked
    QString reason;
    SEREIN_FACT("studyDataStateChanged") {
        field("state", state);
        field("reason", reason);
    }
};

} // namespace serein::ledger
