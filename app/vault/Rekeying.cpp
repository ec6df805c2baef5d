#include "vault/Rekeying.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Recovering.h"
#include "vault/VaultFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QStorageInfo>

namespace serein::vault {

namespace {

/// Written once both files are prepared, removed when the ledger knows.
QString preparedPath(const QString& folder) {
    return folder + QStringLiteral("/rekeying.json");
}

} // namespace

/// What is being done, by whom, and for which key: told by a MAC under that key.
struct PreparedKeys {
    QUuid epoch;
    Actor actor;

    [[nodiscard]] QJsonObject content() const {
        return {{QStringLiteral("epoch"), idText(epoch)},
                {QStringLiteral("actor"), actor.name},
                {QStringLiteral("role"), actor.role}};
    }
    [[nodiscard]] QString checkFor(const crypto::Secret& databaseKey) const {
        return QString::fromLatin1(
            crypto::hmacSha256(crypto::hkdf(databaseKey.view(), {}, "serein-rekeying"), canonicalJson(content()))
                .toHex());
    }
    [[nodiscard]] Result<void> write(const QString& folder, const crypto::Secret& databaseKey) const {
        QJsonObject json = content();
        json.insert(QStringLiteral("check"), checkFor(databaseKey));
        return writeFile(preparedPath(folder), canonicalJson(json), true);
    }
    /// None: nothing was prepared for this key.
    [[nodiscard]] static std::optional<PreparedKeys> read(const QString& folder, const crypto::Secret& databaseKey) {
        const auto value =
            QFile::exists(preparedPath(folder)) ? readJson(preparedPath(folder)) : Result<QJsonValue>(QJsonValue());
        const QJsonObject json = value ? value->toObject() : QJsonObject();
        const auto text = [&](const char* name) { return json.value(QLatin1String(name)).toString(); };
        PreparedKeys found{QUuid(text("epoch")), {text("actor"), text("role")}};
        return text("check") == found.checkFor(databaseKey) ? std::optional(found) : std::nullopt;
    }
};

namespace {

Result<void> takePlace(const QString& path) {
    const QString next = nextPath(path);
    if (QFile::exists(next) && ::rename(QFile::encodeName(next).constData(), QFile::encodeName(path).constData()) != 0)
        return storageFailed(QStringLiteral("what was prepared under the new key cannot take its place"), path);
    return {};
}

} // namespace

Result<void> finishRekeying(const QString& folder, const crypto::Secret& databaseKey) {
    const bool given = PreparedKeys::read(folder, databaseKey).has_value();
    for (const QString& file : {keyringPath(folder), participantKeysPath(folder)}) {
        if (!given)
            QFile::remove(nextPath(file)); // for a key that the database never got
        SEREIN_CHECK(takePlace(file));
    }
    if (!given)
        QFile::remove(preparedPath(folder));
    return {};
}

class Rekeying {
public:
    Rekeying(Vault& vault, Actor actor)
        : m_vault(vault), m_prepared{vault.m_ids.next(vault.m_clock.now()), std::move(actor)},
          m_key(crypto::randomSecret()) {}

    [[nodiscard]] Result<void> run() {
        SEREIN_CHECK(checkRoom());
        SEREIN_CHECK(prepare());
        const QString folder = m_vault.m_place.folder;
        if (const auto given = m_vault.m_database->rekey(m_key); !given) {
            SEREIN_CHECK(finishRekeying(folder, m_vault.m_databaseKey));
            return given;
        }
        m_vault.m_databaseKey = m_key.clone();
        auto placed = finishRekeying(folder, m_key);
        // Where they could not take their place the files beside it are what counts from here on.
        const QString path = participantKeysPath(folder);
        SEREIN_TRY(ParticipantKeys keys,
                   ParticipantKeys::read(QFile::exists(nextPath(path)) ? nextPath(path) : path, m_key));
        m_vault.m_participantKeys = std::make_unique<ParticipantKeys>(std::move(keys));
        SEREIN_CHECK(finish(m_vault));
        return placed;
    }

    /// The classes of data have new keys, and the ledger knows: together, and once.
    [[nodiscard]] static Result<void> finish(Vault& vault) {
        const QString folder = vault.m_place.folder;
        const auto prepared = PreparedKeys::read(folder, vault.m_databaseKey);
        if (!prepared)
            return {};
        SEREIN_TRY(const bool done, ClassKeys::has(*vault.m_database, prepared->epoch));
        if (!done) {
            SEREIN_TRY(Transaction transaction, Transaction::begin(*vault.m_database));
            SEREIN_TRY(const QString epoch, ClassKeys::renew(*vault.m_database, prepared->epoch));
            // Still under the old one.
            SEREIN_CHECK(vault.appendToDevice({{ledger::Rekeyed{epoch}}}, prepared->actor));
            SEREIN_CHECK(transaction.commit());
            SEREIN_CHECK(vault.loadKeys(*vault.m_database));
        }
        if (!QFile::exists(nextPath(keyringPath(folder))) && !QFile::exists(nextPath(participantKeysPath(folder))))
            QFile::remove(preparedPath(folder));
        return {};
    }

private:
    /// Every page goes through the journal once.
    [[nodiscard]] Result<void> checkRoom() const {
        const qint64 size = QFileInfo(databasePath(m_vault.m_place.folder)).size();
        const QStorageInfo disk(m_vault.m_place.folder);
        if (disk.isValid() && disk.bytesAvailable() < size + size / 10)
            return unusable(QStringLiteral("too little room to write everything once more: %1 MB are needed, %2 MB are "
                                           "free")
                                .arg((size + size / 10) / 1'000'000 + 1)
                                .arg(disk.bytesAvailable() / 1'000'000),
                            {}, m_vault.m_place.folder);
        return {};
    }

    [[nodiscard]] Result<void> prepare() const {
        const QString folder = m_vault.m_place.folder;
        const QString path = keyringPath(folder);
        SEREIN_TRY(account::Keyring keyring, account::Keyring::read(path, m_vault.m_vault));
        QStringList active;
        for (const ledger::AccountState& one : std::as_const(m_vault.m_deviceState.accounts))
            if (one.active)
                active.append(one.name);
        SEREIN_CHECK(keyring.rekey(m_vault.m_databaseKey, m_key, active));
        keyring.recovery.clear();
        SEREIN_TRY(const Recovery recovery, m_vault.recovery());
        if (!recovery.holders.isEmpty()) {
            SEREIN_TRY(keyring.recovery, sealToRecovery(m_key.view(), recovery));
        }
        SEREIN_CHECK(keyring.write(nextPath(path)));
        SEREIN_CHECK(
            writeFile(nextPath(participantKeysPath(folder)), m_vault.m_participantKeys->underKey(m_key), true));
        return m_prepared.write(folder, m_key);
    }

    Vault& m_vault;
    PreparedKeys m_prepared;
    crypto::Secret m_key;
};

Result<void> finishRenewal(Vault& vault) {
    return Rekeying::finish(vault);
}

Result<void> rekey(Vault& vault, const Actor& actor) {
    return Rekeying(vault, actor).run();
}

} // namespace serein::vault
