#pragma once
// SDTM as one table model, from which Dataset-JSON, XPT and Define-XML are written: DM, QS, RS, sponsor tables for what
// staff write down, and SUPP-- for what has no column. README.md says where each variable comes from.
#include "exporting/Formats.h"

#include <variant>

namespace serein::exporting {

enum class SdtmType { Text, Integer, Float };
struct SdtmVariable {
    QString name;  ///< at most 8 characters
    QString label; ///< at most 40
    SdtmType type = SdtmType::Text;
    int key = 0;                                  ///< place among the dataset's sort keys, from 1; 0: none
    QString origin = QStringLiteral("Collected"); ///< as Define-XML 2.1 has it
    QString codeList = {};                        ///< name of the CDISC list that it is from
    QString comment = {};                         ///< where it comes from, where that is not plain
};
/// monostate: missing.
using SdtmValue = std::variant<std::monostate, QString, Decimal>;
struct SdtmDataset {
    QString name; ///< QS, SUPPQS …
    QString label;
    QString domain; ///< QS; of SUPPQS too
    QString class_;
    QString structure;
    QList<SdtmVariable> variables;
    QList<QList<SdtmValue>> rows; ///< each as long as `variables`

    [[nodiscard]] qsizetype column(const QString& variable) const;
    [[nodiscard]] QString text(qsizetype row, const QString& variable) const;
};

/// A test code with its name, as it stands in a dataset.
struct SdtmTest {
    QString code; ///< at most 8 characters
    QString name; ///< at most 40
    QString nci;  ///< concept code; empty: a sponsor's own
};

class SdtmPlan;
/// Of one participant among those of the plan. Sorted; DM first, then by name; without those that have no rows. Wrong
/// where an answer does not fit its definition.
[[nodiscard]] Result<QList<SdtmDataset>> sdtmDatasets(const Record& record, const SdtmPlan& plan);

/// XPT's longest text, in bytes of UTF-8.
inline constexpr qsizetype sdtmTextBytes = 200;
/// A text in pieces of at most that many bytes, no character cut; no piece but the last ends in a blank, which XPT
/// would drop.
[[nodiscard]] QStringList sdtmPieces(const QString& text);
/// The name of the n-th continuation of a variable (from 1), in at most 8 characters: QSORRES1, QSORRE10, QSORR100.
[[nodiscard]] QString sdtmContinued(const QString& variable, qsizetype index);

/// "QS", "RS" or a sponsor's table such as "XE".
[[nodiscard]] QString sdtmDomain(const instrument::Instrument& instrument);
/// The table of a form that staff fill in: a sponsor's, or a letter's of a site's own.
[[nodiscard]] QString sdtmFormDomain(const QString& instrument);
[[nodiscard]] QString sdtmCategory(const instrument::Instrument& instrument);
/// A sponsor's table as people name it, and the domain its rows map to (instruments/codes/staff-forms.tsv, part of the
/// program).
struct SdtmSponsorTable {
    QString instrument;
    QString domain;
    QString label;
    QString mapsTo;
};
[[nodiscard]] const QList<SdtmSponsorTable>& sdtmSponsorTables();
/// Unusable where one of them is no sponsor's table: QS and RS are not left out.
[[nodiscard]] Result<void> checkWithout(const QStringList& tables);

} // namespace serein::exporting
