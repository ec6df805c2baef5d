// kill -9 in the middle of a word, on the real screens: what was typed a second ago is there, what the app called saved
// is there, and the same question comes back with it. Typing that never rests is saved all the same.
#include "session/Battery.h"
#include "support/OwnWords.h"
#include "support/TestVault.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <csignal>

using namespace serein;
using namespace serein::test;

class TestKillTyping : public QObject {
    Q_OBJECT

    static constexpr qint64 promised = 1000; // ms from a key to its being saved, whatever is typed after it

    struct Line {
        QString what; ///< field, key, saved
        qint64 at;    ///< ms of the steady clock
        QString text;
    };
    static QList<Line> linesOf(const QByteArray& output) {
        QList<Line> lines;
        QStringList texts = QString::fromUtf8(output).split(u'\n');
        texts.removeLast(); // half a line, or nothing
        for (const QString& text : texts)
            lines.append({text.section(u' ', 0, 0), text.section(u' ', 1, 1).toLongLong(), text.section(u' ', 2)});
        return lines;
    }
    static qint64 steadyNow() {
        QElapsedTimer clock;
        clock.start();
        return clock.msecsSinceReference();
    }

private Q_SLOTS:
    void killedInTheMiddleOfTyping_keepsWhatWasTypedASecondAgo() {
        TestVault test({account::Role::Administrator, account::Role::Nurse}, ownWordsLibrary(),
                       [](const instrument::Library& library) { return ownWordsStudy(library); });
        test.clock.set(QDateTime::currentDateTimeUtc());
        const QUuid participant = test.handOver();
        QString kept;
        for (int kill = 0; kill < 4; ++kill) {
            test.vault.reset();
            QProcess typing;
            typing.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            typing.start(TYPING_PROCESS, {test.place().folder, test.place().state, passphrase, idText(participant)});
            QVERIFY(typing.waitForReadyRead(60'000)); // "field": typing begins now
            QTest::qWait(QRandomGenerator::global()->bounded(2500, 4500));
            const qint64 killedAt = steadyNow();
            ::kill(static_cast<pid_t>(typing.processId()), SIGKILL);
            QVERIFY(typing.waitForFinished());
            QCOMPARE(typing.exitStatus(), QProcess::CrashExit);

            const QList<Line> lines = linesOf(typing.readAllStandardOutput());
            QCOMPARE(lines.constFirst().what, QStringLiteral("field"));
            QCOMPARE(lines.constFirst().text, QStringLiteral("night ") + kept); // the same question, as last saved
            QString saved;
            QString aSecondAgo;
            QString typed;
            for (const Line& line : lines) {
                if (line.what == QStringLiteral("saved"))
                    saved = line.text;
                if (line.what == QStringLiteral("key"))
                    typed = line.text;
                if (line.what == QStringLiteral("key") && line.at <= killedAt - promised)
                    aSecondAgo = line.text;
            }
            QVERIFY2(aSecondAgo.size() > kept.size() + 3, "too few keys to tell anything");

            VERIFY_DONE(test.reopen());
            VERIFY_DONE(test.vault->verify());
            const auto battery = session::Battery::resume(*test.vault, participant);
            VERIFY_DONE(battery);
            QCOMPARE((*battery)->stage(), session::Stage::Item);
            QCOMPARE((*battery)->item().id, QStringLiteral("night"));
            kept = instrument::answerToJson((*battery)->answer(QStringLiteral("night"))).toString();
            QVERIFY2(kept.startsWith(saved), qPrintable(kept + QStringLiteral(" | saved: ") + saved));
            QVERIFY2(kept.startsWith(aSecondAgo),
                     qPrintable(kept + QStringLiteral(" | typed a second before: ") + aSecondAgo));
            QVERIFY2(kept.size() <= typed.size() + 1 &&
                         kept.startsWith(typed.first(std::min(kept.size(), typed.size()))),
                     qPrintable(kept + QStringLiteral(" | typed: ") + typed));
        }
    }
};

QTEST_GUILESS_MAIN(TestKillTyping)
#include "tst_kill_typing.moc"
