#include "vault/Schema.h"

namespace serein::vault {

namespace {

// Version 1. Events are appended and never touched: triggers refuse UPDATE and DELETE, and a guard on INSERT refuses
// REPLACE, which slips past DELETE triggers. The chain catches whoever drops the triggers.
constexpr const char* version1 = R"sql(
CREATE TABLE events(
  ordinal INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  device BLOB NOT NULL,
  stream TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  header BLOB NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE(device, stream, sequence)
) STRICT;
CREATE INDEX events_stream ON events(stream, hlc);
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events
  WHEN EXISTS (SELECT 1 FROM events WHERE ordinal = NEW.ordinal OR id = NEW.id
               OR (device = NEW.device AND stream = NEW.stream AND sequence = NEW.sequence))
  BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
CREATE TABLE definitions(hash TEXT PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TRIGGER definitions_no_update BEFORE UPDATE ON definitions BEGIN SELECT RAISE(ABORT, 'definitions are never changed'); END;
CREATE TRIGGER definitions_no_delete BEFORE DELETE ON definitions BEGIN SELECT RAISE(ABORT, 'definitions are never removed'); END;
CREATE TABLE secrets(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

CREATE TABLE participants(id TEXT PRIMARY KEY, subject TEXT NOT NULL, study TEXT NOT NULL, language TEXT NOT NULL, synthetic INTEGER NOT NULL,
  enrolled_at TEXT NOT NULL, handed_over TEXT NOT NULL) STRICT;
CREATE INDEX participants_subject ON participants(subject);
CREATE INDEX participants_handed_over ON participants(handed_over) WHERE handed_over <> '';
CREATE TABLE anchors(participant TEXT NOT NULL, anchor TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(participant, anchor)) STRICT;
CREATE TABLE assessments(participant TEXT NOT NULL, assessment TEXT NOT NULL, status TEXT NOT NULL, class TEXT NOT NULL, definition TEXT NOT NULL,
  pack TEXT NOT NULL, language TEXT NOT NULL, profile TEXT NOT NULL, prorate INTEGER NOT NULL, mode TEXT NOT NULL, opened_at TEXT NOT NULL,
  submitted_at TEXT NOT NULL, submitted_by TEXT NOT NULL, current_item TEXT NOT NULL, engine TEXT NOT NULL, not_reached TEXT NOT NULL,
  PRIMARY KEY(participant, assessment)) STRICT;
CREATE TABLE answers(participant TEXT NOT NULL, assessment TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL,
  actor TEXT NOT NULL, changes INTEGER NOT NULL, response_ms INTEGER NOT NULL, PRIMARY KEY(participant, assessment, item)) STRICT;
CREATE TABLE scores(participant TEXT NOT NULL, assessment TEXT NOT NULL, score TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(participant, assessment, score)) STRICT;
CREATE TABLE alerts(id TEXT PRIMARY KEY, participant TEXT NOT NULL, assessment TEXT NOT NULL, rule TEXT NOT NULL, item TEXT NOT NULL,
  raised_at TEXT NOT NULL, acknowledged_at TEXT NOT NULL, acknowledged_by TEXT NOT NULL, action TEXT NOT NULL) STRICT;
CREATE INDEX alerts_open ON alerts(raised_at) WHERE acknowledged_at = '';
CREATE TABLE accounts(name TEXT PRIMARY KEY, roles TEXT NOT NULL, active INTEGER NOT NULL) STRICT;
CREATE TABLE vouched(stream TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL, checkpoint TEXT NOT NULL) STRICT;
CREATE TABLE device(one INTEGER PRIMARY KEY CHECK(one = 1), vault TEXT NOT NULL, synthetic INTEGER NOT NULL, study TEXT NOT NULL,
  instruments TEXT NOT NULL) STRICT;
)sql";

// Version 2. What the research team's pages ask for; every projection is folded again after a migration.
constexpr const char* version2 = R"sql(
ALTER TABLE device ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
ALTER TABLE participants ADD COLUMN site TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN closed_at TEXT NOT NULL DEFAULT '';
)sql";

// Version 3. The worklist without folding everybody: what does not change with the hour leads each index, which also
// holds what a search and a count ask for.
constexpr const char* version3 = R"sql(
ALTER TABLE participants ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN ward TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN bed TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN search TEXT NOT NULL DEFAULT '';
CREATE INDEX participants_search ON participants(search, site);
CREATE INDEX participants_ward ON participants(ward, bed);
ALTER TABLE alerts ADD COLUMN escalated_at TEXT NOT NULL DEFAULT '';
CREATE TABLE work(participant TEXT NOT NULL, timepoint TEXT NOT NULL, sequence INTEGER NOT NULL, subject TEXT NOT NULL, study TEXT NOT NULL,
  position INTEGER NOT NULL, settled INTEGER NOT NULL, scheduled INTEGER NOT NULL, opens_at INTEGER NOT NULL, closes_at INTEGER NOT NULL,
  instruments INTEGER NOT NULL, done INTEGER NOT NULL, missed INTEGER NOT NULL, not_applicable INTEGER NOT NULL, self_left INTEGER NOT NULL,
  staff_left INTEGER NOT NULL, unblinding_left INTEGER NOT NULL, unblinding_only INTEGER NOT NULL, begun INTEGER NOT NULL, stale INTEGER NOT NULL,
  telephone INTEGER NOT NULL, suspended INTEGER NOT NULL, PRIMARY KEY(participant, timepoint)) STRICT, WITHOUT ROWID;
CREATE INDEX work_closes ON work(settled, closes_at, subject, position, opens_at, unblinding_only);
CREATE INDEX work_opens ON work(settled, opens_at, subject, position, unblinding_only);
CREATE INDEX work_subject ON work(settled, subject, position, unblinding_only);
)sql";

// Version 4. The audit trail: what it is filtered by, read off the headers, in the order in which it happened.
constexpr const char* version4 = R"sql(
CREATE INDEX events_trail ON events(hlc, CAST(header AS TEXT)->>'actor', CAST(header AS TEXT)->>'kind', CAST(header AS TEXT)->>'at');
)sql";

// Version 5. A search reads what it finds and no more: every ending of a subject id, ward or bed. What begins an ending
// is a part of the whole.
constexpr const char* version5 = R"sql(
CREATE TABLE findable(ending TEXT NOT NULL, participant TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY(ending, participant, field))
  STRICT, WITHOUT ROWID;
)sql";

// Version 6. Several devices in one vault: a checkpoint is of one device, and names streams of its own and of others.
// A free text has a key of its own, so that it can be destroyed; a backup keeps these apart from the events.
constexpr const char* version6 = R"sql(
DROP TABLE vouched;
CREATE TABLE vouched(stream TEXT NOT NULL, device TEXT NOT NULL, by TEXT NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL,
  checkpoint TEXT NOT NULL, PRIMARY KEY(stream, device, by)) STRICT, WITHOUT ROWID;
CREATE TABLE text_keys(event BLOB PRIMARY KEY, participant TEXT NOT NULL, class TEXT NOT NULL, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX text_keys_participant ON text_keys(participant, class);
)sql";

// Version 7. Who may do what is read from the devices' own events and from nowhere else: they are few, and an index
// finds them. It also finds who withdrew, whose keys must not come back.
constexpr const char* version7 =
    "DROP TABLE accounts; DROP TABLE device;"
    "CREATE INDEX events_deciding ON events(stream, hlc, device, sequence) WHERE " SEREIN_DECIDING ";"
    "CREATE INDEX events_repeated ON events(CAST(header AS TEXT)->>'kind', hlc, device, sequence) "
    "WHERE " SEREIN_REPEATED;

// Version 8. Queries that are open and corrections that wait for a decision, of everybody.
constexpr const char* version8 = R"sql(
CREATE TABLE review(id TEXT PRIMARY KEY, participant TEXT NOT NULL, kind TEXT NOT NULL, assessment TEXT NOT NULL, class TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX review_participant ON review(participant);
CREATE INDEX review_kind ON review(kind, at, id);
)sql";

// Version 9. A row of work is found and read without its participant's: their site, ward and bed stand beside it, and
// every index holds what a search compares with.
constexpr const char* version9 = R"sql(
DROP TABLE work;
CREATE TABLE work(participant TEXT NOT NULL, timepoint TEXT NOT NULL, sequence INTEGER NOT NULL, subject TEXT NOT NULL, study TEXT NOT NULL,
  site TEXT NOT NULL, place TEXT NOT NULL, ward TEXT NOT NULL, bed TEXT NOT NULL, search TEXT NOT NULL,
  position INTEGER NOT NULL, settled INTEGER NOT NULL, scheduled INTEGER NOT NULL, opens_at INTEGER NOT NULL, closes_at INTEGER NOT NULL,
  instruments INTEGER NOT NULL, done INTEGER NOT NULL, missed INTEGER NOT NULL, not_applicable INTEGER NOT NULL, self_left INTEGER NOT NULL,
  staff_left INTEGER NOT NULL, unblinding_left INTEGER NOT NULL, unblinding_only INTEGER NOT NULL, begun INTEGER NOT NULL, stale INTEGER NOT NULL,
  telephone INTEGER NOT NULL, suspended INTEGER NOT NULL, PRIMARY KEY(participant, timepoint)) STRICT, WITHOUT ROWID;
CREATE INDEX work_closes ON work(settled, closes_at, subject, position, opens_at, unblinding_only, search, site, ward, bed);
CREATE INDEX work_opens ON work(settled, opens_at, subject, position, unblinding_only, search, site, ward, bed);
CREATE INDEX work_subject ON work(settled, subject, position, unblinding_only, search, site, ward, bed);
)sql";

// Version 10. What was redacted in the devices' own streams is found as what else they decide.
constexpr const char* version10 =
    "DROP INDEX events_deciding;"
    "CREATE INDEX events_deciding ON events(stream, hlc, device, sequence) WHERE " SEREIN_DECIDING;

constexpr const char* migrations[] = {version1, version2, version3, version4, version5,
                                      version6, version7, version8, version9, version10};
constexpr int newest = static_cast<int>(std::size(migrations));

} // namespace

Result<bool> migrate(const Database& database) {
    qint64 version = 0;
    {
        SEREIN_TRY(Statement statement, database.prepare("PRAGMA user_version"));
        SEREIN_CHECK(statement.step());
        version = statement.integer(0);
    }
    if (version > newest)
        return unusable(
            QStringLiteral("the vault was written by a newer Serein (database version %1, this one knows %2)")
                .arg(version)
                .arg(newest));
    const bool isNew = version == 0;
    for (; version < newest; ++version) {
        SEREIN_TRY(Transaction transaction, Transaction::begin(database));
        SEREIN_CHECK(database.execute(migrations[version]));
        if (!isNew) // a program that ends before they are folded leaves it to the next
            SEREIN_CHECK(database.execute("INSERT OR IGNORE INTO secrets VALUES('refold',x'')"));
        SEREIN_CHECK(
            database.execute(QByteArray("PRAGMA user_version=" + QByteArray::number(version + 1)).constData()));
        SEREIN_CHECK(transaction.commit());
    }
    SEREIN_TRY(Statement mark, database.prepare("SELECT 1 FROM secrets WHERE name='refold'"));
    return mark.step();
}

} // namespace serein::vault
