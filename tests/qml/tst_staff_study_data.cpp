// The data of the whole study on the screens, by touch and by keyboard: signed with name, moment, meaning and
// passphrase, broken by what changes afterwards; frozen, locked and opened; and what each role finds there, in both
// languages.
#include "Screens.h"

#include <QRegularExpression>

using namespace serein;
using namespace serein::test;

class TestStaffStudyData : public QObject {
    Q_OBJECT

    static void begin(Screens& screens, const QString& name = QStringLiteral("anna")) {
        screens.unlock(name);
        screens.choose(QStringLiteral("rail.study"));
        screens.choose(QStringLiteral("study.studyData"));
    }
    static QString saidBy(const Screens& screens, const char* property) {
        return screens.app->desk()->property(property).toString();
    }
    static QList<ledger::Event> deviceEvents(Screens& screens) {
        screens.stop();
        const auto opened = screens.site.reopen();
        const auto events = opened ? screens.site.vault->events(ledger::deviceStream) : std::unexpected(opened.error());
        screens.site.vault.reset();
        return events.value_or(QList<ledger::Event>());
    }

private Q_SLOTS:
    void study_isSigned_andWhatChangesBreaksIt_data() { bothWays(); }
    void study_isSigned_andWhatChangesBreaksIt() {
        Screens screens; // 09:00 at the site
        screens.asTheRowSays();
        begin(screens);
        EVENTUALLY(screens.textOf(QStringLiteral("studyData.signature")).startsWith(QStringLiteral("Nobody")));
        screens.choose(QStringLiteral("studyData.act.sign"));
        screens.choose(QStringLiteral("studyData.save")); // it has to mean something
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        screens.type(QStringLiteral("studyData.text"), QStringLiteral("reviewed and complete"));
        screens.type(QStringLiteral("studyData.passphrase"), QStringLiteral("not it"));
        screens.choose(QStringLiteral("studyData.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("passphrase"));
        QCOMPARE(screens.textOf(QStringLiteral("studyData.text")), QStringLiteral("reviewed and complete"));
        QCOMPARE(screens.textOf(QStringLiteral("studyData.passphrase")), QString());
        screens.site.clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        screens.type(QStringLiteral("studyData.passphrase"), QString::fromUtf8(passphrase));
        screens.choose(QStringLiteral("studyData.save"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("studyData.signature")),
                         QStringLiteral("Signed by anna, 20 Nov 2026, 09:05: reviewed and complete"));
        QVERIFY(screens.find(QStringLiteral("studyData.broken")) == nullptr);

        screens.site.clock.advance(std::chrono::minutes(1));
        vault::Vault& vault = *screens.app->desk()->vault();
        QVERIFY(desk::Desk(vault).record({screens.second,
                                          QStringLiteral("BL"),
                                          QStringLiteral("phq9"),
                                          1,
                                          QStringLiteral("interview"),
                                          {{QStringLiteral("q1"), instrument::AnswerValue(Decimal(1))}},
                                          {}}));
        screens.app->desk()->refresh();
        screens.await(QStringLiteral("studyData.broken"));
        EVENTUALLY(screens.textOf(QStringLiteral("studyData.broken")).endsWith(QStringLiteral("of SYN-002")));
        QVERIFY(screens.textOf(QStringLiteral("studyData.signature")).contains(QStringLiteral("anna"))); // and it stays
        QString meaning;
        for (const ledger::Event& event : deviceEvents(screens))
            if (const auto* one = std::get_if<ledger::StudySigned>(&event.fact)) {
                meaning = one->meaning;
                QCOMPARE(event.header.actor, QStringLiteral("anna"));
                QCOMPARE(one->heads.size(), 2);
            }
        QCOMPARE(meaning, QStringLiteral("reviewed and complete"));
    }
    void data_areFrozenLockedAndOpened_data() { bothWays(); }
    void data_areFrozenLockedAndOpened() {
        Screens screens;
        screens.asTheRowSays();
        screens.unlock();
        screens.choose(QStringLiteral("rail.study"));
        screens.choose(QStringLiteral("study.studyData"));
        const auto step = [&](const QString& what, const QString& why) {
            screens.choose(QStringLiteral("studyData.act.") + what);
            screens.type(QStringLiteral("studyData.text"), why);
            screens.choose(QStringLiteral("studyData.save"));
            EVENTUALLY_EQUAL(saidBy(screens, "notice"), QStringLiteral("Saved."));
        };
        step(QStringLiteral("frozen"), QStringLiteral("interim analysis"));
        EVENTUALLY(screens.textOf(QStringLiteral("studyData.state")).contains(QStringLiteral("frozen")));
        QVERIFY(!screens.app->desk()->setAnchor(idText(screens.first), QStringLiteral("incision"),
                                                QStringLiteral("2026-11-21 08:30"), QStringLiteral("set"), {}));
        QVERIFY2(saidBy(screens, "error").contains(QStringLiteral("frozen")), qPrintable(saidBy(screens, "error")));
        step(QStringLiteral("locked"), QStringLiteral("database lock"));
        QVERIFY(screens.find(QStringLiteral("studyData.act.sign")) == nullptr); // nothing is signed any more
        QVERIFY(screens.find(QStringLiteral("studyData.act.frozen")) == nullptr);
        step(QStringLiteral("open"), QStringLiteral("a query came in"));
        EVENTUALLY(screens.textOf(QStringLiteral("studyData.state")).contains(QStringLiteral("open")));
        QVERIFY(screens.textOf(QStringLiteral("studyData.history.2")).startsWith(QStringLiteral("frozen")));
        QStringList states;
        for (const ledger::Event& event : deviceEvents(screens))
            if (const auto* one = std::get_if<ledger::StudyDataStateChanged>(&event.fact))
                states += one->state + u' ' + one->reason;
        QCOMPARE(states, (QStringList{QStringLiteral("frozen interim analysis"), QStringLiteral("locked database lock"),
                                      QStringLiteral("open a query came in")}));
    }
    void nurse_readsAndDoesNothing() {
        Screens screens;
        begin(screens, QStringLiteral("nora"));
        screens.await(QStringLiteral("studyData.nothing"));
        for (const char* act : {"sign", "frozen", "locked", "open"})
            QVERIFY(screens.find(QStringLiteral("studyData.act.") + QLatin1String(act)) == nullptr);
    }
    void chinese_refusesInChinese() {
        Screens screens;
        screens.unlock();
        screens.app->setLanguage(QStringLiteral("zh-CN"));
        screens.tap(QStringLiteral("rail.study"));
        screens.tap(QStringLiteral("study.studyData"));
        screens.tap(QStringLiteral("studyData.act.locked"));
        screens.tap(QStringLiteral("studyData.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{3,}"));
        QVERIFY2(!saidBy(screens, "error").contains(english), qPrintable(saidBy(screens, "error")));
        QVERIFY(!screens.textOf(QStringLiteral("page.title")).contains(english));
        QVERIFY(!screens.textOf(QStringLiteral("studyData.state")).contains(english));
    }
};

QTEST_MAIN(TestStaffStudyData)
#include "tst_staff_study_data.moc"
