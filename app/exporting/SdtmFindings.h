#pragma once
// One participant's findings: rows of QS, RS or a sponsor's table, and what belongs to them in SUPP--.
#include "exporting/Assessed.h"
#include "exporting/SdtmPlan.h"

namespace serein::exporting {

/// A moment as far as it is known: on paper maybe only its date.
struct SdtmMoment {
    QDate date;             ///< at the site; invalid: nothing is known
    QDateTime instant = {}; ///< invalid: only the date is known

    /// Nothing is before another on the same day where one of them has no time.
    [[nodiscard]] bool isBefore(const SdtmMoment& other) const;
    [[nodiscard]] QString text() const; ///< ISO 8601: to the second with offset, or the date
};

/// Where one participant's times are counted from. Of the whole record, whatever part of it is shown.
struct SdtmSubject {
    QString study;
    QString usubjid;
    QTimeZone zone;
    SdtmMoment exposure;  ///< when the study's first treatment first happened; unknown: not yet, or it has none
    SdtmMoment reference; ///< that where the study has such an anchor, else day zero as it first happened

    [[nodiscard]] static SdtmSubject of(const Record& record);
    [[nodiscard]] SdtmMoment moment(const QDateTime& instant) const;
    /// When it was filled in on paper, else when it was begun.
    [[nodiscard]] SdtmMoment moment(const ledger::AssessmentState& assessment) const;
    /// From 1 on the day of the reference, -1 the day before; nothing where either is unknown.
    [[nodiscard]] SdtmValue dayOf(const SdtmMoment& moment) const;
    /// BASELINE before the reference, TREATMENT on its day, FOLLOW-UP after; empty where it is unknown.
    [[nodiscard]] QString epochOf(const SdtmMoment& moment) const;
};

/// What the record says of a death: the form that asks about it (concepts vitalStatus and dateOfDeath), or an
/// assessment that was missed by it.
struct SdtmDeath {
    bool isDead = false;
    QString date; ///< as the form says it; empty: it doesn't
};
[[nodiscard]] SdtmDeath sdtmDeath(const Record& record);

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
/// Of the record's part; what is counted (--SEQ, --LOBXFL) is counted over the whole record.
[[nodiscard]] Result<SdtmFindings> sdtmFindings(const Record& record, const SdtmPlan& plan);

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
