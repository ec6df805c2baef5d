#pragma once
// The files of SDTM: Dataset-JSON 1.1 and SAS XPT version 5, a file a dataset, and the Define-XML 2.1 that describes
// them.
#include "exporting/Sdtm.h"

namespace serein::exporting {

inline const QString sdtmFolder = QStringLiteral("sdtm/");
inline const QString defineFile = QStringLiteral("sdtm/define.xml");

/// sdtm/qs.json …
[[nodiscard]] Result<Files> datasetJsonFiles(const Records& records);
/// sdtm/qs.xpt …
[[nodiscard]] Result<Files> xptFiles(const Records& records);
/// One dataset as a transport file that bears noon of that day as its time.
[[nodiscard]] Result<QByteArray> toXpt(const SdtmDataset& dataset, const QDate& day);
/// sdtm/define.xml
[[nodiscard]] Result<Files> defineFiles(const Records& records);

[[nodiscard]] QString sdtmItemOid(const SdtmDataset& dataset, const SdtmVariable& variable);
/// Bytes of the longest text in that column, at least 1; 8 for numbers.
[[nodiscard]] int sdtmLength(const SdtmDataset& dataset, qsizetype column);

} // namespace serein::exporting
