#pragma once
// What leaves the tablet, from the event that it begins to the one that says how it ended; its files are whole under
// their names or not there.
#include "vault/Vault.h"

namespace serein::exporting {

/// A file that is written beside its name, as NAME.TAIL.part (TAIL: of this device), until it is put in place. What was
/// not put in place is removed with this object, and what a program left that was ended in between, at the next export
/// of this device into that folder.
class PartFile {
public:
    PartFile(const QString& path, const QUuid& device);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    /// Readable by its owner alone, and on the disk when it returns.
    [[nodiscard]] Result<void> write(const QByteArray& bytes) const;
    [[nodiscard]] Result<void> putInPlace();
    /// Where it stands until then.
    [[nodiscard]] const QString& partPath() const { return m_part; }

private:
    QString m_path;
    QString m_part;
    bool m_isInPlace = false;
};

/// What ends an export that somebody stopped: nothing of it was written, and that is no fault.
[[nodiscard]] Error stopped();
[[nodiscard]] bool isStop(const Error& fault);

/// Says that it begins (and first of one that never ended, that it was cut short), and tidies what that one left in
/// the folder and beside the vault.
[[nodiscard]] Result<void> beginDelivery(vault::Vault& vault, const vault::Actor& actor,
                                         const ledger::ExportBegun& what, const QString& folder);
/// Says that it failed, and why. The fault once more, for whoever asked.
[[nodiscard]] Error failDelivery(vault::Vault& vault, const vault::Actor& actor, const ledger::ExportBegun& what,
                                 const QString& folder, const Error& fault);

/// Between the two events what `write` does; that it succeeded is for `write` to say, as an event.
template<class T>
[[nodiscard]] Result<T> delivered(vault::Vault& vault, const vault::Actor& actor, const ledger::ExportBegun& what,
                                  const QString& folder, const std::function<Result<T>()>& write) {
    SEREIN_CHECK(beginDelivery(vault, actor, what, folder));
    Result<T> written = write();
    if (!written)
        return std::unexpected(failDelivery(vault, actor, what, folder, written.error()));
    return written;
}

} // namespace serein::exporting
