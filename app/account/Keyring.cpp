#include "account/Keyring.h"

#include "core/Ids.h"
#include "core/Json.h"

#include <QJsonObject>
#include <algorithm>

namespace serein::account {

namespace {

Result<crypto::Secret> wrappingKey(const crypto::Secret& passphrase, const QByteArray& salt,
                                   const crypto::ScryptParameters& cost, const crypto::Secret& deviceSecret) {
    SEREIN_TRY(const crypto::Secret stretched, crypto::scrypt(passphrase, salt, cost));
    return crypto::hkdf(stretched.view(), deviceSecret.view(), "serein-keyring-wrap");
}

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QByteArray Keyring::context(const QString& name) const {
    return "serein-keyring-1 " + m_vault.toRfc4122() + name.toUtf8();
}

QByteArray Keyring::proofOf(const QString& name, const Slot& slot, const crypto::Secret& databaseKey) const {
    return crypto::hmacSha256(crypto::hkdf(databaseKey.view(), {}, "serein-keyring-public"),
                              context(name) + '\0' + slot.publicKey);
}

Result<void> Keyring::add(const QString& name, const crypto::Secret& passphrase, const crypto::Secret& deviceSecret,
                          const crypto::Secret& databaseKey, const crypto::ScryptParameters& cost) {
    if (m_slots.contains(name))
        return refused(QStringLiteral("the name \"%1\" is taken; names are never used twice").arg(name));
    SEREIN_CHECK(checkPassphrase(passphrase, {name}));
    Slot slot;
    slot.cost = cost;
    slot.salt = crypto::randomBytes(16);
    SEREIN_TRY(const crypto::Secret wrapping, wrappingKey(passphrase, slot.salt, cost, deviceSecret));
    const crypto::KeyPair pair = crypto::newX25519();
    slot.publicKey = pair.publicKey;
    slot.wrappedPrivateKey = crypto::seal(wrapping, pair.privateKey.view(), context(name));
    SEREIN_TRY(slot.sealedDatabaseKey, crypto::sealTo(pair.publicKey, databaseKey, context(name)));
    slot.proof = proofOf(name, slot, databaseKey);
    m_slots.insert(name, slot);
    return {};
}

Result<void> Keyring::change(const QString& name, const crypto::Secret& passphrase, const crypto::Secret& deviceSecret,
                             const crypto::Secret& databaseKey, const crypto::ScryptParameters& cost) {
    const auto before = m_slots.constFind(name);
    if (before == m_slots.constEnd())
        return unusable(QStringLiteral("there is no account \"%1\"").arg(name));
    const Slot kept = m_slots.take(name);
    auto added = add(name, passphrase, deviceSecret, databaseKey, cost);
    if (!added)
        m_slots.insert(name, kept);
    return added;
}

Result<void> Keyring::rekey(const crypto::Secret& before, const crypto::Secret& databaseKey, const QStringList& names) {
    for (const QString& name : m_slots.keys()) {
        if (!names.contains(name)) {
            m_slots.remove(name);
            continue;
        }
        Slot& slot = m_slots[name];
        if (slot.proof.isEmpty())
            return refused(QStringLiteral("the slot of \"%1\" was made by an older Serein: give them a new passphrase "
                                          "first")
                               .arg(name));
        if (slot.proof != proofOf(name, slot, before))
            return wrong(QStringLiteral("the keyring was changed by another program: the public key of \"%1\" is not "
                                        "the one that was put there")
                             .arg(name));
        SEREIN_TRY(slot.sealedDatabaseKey, crypto::sealTo(slot.publicKey, databaseKey, context(name)));
        slot.proof = proofOf(name, slot, databaseKey);
    }
    return {};
}

Result<crypto::Secret> Keyring::privateKey(const QString& name, const crypto::Secret& passphrase,
                                           const crypto::Secret& deviceSecret) const {
    const auto refusal = [] { return refused(QStringLiteral("the name or the passphrase is not right")); };
    const auto slot = m_slots.constFind(name);
    if (slot == m_slots.constEnd())
        return refusal();
    SEREIN_TRY(const crypto::Secret wrapping, wrappingKey(passphrase, slot->salt, slot->cost, deviceSecret));
    auto key = crypto::open(wrapping, slot->wrappedPrivateKey, context(name));
    if (!key)
        return refusal();
    return key;
}

Result<crypto::Secret> Keyring::databaseKey(const QString& name, const crypto::Secret& passphrase,
                                            const crypto::Secret& deviceSecret) const {
    SEREIN_TRY(const crypto::Secret own, privateKey(name, passphrase, deviceSecret));
    auto key = crypto::openFrom(own, m_slots.constFind(name)->sealedDatabaseKey, context(name));
    if (!key)
        return wrong(
            QStringLiteral("the keyring was changed by another program: the database key of \"%1\" does not open")
                .arg(name));
    return key;
}

bool Keyring::isCheaper(const QString& name, const crypto::ScryptParameters& cost) const {
    const auto slot = m_slots.constFind(name);
    return slot != m_slots.constEnd() && slot->cost.logN < cost.logN;
}

Result<void> Keyring::rewrap(const QString& name, const crypto::Secret& passphrase, const crypto::Secret& deviceSecret,
                             const crypto::ScryptParameters& cost) {
    SEREIN_TRY(const crypto::Secret own, privateKey(name, passphrase, deviceSecret));
    Slot& slot = m_slots[name];
    const QByteArray salt = crypto::randomBytes(16);
    SEREIN_TRY(const crypto::Secret wrapping, wrappingKey(passphrase, salt, cost, deviceSecret));
    slot.cost = cost;
    slot.salt = salt;
    slot.wrappedPrivateKey = crypto::seal(wrapping, own.view(), context(name));
    return {};
}

bool Keyring::isProven(const QString& name, const crypto::Secret& databaseKey) const {
    const auto slot = m_slots.constFind(name);
    return slot != m_slots.constEnd() && slot->proof == proofOf(name, *slot, databaseKey);
}

bool Keyring::isUnder(const crypto::Secret& databaseKey) const {
    return !m_slots.isEmpty() &&
           std::ranges::all_of(names(), [&](const QString& name) { return isProven(name, databaseKey); });
}

bool Keyring::isPartlyUnder(const crypto::Secret& databaseKey) const {
    return std::ranges::any_of(names(), [&](const QString& name) { return isProven(name, databaseKey); });
}

Result<bool> Keyring::prove(const QString& name, const crypto::Secret& passphrase, const crypto::Secret& deviceSecret,
                            const crypto::Secret& databaseKey) {
    if (isProven(name, databaseKey))
        return false;
    SEREIN_TRY(const crypto::Secret own, privateKey(name, passphrase, deviceSecret));
    Slot& slot = m_slots[name];
    SEREIN_TRY(const crypto::Secret sealed, crypto::openFrom(own, slot.sealedDatabaseKey, context(name)));
    if (slot.publicKey != crypto::x25519PublicKey(own) || !sealed.equals(databaseKey))
        return false;
    slot.proof = proofOf(name, slot, databaseKey);
    return true;
}

Result<Keyring> Keyring::read(const QString& path, const QUuid& vault) {
    SEREIN_TRY(const QJsonValue value, readJson(path));
    const QJsonObject json = value.toObject();
    if (json.value(QStringLiteral("format")).toString() != QStringLiteral("serein-keyring-1"))
        return unusable(QStringLiteral("not a Serein keyring"), QStringLiteral("/format"), path);
    if (QUuid(json.value(QStringLiteral("vault")).toString()) != vault)
        return unusable(QStringLiteral("the keyring of another vault"), QStringLiteral("/vault"), path);
    Keyring keyring(vault);
    keyring.recovery = QByteArray::fromBase64(json.value(QStringLiteral("recovery")).toString().toLatin1());
    const QJsonObject slotsJson = json.value(QStringLiteral("slots")).toObject();
    for (auto it = slotsJson.begin(); it != slotsJson.end(); ++it) {
        const QJsonObject entry = it->toObject();
        const auto bytes = [&](const char* key) {
            return QByteArray::fromBase64(entry.value(QLatin1String(key)).toString().toLatin1());
        };
        const Slot slot{{entry.value(QStringLiteral("logN")).toInt(), entry.value(QStringLiteral("r")).toInt(),
                         entry.value(QStringLiteral("p")).toInt()},
                        bytes("salt"),
                        bytes("publicKey"),
                        bytes("privateKey"),
                        bytes("databaseKey"),
                        bytes("proof")};
        if (slot.salt.size() != 16 || slot.publicKey.size() != 32 || slot.wrappedPrivateKey.isEmpty() ||
            slot.sealedDatabaseKey.isEmpty())
            return unusable(QStringLiteral("the slot is damaged"), pointerTo(QStringLiteral("/slots"), it.key()), path);
        keyring.m_slots.insert(it.key(), slot);
    }
    return keyring;
}

Result<void> Keyring::write(const QString& path) const {
    QJsonObject slotsJson;
    for (auto it = m_slots.begin(); it != m_slots.end(); ++it)
        slotsJson.insert(it.key(), QJsonObject{{QStringLiteral("logN"), it->cost.logN},
                                               {QStringLiteral("r"), it->cost.r},
                                               {QStringLiteral("p"), it->cost.p},
                                               {QStringLiteral("salt"), base64(it->salt)},
                                               {QStringLiteral("publicKey"), base64(it->publicKey)},
                                               {QStringLiteral("privateKey"), base64(it->wrappedPrivateKey)},
                                               {QStringLiteral("databaseKey"), base64(it->sealedDatabaseKey)},
                                               {QStringLiteral("proof"), base64(it->proof)}});
    return writeFile(path,
                     canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-keyring-1")},
                                               {QStringLiteral("vault"), idText(m_vault)},
                                               {QStringLiteral("recovery"), base64(recovery)},
                                               {QStringLiteral("slots"), slotsJson}}),
                     true);
}

} // namespace serein::account
