#include "vault/Rekeying.h"

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

const auto keyCheck = QStringLiteral("keyCheck");

/// Tells the new database key from the old one without saying anything about it.
QString checkOf(const crypto::Secret& databaseKey) {
    return QString::fromLatin1(crypto::hkdf(databaseKey.view(), {}, "serein-rekeying").view().toByteArray().toHex());
}

/// Written once both files are prepared: which key they are for.
QString preparedPath(const QString& folder) {
    return folder + QStringLiteral("/rekeying.json");
}

Result<void> takePlace(const QString& path) {
    const QString next = nextPath(path);
    if (QFile::exists(next) && ::rename(QFile::encodeName(next).constData(), QFile::encodeName(path).constData()) != 0)
        return storageFailed(QStringLiteral("what was prepared under the new key cannot take its place"), path);
    return {};
}

} // namespace

Result<void> finishRekeying(const QString& folder, const crypto::Secret& databaseKey) {
    const QString prepared = preparedPath(folder);
    const QStringList files{keyringPath(folder), participantKeysPath(folder)};
    const auto json = QFile::exists(prepared) ? readJson(prepared) : Result<QJsonValue>(QJsonValue());
    const bool given = json && json->toObject()[keyCheck].toString() == checkOf(databaseKey);
    for (const QString& file : files) {
        if (!given)
            QFile::remove(nextPath(file)); // for a key that the database never got
        SEREIN_CHECK(takePlace(file));
    }
    QFile::remove(prepared);
    return {};
}

class Rekeying {
public:
    Rekeying(Vault& vault, Actor actor) : m_vault(vault), m_actor(std::move(actor)), m_key(crypto::randomSecret()) {}

    [[nodiscard]] Result<void> run() {
        SEREIN_CHECK(checkRoom());
        SEREIN_CHECK(prepare());
        const QString folder = m_vault.m_place.folder;
        if (const auto given = m_vault.m_database->rekey(m_key); !given) {
            SEREIN_CHECK(finishRekeying(folder, m_vault.m_databaseKey));
            return given;
        }
        SEREIN_CHECK(finishRekeying(folder, m_key));
        SEREIN_TRY(ParticipantKeys keys, ParticipantKeys::read(participantKeysPath(folder), m_key));
        m_vault.m_participantKeys = std::make_unique<ParticipantKeys>(std::move(keys));
        m_vault.m_databaseKey = std::move(m_key);
        return renewClasses();
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
        SEREIN_CHECK(keyring.rekey(m_key, active));
        keyring.recovery.clear();
        SEREIN_TRY(const Recovery recovery, m_vault.recovery());
        if (!recovery.holders.isEmpty()) {
            SEREIN_TRY(keyring.recovery, sealToRecovery(m_key.view(), recovery));
        }
        SEREIN_CHECK(keyring.write(nextPath(path)));
        SEREIN_CHECK(
            writeFile(nextPath(participantKeysPath(folder)), m_vault.m_participantKeys->underKey(m_key), true));
        return writeFile(preparedPath(folder), canonicalJson(QJsonObject{{keyCheck, checkOf(m_key)}}), true);
    }

    [[nodiscard]] Result<void> renewClasses() {
        SEREIN_TRY(Transaction transaction, Transaction::begin(*m_vault.m_database));
        SEREIN_TRY(const QString epoch,
                   ClassKeys::renew(*m_vault.m_database, m_vault.m_ids.next(m_vault.m_clock.now())));
        SEREIN_CHECK(m_vault.appendToDevice({{ledger::Rekeyed{epoch}}}, m_actor)); // still under the old one
        SEREIN_CHECK(transaction.commit());
        return m_vault.loadKeys(*m_vault.m_database);
    }

    Vault& m_vault;
    Actor m_actor;
    crypto::Secret m_key;
};

Result<void> rekey(Vault& vault, const Actor& actor) {
    return Rekeying(vault, actor).run();
}

} // namespace serein::vault
