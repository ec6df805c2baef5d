#pragma once
// The table of staff's pages and of the states that each is looked at in. A new page gets a row here: the matrix fails
// while a file of qml/Staff is on no picture.
#include "StaffTablet.h"
#include "StaffVaults.h"

namespace serein::matrix {

/// Which tablet a row is looked at on.
enum class On {
    Demo,     ///< the demonstration with its 24 participants
    Checking, ///< the same while it is still locked, and the answer about a passphrase does not come
    Empty,    ///< a vault in which nobody is enrolled
    Crowd,    ///< 10,000 participants
    Nowhere   ///< no vault at all
};

struct StaffRow {
    const char* name; ///< of the picture
    const char* file; ///< in qml/Staff: what must be on the picture
    On on = On::Demo;
    std::function<void(Tablet&)> open; ///< in the language that is spoken; twice in a row
    bool calm = true; ///< nothing waits above the page: alerts are acknowledged, nothing is to be reported
};

/// What rows type names of: files that are there, and folders that aren't.
struct Files {
    QString folder; ///< may be written to
    QString certificate;
    QString amendment; ///< another version of the study
    QString broken;    ///< a study with many faults
};

[[nodiscard]] QList<StaffRow> staffRows(const Files& files);
/// Nothing waits any more.
void calm(Tablet& tablet);

} // namespace serein::matrix
