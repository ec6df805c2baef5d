#include "vault/BodyKeys.h"

#include "core/Ids.h"

namespace serein::vault {

namespace {

constexpr std::pair<ledger::BodyClass, const char*> vaultClasses[] = {
    {ledger::BodyClass::Data, "class-data"}, {ledger::BodyClass::Unblinding, "class-unblinding"}};
const QString epochName =
    QStringLiteral("class-epoch"); ///< whose value is the id of the current epoch; absent: the first
const QString deviceKeyName = QStringLiteral("device-key");

Result<void> storeSecret(const Database& database, const QString& name, QByteArrayView secret) {
    SEREIN_TRY(
        Statement row,
        database.prepare("INSERT INTO secrets VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value"));
    QByteArray bytes = secret.toByteArray();
    auto stored = row.bind(name).bind(bytes).run();
    crypto::wipe(bytes);
    return stored;
}

Result<crypto::Secret> loadSecret(const Database& database, const QString& name) {
    SEREIN_TRY(Statement row, database.prepare("SELECT value FROM secrets WHERE name=?"));
    SEREIN_TRY(const bool found, row.bind(name).step());
    if (!found)
        return crypto::Secret();
    QByteArray bytes = row.blob(0);
    crypto::Secret secret{QByteArrayView(bytes)};
    crypto::wipe(bytes);
    return secret;
}

QString nameOf(const char* bodyClass, const QString& epoch) {
    return epoch.isEmpty() ? QString::fromLatin1(bodyClass)
                           : QStringLiteral("%1:%2").arg(QLatin1String(bodyClass), epoch);
}

crypto::Secret secretOf(const Statement& row, int column) {
    QByteArray bytes = row.blob(column);
    crypto::Secret secret{QByteArrayView(bytes)};
    crypto::wipe(bytes);
    return secret;
}

} // namespace

Result<ClassKeys> ClassKeys::create(const Database& database) {
    for (const auto& [bodyClass, name] : vaultClasses)
        SEREIN_CHECK(storeSecret(database, nameOf(name, {}), crypto::randomSecret().view()));
    return load(database);
}

Result<QString> ClassKeys::renew(const Database& database, const QUuid& epoch) {
    QString id = idText(epoch);
    for (const auto& [bodyClass, name] : vaultClasses)
        SEREIN_CHECK(storeSecret(database, nameOf(name, id), crypto::randomSecret().view()));
    SEREIN_CHECK(storeSecret(database, epochName, id.toLatin1()));
    return id;
}

Result<bool> ClassKeys::has(const Database& database, const QUuid& epoch) {
    SEREIN_TRY(const crypto::Secret known, loadSecret(database, nameOf(vaultClasses[0].second, idText(epoch))));
    return !known.isEmpty();
}

Result<ClassKeys> ClassKeys::load(const Database& database) {
    SEREIN_TRY(const crypto::Secret epoch, loadSecret(database, epochName));
    const QString currentEpoch = QString::fromLatin1(epoch.view());
    ClassKeys keys;
    for (const auto& [bodyClass, name] : vaultClasses) {
        const QString current = nameOf(name, currentEpoch);
        std::vector<crypto::Secret>& ofClass = keys.m_keys[bodyClass];
        SEREIN_TRY(Statement rows,
                   database.prepare("SELECT name,value FROM secrets WHERE name=? OR name LIKE ? ORDER BY name DESC"));
        rows.bind(nameOf(name, {})).bind(nameOf(name, QStringLiteral("%")));
        for (bool hasCurrent = false;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row) {
                if (!hasCurrent)
                    return wrong(QStringLiteral("the database lacks the secret \"%1\"").arg(current));
                break;
            }
            const bool isCurrent = rows.text(0) == current;
            hasCurrent = hasCurrent || isCurrent;
            ofClass.insert(isCurrent ? ofClass.begin() : ofClass.end(), secretOf(rows, 1));
        }
    }
    return keys;
}

Result<void> ClassKeys::merge(const Database& from, const Database& into) {
    SEREIN_TRY(Statement rows, from.prepare("SELECT name,value FROM secrets WHERE name LIKE 'class-%' AND name<>?"));
    rows.bind(epochName);
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        SEREIN_TRY(const crypto::Secret known, loadSecret(into, rows.text(0)));
        const crypto::Secret theirs = secretOf(rows, 1);
        if (!known.isEmpty() && !known.equals(theirs))
            return wrong(QStringLiteral("the copy holds another key \"%1\" than this vault").arg(rows.text(0)));
        if (known.isEmpty())
            SEREIN_CHECK(storeSecret(into, rows.text(0), theirs.view()));
    }
}

const crypto::Secret* ClassKeys::current(ledger::BodyClass bodyClass) const {
    const auto found = m_keys.find(bodyClass);
    return found == m_keys.end() ? nullptr : &found->second.front();
}

const std::vector<crypto::Secret>& ClassKeys::all(ledger::BodyClass bodyClass) const {
    static const std::vector<crypto::Secret> none;
    const auto found = m_keys.find(bodyClass);
    return found == m_keys.end() ? none : found->second;
}

Result<void> storeDeviceKey(const Database& database, const crypto::Secret& key) {
    return storeSecret(database, deviceKeyName, key.view());
}

Result<crypto::Secret> loadDeviceKey(const Database& database) {
    SEREIN_TRY(crypto::Secret key, loadSecret(database, deviceKeyName));
    if (key.isEmpty())
        return wrong(QStringLiteral("the database lacks the secret \"%1\"").arg(deviceKeyName));
    return key;
}

Result<void> keepTextKey(const Database& database, const TextKey& key) {
    SEREIN_TRY(Statement row, database.prepare("INSERT INTO text_keys VALUES(?,?,?,?) ON CONFLICT(event) DO NOTHING"));
    QByteArray bytes = key.key.view().toByteArray();
    auto kept =
        row.bind(key.event.toRfc4122()).bind(key.participant).bind(ledger::classText(key.bodyClass)).bind(bytes).run();
    crypto::wipe(bytes);
    return kept;
}

Result<crypto::Secret> textKey(const Database& database, const QUuid& event) {
    SEREIN_TRY(Statement row, database.prepare("SELECT key FROM text_keys WHERE event=?"));
    SEREIN_TRY(const bool found, row.bind(event.toRfc4122()).step());
    return found ? secretOf(row, 0) : crypto::Secret();
}

Result<bool> destroyTextKey(const Database& database, const QUuid& event) {
    SEREIN_TRY(const crypto::Secret known, textKey(database, event));
    SEREIN_TRY(Statement row, database.prepare("DELETE FROM text_keys WHERE event=?"));
    SEREIN_CHECK(row.bind(event.toRfc4122()).run());
    return !known.isEmpty();
}

Result<void> destroyTextKeys(const Database& database, const QUuid& participant, ledger::BodyClass bodyClass) {
    SEREIN_TRY(Statement rows, database.prepare("DELETE FROM text_keys WHERE participant=? AND class=?"));
    return rows.bind(idText(participant)).bind(ledger::classText(bodyClass)).run();
}

Result<void> forEachTextKey(const Database& database, const std::function<Result<void>(const TextKey&)>& visit) {
    SEREIN_TRY(Statement rows, database.prepare("SELECT event,participant,class,key FROM text_keys ORDER BY event"));
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        SEREIN_CHECK(visit({QUuid::fromRfc4122(rows.blob(0)), rows.text(1),
                            ledger::classFrom(rows.text(2)).value_or(ledger::BodyClass::Data), secretOf(rows, 3)}));
    }
}

} // namespace serein::vault
