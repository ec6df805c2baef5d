// What verification says of one row of the ledger that somebody with the keys in hand wrote otherwise, header, hash and
// all: whether it is read the quick way (plain ASCII) or the general one.
#include "ledger/Chain.h"
#include "support/TestVault.h"
#include "vault/RowBatch.h"

#include <QTemporaryDir>
#include <QTest>

using namespace serein;
using namespace serein::test;

namespace {

/// A row as somebody may write it.
struct Row {
    ledger::Header header;
    QUuid id;
    QString order;
    qint64 sequence = 0;
    bool ownKey = true;
    bool bodyChanged = false;
    bool hashChanged = false;
};

using Change = std::function<void(Row& row)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestRows : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<vault::Database> m_database;
    std::optional<vault::ClassKeys> m_classKeys;
    std::optional<vault::ParticipantKeys> m_participantKeys;
    const QUuid m_device = QUuid::createUuid();

    [[nodiscard]] Result<vault::RowCheck::Checked> checked(const QString& actor, const Change& change) const {
        SEREIN_CHECK(m_database->execute("DELETE FROM rows"));
        ledger::Head before{QStringLiteral("0190"), 0, QByteArray(32, '\0')};
        for (int number = 1; number <= 4; ++number) {
            const ledger::HybridTime order{1795136400000 + number, 1};
            Row row{{1, QUuid::createUuid(), m_device, before.stream, number, before.hash,
                     QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC), order, actor, QStringLiteral("nurse"),
                     QStringLiteral("0.1.0"), QStringLiteral("accountAdded"), ledger::BodyClass::Data},
                    {},
                    order.toString(),
                    number};
            row.id = row.header.id;
            if (number == 3)
                change(row);
            const crypto::Secret other = crypto::randomSecret();
            ledger::StoredEvent stored =
                ledger::sealEvent(row.header, ledger::AccountAdded{QStringLiteral("bo"), {QStringLiteral("monitor")}},
                                  row.ownKey ? *m_classKeys->current(ledger::BodyClass::Data) : other);
            for (QByteArray* bytes :
                 {row.bodyChanged ? &stored.body : nullptr, row.hashChanged ? &stored.hash : nullptr})
                if (bytes != nullptr)
                    (*bytes)[bytes->size() / 2] = static_cast<char>(bytes->at(bytes->size() / 2) ^ 1);
            SEREIN_TRY(vault::Statement insert, m_database->prepare("INSERT INTO rows VALUES(?,?,?,?,?,?,?,?)"));
            insert.bind(m_device.toRfc4122()).bind(before.stream).bind(row.id.toRfc4122()).bind(row.order);
            insert.bind(stored.header).bind(stored.body).bind(stored.hash).bind(row.sequence);
            SEREIN_CHECK(insert.run());
            before.sequence = number;
            before.hash = stored.hash;
        }
        SEREIN_TRY(vault::Statement rows, m_database->prepare("SELECT * FROM rows ORDER BY rowid"));
        vault::RowBatch batch;
        for (;;) {
            SEREIN_TRY(const bool more, rows.step());
            if (!more)
                return vault::RowCheck(*m_classKeys, *m_participantKeys).check(batch);
            batch.add(rows);
        }
    }

private Q_SLOTS:
    void initTestCase() {
        auto database = vault::Database::open(m_folder.filePath(QStringLiteral("db")), crypto::randomSecret());
        VERIFY_DONE(database);
        m_database = *std::move(database);
        VERIFY_DONE(m_database->execute("CREATE TABLE secrets(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;"
                                        "CREATE TABLE rows(device,stream,id,hlc,header,body,hash,sequence)"));
        auto classKeys = vault::ClassKeys::create(*m_database);
        VERIFY_DONE(classKeys);
        m_classKeys = *std::move(classKeys);
        auto participantKeys =
            vault::ParticipantKeys::read(m_folder.filePath(QStringLiteral("keys")), crypto::randomSecret());
        VERIFY_DONE(participantKeys);
        m_participantKeys = *std::move(participantKeys);
    }
    void oneRowWrittenOtherwise_isFound_data() {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        for (const char16_t* actor : {u"anna", u"王芳"}) {
            const QString who = QString::fromUtf16(actor);
            const auto add = [&](const char* name, const Change& change, const char* said) {
                QTest::addRow("%s, by %s", name, qPrintable(who)) << who << change << QString::fromLatin1(said);
            };
            add("nothing", [](Row&) {}, "");
            add(
                "another stream", [](Row& row) { row.header.stream = QStringLiteral("0191"); },
                "participant 0190, event 3: it belongs to another stream (it was moved)");
            add(
                "another device", [](Row& row) { row.header.device = QUuid::createUuid(); },
                "participant 0190, event 3: it belongs to another stream (it was moved)");
            add(
                "one left out", [](Row& row) { row.header.sequence = row.sequence = 4; },
                "participant 0190, event 3: it is missing; event 4 stands in its place");
            add(
                "another number in the header", [](Row& row) { row.header.sequence = 4; },
                "participant 0190, event 3: it is missing; event 4 stands in its place");
            add(
                "another number in the row", [](Row& row) { row.sequence = 4; },
                "participant 0190, event 3: its row does not agree with its header");
            add(
                "after another event", [](Row& row) { row.header.previous = QByteArray(32, 'p'); },
                "participant 0190, event 3: it does not follow the event before it (one was inserted, removed or "
                "replaced)");
            add(
                "another id in the row", [](Row& row) { row.id = QUuid::createUuid(); },
                "participant 0190, event 3: its row does not agree with its header");
            add(
                "another order in the row", [](Row& row) { row.order.back() = u'2'; },
                "participant 0190, event 3: its row does not agree with its header");
            add(
                "another body", [](Row& row) { row.bodyChanged = true; },
                "participant 0190, event 3: its bytes do not match its hash (it was edited)");
            add(
                "another hash", [](Row& row) { row.hashChanged = true; },
                "participant 0190, event 3: its bytes do not match its hash (it was edited)");
        }
    }
    void oneRowWrittenOtherwise_isFound() {
        QFETCH(QString, actor);
        QFETCH(Change, change);
        QFETCH(QString, said);
        const auto found = checked(actor, change);
        QCOMPARE(found ? QString() : found.error().faults.constFirst().reason, said);
    }
    void rowUnderAnotherKey_isHandedBackUnopened() {
        const auto found = checked(QStringLiteral("anna"), [](Row& row) { row.ownKey = false; });
        VERIFY_DONE(found);
        QCOMPARE(found->unopened.size(), 1U);
        const auto all = checked(QStringLiteral("anna"), [](Row&) {});
        VERIFY_DONE(all);
        QVERIFY(all->unopened.empty());
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
