#pragma once
// SDTM datasets as another program reads them, from Dataset-JSON 1.1 and from SAS transport files of version 5. Knows
// nothing of how they were written.
#include "core/Result.h"
#include "exporting/RowIndex.h"

#include <QMap>
#include <functional>
#include <optional>

namespace serein::exporting {

using SdtmRow = QMap<QString, QString>; ///< texts, and numbers as Decimal writes them; empty: missing

/// One dataset, whose rows are read one participant after the other.
class SdtmFileRows {
public:
    /// Wrong where it is no Dataset-JSON, or rows, columns and their types don't fit each other.
    [[nodiscard]] static Result<SdtmFileRows> ofDatasetJson(const QByteArray& bytes);
    /// Wrong where it is no transport file of one member, or is cut. Texts without the blanks that they are padded
    /// with.
    [[nodiscard]] static Result<SdtmFileRows> ofXpt(const QByteArray& bytes);

    [[nodiscard]] const QString& name() const { return m_name; }
    /// Of that USUBJID, in the order of the file; nothing when asked again.
    [[nodiscard]] Result<QList<SdtmRow>> take(const QString& usubjid);
    [[nodiscard]] QStringList left() const { return m_index.left(); }

private:
    using Parse = std::function<Result<SdtmRow>(const QByteArray& row)>;
    QString m_name;
    QByteArray m_bytes;
    qsizetype m_width = 0; ///< bytes of a row; 0: each is a span of its own
    Parse m_parse;
    RowIndex m_index;
};

/// IBM's eight bytes: sign, exponent of 16 from 64, fraction of 56 bits. Nothing: SAS's missing values.
[[nodiscard]] std::optional<double> fromIbmFloat(const QByteArray& bytes);

} // namespace serein::exporting
