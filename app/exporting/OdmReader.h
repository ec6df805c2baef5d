#pragma once
// ODM-XML as another program reads it: data under the OIDs of their place, against the metadata in the same file. A
// transactional file is replayed. Knows nothing of how it was written.
#include "core/Result.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QStringList>
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
struct OdmRead {
    QStringList subjects; ///< each once
    QMap<OdmFormPlace, OdmFormRead> forms;
};

/// Wrong where it is no such file, a datum stands there twice (in a history: is inserted over another, or changed or
/// removed without being there), or a form, group or item is not where the metadata says that it may be.
[[nodiscard]] Result<OdmRead> readOdm(const QByteArray& bytes);

} // namespace serein::exporting
