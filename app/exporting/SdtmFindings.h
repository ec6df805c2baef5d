#pragma once
// One participant's findings: rows of QS, RS or a sponsor's table, and what belongs to them in SUPP--.
#include "exporting/Assessed.h"
#include "exporting/Sdtm.h"

namespace serein::exporting {

/// Where one participant's times are counted from.
struct SdtmSubject {
    QString study;
    QString usubjid;
    QDateTime reference; ///< the study drug where the study has that anchor, else day zero; invalid: not yet

    [[nodiscard]] static SdtmSubject of(const Record& record);
    /// From 1 on the day of the reference, -1 the day before; nothing where either is unknown.
    [[nodiscard]] SdtmValue dayOf(const QDateTime& moment) const;
    /// BASELINE before the reference, TREATMENT on its day, FOLLOW-UP after; empty where it is unknown.
    [[nodiscard]] QString epochOf(const QDateTime& moment) const;
};

/// ISO 8601 to the second, with its offset.
[[nodiscard]] QString sdtmTime(const QDateTime& moment);

struct SdtmSupplement {
    QString domain;
    QString idVariable; ///< QSSEQ, QSGRPID; empty for DM
    QString idValue;
    QString name; ///< QNAM
    QString label;
    QString value;
    QString origin;
};

/// Cells by variable, without the domain's prefix ("TESTCD"; "VISIT" and its like have none).
using SdtmCells = QMap<QString, SdtmValue>;

struct SdtmFindings {
    QMap<QString, QList<SdtmCells>> rows; ///< by domain
    QList<SdtmSupplement> supplements;
};
[[nodiscard]] Result<SdtmFindings> sdtmFindings(const Record& record);

/// What was answered: the words chosen (where they may not leave, what the choices are about), other types as they were
/// given.
[[nodiscard]] QString sdtmOriginal(const AssessedItem& assessed, const instrument::TextPack* pack);
/// Why there is no result.
[[nodiscard]] QString sdtmReason(const AssessedItem& assessed);

/// Variables of a findings dataset, in its order.
[[nodiscard]] QList<SdtmVariable> sdtmFindingVariables(const QString& domain);
/// The name without a prefix of its domain: QSORRES → ORRES, VISIT → VISIT.
[[nodiscard]] QString sdtmBare(const QString& variable, const QString& domain);

} // namespace serein::exporting
