#pragma once
// The export of one participant: a zip of tables, codebook, ledger slice and definitions, with a signed manifest;
// sealed to certificates by default. The same data give the same bytes (before sealing).
#include "exporting/Presentation.h"
#include "vault/Vault.h"

namespace serein::exporting {

struct ExportOrder {
    QUuid participant;
    QString audience = QStringLiteral("blinded"); ///< blinded, full
    QString folder;                               ///< must exist
    QList<crypto::Certificate> sealTo;            ///< empty: unsealed, and a reason is required
    QString reason;
    QStringList formats = {}; ///< of Formats.h; empty: all of them
    QStringList without = {}; ///< SDTM tables of staff's forms that are left out, by name
    Presentation as = {};     ///< in which language, and which part
};

struct ExportResult {
    QString
        path; ///< SUBJECT_BUNDLEID.zip.p7m, or .zip unsealed; beside it PATH.sig, the device's signature of its bytes
    QString bundle; ///< bundle id: first 32 hex digits of SHA-256 over the manifest without its id
};

/// Checks the role, writes a checkpoint where none names the head, builds, writes (whole or not at all), and records
/// the export as an event. Refused: role; full audience for a role that may not see class `unblinding`; whoever
/// withdrew the use of their records, unless as a full copy with a reason (an audit).
[[nodiscard]] Result<ExportResult> exportParticipant(vault::Vault& vault, const ExportOrder& order);

/// Called again and again while something long is done, between two records or pieces of a file, with what is done of
/// it (0 … 1, never less than before). What it refuses ends the whole.
using Turn = std::function<Result<void>(double done)>;

/// The merged tables of everyone whose records may be used, as a bundle of its own: STUDY_BUNDLEID.zip(.p7m). Its
/// manifest names the participants and up to which event. `order.participant` is not looked at. CSV is written
/// participant by participant, as every other format is. Refused where somebody's record changes meanwhile.
[[nodiscard]] Result<ExportResult> exportStudy(vault::Vault& vault, const ExportOrder& order, const Turn& turn = {});
/// That is what was refused.
[[nodiscard]] bool isChange(const Error& fault);

/// The bundle's files by name, without writing anything anywhere: what exportParticipant zips.
/// No format named: all of them.
[[nodiscard]] Result<QMap<QString, QByteArray>> buildBundle(vault::Vault& vault, const QUuid& participant,
                                                            const QString& audience, const QStringList& formats = {},
                                                            const QStringList& without = {},
                                                            const Presentation& as = {});

/// Subject ids with names, telephone and record numbers (those that were not destroyed), as CSV sealed to the
/// certificates: `identities_ID.csv.p7m`. For somebody who may both export and enrol. `participant` null: everybody.
[[nodiscard]] Result<ExportResult> exportIdentities(vault::Vault& vault, const ExportOrder& order);
/// Whether whoever is at the desk is such a person.
[[nodiscard]] bool mayExportIdentities(const vault::Vault& vault);

/// What has been exported before: the device's stream, gone through once for everybody.
class ExportedBefore {
public:
    [[nodiscard]] static Result<ExportedBefore> of(const vault::Vault& vault);
    /// Whether the participant's record, as it stands, is among it as ordered: nothing happened or came in from another
    /// device since, whoever is to open it could, and audience, formats, tables left out, language and part are the
    /// same.
    [[nodiscard]] Result<bool> holds(const vault::Vault& vault, const ExportOrder& order) const;

private:
    struct One {
        ledger::Exported exported;
        QMap<QUuid, ledger::Head> heads; ///< of the participant's stream then, by device
    };
    QHash<QUuid, QList<One>> m_all; ///< by participant
};

struct VerifyOptions {
    QString deviceKeysFile;   ///< registered device keys (device-key.json of each device, or an array of them); empty:
                              ///< the signature is only compared with the key named inside, and the report says so
    QByteArray privateKeyPem; ///< for sealed bundles
    int recordsHeld = 100;    ///< of a study's: the others are read again from their bundles whenever their turn comes
};
struct VerifyReport {
    QString bundle;
    QString subject;
    QString device;
    qint64 events = 0;
    int assessments = 0;
    int scores = 0;
    bool deviceRegistered = false; ///< and every other one whose stream it holds
    int reconciled = 0;            ///< answers and scores read back from the files and found as in the slice
    int participants = 1;          ///< of the study's merged tables: how many their rows are of
    QDateTime deviceRevoked = {};  ///< later than this bundle says it was signed; invalid: it was not
    QStringList otherDevices = {}; ///< that recorded about this participant before
};

/// A .zip, .zip.p7m or unpacked folder: signature, every file's SHA-256, the slice's chain and checkpoint, the tables
/// replayed from the slice byte for byte, and every score computed again. Wrong at what differs, naming the file.
/// The study's merged tables are replayed from the participants' bundles beside them: each must be there and whole.
[[nodiscard]] Result<VerifyReport> verifyBundle(const QString& path, const VerifyOptions& options);

} // namespace serein::exporting
