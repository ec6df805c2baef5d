#pragma once
// Everybody's tables in turns, for a screen that shows how far they are and can stop them.
#include "exporting/Bundle.h"

#include <chrono>
#include <memory>
#include <optional>

namespace serein::exporting {

/// It runs on a thread of its own, but only while step() waits for it: nothing else reads or writes the vault
/// meanwhile, and between two turns it stands between two records or pieces of a file.
class StudyExport {
public:
    /// `turn`: how long it works before it stands between two records or pieces, at least.
    StudyExport(vault::Vault& vault, const ExportOrder& order,
                std::chrono::milliseconds turn = std::chrono::milliseconds(30));
    /// One that is not through is stopped: nothing of it was written, and the vault remembers that. The vault must
    /// still be open.
    ~StudyExport();
    StudyExport(const StudyExport&) = delete;
    StudyExport& operator=(const StudyExport&) = delete;

    /// One turn; how it ended, once it has.
    [[nodiscard]] std::optional<Result<ExportResult>> step();
    [[nodiscard]] double progress() const; ///< 0 … 1

private:
    struct Baton;
    std::unique_ptr<Baton> m_baton;
};

} // namespace serein::exporting
