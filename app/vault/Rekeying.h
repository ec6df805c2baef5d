#pragma once
// New keys for all that is stored, without anybody's passphrase: the database, the classes of data (for what is written
// from here on), and the wrapping of the participants' keys. An old copy of the keyring opens nothing any more.
#include "vault/Vault.h"

namespace serein::vault {

/// Survives being cut short at any moment: the vault opens with the old keys or with the new. Unusable where there is
/// too little room for every page to be written once more.
[[nodiscard]] Result<void> rekey(Vault& vault, const Actor& actor);

/// Where the program ended after the database had its new key and before the ledger knew: says it now, as done by
/// whoever began it.
[[nodiscard]] Result<void> finishRenewal(Vault& vault);

} // namespace serein::vault
