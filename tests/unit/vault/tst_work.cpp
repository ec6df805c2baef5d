// The projection `work`: a row is what the fold says, whatever happened, and an older vault gets its rows.
#include "desk/Worklist.h"
#include "support/TestVault.h"
#include "vault/Database.h"
#include "vault/VaultFile.h"
#include "vault/WorkTable.h"

using namespace serein;
using namespace serein::test;
using vault::WorkStanding;

namespace {

const vault::Actor nurse{"anna", "nurse"};

/// What happens, one after the other; a struct, so that a table of tests need not compare facts.
struct Story {
    QList<ledger::Fact> facts;
};

QDateTime at(const char* text) {
    return *parseInstant(QString::fromLatin1(text));
}

/// "SYN-001 POD1, …" of one standing, as the table orders them.
QStringList listed(const TestVault& test, WorkStanding standing, const vault::WorkFilter& filter = {}, int offset = 0,
                   int most = -1) {
    QStringList names;
    const auto rows = test.vault->work().rows(standing, filter, test.clock.now(), offset, most);
    for (const vault::WorkRow& row : *rows)
        names += row.subject + ' ' + row.work.timepoint;
    return names;
}

vault::WorkFilter searching(const QStringList& words) {
    vault::WorkFilter filter;
    for (const QString& word : words)
        filter.words.append({word, {}, {}});
    return filter;
}

/// Subjects that a search finds, and whose count it tells.
QStringList found(const TestVault& test, const QStringList& words) {
    QStringList subjects;
    const auto all = test.vault->work().participants(searching(words), 0, -1);
    for (const vault::FoundParticipant& one : *all)
        subjects += one.summary.subject;
    return test.vault->work().participantCount(searching(words)) == subjects.size() ? subjects
                                                                                    : QStringList("miscounted");
}

/// Every row of the table against the fold of its participant.
void compareWithFold(const TestVault& test) {
    int rows = 0;
    for (int i = 0; i <= static_cast<int>(WorkStanding::NotApplicable); ++i) {
        const auto listed =
            test.vault->work().rows(static_cast<WorkStanding>(i), {.withUnblinding = true}, test.clock.now(), 0, -1);
        for (const vault::WorkRow& row : *listed) {
            const auto state = *test.vault->participant(row.participant);
            const auto items = desk::workOf(**test.vault->protocolOf(*state), *state, test.clock.now());
            const auto item = std::ranges::find(items, row.work.timepoint, &ledger::Work::timepoint);
            QVERIFY(item != items.end());
            QCOMPARE(static_cast<int>(item->state), i);
            QCOMPARE(row.subject, state->subject);
            QCOMPARE(row.site, state->site);
            QCOMPARE(row.place.ward, state->whereabouts.ward);
            const auto told = [](const ledger::Work& work) {
                return QList<qint64>{work.sequence,
                                     work.instrumentCount,
                                     work.instrumentsDone,
                                     work.missed,
                                     work.notApplicable,
                                     work.selfLeft,
                                     work.staffLeft,
                                     work.unblindingLeft,
                                     work.begun,
                                     work.stale,
                                     work.telephone,
                                     work.suspended,
                                     work.planned.scheduled,
                                     work.planned.scheduled ? work.planned.opensAt.toMSecsSinceEpoch() : 0,
                                     work.planned.scheduled ? work.planned.closesAt.toMSecsSinceEpoch() : 0};
            };
            QCOMPARE(told(row.work), told(*item));
            ++rows;
        }
    }
    QCOMPARE(rows, 7 * test.vault->participants()->size()); // the demonstration's timepoints
}

const ledger::AssessmentKey phq{"BL", "phq9", 1};
const ledger::Fact opened = ledger::AssessmentOpened{phq, "d", "p", "en", {}, false, "self", {}};
const ledger::Fact submitted = ledger::Submitted{phq, {}, "1", false, {}};

} // namespace

class TestWork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whateverHappens_theRowsAreTheFold_data() {
        using namespace ledger;
        QTest::addColumn<Story>("story");
        const AnchorSet incision{"incision", at("2026-11-18T14:00+08:00")};
        QTest::newRow("enrolled") << Story{{}};
        QTest::newRow("anchor set") << Story{{incision}};
        QTest::newRow("moved") << Story{{incision, AnchorMoved{"incision", at("2026-11-24T09:00+08:00"), "full"}}};
        QTest::newRow("revoked") << Story{{incision, AnchorRevoked{"incision", "cancelled"}}};
        QTest::newRow("begun") << Story{{opened}};
        QTest::newRow("submitted") << Story{{opened, submitted}};
        QTest::newRow("reopened") << Story{{opened, submitted, Reopened{phq, "asked to"}}};
        QTest::newRow("voided") << Story{{opened, submitted, Voided{phq, "wrong one", {}, {}}}};
        QTest::newRow("missed") << Story{{incision, Missed{{"POD1", {}, 1}, "sedated", {}}}};
        QTest::newRow("located") << Story{{Located{"ward", "5A", "12"}}};
        QTest::newRow("at home") << Story{{incision, Located{"home", {}, {}}}};
        QTest::newRow("suspended") << Story{{incision, Suspended{"icu", "intubated"}}};
        QTest::newRow("resumed") << Story{{Suspended{"icu", "intubated"}, Resumed{"back"}}};
        QTest::newRow("withdrawn") << Story{{incision, Withdrawn{{"questionnaires"}, "participant", {}, "kept"}}};
        QTest::newRow("screen failure") << Story{{ScreenFailed{"too young"}}};
        QTest::newRow("asked again") << Story{{opened, submitted, TimepointRepeated{"BL", "surgery was put off"}}};
    }
    void whateverHappens_theRowsAreTheFold() {
        QFETCH(Story, story);
        TestVault test;
        const QUuid participant = test.enrol();
        test.enrol("SYN-002");
        VERIFY_DONE(test.vault->append(participant, {{ledger::AnchorSet{"consent", test.clock.now()}}}, nurse));
        for (const ledger::Fact& fact : story.facts) {
            test.clock.advance(std::chrono::seconds(1));
            VERIFY_DONE(test.vault->append(participant, {{fact}}, nurse));
            compareWithFold(test);
        }
        compareWithFold(test);
        const auto before = test.vault->projectionDigest();
        QCOMPARE(*test.vault->rebuild(), *before);
        compareWithFold(test);
    }

    void windows_decideByTheMinute() {
        TestVault test; // 20 Nov 09:00
        const QUuid first = test.enrol();
        VERIFY_DONE(test.vault->append(first, {{ledger::AnchorSet{"incision", at("2026-11-19T14:00+08:00")}}}, nurse));
        QCOMPARE(listed(test, WorkStanding::Due), QStringList{"SYN-001 POD1"}); // 06:00 to 10:00 on the next day
        QCOMPARE(listed(test, WorkStanding::Overdue), QStringList{});
        test.clock.set(at("2026-11-20T10:00+08:00")); // the end is not of the window
        QCOMPARE(listed(test, WorkStanding::Due), QStringList{});
        QCOMPARE(listed(test, WorkStanding::Overdue), QStringList{"SYN-001 POD1"});
        const auto counts = test.vault->work().counts({}, test.clock.now());
        QCOMPARE(counts->value(WorkStanding::Overdue), 1);
        QCOMPARE(counts->value(WorkStanding::Upcoming), 4);    // POD2, POD3, POD7, POD30
        QCOMPARE(counts->value(WorkStanding::Unscheduled), 2); // BL without consent, PACU
        QCOMPARE(counts->value(WorkStanding::Due), 0);
    }

    void page_isPartOfTheWhole() {
        TestVault test;
        for (int i = 1; i <= 5; ++i)
            test.enrol(QStringLiteral("SYN-00%1").arg(6 - i)); // enrolled in the other order
        const QStringList whole = listed(test, WorkStanding::Unscheduled);
        QCOMPARE(whole.size(), 35);
        QCOMPARE(whole.mid(0, 2), (QStringList{"SYN-001 BL", "SYN-001 PACU"}));
        for (int offset = 0; offset < 36; offset += 10)
            QCOMPARE(listed(test, WorkStanding::Unscheduled, {}, offset, 10), whole.mid(offset, 10));
    }

    void search_findsWhatComparingOneByOneFinds() {
        TestVault test;
        struct Person {
            QString subject;
            QString ward;
            QString bed;
        };
        QList<Person> people;
        for (int i = 1; i <= 330; ++i) { // more than are read one by one
            const Person one{QStringLiteral("SYN-%1").arg(i, 3, 10, QChar('0')),
                             i % 3 == 0 ? QStringLiteral("Ward 5A") : QStringLiteral("ICU"), QString::number(i % 40)};
            const QUuid id = test.enrol(one.subject);
            VERIFY_DONE(test.vault->append(id, {{ledger::Located{"ward", one.ward, one.bed}}}, nurse));
            people.append(one);
        }
        const QString longWord(60, 'x');
        for (const QStringList& words : QList<QStringList>{{"syn"},
                                                           {"n-00"},
                                                           {"7"},
                                                           {"17"},
                                                           {"5a"},
                                                           {"icu", "7"},
                                                           {"syn-017"},
                                                           {"017", "icu"},
                                                           {"017", "5a"},
                                                           {"nobody"},
                                                           {"ward"},
                                                           {"%"},
                                                           {"_"},
                                                           {"'"},
                                                           {longWord}}) {
            QStringList expected;
            for (const Person& one : people)
                if (std::ranges::all_of(words, [&](const QString& word) {
                        return one.subject.contains(word, Qt::CaseInsensitive) ||
                               one.ward.contains(word, Qt::CaseInsensitive) || one.bed.contains(word);
                    }))
                    expected += one.subject;
            QCOMPARE(found(test, words), expected);
            QStringList rows;
            for (const QString& row : listed(test, WorkStanding::Unscheduled, searching(words)))
                if (row.endsWith(" PACU"))
                    rows += row.section(' ', 0, 0);
            QCOMPARE(rows, expected);
        }
        QCOMPARE(test.vault->work().wards()->value("ICU").size(), 40);
        QCOMPARE(test.vault->work().wards()->keys(), (QStringList{"ICU", "Ward 5A"}));
    }

    void whoMoved_isFoundWhereTheyAre() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.vault->append(participant, {{ledger::Located{"ward", "5A", "12"}}}, nurse));
        QCOMPARE(found(test, {"5a"}), QStringList{"SYN-001"});
        VERIFY_DONE(test.vault->append(participant, {{ledger::Located{"ward", QString(60, 'x') + "y", "12"}}}, nurse));
        QCOMPARE(found(test, {"5a"}), QStringList{});
        QCOMPARE(found(test, {QString(50, 'x')}), QStringList{"SYN-001"});
        QCOMPARE(found(test, {QString(50, 'x') + "y"}), QStringList{"SYN-001"});
        QCOMPARE(found(test, {QString(50, 'x') + "z"}), QStringList{}); // beyond what an ending holds
        VERIFY_DONE(test.vault->append(participant, {{ledger::Located{"home", {}, {}}}}, nurse));
        QCOMPARE(found(test, {"12"}), QStringList{});
        QCOMPARE(found(test, {"syn"}), QStringList{"SYN-001"});
    }

    void vaultOfAnOlderVersion_getsItsRows_data() {
        QTest::addColumn<QByteArray>("undo");
        const QByteArray version6 =
            "DROP TABLE review; DROP INDEX events_deciding; DROP INDEX events_repeated; CREATE TABLE accounts(name "
            "TEXT PRIMARY KEY, "
            "roles TEXT NOT NULL, active "
            "INTEGER "
            "NOT NULL) STRICT; CREATE TABLE device(one INTEGER PRIMARY KEY, vault TEXT NOT NULL, synthetic INTEGER NOT "
            "NULL, study TEXT NOT NULL, instruments TEXT NOT NULL, more TEXT NOT NULL DEFAULT '{}') STRICT;"
            "PRAGMA user_version=6;";
        const QByteArray version5 = version6 + "DROP TABLE text_keys; PRAGMA user_version=5;";
        const QByteArray version4 = version5 + "DROP TABLE findable; PRAGMA user_version=4;";
        const QByteArray version3 = version4 + "DROP INDEX events_trail; PRAGMA user_version=3;";
        const QByteArray version2 =
            version3 + "DROP TABLE work; DROP INDEX participants_search; DROP INDEX participants_ward;"
                       "ALTER TABLE participants DROP COLUMN place; ALTER TABLE participants DROP COLUMN ward;"
                       "ALTER TABLE participants DROP COLUMN bed; ALTER TABLE participants DROP COLUMN search;"
                       "ALTER TABLE alerts DROP COLUMN escalated_at; PRAGMA user_version=2;";
        QTest::newRow("begun, cut before its rows came back")
            << QByteArray("DELETE FROM work; DELETE FROM review; INSERT INTO secrets VALUES('refold',x'');");
        QTest::newRow("version 8") << QByteArray("PRAGMA user_version=8;");
        QTest::newRow("version 6") << version6;
        QTest::newRow("version 5") << version5;
        QTest::newRow("version 4") << version4;
        QTest::newRow("version 3") << version3;
        QTest::newRow("version 2") << version2;
        QTest::newRow("version 1") << version2 + "ALTER TABLE device DROP COLUMN more; ALTER TABLE participants DROP "
                                                 "COLUMN site; ALTER TABLE alerts DROP COLUMN closed_at;"
                                                 "PRAGMA user_version=1;";
    }
    void vaultOfAnOlderVersion_getsItsRows() {
        QFETCH(QByteArray, undo);
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.vault->append(
            participant,
            {{ledger::AnchorSet{"incision", at("2026-11-19T14:00+08:00")}}, {ledger::Located{"ward", "5A", "12"}}},
            nurse));
        VERIFY_DONE(test.vault->append(participant, {{ledger::QueryRaised{{"BL", "phq9", 1}, {}, {}}}}, nurse));
        const auto digest = *test.vault->projectionDigest();
        test.vault.reset();
        {
            const auto unlocking = vault::Vault::derive(test.place(), "anna", crypto::Secret(passphrase), test.clock);
            const auto database =
                *vault::Database::open(vault::databasePath(test.place().folder), unlocking->databaseKey);
            VERIFY_DONE(database->execute(undo.constData()));
        }
        VERIFY_DONE(test.reopen());
        compareWithFold(test);
        QCOMPARE(listed(test, WorkStanding::Due), QStringList{"SYN-001 POD1"});
        QCOMPARE(found(test, {"5a"}), QStringList{"SYN-001"});
        QCOMPARE(*test.vault->projectionDigest(), digest);
        QCOMPARE(test.vault->work().reviewCounts({{vault::ReviewWait::Kind::Query}, {}, true})->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWork)
#include "tst_work.moc"
