#pragma once
// SDTM datasets as another program reads them, from Dataset-JSON 1.1 and from SAS transport files of version 5. Knows
// nothing of how they were written.
#include "core/Result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>
#include <optional>

namespace serein::exporting {

struct SdtmRead {
    QString name;
    QStringList columns;
    QList<QMap<QString, QString>> rows; ///< texts, and numbers as Decimal writes them; empty: missing
};

/// Wrong where it is no Dataset-JSON, or rows, columns and their types don't fit each other.
[[nodiscard]] Result<SdtmRead> readDatasetJson(const QByteArray& bytes);
/// Wrong where it is no transport file of one member, or is cut. Texts without the blanks that they are padded with.
[[nodiscard]] Result<SdtmRead> readXpt(const QByteArray& bytes);
/// IBM's eight bytes: sign, exponent of 16 from 64, fraction of 56 bits. Nothing: SAS's missing values.
[[nodiscard]] std::optional<double> fromIbmFloat(const QByteArray& bytes);

} // namespace serein::exporting
