#pragma once
// One participant's record for people to read: A4, in English or Chinese, from the same fold as every other file.
#include "exporting/Formats.h"

namespace serein::exporting {

struct Report {
    QByteArray pdf;
    int pages = 0;
};

/// Timeline, scores with their course (a missing one is a gap), answers, corrections, alerts, and the audit trail but
/// for what only says where a screen was. What the audience may not see is in none of it.
[[nodiscard]] Result<Report> report(const Record& record, const QString& language);
/// `report.pdf`.
[[nodiscard]] Result<void> writeReport(const Records& records, const QStringList& formats, const FileSink& sink);

} // namespace serein::exporting
