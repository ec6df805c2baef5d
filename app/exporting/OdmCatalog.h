#pragma once
// The names (OIDs) under which definitions and data meet in ODM, and how items become ODM's.
#include "exporting/Formats.h"

namespace serein::exporting {

/// What one item of an instrument is in ODM: itself, or one of several that may be chosen together.
struct OdmField {
    QString oid;
    QString name;
    QString dataType;
    int length = 0; ///< 0: the type has none
    int digits = 0; ///< after the point; float only
    const instrument::Item* item = nullptr;
    std::optional<Decimal> choice; ///< of a multi-choice: whether this one is among those chosen
};

/// A datum beside the answers: of the assessment, or of the participant's record.
struct OdmOwn {
    const char* id;
    const char* dataType;
    int length;
    const char* words;
};

class OdmCatalog {
public:
    explicit OdmCatalog(const Records& records);

    struct Version {
        QString hash;
        const study::Study* study;
    };
    /// Versions of the study that somebody followed, oldest participants' first.
    [[nodiscard]] const QList<Version>& versions() const { return m_versions; }
    [[nodiscard]] const QString& studyId() const { return m_studyId; }
    [[nodiscard]] QString metaDataVersion(const QString& studyHash) const;

    struct Defined {
        QString hash;
        QString base; ///< phq9.1.0.0
        const instrument::Instrument* instrument;
        QList<const instrument::TextPack*> packs; ///< by language
    };
    [[nodiscard]] const QList<Defined>& defined() const { return m_defined; }
    /// Null where the definition is not here (withheld with its data).
    [[nodiscard]] const Defined* of(const QString& hash) const;

    [[nodiscard]] static QList<OdmField> fields(const Defined& defined, const instrument::Item& item);
    [[nodiscard]] static OdmField scoreField(const Defined& defined, const instrument::Score& score);
    [[nodiscard]] static QString codeList(const Defined& defined, const instrument::Item& item);
    [[nodiscard]] static QString form(const Defined& defined) { return QStringLiteral("F.") + defined.base; }
    [[nodiscard]] static QString items(const Defined& defined) { return QStringLiteral("IG.") + defined.base; }
    [[nodiscard]] static QString scores(const Defined& defined) {
        return QStringLiteral("IG.%1.scores").arg(defined.base);
    }
    [[nodiscard]] static QString event(const QString& timepoint) { return QStringLiteral("SE.") + timepoint; }
    [[nodiscard]] static QString unit(const QString& unit) { return QStringLiteral("MU.") + unit; }
    [[nodiscard]] static QString location(const QString& site) {
        return site.isEmpty() ? QStringLiteral("L.site") : QStringLiteral("L.") + site;
    }
    [[nodiscard]] static QString user(const QString& actor) { return QStringLiteral("U.") + actor; }

    /// What was begun at a timepoint under a version of the study, by definition.
    [[nodiscard]] QSet<QString> askedAt(const QString& timepoint, const QString& version) const {
        return m_asked.value({timepoint, version});
    }

private:
    /// A copy that lasts as long as the catalog: records are gone through one by one.
    template<class T> const T* keep(const T& value) {
        const auto kept = std::make_shared<const T>(value);
        m_kept.push_back(kept);
        return kept.get();
    }

    std::vector<std::shared_ptr<const void>> m_kept;
    QMap<std::pair<QString, QString>, QSet<QString>> m_asked;
    QString m_studyId;
    QList<Version> m_versions;
    QList<Defined> m_defined;
};

inline const QString odmRecordEvent = QStringLiteral("SE.record");
inline const QString odmRecordForm = QStringLiteral("F.record");
inline const QString odmRecordGroup = QStringLiteral("IG.record");
inline const QString odmAnchorsGroup = QStringLiteral("IG.anchors");
inline const QString odmAssessmentGroup = QStringLiteral("IG.assessment");
inline const QString odmFlagList = QStringLiteral("CL.serein.noValue");
inline const QString odmQueryList = QStringLiteral("CL.serein.query");
inline const QString odmNoteList = QStringLiteral("CL.serein.note");
inline const QString odmFlagTypeList = QStringLiteral("CL.serein.flagType");

/// Of every assessment (I.assessment.…) and of the participant's record (I.record.…).
[[nodiscard]] const QList<OdmOwn>& odmAssessmentItems();
[[nodiscard]] const QList<OdmOwn>& odmRecordItems();

/// The value as ODM writes it: numbers and texts as they were given, clock times with seconds, durations in minutes.
[[nodiscard]] QString odmValue(const OdmField& field, const instrument::AnswerValue& value);

} // namespace serein::exporting
