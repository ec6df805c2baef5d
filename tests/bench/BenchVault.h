#pragma once
// A vault on the demo study for one benchmark, and the raw peer it is held against.
#include "support/TestVault.h"
#include "vault/Database.h"

#include <chrono>

namespace serein::bench {

inline double elapsedMicroseconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - since).count();
}

/// SQLCipher alone, with the vault's own settings: what a commit of these bytes costs on this disk, now.
class RawDatabase {
public:
    explicit RawDatabase(const QString& path) {
        auto opened = vault::Database::open(path, crypto::randomSecret());
        if (!opened || !(*opened)->execute("CREATE TABLE events(header BLOB, body BLOB, hash BLOB)"))
            qFatal("the raw database can't be made");
        m_database = *std::move(opened);
    }
    [[nodiscard]] Result<void> commit(const ledger::StoredEvent& event) {
        SEREIN_TRY(vault::Transaction transaction, vault::Transaction::begin(*m_database));
        SEREIN_TRY(vault::Statement row, m_database->prepare("INSERT INTO events VALUES(?,?,?)"));
        SEREIN_CHECK(row.bind(event.header).bind(event.body).bind(event.hash).run());
        return transaction.commit();
    }

private:
    std::unique_ptr<vault::Database> m_database;
};

} // namespace serein::bench
