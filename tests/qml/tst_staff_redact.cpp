// Who somebody is, taken out of a note and out of the record, by touch and by keyboard: what would go stands there, it
// is asked once more, and the words are gone for good. In both languages.
#include "Screens.h"
#include "core/Ids.h"
#include "desk/Standing.h"

#include <QRegularExpression>

using namespace serein;
using namespace serein::test;

class TestStaffRedact : public QObject {
    Q_OBJECT

    static const inline QString told = QStringLiteral("Her son is Mr Smith");

    static void write(Screens& screens) {
        screens.stop();
        QVERIFY(screens.site.reopen());
        QVERIFY(desk::Standing(*screens.site.vault).note(screens.first, told));
        QVERIFY(desk::Standing(*screens.site.vault).note(screens.first, QStringLiteral("prefers mornings")));
        screens.site.vault.reset();
        screens.start();
    }
    static void go(Screens& screens, const QString& place, const QString& name = QStringLiteral("anna")) {
        screens.unlock(name);
        screens.choose(QStringLiteral("rail.participants"));
        screens.choose(QStringLiteral("participants.SYN-001"));
        screens.choose(QStringLiteral("participant.tab.more"));
        screens.choose(QStringLiteral("participant.") + place);
    }
    static QString saidBy(const Screens& screens, const char* property) {
        return screens.app->desk()->property(property).toString();
    }

private Q_SLOTS:
    void note_isRedacted_onceItWasAskedAgain_data() { bothWays(); }
    void note_isRedacted_onceItWasAskedAgain() {
        Screens screens;
        screens.asTheRowSays();
        write(screens);
        go(screens, QStringLiteral("notes"));
        screens.choose(QStringLiteral("notes.1.redact"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("redact.0.text")), told);
        QVERIFY(screens.find(QStringLiteral("redact.1")) == nullptr);
        screens.choose(QStringLiteral("redact.save"));
        EVENTUALLY(screens.find(QStringLiteral("redact.warning")) != nullptr); // nothing has gone yet
        screens.choose(QStringLiteral("redact.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("reason"));
        screens.type(QStringLiteral("redact.reason"), QStringLiteral("a name"));
        screens.choose(QStringLiteral("redact.save"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).startsWith(QStringLiteral("Redacted for good.")));
        EVENTUALLY(screens.find(QStringLiteral("notes.0.redact")) != nullptr); // the other one stands as it stood
        QVERIFY(screens.find(QStringLiteral("notes.1.redact")) == nullptr);
        QStringList notes;
        QString why;
        for (const ledger::Event& event : screens.events(screens.first)) {
            if (const auto* one = std::get_if<ledger::Noted>(&event.fact))
                notes += one->text;
            if (const auto* one = std::get_if<ledger::Redacted>(&event.fact))
                why = one->reason;
        }
        QCOMPARE(notes, (QStringList{QStringLiteral("[redacted]"), QStringLiteral("prefers mornings")}));
        QCOMPARE(why, QStringLiteral("a name"));
    }
    void eventOfTheRecord_isRedacted_orKept_data() { bothWays(); }
    void eventOfTheRecord_isRedacted_orKept() {
        Screens screens;
        screens.asTheRowSays();
        write(screens);
        go(screens, QStringLiteral("stream"));
        screens.choose(QStringLiteral("stream.2.redact")); // newest first, below the head of the page
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("redact.0.text")), told);
        screens.choose(QStringLiteral("redact.save"));
        screens.choose(QStringLiteral("redact.keep"));
        EVENTUALLY(screens.find(QStringLiteral("stream.list")) != nullptr);
        screens.choose(QStringLiteral("stream.2.redact")); // nothing went
        screens.type(QStringLiteral("redact.reason"), QStringLiteral("a name"));
        screens.choose(QStringLiteral("redact.save"));
        screens.choose(QStringLiteral("redact.save"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).startsWith(QStringLiteral("Redacted for good.")));
        int redacted = 0;
        for (const ledger::Event& event : screens.events(screens.first))
            redacted += std::holds_alternative<ledger::Redacted>(event.fact) ? 1 : 0;
        QCOMPARE(redacted, 1);
    }
    void nurse_readsNotes_andRedactsNothing() {
        Screens screens;
        write(screens);
        go(screens, QStringLiteral("notes"), QStringLiteral("nora"));
        screens.await(QStringLiteral("notes.0"));
        QVERIFY(screens.find(QStringLiteral("notes.0.redact")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("participant.tab.more"));
        screens.tap(QStringLiteral("participant.stream"));
        screens.await(QStringLiteral("stream.list"));
        for (int row = 1; row < 4; ++row)
            QVERIFY(screens.find(QStringLiteral("stream.%1.redact").arg(row)) == nullptr);
    }
    void chinese_asksInChinese() {
        Screens screens;
        write(screens);
        screens.unlock();
        screens.app->setLanguage(QStringLiteral("zh-CN"));
        screens.tap(QStringLiteral("rail.participants"));
        screens.tap(QStringLiteral("participants.SYN-001"));
        screens.tap(QStringLiteral("participant.tab.more"));
        screens.tap(QStringLiteral("participant.notes"));
        screens.tap(QStringLiteral("notes.1.redact"));
        screens.tap(QStringLiteral("redact.save"));
        screens.await(QStringLiteral("redact.warning"));
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{4,}"));
        for (const char* words : {"redact.warning", "redact.save", "redact.keep"})
            QVERIFY2(!screens.textOf(QLatin1String(words)).contains(english), words);
        screens.tap(QStringLiteral("redact.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("reason"));
        QVERIFY2(!saidBy(screens, "error").contains(english), qPrintable(saidBy(screens, "error")));
    }
};

QTEST_MAIN(TestStaffRedact)
#include "tst_staff_redact.moc"
