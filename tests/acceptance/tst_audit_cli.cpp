// The audit trail as files: CSV as Python reads it, PDF as pdftotext does, each with everything that its reader may
// know and nothing else, and each remembered.
#include "Site.h"

using namespace serein::test;

namespace {

constexpr auto readRows = R"(
import csv, json, sys
with open(sys.argv[1], newline="", encoding="utf-8") as f:
    print(json.dumps(list(csv.DictReader(f))))
)";

} // namespace

class TestAuditCli : public QObject {
    Q_OBJECT
    const Site m_site;

    Ran audit(const QString& name, const QString& format, const QString& file, const QStringList& more = {}) const {
        return m_site.as(name, QStringList{"audit", "--format", format, "-o", m_site.path(file), "--reason",
                                           "inspection, \"site\" 1"} +
                                   more);
    }
    QJsonArray rows(const QString& file) const {
        return runProgram("python3", {"-c", readRows, m_site.path(file)}, m_site.environment).array();
    }
    QString pages(const QString& file) const {
        return QString::fromUtf8(
                   runProgram("pdftotext", {"-raw", "-enc", "UTF-8", m_site.path(file), "-"}, m_site.environment).out)
            .simplified();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands() && m_site.enrolOne("SYN-001", "MARKER-NAME-5e77"));
        QCOMPARE(m_site.as("ada", {"participant", "enrol", "--subject", "SYN-002"}).status, 3); // an administrator
        m_site.write("wrong.txt", "correct horse bettery nora\n");
        const Ran wrong = m_site.ctl({"--vault", m_site.path("vault"), "--user", "nora", "--passphrase-file",
                                      m_site.path("wrong.txt"), "--at", Site::now, "participant", "list"});
        QCOMPARE(wrong.status, 3);
    }
    void csv_holdsEveryEvent_withWhoWhenWhatAndWhy() {
        const Ran ran = audit("nora", "csv", "all.csv");
        QVERIFY2(ran.status == 0, ran.said());
        const QJsonArray all = rows("all.csv");
        QCOMPARE(all.size(), ran.object()["events"].toInt());
        QStringList whats;
        for (const auto& one : all) {
            const QJsonObject row = one.toObject();
            for (const char* const column : {"at", "at_utc", "actor", "role", "device", "app", "kind", "what", "hash"})
                QVERIFY2(!row[column].toString().isEmpty(), column);
            QCOMPARE(QDateTime::fromString(row["at"].toString(), Qt::ISODateWithMs),
                     QDateTime::fromString(row["at_utc"].toString(), Qt::ISODateWithMs));
            QVERIFY(row["at"].toString().endsWith("+08:00"));
            whats += row["what"].toString();
        }
        for (const char* const expected :
             {"Vault made", "Account nora added: investigator, data manager, nurse", "Enrolled as SYN-001",
              "Identity written down (kept apart, not shown here)", "Refused, this role may not: enrol a participant",
              "Unlocked, after 1 refused passphrase(s)"})
            QVERIFY2(whats.contains(QString::fromLatin1(expected)), expected);
        QVERIFY(whats.filter("Passphrase refused for nora, 1 time(s)").size() == 1);
        QVERIFY(whats.filter(QRegularExpression("with movement|movement|Pain")).size() > 0);
        QFile file(m_site.path("all.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("MARKER-NAME-5e77") && !bytes.contains("1957"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    void writing_isAnEventWithItsReason() {
        QVERIFY(audit("nora", "csv", "first.csv").status == 0);
        const QJsonObject last = [&] {
            const Ran ran = m_site.as("nora", {"audit", "--kind", "tablet", "--last", "5"});
            for (const QJsonValue one : ran.array())
                if (one[QLatin1String("kind")] == QLatin1String("auditExported"))
                    return one.toObject();
            return QJsonObject();
        }();
        QCOMPARE(last["kind"].toString(), "auditExported");
        QCOMPARE(last["reason"].toString(), "inspection, \"site\" 1");
        QCOMPARE(last["actor"].toString(), "nora");
    }
    void filters_leaveOutTheRest() {
        QVERIFY(audit("nora", "csv", "one.csv",
                      {"--participant", "SYN-001", "--kind", "plan", "--from", "2026-11-20", "--to", "2026-11-20",
                       "--actor", "nora"})
                    .status == 0);
        const QJsonArray some = rows("one.csv");
        QVERIFY(some.size() >= 4); // four anchors
        for (const auto& one : some) {
            QCOMPARE(one.toObject()["subject"].toString(), "SYN-001");
            QCOMPARE(one.toObject()["group"].toString(), "plan");
            QCOMPARE(one.toObject()["actor"].toString(), "nora");
        }
        QVERIFY(audit("nora", "csv", "none.csv", {"--to", "2026-11-19"}).status == 0);
        QCOMPARE(rows("none.csv").size(), 0);
    }
    void pdf_isReadable_andCountsItsPages() {
        const Ran ran = audit("nora", "pdf", "all.pdf");
        QVERIFY2(ran.status == 0, ran.said());
        const int count = ran.object()["pages"].toInt();
        QVERIFY(count >= 2);
        const QString text = pages("all.pdf");
        QVERIFY2(text.contains("Audit trail"), qPrintable(text.left(400)));
        QVERIFY(text.contains("Why it was written: inspection, \"site\" 1"));
        QVERIFY(text.contains("SYN-001: Enrolled as SYN-001"));
        QVERIFY(text.contains("2026-11-20 06:00:00 UTC"));
        QVERIFY(text.contains("2026-11-20T14:00:00.000+08:00"));
        for (int page = 1; page <= count; ++page)
            QVERIFY2(text.contains(QStringLiteral("Page %1 of %2").arg(page).arg(count)), qPrintable(text));
        QVERIFY(!text.contains("MARKER-NAME-5e77") && !text.contains("1957"));
        const Ran info = runProgram("pdfinfo", {m_site.path("all.pdf")}, m_site.environment);
        QVERIFY2(info.out.contains("595.276 x 841.89"), info.out); // A4
        QVERIFY(audit("nora", "pdf", "chinese.pdf", {"--language", "zh-CN"}).status == 0);
        QVERIFY(pages("chinese.pdf").contains(QString::fromUtf8("稽查轨迹")));
    }
    void strangeCharactersInANote_keepNothingFromPaper() {
        // Through a second identity: what people type may hold anything.
        const Ran ran =
            m_site.as("nora", {"participant", "anchor", "move", "--participant", "SYN-001", "--anchor", "incision",
                               "--time", "2026-11-20T10:00+08:00", "--reason", QString::fromUtf8("late 😴 start")});
        QVERIFY2(ran.status == 0, ran.said());
        const Ran printed = audit("nora", "pdf", "emoji.pdf", {"--kind", "plan"});
        QVERIFY2(printed.status == 0, printed.said());
        QVERIFY2(pages("emoji.pdf").contains(QRegularExpression("late (😴|\\[U\\+1F634\\]) ?start")),
                 qPrintable(pages("emoji.pdf").right(500)));
    }
    void sealed_opensWithStandardTools() {
        QVERIFY(m_site.makeCertificate("inspector"));
        const Ran ran = m_site.as("nora",
                                  {"audit", "--format", "csv", "-o", m_site.path("sealed.p7m"), "--reason",
                                   "inspection", "--seal", m_site.path("inspector.pem")},
                                  Site::today());
        QVERIFY2(ran.status == 0, ran.said());
        const Ran opened = runProgram("openssl",
                                      {"cms", "-decrypt", "-inform", "DER", "-in", m_site.path("sealed.p7m"), "-inkey",
                                       m_site.path("inspector.key")},
                                      m_site.environment);
        QVERIFY2(opened.status == 0 && opened.out.startsWith("number,at,"), opened.said());
    }
    void whoMayNotExport_readsOnTheTerminal_butWritesNothing() {
        const Ran read = m_site.as("ada", {"audit", "--last", "3"});
        QVERIFY2(read.status == 0 && read.array().size() == 3, read.said());
        const Ran refused = audit("ada", "csv", "ada.csv");
        QVERIFY2(refused.status == 3, refused.said());
        QVERIFY(!QFile::exists(m_site.path("ada.csv")));
    }
    void badOrders_areNamed_andNothingIsWritten_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no reason") << QStringList{"--format", "csv", "-o", "x.csv"} << "--reason";
        QTest::newRow("no file") << QStringList{"--format", "csv"} << "go together";
        QTest::newRow("no date") << QStringList{"--from", "yesterday"} << "--from";
        QTest::newRow("nobody") << QStringList{"--participant", "SYN-900"} << "--participant";
        QTest::newRow("no kind") << QStringList{"--kind", "everything"} << "kind";
    }
    void badOrders_areNamed_andNothingIsWritten() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Ran ran = m_site.as("nora", QStringList{"audit"} + arguments);
        QVERIFY2(ran.status == 2 && ran.err.contains(said.toUtf8()), ran.said());
    }
};

QTEST_GUILESS_MAIN(TestAuditCli)
#include "tst_audit_cli.moc"
