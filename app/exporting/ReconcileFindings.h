#pragma once
// Findings of SDTM read back: by subject, group and test code, long texts joined again from SUPP--.
#include "exporting/Reconcile.h"
#include "exporting/SdtmReader.h"

namespace serein::exporting {

/// Ids of items and scores, by definition, code, name and whether it is a score.
class SdtmIds {
public:
    /// Empty: no such test.
    [[nodiscard]] QString idOf(const instrument::Instrument& instrument, const QString& definition, bool isScore,
                               const QString& code, const QString& name);

private:
    QHash<QString, QHash<QString, QString>> m_ids;
};

/// Whose rows of a findings dataset.
struct FindingsOf {
    QString domain;
    QString usubjid;
    const Record* record; ///< null: nobody's, which is wrong
};
/// With those of its SUPP--.
[[nodiscard]] Result<Sayings> readFindings(const FindingsOf& whose, const QList<SdtmRow>& findings,
                                           const QList<SdtmRow>& supplemental, SdtmIds& ids);

} // namespace serein::exporting
