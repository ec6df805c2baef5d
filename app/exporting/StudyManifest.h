#pragma once
// manifest.json of the study's merged tables: which participants' records they are made of, up to which event, and the
// SHA-256 of each file. Signed as a participant's is.
#include "exporting/Manifest.h"
#include "exporting/Presentation.h"

namespace serein::exporting {

inline const QString studyFormat = QStringLiteral("serein-study-1");

struct StudyManifest {
    QString bundle; ///< first 32 hex digits of SHA-256 over the manifest without its id; set by toBytes and fromBytes
    QUuid vault;
    QUuid device;
    QString audience;
    Presentation as = {};
    QStringList formats;
    QStringList without; ///< as Manifest's
    QString studyId;
    bool synthetic = false;
    QString app; ///< version of the program that wrote it
    struct Participant {
        QUuid id;
        QString subject;
        qint64 lastSequence = 0;
        QByteArray lastHash;
        QMap<QUuid, QByteArray> others; ///< hash of the last event of each other device that recorded about them
        bool operator==(const Participant&) const = default;
    };
    QList<Participant> participants; ///< in the order of their rows
    QList<Manifest::File> files;     ///< by name; all but the manifest and its signature

    /// Sets `bundle`.
    [[nodiscard]] QByteArray toBytes();
    /// Wrong where it is none, or is not named by its own content.
    [[nodiscard]] static Result<StudyManifest> fromBytes(const QByteArray& bytes);
    /// Whether these bytes say that they are one.
    [[nodiscard]] static bool isOne(const QByteArray& bytes);
};

} // namespace serein::exporting
