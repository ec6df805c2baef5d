#pragma once
// The keys of event bodies that are kept in the database: those of the vault's own classes, epoch by epoch, and one for
// each free text. Internal to this room.
#include "ledger/Envelope.h"
#include "vault/Database.h"

#include <functional>
#include <vector>

namespace serein::vault {

/// Keys of the classes `data` and `unblinding`. New events are sealed under those of the current epoch; the older ones
/// still open what was sealed under them.
class ClassKeys {
public:
    /// The first epoch of a new vault.
    [[nodiscard]] static Result<ClassKeys> create(const Database& database);
    [[nodiscard]] static Result<ClassKeys> load(const Database& database);
    [[nodiscard]] static Result<bool> has(const Database& database, const QUuid& epoch);
    /// A new epoch, in force once it is loaded; its id.
    [[nodiscard]] static Result<QString> renew(const Database& database, const QUuid& epoch);
    /// Takes in the epochs of another device's copy, without making one of them the current one.
    [[nodiscard]] static Result<void> merge(const Database& from, const Database& into);

    /// Null for a class whose keys are each participant's own.
    [[nodiscard]] const crypto::Secret* current(ledger::BodyClass bodyClass) const;
    /// The current one first. Empty for a class whose keys are each participant's own.
    [[nodiscard]] const std::vector<crypto::Secret>& all(ledger::BodyClass bodyClass) const;

private:
    std::map<ledger::BodyClass, std::vector<crypto::Secret>> m_keys;
};

/// What the device signs with.
[[nodiscard]] Result<void> storeDeviceKey(const Database& database, const crypto::Secret& key);
[[nodiscard]] Result<crypto::Secret> loadDeviceKey(const Database& database);

/// One free text's own key; destroyed with it, whatever else of its class stays readable.
struct TextKey {
    QUuid event;
    QString participant; ///< or ledger::deviceStream
    ledger::BodyClass bodyClass = ledger::BodyClass::Data;
    crypto::Secret key;
};
[[nodiscard]] Result<void> keepTextKey(const Database& database, const TextKey& key);
/// Empty where it was destroyed, or the event never had one.
[[nodiscard]] Result<crypto::Secret> textKey(const Database& database, const QUuid& event);
/// True: there was one.
[[nodiscard]] Result<bool> destroyTextKey(const Database& database, const QUuid& event);
[[nodiscard]] Result<void> destroyTextKeys(const Database& database, const QUuid& participant,
                                           ledger::BodyClass bodyClass);
/// All of them, one after the other: there may be many.
[[nodiscard]] Result<void> forEachTextKey(const Database& database,
                                          const std::function<Result<void>(const TextKey&)>& visit);

} // namespace serein::vault
