#pragma once
// The files of SDTM: Dataset-JSON 1.1 and SAS XPT version 5, a file a dataset, and the Define-XML 2.1 that describes
// them.
#include "exporting/RowSpool.h"
#include "exporting/Sdtm.h"

#include <QDate>

namespace serein::exporting {

inline const QString sdtmFolder = QStringLiteral("sdtm/");
inline const QString defineFile = QStringLiteral("sdtm/define.xml");

inline const QString datasetJsonFormat = QStringLiteral("dataset-json");
inline const QString xptFormat = QStringLiteral("xpt");
inline const QString defineFormat = QStringLiteral("define");

/// A dataset on its way into files: its rows spooled, and what a file says of them before the first.
class SdtmTable {
public:
    /// The rows of `dataset`, and later ones of the same.
    [[nodiscard]] static Result<SdtmTable> of(const SdtmDataset& dataset, const QString& folder = {});
    [[nodiscard]] Result<void> add(const SdtmDataset& dataset);

    [[nodiscard]] const SdtmDataset& head() const { return m_head; } ///< without rows
    [[nodiscard]] const RowSpool<SdtmValue>& rows() const { return m_rows; }
    /// Bytes of the longest text in that column, at least 1; 8 for numbers.
    [[nodiscard]] int length(qsizetype column) const { return m_lengths[column]; }
    /// A time in it has only its date.
    [[nodiscard]] bool hasPartialTime(qsizetype column) const { return m_partial[column]; }
    [[nodiscard]] const QMap<QString, QString>& tests() const { return m_tests; } ///< of findings: code, name
    [[nodiscard]] const QSet<QString>& categories() const { return m_categories; }

private:
    SdtmTable(const SdtmDataset& dataset, const QString& folder);

    SdtmDataset m_head;
    RowSpool<SdtmValue> m_rows;
    QList<int> m_lengths;
    QList<bool> m_partial;
    QMap<QString, QString> m_tests;
    QSet<QString> m_categories;
};

/// sdtm/qs.json …, sdtm/qs.xpt …, sdtm/define.xml
[[nodiscard]] Result<void> writeSdtm(const Records& records, const QStringList& formats, const FileSink& sink);

[[nodiscard]] Result<void> writeDatasetJson(const SdtmTable& table, const Records& records, const PieceSink& sink);
/// A transport file that bears noon of that day as its time.
[[nodiscard]] Result<void> writeXpt(const SdtmTable& table, const QDate& day, const PieceSink& sink);
[[nodiscard]] QByteArray defineXml(const std::vector<SdtmTable>& tables, const Records& records);

[[nodiscard]] QString sdtmItemOid(const SdtmDataset& dataset, const SdtmVariable& variable);

} // namespace serein::exporting
