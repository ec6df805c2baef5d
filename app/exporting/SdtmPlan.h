#pragma once
// What SDTM counts over everything that stands in one dataset: visits through the versions of the study, and the tables
// of a site's own forms.
#include "exporting/Sdtm.h"

namespace serein::exporting {

class SdtmPlan {
public:
    explicit SdtmPlan(const Records& records);

    /// From 1 in the order of the newest version; what only an earlier one has follows what it followed there. A
    /// timepoint that was renamed is another visit, so that number and name fit each other.
    [[nodiscard]] int visitNumber(const QString& timepoint, const QString& label) const;
    /// As sdtmDomain(), but two of a site's own forms never share a table.
    [[nodiscard]] QString domainOf(const instrument::Instrument& instrument) const;

private:
    class Forms;
    struct Visit {
        QString timepoint;
        QString label;
        bool operator==(const Visit&) const = default;
    };
    void addVisits(const study::Study& study);

    QList<Visit> m_visits;
    QMap<QString, QString> m_domains; ///< of a site's own forms, by instrument
};

/// A timepoint's place among those that hang by the clock (minutes, hours, or at once) on the same anchor, from 1;
/// 0: it does not.
[[nodiscard]] int sdtmTimeNumber(const study::Study& study, const study::Timepoint& timepoint);

} // namespace serein::exporting
