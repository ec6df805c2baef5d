#pragma once
// The vaults that staff's pages are looked at on: the demonstration with its 24 participants, after some days of the
// team's work; one in which nobody is enrolled; and one with 10,000 participants.
#include "bench/Ward.h"
#include "core/Clock.h"
#include "support/TestVault.h"

namespace serein::matrix {

/// `sereinctl demo` at this moment, and then what a team does: wards, notes, calls, queries, corrections, signatures,
/// an amendment with staff's own forms that some participants follow, people, a recovery certificate.
class DemoVault {
public:
    DemoVault();
    [[nodiscard]] vault::Place place() const;
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] QByteArray passphrase() const { return m_passphrase; } ///< of "demo", who has every role
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    void work();

    QTemporaryDir m_folder;
    FixedClock m_clock;
    QByteArray m_passphrase;
};

} // namespace serein::matrix
