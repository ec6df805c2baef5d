#pragma once
// manifest.json: what a bundle is, whose, up to which event, and the SHA-256 of each file. Signed as it stands by
// manifest.sig (raw Ed25519, 64 bytes). It names no time of export, so that the same data give the same bytes.
#include "core/Result.h"
#include "exporting/Presentation.h"

#include <QByteArray>
#include <QMap>
#include <QUuid>

namespace serein::exporting {

using Files = QMap<QString, QByteArray>; ///< path inside the bundle → bytes

inline const QString bundleFormat = QStringLiteral("serein-bundle-1");
inline const QString manifestFile = QStringLiteral("manifest.json");
inline const QString signatureFile = QStringLiteral("manifest.sig");
inline const QString deviceKeyFile = QStringLiteral("device-key.pem");
inline const QString sliceFile = QStringLiteral("ledger.ndjson");
inline const QString answersFile = QStringLiteral("answers.csv");
inline const QString wideFile = QStringLiteral("wide.csv");
inline const QString codebookFile = QStringLiteral("codebook.csv");
inline const QString assessmentsFile = QStringLiteral("assessments.csv");
inline const QString correctionsFile = QStringLiteral("corrections.csv");
inline const QString queriesFile = QStringLiteral("queries.csv");
inline const QString signaturesFile = QStringLiteral("signatures.csv");
inline const QString alertsFile = QStringLiteral("alerts.csv");
inline const QString recordFile = QStringLiteral("record.csv");
inline const QStringList tableNames{answersFile, wideFile,       codebookFile, assessmentsFile, correctionsFile,
                                    queriesFile, signaturesFile, alertsFile,   recordFile};
inline const QString definitionsFolder = QStringLiteral("definitions/");

struct Manifest {
    QString bundle; ///< first 32 hex digits of SHA-256 over the canonical manifest without its id; set by toBytes and
                    ///< fromBytes
    QUuid vault;
    QUuid device;
    QUuid participant;
    QString subject;
    QString audience;
    QStringList without; ///< SDTM tables of staff's forms that were left out
    Presentation as = {};
    QStringList formats; ///< in the order of Formats.h; a bundle from before there were several names none: csv
    QString studyId;
    QString studyVersion;
    QString studyHash;
    bool synthetic = false;
    qint64 lastSequence = 0;
    QByteArray lastHash;
    QUuid checkpoint; ///< id of the event, which names the heads of all devices
    /// Another device that recorded about this participant, and whose stream the vault of this one holds.
    struct Other {
        QUuid device;
        qint64 lastSequence = 0;
        QByteArray lastHash;
        QUuid checkpoint; ///< its own latest one; null: it was lost before it wrote any
    };
    QList<Other> others; ///< by device; none where one device recorded everything
    QString app;         ///< version of the program that wrote it
    struct File {
        QString name;
        qint64 bytes = 0;
        QString sha256; ///< lower-case hex
        bool operator==(const File&) const = default;
    };
    QList<File> files; ///< by name; all but the manifest and its signature

    [[nodiscard]] static QList<File> listed(const Files& files);
    /// Sets `bundle`.
    [[nodiscard]] QByteArray toBytes();
    /// Wrong where it is none, or is not named by its own content.
    [[nodiscard]] static Result<Manifest> fromBytes(const QByteArray& bytes);
};

} // namespace serein::exporting
