// The audit trail on screen: by touch, by keyboard, page after page, in both languages, and written as a file.
#include "Screens.h"

#include "core/Json.h"

using namespace serein;
using namespace serein::test;

class TestStaffAudit : public QObject {
    Q_OBJECT

    static void begin(Screens& screens, const QString& name = QStringLiteral("anna")) {
        screens.unlock(name);
        screens.tap(QStringLiteral("rail.study"));
        screens.tap(QStringLiteral("study.audit"));
        EVENTUALLY(!screens.textOf(QStringLiteral("audit.place")).isEmpty());
    }
    static void collect(const QQuickItem* item, QStringList& all) {
        if (item->objectName().startsWith(QLatin1String("audit.line.")))
            all += item->property("text").toString();
        for (const QQuickItem* child : item->childItems())
            collect(child, all);
    }
    /// What the lines say, those below the edge too.
    static QStringList said(const Screens& screens) {
        QStringList all;
        collect(screens.window->contentItem(), all);
        return all;
    }

private Q_SLOTS:
    void newestEventStandsFirst_andEveryPageIsReached() {
        Screens screens;
        for (int turns = 0; turns < 30; ++turns) { // more than a page of events
            screens.unlock();
            screens.app->lock();
        }
        begin(screens);
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("audit.line.0")), QStringLiteral("Unlocked"));
        QVERIFY(screens.find(QStringLiteral("audit.older")) != nullptr);
        QStringList all = said(screens);
        for (int pages = 0; screens.find(QStringLiteral("audit.older")) != nullptr && pages < 20; ++pages) {
            const QString place = screens.textOf(QStringLiteral("audit.place"));
            screens.tap(QStringLiteral("audit.older"));
            EVENTUALLY(screens.textOf(QStringLiteral("audit.place")) != place);
            all += said(screens);
        }
        QVERIFY(all.contains(QStringLiteral("Vault made, for a demonstration")));
        QVERIFY(all.contains(QStringLiteral("SYN-001: Enrolled as SYN-001")));
        QVERIFY(all.contains(QStringLiteral("Account nora added: nurse")));
        for (const QString& line : all)
            QVERIFY2(!line.contains(QLatin1String("Ming Li")) && !line.contains(QLatin1String("1957")),
                     qPrintable(line));
    }
    void kindWhoAndWhose_narrowIt_byTouch() {
        Screens screens;
        begin(screens);
        screens.tap(QStringLiteral("audit.group.person"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.0")).startsWith(QLatin1String("SYN-002")));
        screens.type(QStringLiteral("audit.whose"), QStringLiteral("SYN-001"));
        screens.tap(QStringLiteral("audit.search"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.0")).startsWith(QLatin1String("SYN-001")));
        QVERIFY(!said(screens).isEmpty());
        for (const QString& line : said(screens))
            QVERIFY2(line.startsWith(QLatin1String("SYN-001: ")), qPrintable(line));
        QCOMPARE(screens.textOf(QStringLiteral("audit.whose")), QStringLiteral("SYN-001")); // what was typed stays
        screens.tap(QStringLiteral("audit.actor.nora"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("audit.place")), QStringLiteral("No event fits."));
    }
    void dayIsSearched_byKeyboardAlone_andAWrongOneIsNamedAtItsField() {
        Screens screens;
        begin(screens);
        screens.tabTo(QStringLiteral("audit.from"));
        screens.write(QStringLiteral("yes"));
        QTest::keyClick(screens.window, Qt::Key_Return);
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("from"));
        for (int erased = 0; erased < 3; ++erased)
            QTest::keyClick(screens.window, Qt::Key_Backspace);
        screens.write(QStringLiteral("2026-11-21")); // the vault is of the day before
        QTest::keyClick(screens.window, Qt::Key_Return);
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("audit.place")), QStringLiteral("No event fits."));
        QCOMPARE(screens.app->desk()->errorField(), QString());
    }
    void reasonOfTheTabletsOwn_isRedacted_byWhoMay() {
        const QString told = QStringLiteral("for her son Mr Smith");
        Screens screens;
        screens.stop();
        QVERIFY(screens.site.reopen());
        QVERIFY(screens.site.vault->appendToDevice(
            {{ledger::Exported{{}, QStringLiteral("b1"), QStringLiteral("full"), {}, told}}},
            {QStringLiteral("anna"), QStringLiteral("dataManager")}));
        screens.site.vault.reset();
        screens.start();
        begin(screens, QStringLiteral("nora"));
        screens.tap(QStringLiteral("audit.group.tablet"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.0")).startsWith(QStringLiteral("Exported")));
        QVERIFY(screens.find(QStringLiteral("audit.redact.0")) == nullptr);
        screens.app->lock();
        begin(screens);
        screens.tap(QStringLiteral("audit.group.tablet"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.1")).startsWith(QStringLiteral("Exported")));
        QVERIFY(screens.find(QStringLiteral("audit.redact.0")) == nullptr); // a checkpoint
        screens.tap(QStringLiteral("audit.redact.1"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("redact.0.text")), told);
        QCOMPARE(screens.textOf(QStringLiteral("page.title")), QStringLiteral("Redact · the tablet's own events"));
        screens.type(QStringLiteral("redact.reason"), QStringLiteral("a name"));
        screens.tap(QStringLiteral("redact.save"));
        screens.tap(QStringLiteral("redact.save"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).startsWith(QStringLiteral("Redacted for good.")));
        EVENTUALLY(!screens.textOf(QStringLiteral("audit.place")).isEmpty()); // the trail again
        QStringList reasons;
        const auto events = screens.app->desk()->vault()->events(ledger::deviceStream);
        for (const ledger::Event& event : *events)
            if (const auto* one = std::get_if<ledger::Exported>(&event.fact))
                reasons += one->reason;
        QCOMPARE(reasons, QStringList{QStringLiteral("[redacted]")});
    }
    void file_isWrittenByTouch_forAReason() {
        Screens screens;
        const QString out = screens.site.folder.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(out));
        begin(screens);
        screens.tap(QStringLiteral("audit.file"));
        screens.type(QStringLiteral("audit.folder"), out);
        screens.tap(QStringLiteral("audit.pdf"));
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("reason"));
        screens.type(QStringLiteral("audit.reason"), QStringLiteral("inspection"));
        screens.tap(QStringLiteral("audit.pdf"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).contains(out));
        const QStringList files = QDir(out).entryList({QStringLiteral("audit_*.pdf")});
        QCOMPARE(files.size(), 1);
        QVERIFY(readFile(QDir(out).filePath(files.constFirst()))->startsWith("%PDF"));
    }
    void nurse_reads_butWritesNoFile_andReadsChinese() {
        Screens screens;
        begin(screens, QStringLiteral("nora"));
        QVERIFY(screens.find(QStringLiteral("audit.file")) == nullptr);
        screens.app->setLanguage(QStringLiteral("zh-CN"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("page.title")), QString::fromUtf8("稽查轨迹"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("audit.line.0")), QString::fromUtf8("已解锁"));
    }
};

QTEST_MAIN(TestStaffAudit)
#include "tst_staff_audit.moc"
