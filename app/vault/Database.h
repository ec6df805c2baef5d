#pragma once
// A small RAII layer over SQLCipher's C API: one connection, cached statements, transactions that roll back unless
// committed.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <memory>
#include <sqlite3.h>

namespace serein::vault {

class Database;

/// A prepared statement in use; reset when it goes.
class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(const QString& value);
    Statement& bind(const QByteArray& value); ///< blob
    Statement& bind(qint64 value);
    Statement& bind(int value) { return bind(static_cast<qint64>(value)); }
    Statement& bind(bool value) { return bind(static_cast<qint64>(value)); }
    Statement& bindNull();
    /// True: a row stands ready; false: done.
    [[nodiscard]] Result<bool> step();
    /// For statements without rows.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// A text or blob where it lies, until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] int columnCount() const;
    /// Type and bytes of every column of this row, for digests.
    [[nodiscard]] QByteArray rowBytes() const;

private:
    friend class Database;
    Statement(const Database& database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
    const Database& m_database;
    sqlite3_stmt* m_statement;
    int m_bound = 0;
};

class Database {
public:
    /// Opens (or makes) the file with this raw 32-byte key. Refused where the key is wrong or another program has it
    /// open.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, const crypto::Secret& key);
    /// Wrong where a page's bytes are not what was written. Reads the file itself, beside whoever has it open: on any
    /// thread, while nobody writes.
    [[nodiscard]] static Result<void> checkPages(const QString& path, const crypto::Secret& key);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// `sql` must be a literal: statements are kept by its address-independent text.
    [[nodiscard]] Result<Statement> prepare(const char* sql) const;
    [[nodiscard]] Result<void> execute(const char* sql) const;
    /// Every page is written anew under this raw 32-byte key, whole or not at all; SQLCipher calls it done even where
    /// it was not, so that only another open() tells.
    [[nodiscard]] Result<void> rekey(const crypto::Secret& key) const;
    /// What was overwritten or deleted is in no journal any more.
    [[nodiscard]] Result<void> forgetJournal() const;
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] std::unexpected<Error> failure() const; ///< what SQLite last said, in words

private:
    friend class SmallCache;
    explicit Database(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] Result<void> connect(const QByteArray& name, int flags, const crypto::Secret& key);
    QString m_path;
    sqlite3* m_connection = nullptr;
    mutable std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
    mutable bool m_keepsLittle = false;
};

/// Until it goes, little of what is read is kept: for going through everybody, in as much memory as one of them takes.
/// Inside another it changes nothing.
class SmallCache {
public:
    explicit SmallCache(const Database& database);
    ~SmallCache();
    SmallCache(const SmallCache&) = delete;
    SmallCache& operator=(const SmallCache&) = delete;

private:
    const Database& m_database;
    bool m_outer;
};

/// Rolls back unless commit() succeeded. Inside another it is a part of that one.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(const Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)), m_inner(other.m_inner) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    [[nodiscard]] Result<void> commit();

private:
    Transaction(const Database& database, bool inner) : m_database(&database), m_inner(inner) {}
    const Database* m_database;
    bool m_inner;
};

} // namespace serein::vault
