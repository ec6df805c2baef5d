// Who follows which version of the study.
#include "vault/Database.h"
#include "vault/Vault.h"

namespace serein::vault {

Result<QList<Summary>> Vault::followingOtherVersions() const {
    SEREIN_TRY(Statement rows,
               m_database->prepare("SELECT id,subject FROM participants WHERE study<>? ORDER BY subject"));
    rows.bind(m_deviceState.study);
    QList<Summary> others;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return others;
        others.append({QUuid(rows.text(0)), rows.text(1), {}, false, {}, {}});
    }
}

} // namespace serein::vault
