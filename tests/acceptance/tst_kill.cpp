// kill -9 at random moments while answers are being given: nothing that was acknowledged is missing, and the way leads
// back to the same item. SEREIN_KILLS sets how often (10 unless told).
#include "session/Battery.h"
#include "support/TestVault.h"

#include <QJsonValue>
#include <QProcess>
#include <QRandomGenerator>
#include <csignal>

using namespace serein;
using namespace serein::test;

class TestKill : public QObject {
    Q_OBJECT

    /// The participant's steps as the ledger has them, in the words of answering_process.
    static QStringList stepsOf(vault::Vault& vault, const QUuid& participant) {
        QStringList steps;
        const auto stored = vault.stream(idText(participant));
        for (const ledger::StoredEvent& event : *stored) {
            const auto header = ledger::Header::fromBytes(event.header);
            const auto opened = ledger::openEvent(event, *vault.eventKey(*header));
            if (const auto* answered = std::get_if<ledger::Answered>(&opened->fact))
                steps.append(QStringLiteral("answered %1 %2")
                                 .arg(answered->item, answered->answer.isObject()
                                                          ? QStringLiteral("declined")
                                                          : QString::number(answered->answer.toInt())));
            else if (const auto* shown = std::get_if<ledger::ItemShown>(&opened->fact))
                steps.append(QStringLiteral("itemShown ") + shown->item);
        }
        return steps;
    }

private Q_SLOTS:
    void killedAtAnyMoment_keepsEveryAcknowledgedAnswer_andThePlace() {
        const int kills =
            qEnvironmentVariableIntValue("SEREIN_KILLS") > 0 ? qEnvironmentVariableIntValue("SEREIN_KILLS") : 10;
        TestVault test;
        test.clock.set(QDateTime::currentDateTimeUtc());
        const QUuid participant = test.handOver();
        QStringList before = stepsOf(*test.vault, participant);
        int acknowledgedSteps = 0;
        for (int kill = 0; kill < kills; ++kill) {
            test.vault.reset();
            QProcess answering;
            answering.start(ANSWERING_PROCESS, {test.place().folder, test.place().state, passphrase});
            QVERIFY(answering.waitForReadyRead(60'000));
            const int moment = QRandomGenerator::global()->bounded(1, 120);
            answering.waitForReadyRead(moment);
            QTest::qWait(moment);
            ::kill(static_cast<pid_t>(answering.processId()), SIGKILL);
            QVERIFY(answering.waitForFinished());
            QCOMPARE(answering.exitStatus(), QProcess::CrashExit);
            QStringList acknowledged = QString::fromUtf8(answering.readAllStandardOutput()).split(u'\n');
            acknowledged.removeLast(); // what follows the last line break is half a line, or nothing
            QVERIFY(!acknowledged.isEmpty());
            acknowledgedSteps += static_cast<int>(acknowledged.size());

            VERIFY_DONE(test.reopen());
            const QStringList after = stepsOf(*test.vault, participant);
            QStringList written = after.mid(before.size());
            if (kill == 0 && !written.isEmpty())
                written.removeFirst(); // begin() shows the first item before the first line is printed
            QCOMPARE(written.mid(0, acknowledged.size()), acknowledged);
            QVERIFY2(written.size() <= acknowledged.size() + 1, "more than the one step that was under way");
            VERIFY_DONE(test.vault->verify());

            const auto battery = session::Battery::resume(*test.vault, participant);
            VERIFY_DONE(battery);
            const QString place = QStringList(after.filter(QStringLiteral("itemShown"))).constLast().section(u' ', 1);
            QCOMPARE((*battery)->stage() == session::Stage::Item ? (*battery)->item().id : QString(), place);
            before = after;
        }
        qInfo("%d kills, %d acknowledged steps, none missing", kills, acknowledgedSteps);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
