#include "vault/Database.h"

#include <QFile>
#include <QUrl>
#include <array>

namespace serein::vault {

namespace {

/// SQLCipher's raw key form: x'64 hex digits', without its own derivation.
crypto::Secret rawKeyText(const crypto::Secret& key) {
    static constexpr char digits[] = "0123456789abcdef";
    crypto::Secret text(key.size() * 2 + 3);
    unsigned char* out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (std::size_t i = 0; i < key.size(); ++i) {
        *out++ = static_cast<unsigned char>(digits[key.data()[i] >> 4]);
        *out++ = static_cast<unsigned char>(digits[key.data()[i] & 15]);
    }
    *out = '\'';
    return text;
}

} // namespace

Statement::~Statement() {
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_bound(other.m_bound) {}

Statement& Statement::bind(const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(const QByteArray& value) {
    sqlite3_bind_blob(m_statement, ++m_bound, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(qint64 value) {
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
}

Statement& Statement::bindNull() {
    sqlite3_bind_null(m_statement, ++m_bound);
    return *this;
}

Result<bool> Statement::step() {
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_database.failure();
    }
}

Result<void> Statement::run() {
    SEREIN_TRY([[maybe_unused]] const bool row, step());
    return {};
}

QString Statement::text(int column) const {
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)),
                             sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const {
    return bytes(column).toByteArray();
}

QByteArrayView Statement::bytes(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

int Statement::columnCount() const {
    return sqlite3_column_count(m_statement);
}

QByteArray Statement::rowBytes() const {
    QByteArray bytes;
    for (int column = 0; column < columnCount(); ++column) {
        const QByteArray value = blob(column);
        bytes += QByteArray::number(sqlite3_column_type(m_statement, column)) + ':' + QByteArray::number(value.size()) +
                 ':' + value + ';';
    }
    return bytes;
}

Result<void> Database::connect(const QByteArray& name, int flags, const crypto::Secret& key) {
    if (sqlite3_open_v2(name.constData(), &m_connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr) !=
        SQLITE_OK)
        return failure();
    sqlite3_extended_result_codes(m_connection, 1);
    const crypto::Secret keyText = rawKeyText(key);
    if (sqlite3_key_v2(m_connection, "main", keyText.data(), static_cast<int>(keyText.size())) != SQLITE_OK)
        return failure();
    // SQLCipher would write its own lines to stderr (from its activation by the key on); what went wrong is said once,
    // in our words.
    return execute("PRAGMA cipher_log_level=NONE");
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, const crypto::Secret& key) {
    std::unique_ptr<Database> database(new Database(path));
    SEREIN_CHECK(database->connect(QFile::encodeName(path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, key));
    // One program at a time: the fold in memory and the one on disk can't drift apart.
    SEREIN_CHECK(database->execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; "
                                   "PRAGMA foreign_keys=ON;"
                                   "PRAGMA trusted_schema=OFF; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                                   "PRAGMA cache_size=-32768;" // 32 MiB: a worklist of 10,000 is not deciphered twice
                                   "BEGIN EXCLUSIVE; COMMIT;"));
    return database;
}

Database::~Database() {
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_connection);
}

Result<Statement> Database::prepare(const char* sql) const {
    const auto found = m_statements.find(std::string_view(sql));
    if (found != m_statements.end()) {
        if (sqlite3_stmt_busy(found->second) == 0)
            return Statement(*this, found->second);
        return storageFailed(QStringLiteral("a query was used inside itself"), m_path);
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return failure();
    m_statements.emplace(sql, statement);
    return Statement(*this, statement);
}

Result<void> Database::execute(const char* sql) const {
    if (sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure();
    return {};
}

std::unexpected<Error> Database::failure() const {
    switch (sqlite3_extended_errcode(m_connection) & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return refused(QStringLiteral("the vault is open in another program"));
    case SQLITE_NOTADB:
        return wrong(QStringLiteral("the database does not open with its key (damaged, or not this vault's)"), {},
                     m_path);
    case SQLITE_CORRUPT:
        return wrong(QStringLiteral("the database is damaged"), {}, m_path);
    case SQLITE_FULL:
        return storageFailed(QStringLiteral("the disk is full; nothing was changed"), m_path);
    default:
        return storageFailed(
            QStringLiteral("the database cannot be used: ") + QString::fromUtf8(sqlite3_errmsg(m_connection)), m_path);
    }
}

bool Database::isInTransaction() const {
    return sqlite3_get_autocommit(m_connection) == 0;
}

Result<void> Database::rekey(const crypto::Secret& key) const {
    const crypto::Secret keyText = rawKeyText(key);
    if (sqlite3_rekey_v2(m_connection, "main", keyText.data(), static_cast<int>(keyText.size())) != SQLITE_OK)
        return failure();
    return {};
}

Result<void> Database::forgetJournal() const {
    return execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> Database::checkPages(const QString& path, const crypto::Secret& key) {
    Database database(path);
    // "Immutable" takes no lock, and heeds none.
    const QByteArray name = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
    SEREIN_CHECK(database.connect(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, key));
    SEREIN_TRY(Statement integrity, database.prepare("PRAGMA cipher_integrity_check"));
    SEREIN_TRY(const bool fault, integrity.step());
    return fault ? wrong(QStringLiteral("the database file is damaged: ") + integrity.text(0)) : Result<void>();
}

// Memory is all that it is about: where the limit can't be set, everything is read all the same.
SmallCache::SmallCache(const Database& database)
    : m_database(database), m_outer(!std::exchange(database.m_keepsLittle, true)) {
    if (m_outer) [[maybe_unused]]
        const auto ignored = database.execute("PRAGMA cache_size=-2048"); // 2 MiB
}

SmallCache::~SmallCache() {
    if (!m_outer)
        return;
    m_database.m_keepsLittle = false;
    [[maybe_unused]] const auto ignored = m_database.execute("PRAGMA cache_size=-32768"); // as open() has it
}

Result<Transaction> Transaction::begin(const Database& database) {
    const bool inner = database.isInTransaction();
    SEREIN_TRY(Statement statement, database.prepare(inner ? "SAVEPOINT inner" : "BEGIN IMMEDIATE"));
    SEREIN_CHECK(statement.run());
    return Transaction(database, inner);
}

Transaction::~Transaction() {
    if (m_database) [[maybe_unused]]
        const auto ignored = m_database->execute(m_inner ? "ROLLBACK TO inner; RELEASE inner" : "ROLLBACK");
}

Result<void> Transaction::commit() {
    SEREIN_TRY(Statement statement, m_database->prepare(m_inner ? "RELEASE inner" : "COMMIT"));
    SEREIN_CHECK(statement.run());
    m_database = nullptr;
    return {};
}

} // namespace serein::vault
