// Reading data again on the screens, by touch and by keyboard: a correction proposed, approved and signed; a query
// raised; the readable record.
#include "Screens.h"
#include "desk/Review.h"

using namespace serein;
using namespace serein::test;

class TestStaffReview : public QObject {
    Q_OBJECT

    /// The first participant's PHQ-9, answered on the screen's own session and submitted.
    static void answer(Screens& screens) {
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        ui::PatientModel& patient = *screens.app->patient();
        patient.begin();
        while (patient.page() == ui::PatientModel::Page::Item) {
            patient.give(0);
            patient.next();
        }
        patient.submit();
        screens.app->takeBack(QStringLiteral("4711"));
        QCOMPARE(screens.app->state(), ui::AppModel::State::Staff);
    }
    static void go(Screens& screens, const QString& place) {
        screens.app->desk()->openParticipant(idText(screens.first));
        const QVariant about = QVariantMap{{QStringLiteral("participant"), idText(screens.first)},
                                           {QStringLiteral("subject"), QStringLiteral("SYN-001")},
                                           {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                           {QStringLiteral("instrument"), QStringLiteral("phq9")},
                                           {QStringLiteral("sequence"), 1}};
        QQuickItem* const staff = screens.await(QStringLiteral("staff")); // made anew when the tablet comes back
        QVERIFY(staff != nullptr);
        QVERIFY(QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place), Q_ARG(QVariant, about)));
        screens.frame();
    }
    static QString saidBy(const Screens& screens, const char* property) {
        return screens.app->desk()->property(property).toString();
    }

private Q_SLOTS:
    void correction_isProposedByTouch_andWhatWasTypedStaysWhenRefused() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("item.0.propose"));
        screens.tap(QStringLiteral("act.answer.2"));
        screens.tap(QStringLiteral("act.save")); // without a reason
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        QVERIFY(screens.find(QStringLiteral("act.answer.2"))->property("chosen").toBool());
        screens.type(QStringLiteral("act.text"), QStringLiteral("misread"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool proposed = false;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::CorrectionProposed>(&event.fact))
                proposed = one->answer == QJsonValue(2) && one->reason == QStringLiteral("misread");
        QVERIFY(proposed);
    }
    void signature_isGivenByKeyboard_withThePassphrase() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("assessment.sign"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("reviewed"));
        screens.type(QStringLiteral("act.passphrase"), QStringLiteral("not it"));
        QTest::keyClick(screens.window, Qt::Key_Tab);
        QTest::keyClick(screens.window, Qt::Key_Space);
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("passphrase"));
        QCOMPARE(screens.find(QStringLiteral("act.text"))->property("text").toString(), QStringLiteral("reviewed"));
        QCOMPARE(screens.find(QStringLiteral("act.passphrase"))->property("text").toString(), QString());
        screens.site.clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        screens.type(QStringLiteral("act.passphrase"), QString::fromUtf8(passphrase));
        QTest::keyClick(screens.window, Qt::Key_Tab);
        QTest::keyClick(screens.window, Qt::Key_Space);
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        QString meaning;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::Signed>(&event.fact))
                meaning = one->meaning;
        QCOMPARE(meaning, QStringLiteral("reviewed"));
    }
    void assessmentThatBelongsElsewhere_isMovedByTouch() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("assessment.reassign"));
        screens.type(QStringLiteral("act.subject"), QStringLiteral("SYN-999"));
        screens.type(QStringLiteral("act.timepoint"), QStringLiteral("BL"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("swapped"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("subject"));
        screens.retype(QStringLiteral("act.subject"), QStringLiteral("SYN-002"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool moved = false;
        for (const ledger::Event& event : screens.events(screens.second))
            moved = moved || std::holds_alternative<ledger::Reassigned>(event.fact);
        QVERIFY(moved);
    }
    void record_isReadAndFiltered() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("stream"));
        const QQuickItem* const list = screens.await(QStringLiteral("stream.list"));
        QVERIFY(list != nullptr);
        EVENTUALLY(list->property("count").toInt() > 10);
        const int all = list->property("count").toInt();
        screens.tap(QStringLiteral("stream.kind.plan"));
        EVENTUALLY(list->property("count").toInt() < all);
        screens.tap(QStringLiteral("record.frozen"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("clean"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        QString state;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::DataStateChanged>(&event.fact))
                state = one->state;
        QCOMPARE(state, QStringLiteral("frozen"));
    }
    /// What it looks like, for people to look at.
    void pictures() {
        Screens screens;
        answer(screens);
        QDir().mkpath(QStringLiteral(SEREIN_BINARY_DIR "/staff-review"));
        for (const char* language : {"en", "zh-CN"})
            for (const QSize size : {QSize(1280, 800), QSize(800, 1280)}) {
                screens.app->setLanguage(QString::fromLatin1(language));
                screens.window->resize(size);
                for (const char* place : {"assessment", "stream", "queries", "sign"}) {
                    go(screens, QString::fromLatin1(place));
                    QTest::qWait(500);
                    QVERIFY(screens.window->grabWindow().save(
                        QStringLiteral(SEREIN_BINARY_DIR "/staff-review/%1-%2-%3.png")
                            .arg(QString::fromLatin1(place), QString::fromLatin1(language))
                            .arg(size.width())));
                }
            }
    }
};

QTEST_MAIN(TestStaffReview)
#include "tst_staff_review.moc"
