#pragma once
// The audit trail as a file: what the desk put into words, as CSV or as pages of A4.
#include "exporting/Csv.h"
#include "exporting/Paper.h"
#include "ledger/AuditLine.h"
#include "vault/Vault.h"

namespace serein::exporting {

struct AuditOrder {
    std::optional<QUuid> participant;  ///< none: everybody's, and the devices' own
    QString format;                    ///< csv, pdf
    QString path;                      ///< the file to write
    QString language;                  ///< of the pages' own words
    QStringList filters;               ///< what was left out, in words; empty: nothing
    QList<crypto::Certificate> sealTo; ///< empty: unsealed
    QString reason;
};
struct AuditWritten {
    int events = 0;
    int pages = 0; ///< 0 for a table
};

/// Checks the role, writes (whole or not at all, readable by its owner alone), and records it as an event. Refused:
/// role. Unusable at /reason without a reason, at /format for another format.
[[nodiscard]] Result<AuditWritten> writeAudit(vault::Vault& vault, const AuditOrder& order,
                                              const QList<ledger::AuditLine>& lines);

/// A row an event.
[[nodiscard]] Table auditTable(const QList<ledger::AuditLine>& lines);

/// What stands above the first event.
struct AuditHead {
    QString language;
    QString study;
    QString vault;
    QString madeAt; ///< ISO 8601
    QString madeBy;
    QString reason;
    QStringList filters;
};
/// A character that no installed font has is written as its code point.
[[nodiscard]] Result<Paper> auditPaper(const AuditHead& head, const QList<ledger::AuditLine>& lines);

} // namespace serein::exporting
