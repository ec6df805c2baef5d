#pragma once
// What differs between two versions of a study, for whoever decides on it.
#include "study/Study.h"

namespace serein::desk {

struct StudyChange {
    enum class Part { Timepoint, Window, Battery, Anchor, Endpoint, Other };
    enum class What { Added, Removed, Changed };
    Part part = Part::Other;
    What what = What::Changed;
    QString id;               ///< of a timepoint, an anchor, an endpoint; Other: the key of the file
    QStringList added = {};   ///< Battery: instruments
    QStringList removed = {}; ///< Battery; both empty: another order
    bool operator==(const StudyChange&) const = default;
};

/// In the order of the files: timepoints with their windows and batteries, anchors, endpoints, then all other keys.
[[nodiscard]] QList<StudyChange> studyChanges(const study::Study& before, const study::Study& after);

} // namespace serein::desk
