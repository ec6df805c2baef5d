#pragma once
// ODM-XML as another program reads it: data under the OIDs of their place, against the metadata in the same file. A
// transactional file is replayed. Knows nothing of how it was written.
#include "core/Result.h"

#include "exporting/RowIndex.h"

#include <QMap>
#include <QSet>
#include <QXmlStreamReader>
#include <compare>

namespace serein::exporting {

/// Where a form stands.
struct OdmFormPlace {
    QString subject;
    QString event; ///< OID
    QString repeat;
    QString form; ///< OID
    std::strong_ordering operator<=>(const OdmFormPlace& other) const = default;
    [[nodiscard]] QString toString() const;
};
/// One ItemData.
struct OdmItemRead {
    QString value;
    bool isNull = false;
    QString flag;    ///< why there is no value
    QString comment; ///< on that
    bool hasValue = false;
};
struct OdmFormRead {
    QString metaDataVersion;
    QMap<QString, OdmItemRead> items; ///< by OID
};
using OdmForms = QMap<OdmFormPlace, OdmFormRead>;
/// What one version of the metadata lets stand where, by OID.
struct OdmRules {
    QMap<QString, QSet<QString>> formsOfEvent;
    QMap<QString, QSet<QString>> groupsOfForm;
    QMap<QString, QSet<QString>> itemsOfGroup;
};

/// Reads the metadata, then each participant's data when they are asked for, then the end: the whole document once,
/// though in another order.
class OdmReader {
public:
    /// Wrong where it is no such file.
    [[nodiscard]] Result<void> open(const QByteArray& bytes);
    [[nodiscard]] bool has(const QString& subject) const { return m_parts.contains(subject); }
    /// Wrong where a datum stands there twice (in a history: is inserted over another, or changed or removed without
    /// being there), or a form, group or item is not where the metadata says that it may be.
    [[nodiscard]] Result<OdmForms> take(const QString& subject);
    [[nodiscard]] QStringList left() const { return m_parts.keys(); }
    /// Wrong where the document doesn't end as it should.
    [[nodiscard]] Result<void> end();

private:
    /// A SubjectData, and the ClinicalData around it.
    struct Part {
        RowIndex::Span around;
        RowIndex::Span data;
    };
    [[nodiscard]] Result<qsizetype> findParts(qsizetype at);
    [[nodiscard]] Result<void> feed(const QByteArray& xml);
    [[nodiscard]] QString attribute(const char* name) const;
    [[nodiscard]] Result<void> begin(const QString& name);
    bool metadata(const QString& name);
    [[nodiscard]] Result<void> form();
    [[nodiscard]] Result<void> end(QStringView name);
    [[nodiscard]] Result<void> item();
    [[nodiscard]] Result<void> checkPlace(const OdmFormPlace& place, const OdmFormRead& form) const;

    QByteArray m_bytes;
    qsizetype m_tail = 0;               ///< what follows the data
    QMap<QString, QList<Part>> m_parts; ///< by subject
    QXmlStreamReader m_xml;
    bool m_isOdm = false;
    bool m_isHistory = false;
    QMap<QString, OdmRules> m_rules; ///< by MetaDataVersion
    QString m_defining;              ///< the MetaDataVersion at hand
    QString m_definition;            ///< the event, form or group at hand
    QString m_version;
    OdmFormPlace m_place;
    QString m_group;
    QString m_itemOid;
    QString m_itemChange;
    OdmItemRead m_item;
    QString m_comment;
    QString m_flag;
    OdmForms m_forms; ///< of the participant at hand
};

} // namespace serein::exporting
