#pragma once
// What waits, of everybody, for whoever answers queries, closes them or decides on corrections.
#include "desk/Actor.h"
#include "vault/WorkTable.h"

namespace serein::desk {

class ReviewWork {
public:
    explicit ReviewWork(vault::Vault& vault) : m_vault(vault) {}

    /// Of what this person's roles look after: queries without an answer (who answers, and who raises), answered ones
    /// (who raises), corrections that wait (who decides, but for their own). What would tell the treatment is left out
    /// for whom the study keeps it from. Empty for who does none of it.
    [[nodiscard]] Result<QMap<vault::ReviewWait::Kind, int>> counts() const;
    /// The longest waiting first.
    [[nodiscard]] Result<QList<vault::ReviewWait>> waiting(int offset, int most) const;

private:
    [[nodiscard]] vault::ReviewFilter filter() const;
    vault::Vault& m_vault;
};

} // namespace serein::desk
