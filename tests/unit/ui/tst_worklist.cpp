// The worklist in words: its order worked out by hand, what a search finds, and what a minute changes.
#include "support/TestVault.h"
#include "ui/SearchModel.h"
#include "ui/WorklistModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace serein;
using namespace serein::test;
using ui::DeskModel;
using ui::SearchModel;
using ui::WorklistModel;

namespace {

const vault::Actor nurse{"anna", "nurse"};

/// Two participants of the demonstration at 20 Nov 09:00, Shanghai:
///          consent        incision       so that
/// SYN-001  20 Nov 08:00   19 Nov 14:00   POD1 is open from 06:00 to 10:00 today
/// SYN-002  20 Nov 08:30   18 Nov 14:00   POD1 was yesterday, POD2 is open from 06:00 to 10:00 today
struct Ward {
    explicit Ward(const QList<account::Role>& roles = {account::Role::Administrator, account::Role::Nurse,
                                                       account::Role::Investigator})
        : site(roles) {
        first = add("SYN-001", "2026-11-20T08:00+08:00", "2026-11-19T14:00+08:00", "5A", "12");
        second = add("SYN-002", "2026-11-20T08:30+08:00", "2026-11-18T14:00+08:00", "6B", "3");
        desk.open(site.vault.get(), "en");
        work.setDesk(&desk);
        QCoreApplication::processEvents(); // the rest of the list
    }
    QUuid add(const char* subject, const char* consent, const char* incision, const char* ward, const char* bed) {
        const QUuid id = site.enrol(QString::fromLatin1(subject));
        write(id, {{ledger::AnchorSet{"consent", *parseInstant(QString::fromLatin1(consent))}},
                   {ledger::AnchorSet{"incision", *parseInstant(QString::fromLatin1(incision))}},
                   {ledger::Located{"ward", QString::fromLatin1(ward), QString::fromLatin1(bed)}}});
        return id;
    }
    void write(const QUuid& participant, const QList<vault::Draft>& drafts) const {
        VERIFY_DONE(site.vault->append(participant, drafts, nurse));
    }
    void alert(const QUuid& participant, ledger::BodyClass bodyClass) {
        site.clock.advance(std::chrono::seconds(1)); // the older one first
        const ledger::AssessmentKey key{"BL", "phq9", 1};
        write(participant, {{ledger::AssessmentOpened{key, "d", "p", "en", {}, false, "self", {}}, bodyClass},
                            {ledger::AlertRaised{key, "item9", "q9"}}});
    }
    void refresh() { desk.refresh(); }

    [[nodiscard]] QVariant of(int row, const char* role) const {
        return work.rows()->index(row, 0).data(work.rows()->roleNames().key(role));
    }
    /// "-due", "SYN-001 POD1", "+done" for headings, rows and the ways to the rest.
    [[nodiscard]] QStringList lines() const {
        QStringList lines;
        for (int row = 0; row < work.rows()->rowCount(); ++row) {
            const QString kind = of(row, "kind").toString();
            lines += kind == "section" ? '-' + of(row, "state").toString()
                     : kind == "more"  ? '+' + of(row, "state").toString()
                     : kind == "alert" ? "! " + of(row, "subject").toString()
                                       : of(row, "subject").toString() + ' ' + of(row, "timepoint").toString();
        }
        return lines;
    }
    [[nodiscard]] int row(const QString& line) const { return static_cast<int>(lines().indexOf(line)); }
    [[nodiscard]] QStringList found(const QString& text) {
        work.setText(text);
        work.again();
        QStringList rows = lines();
        rows.removeIf([](const QString& line) { return line.startsWith('-'); });
        return rows;
    }

    TestVault site;
    QUuid first;
    QUuid second;
    DeskModel desk{nullptr};
    WorklistModel work;
};

const QStringList dueByHand{"SYN-001 POD1", "SYN-002 POD2", "SYN-001 BL", "SYN-002 BL"};

} // namespace

class TestWorklist : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void order_isByWhatClosesSoonest_thenWhatOpensSoonest() {
        const Ward ward;
        // Due: both close at 10:00, then baselines three days after consent. Upcoming: 21 Nov 06:00 twice, 22 Nov, the
        // seventh day less one (24 and 25 Nov), the thirtieth less three (15 and 16 Dec). Without an arrival in the
        // recovery room, no date.
        QCOMPARE(ward.lines(), (QStringList{"-due"} + dueByHand +
                                QStringList{"-overdue", "SYN-002 POD1", "-upcoming", "SYN-001 POD2", "SYN-002 POD3",
                                            "SYN-001 POD3", "SYN-002 POD7", "SYN-001 POD7", "SYN-002 POD30",
                                            "SYN-001 POD30", "-unscheduled", "SYN-001 PACU", "SYN-002 PACU"}));
    }

    void actions_areThoseThatTheRoleMayDo_data() {
        using enum account::Role;
        QTest::addColumn<account::Role>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("nurse") << Nurse << true;
        QTest::newRow("unblinded nurse") << UnblindedNurse << true;
        QTest::newRow("investigator") << Investigator << true;
        QTest::newRow("data manager") << DataManager << false;
        QTest::newRow("monitor") << Monitor << false;
        QTest::newRow("administrator") << Administrator << false;
    }
    void actions_areThoseThatTheRoleMayDo() {
        QFETCH(account::Role, role);
        QFETCH(bool, may);
        Ward ward;
        ward.write(ward.second, {{ledger::Located{"home", {}, {}}}});
        ward.desk.open(nullptr, "en");
        VERIFY_DONE(ward.site.desk().addAccount("rolf", {role}, crypto::Secret(passphrase), cheap));
        VERIFY_DONE(ward.site.reopen("rolf"));
        ward.desk.open(ward.site.vault.get(), "en");
        QCOMPARE(ward.work.mayEnrol(), may);
        QCOMPARE(ward.of(ward.row("SYN-001 POD1"), "action").toString(), may ? QString("handOver") : QString());
        QCOMPARE(ward.of(ward.row("SYN-002 BL"), "action").toString(), may ? QString("call") : QString());
        SearchModel search;
        search.setDesk(&ward.desk);
        QCOMPARE(search.mayEnrol(), may);
        ward.desk.open(nullptr, "en");
    }
    void row_saysWhatAndUntilWhen() {
        const Ward ward;
        const int due = ward.row("SYN-001 POD1");
        QCOMPARE(ward.of(due, "label").toString(), QString("Day 1 after surgery, morning"));
        QCOMPARE(ward.of(due, "what").toString(), QString("3 scales"));
        QCOMPARE(ward.of(due, "window").toString(), QString("closes in 1 h (10:00)"));
        QCOMPARE(ward.of(due, "place").toString(), QString::fromUtf8("ward 5A · bed 12"));
        QCOMPARE(ward.of(due, "action").toString(), QString("handOver"));
        const int baseline = ward.row("SYN-001 BL");
        QCOMPARE(ward.of(baseline, "what").toString(), QString("6 scales"));
        QCOMPARE(ward.of(baseline, "window").toString(), QString("closes 23 Nov 2026, 08:00"));
        const int upcoming = ward.row("SYN-001 POD2");
        QCOMPARE(ward.of(upcoming, "window").toString(), QString("opens in 21 h (21 Nov 2026, 06:00)"));
        QCOMPARE(ward.of(upcoming, "action").toString(), QString());
        QCOMPARE(ward.of(ward.row("SYN-002 POD1"), "window").toString(),
                 QString("closed 23 h ago (19 Nov 2026, 10:00)"));
        QTRY_COMPARE(ward.of(0, "stateText").toString(), QString("Due (4)")); // the rows don't wait for their number
    }

    void minuteThatAWindowCloses_movesTheRow_andNothingElse() {
        Ward ward;
        const QAbstractItemModelTester tester(ward.work.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(ward.work.rows(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(ward.work.rows(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(ward.work.rows(), &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex upcoming(ward.work.rows()->index(ward.row("SYN-001 POD3"), 0));
        ward.site.clock.set(*parseInstant("2026-11-20T09:59+08:00"));
        ward.refresh();
        QCOMPARE(ward.lines().mid(1, 4), dueByHand);
        QCOMPARE(ward.of(1, "window").toString(), QString("closes in 1 min (10:00)"));
        ward.site.clock.set(*parseInstant("2026-11-20T10:00+08:00"));
        ward.refresh();
        QCOMPARE(ward.lines().mid(0, 7), (QStringList{"-due", "SYN-001 BL", "SYN-002 BL", "-overdue", "SYN-002 POD1",
                                                      "SYN-001 POD1", "SYN-002 POD2"}));
        QCOMPARE(ward.of(5, "window").toString(), QString("closed 0 min ago (10:00)"));
        QVERIFY(upcoming.isValid());
        QCOMPARE(upcoming.row(), ward.row("SYN-001 POD3"));
        QCOMPARE(reset.size() + removed.size() + inserted.size(), 0); // what reads it stays where it is
    }

    void search_findsBySubjectSiteTimepointWardAndBed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("subject and timepoint")
            << "SYN-002 day"
            << QStringList{"SYN-002 POD2", "SYN-002 POD1", "SYN-002 POD3", "SYN-002 POD7", "SYN-002 POD30"};
        QTest::newRow("part of it, small") << "n-001 pod1" << QStringList{"SYN-001 POD1"};
        QTest::newRow("timepoint") << "baseline" << QStringList{"SYN-001 BL", "SYN-002 BL"};
        QTest::newRow("in Chinese") << QString::fromUtf8("基线") << QStringList{"SYN-001 BL", "SYN-002 BL"};
        QTest::newRow("ward and timepoint") << "6b recovery" << QStringList{"SYN-002 PACU"};
        QTest::newRow("ward and bed") << "5A 12 morning" << QStringList{"SYN-001 POD1", "SYN-001 POD2", "SYN-001 POD3"};
        QTest::newRow("nobody") << "SYN-003" << QStringList{};
        QTest::newRow("no wildcard") << "%" << QStringList{};
        QTest::newRow("nor this") << "SYN_001" << QStringList{};
        QTest::newRow("quotation") << "' OR 1=1 --" << QStringList{};
        QTest::newRow("very long") << QString(10000, 'x') << QStringList{};
        QTest::newRow("turned round") << QString(QChar(0x202E)) + "SYN" << QStringList{};
    }
    void search_findsBySubjectSiteTimepointWardAndBed() {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        Ward ward;
        QCOMPARE(ward.found(text), found);
        QCOMPARE(ward.work.condition(), found.isEmpty() ? QString("none") : QString("list"));
        QCOMPARE(ward.work.text(), text); // nothing of it is lost
        ward.work.forgetSearch();
        QCOMPARE(ward.lines().mid(1, 4), dueByHand);
    }

    void choices_combineWithTheSearch() {
        Ward ward;
        ward.work.setWard("5A");
        QCOMPARE(ward.lines().mid(0, 3), (QStringList{"-due", "SYN-001 POD1", "SYN-001 BL"}));
        ward.work.setTimepoint("POD1");
        QCOMPARE(ward.lines(), (QStringList{"-due", "SYN-001 POD1"}));
        ward.work.setWard("6B");
        QCOMPARE(ward.lines(), (QStringList{"-overdue", "SYN-002 POD1"}));
        ward.work.setState("due");
        QCOMPARE(ward.work.condition(), QString("none"));
        ward.work.setTimepoint({});
        QCOMPARE(ward.lines(), (QStringList{"-due", "SYN-002 POD2", "SYN-002 BL"}));
        ward.work.setBed("3");
        QCOMPARE(ward.lines().size(), 3);
        ward.work.setWard("5A"); // another ward has other beds
        QCOMPARE(ward.work.bed(), QString());
        QCOMPARE(ward.found("baseline"), QStringList{"SYN-001 BL"});
        QCOMPARE(ward.work.sites(), QVariantList{}); // the study has one
        QCOMPARE(ward.work.wards().size(), 3);
    }

    void actions_followWhatIsLeft() {
        Ward ward;
        ward.write(ward.first, {{ledger::Located{"home", {}, {}}}});
        ward.refresh();
        const int call = ward.row("SYN-001 POD1");
        QCOMPARE(ward.of(call, "action").toString(), QString("call"));
        QCOMPARE(ward.of(call, "remarks").toList().constFirst().toMap().value("text").toString(),
                 QString("by telephone"));
        ward.write(ward.first, {{ledger::Suspended{"icu", "intubated"}}});
        ward.write(ward.second, {{ledger::Missed{{"POD2", "nrs-pain", 1}, "asleep", {}}}});
        ward.refresh();
        QCOMPARE(ward.of(ward.row("SYN-001 POD1"), "action").toString(), QString());
        const int partly = ward.row("SYN-002 POD2");
        QCOMPARE(ward.of(partly, "what").toString(), QString("2 of 3 scales left"));
        QCOMPARE(ward.of(partly, "remarks").toList().constLast().toMap().value("text").toString(), QString("1 missed"));
        ward.write(ward.second, {{ledger::Missed{{"POD1", {}, 1}, "sedated", {}}}});
        ward.refresh();
        QCOMPARE(ward.lines().mid(ward.row("-missed")), (QStringList{"-missed", "SYN-002 POD1"}));
        ward.write(ward.second, {{ledger::Withdrawn{{"questionnaires"}, "participant", {}, "kept"}}});
        ward.refresh();
        QVERIFY(!ward.lines().contains("SYN-002 BL")); // never to be asked: on nobody's list
    }

    void alerts_comeFirst_withoutWhatABlindedNurseMayNotKnow() {
        Ward ward({account::Role::Administrator, account::Role::Nurse});
        ward.alert(ward.second, ledger::BodyClass::Data);
        ward.alert(ward.first, ledger::BodyClass::Unblinding);
        ward.refresh();
        QCOMPARE(ward.lines().mid(0, 4), (QStringList{"-alerts", "! SYN-002", "! SYN-001", "-due"}));
        QCOMPARE(ward.of(1, "what").toString(), ward.site.vault->library().instrument("phq9")->name.in("en"));
        QCOMPARE(ward.of(1, "window").toString(), QString("to be acknowledged before 20 Nov 2026, 10:00"));
        QCOMPARE(ward.of(2, "what").toString(), QString("what it says is not for this role"));
        ward.site.clock.set(*parseInstant("2026-11-20T10:01+08:00"));
        ward.refresh();
        QVERIFY(ward.of(1, "window").toString().startsWith("should have been acknowledged before"));
        QCOMPARE(ward.found("SYN-001 pod1"), (QStringList{"SYN-001 POD1"}));
    }

    void longLists_areLoadedAsTheyAreScrolled() {
        Ward ward;
        for (int i = 3; i <= 60; ++i)
            ward.site.enrol(QStringLiteral("SYN-%1").arg(i, 3, 10, QChar('0')));
        ward.refresh(); // 58 more of 7 timepoints without any date, and two recovery rooms
        QCOMPARE(ward.lines().count("+unscheduled"), 1);
        QCOMPARE(ward.lines().size(), 1 + 4 + 1 + 1 + 1 + 7 + 1 + 20 + 1);
        QAbstractItemModel& rows = *ward.work.rows();
        QObject::connect(&rows, &QAbstractItemModel::modelReset, &rows, [&] { // as a view of Qt Quick does
            if (rows.canFetchMore({}))
                rows.fetchMore({});
        });
        ward.work.setState("unscheduled");
        QCOMPARE(rows.rowCount(), 51);
        while (rows.canFetchMore({}))
            rows.fetchMore({});
        QCOMPARE(rows.rowCount(), 1 + 408);
        ward.refresh();
        QCOMPARE(rows.rowCount(), 1 + 408); // as far as it was scrolled
    }

    void newSearch_beginsAtTheTop_andItsFirstRowsDontWaitForTheRest() {
        Ward ward;
        for (int i = 3; i <= 60; ++i)
            ward.site.enrol(QStringLiteral("SYN-%1").arg(i, 3, 10, QChar('0')));
        ward.write(ward.first, {{ledger::Missed{{"BL", {}, 1}, "asleep", {}}}});
        QCoreApplication::processEvents();
        ward.refresh();
        const qsizetype all = ward.lines().size();
        const QSignalSpy begun(ward.work.rows(), &QAbstractItemModel::modelReset);
        ward.work.setState("unscheduled");
        QCOMPARE(begun.size(), 1); // a view of it shows its top
        ward.work.forgetSearch();
        QCOMPARE(begun.size(), 2);
        QVERIFY(ward.lines().size() < all);
        QTRY_COMPARE(ward.lines().size(), all);
        ward.refresh();
        QCOMPARE(begun.size(), 2); // whoever has scrolled stays where they are
    }

    void participants_areSearchedToo() {
        Ward ward;
        SearchModel everyone;
        everyone.setDesk(&ward.desk);
        QCOMPARE(everyone.count(), -1); // the rows don't wait for their number
        QTRY_COMPARE(everyone.count(), 2);
        const QSignalSpy begun(everyone.rows(), &QAbstractItemModel::modelReset);
        everyone.setText("6b");
        QTRY_COMPARE(everyone.count(), 1);
        QCOMPARE(begun.size(), 1);
        const auto role = everyone.rows()->roleNames().key("subject");
        QCOMPARE(everyone.rows()->index(0, 0).data(role).toString(), QString("SYN-002"));
        everyone.setText("baseline"); // nobody's name
        QTRY_COMPARE(everyone.condition(), QString("none"));
        ward.desk.open(nullptr, "en");
        QCOMPARE(everyone.rows()->rowCount(), 0);
        QCOMPARE(ward.work.rows()->rowCount(), 0);
        QCOMPARE(ward.work.condition(), QString("loading"));
    }

    void nobodyEnrolled_isSaid() {
        TestVault site;
        DeskModel desk(nullptr);
        desk.open(site.vault.get(), "en");
        WorklistModel work;
        work.setDesk(&desk);
        QCOMPARE(work.condition(), QString("empty"));
    }
};

QTEST_GUILESS_MAIN(TestWorklist)
#include "tst_worklist.moc"
