// The shipped folder: every file proven, every worked case right.
#include "core/Json.h"
#include "instrument/Library.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace serein;
using namespace serein::instrument;

class TestLibrary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedFolder_loads() {
        const auto library = Library::load(Library::defaultFolder());
        QVERIFY2(library, qUtf8Printable(library ? QString() : library.error().toString()));
        for (const char* id : {"phq9", "gad7", "nrs-sleep", "nrs-anxiety", "nrs-pain", "asq", "psqi", "ais"})
            QVERIFY2(library->instrument(QString::fromUtf8(id)), id);
        QVERIFY(library->pack("phq9", "en"));
        QVERIFY(library->pack("phq9", "zh-CN"));
        QVERIFY(!library->pack("psqi", "en")); // its words may not be redistributed
        QCOMPARE(library->entry("unknown"), nullptr);
    }
    void score_hasItsIdAndPublishedRange_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("score");
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        const auto row = [](const char* id, const char* score, int low, int high) {
            QTest::addRow("%s %s", id, score) << QString(id) << QString(score) << low << high;
        };
        row("phq9", "total", 0, 27);
        row("phq2", "total", 0, 6);
        row("phq8", "total", 0, 24);
        row("phq4", "anxiety", 0, 6);
        row("phq4", "depression", 0, 6);
        row("phq4", "total", 0, 12);
        row("gad7", "total", 0, 21);
        row("gad2", "total", 0, 6);
        row("rass", "value", -5, 4);
        row("ramsay", "value", 1, 6);
        row("nrs-pain", "rest", 0, 10);
        row("nrs-pain", "movement", 0, 10);
        row("nrs-sleep", "value", 0, 10);
        row("nrs-anxiety", "value", 0, 10);
        row("nrs-mood", "value", 0, 10);
        row("vas-anxiety", "value", 0, 100);
        row("hamd17", "total", 0, 52);
        row("hama", "total", 0, 56);
        row("bprs-positive", "total", 4, 28);
        row("cgi", "severity", 1, 7);
        row("cgi", "improvement", 1, 7);
        row("psqi", "c1_quality", 0, 3);
        row("psqi", "c2_latency", 0, 3);
        row("psqi", "c3_duration", 0, 3);
        row("psqi", "c4_efficiency", 0, 3);
        row("psqi", "c5_disturbance", 0, 3);
        row("psqi", "c6_medication", 0, 3);
        row("psqi", "c7_daytime", 0, 3);
        row("psqi", "total", 0, 21);
        row("ais", "total", 0, 24);
        row("ais", "ais5", 0, 15);
        row("ais-last-night", "total", 0, 24);
        row("ais-last-night", "ais5", 0, 15);
        row("isi", "total", 0, 28);
        row("ess", "total", 0, 24);
        row("rcsq", "mean", 0, 100);
        row("hads", "anxiety", 0, 21);
        row("hads", "depression", 0, 21);
        row("apais", "anxiety", 4, 20);
        row("apais", "information", 2, 10);
        row("apais", "anaesthesia_anxiety", 2, 10);
        row("apais", "surgery_anxiety", 2, 10);
        row("apais", "total", 6, 30);
        row("stai-s", "total", 20, 80);
        row("stai-t", "total", 20, 80);
        row("stai6", "raw", 6, 24);
        row("stai6", "total", 20, 80);
        row("sas", "raw", 20, 80);
        row("sas", "index", 25, 100);
        row("sds", "raw", 20, 80);
        row("sds", "index", 25, 100);
        row("epds", "total", 0, 30);
        row("bdi2", "total", 0, 63);
        row("madrs", "total", 0, 60);
        row("qor15", "total", 0, 150);
        row("qor40", "total", 40, 200);
        row("ponv-impact", "total", 0, 6);
        row("cadss", "total", 0, 92);
    }
    void score_hasItsIdAndPublishedRange() {
        QFETCH(QString, id);
        QFETCH(QString, score);
        QFETCH(int, low);
        QFETCH(int, high);
        const auto entry = Library::loadEntry(Library::defaultFolder() + u'/' + id);
        QVERIFY2(entry, qUtf8Printable(entry ? QString() : entry.error().toString()));
        const Score* found = entry->instrument.score(score);
        QVERIFY(found);
        QCOMPARE(found->low, Decimal(low));
        QCOMPARE(found->high, Decimal(high));
    }
    void whatShipsWithWords_isWhatMay_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("languages");
        const auto rows = [](const QStringList& languages, const QString& ids) {
            for (const QString& id : ids.split(u' '))
                QTest::newRow(qUtf8Printable(id)) << id << languages;
        };
        rows({"en", "zh-CN"}, "phq9 phq2 phq8 phq4 gad7 gad2 asq rass ramsay nrs-pain nrs-sleep nrs-anxiety nrs-mood "
                              "vas-anxiety nausea-log sleep-log");
        rows({"en"}, "hamd17 hama bprs-positive cgi");
        rows({},
             "psqi ais ais-last-night isi ess rcsq hads apais stai-s stai-t stai6 sas sds epds bdi2 madrs qor15 qor40 "
             "ponv-impact cadss delirium-3d-cam");
        rows({"en", "zh-CN"}, "treatment opioid-24h psychotomimetic adverse-events magnesium-safety pacu "
                              "state-at-assessment arm-guess vital-status concomitant-medication contact-log");
    }
    void whatShipsWithWords_isWhatMay() {
        QFETCH(QString, id);
        const auto entry = Library::loadEntry(Library::defaultFolder() + u'/' + id);
        QVERIFY2(entry, qUtf8Printable(entry ? QString() : entry.error().toString()));
        QTEST(QStringList(entry->packs.keys()), "languages");
    }
    void shippedCases_holdAsPublished_data() {
        QTest::addColumn<QString>("folder");
        const QDir root(Library::defaultFolder());
        for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(root.filePath(name + "/instrument.json")))
                QTest::newRow(qUtf8Printable(name)) << root.filePath(name);
    }
    void shippedCases_holdAsPublished() {
        QFETCH(QString, folder);
        const auto entry = Library::loadEntry(folder);
        QVERIFY2(entry, qUtf8Printable(entry ? QString() : entry.error().toString()));
        const auto count = runCases(*entry);
        QVERIFY2(count, qUtf8Printable(count ? QString() : count.error().toString()));
        QVERIFY(*count > 0);
    }
    void wrongCase_isNamedWithItsScore() {
        QTemporaryDir root;
        const QString folder = copyOf("gad7", root);
        write(
            folder + "/cases.json",
            R"({"cases": [{"name": "all max", "answers": {"q1": 3, "q2": 3, "q3": 3, "q4": 3, "q5": 3, "q6": 3, "q7": 3},
                                         "scores": {"total": {"value": 20, "status": "complete"}}}]})");
        const auto count = runCases(*Library::loadEntry(folder));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, Error::Kind::Wrong);
        QCOMPARE(count.error().faults.size(), 1);
        QCOMPARE(count.error().faults.first().pointer, QString("/cases/0/scores/total/value"));
        QCOMPARE(count.error().faults.first().reason, QString("case 'all max': total is 21, expected 20"));
    }
    void caseWithUnknownItem_isUnusable() {
        QTemporaryDir root;
        const QString folder = copyOf("gad7", root);
        write(
            folder + "/cases.json",
            R"({"cases": [{"name": "x", "profile": "p", "answers": {"nope": 3, "q1": 9}, "scores": {"none": {"value": 1, "status": "complete"}}}]})");
        const auto count = runCases(*Library::loadEntry(folder));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, Error::Kind::Unusable);
        QCOMPARE(count.error().faults.size(), 4);
    }
    void faultsOfEveryFile_areReportedTogether() {
        QTemporaryDir root;
        const QString gad7 = copyOf("gad7", root);
        const QString asq = copyOf("asq", root);
        write(gad7 + "/instrument.json", "{}");
        write(asq + "/text.en.json", R"({"a": 1, "a": 2})");
        const auto library = Library::load(root.path());
        QVERIFY(!library);
        const QString text = library.error().toString();
        QVERIFY(text.contains(gad7 + "/instrument.json: /id: is missing"));
        QVERIFY(text.contains(asq + "/text.en.json: /a: the key stands twice in this object"));
    }
    void packInAFileOfAnotherLanguage_isAFault() {
        QTemporaryDir root;
        const QString folder = copyOf("gad7", root);
        QVERIFY(QFile::rename(folder + "/text.en.json", folder + "/text.fr.json"));
        const auto entry = Library::loadEntry(folder);
        QVERIFY(!entry);
        QCOMPARE(entry.error().faults.first().pointer, QString("/language"));
    }
    void folderOfAnotherName_isAFault() {
        QTemporaryDir root;
        const QString folder = copyOf("gad7", root);
        QVERIFY(QDir().rename(folder, root.filePath("gad8")));
        const auto entry = Library::loadEntry(root.filePath("gad8"));
        QVERIFY(!entry);
        QCOMPARE(entry.error().faults.first().pointer, QString("/id"));
    }
    void missingFolder_isAStorageError() {
        const auto library = Library::load("/nonexistent/instruments");
        QVERIFY(!library);
        QCOMPARE(library.error().kind, Error::Kind::Storage);
    }
    void definitionBytes_doNotDependOnKeyOrder() {
        const auto one = parseJson(R"({"a": 1, "b": [2]})")->toObject();
        const auto other = parseJson(R"({ "b":[2], "a":1 })")->toObject();
        QCOMPARE(definitionBytes(one), definitionBytes(other));
    }

private:
    static void write(const QString& path, const QByteArray& bytes) { QVERIFY(writeFile(path, bytes)); }
    static QString copyOf(const QString& id, const QTemporaryDir& root) {
        const QDir from(Library::defaultFolder() + "/" + id);
        const QString to = root.filePath(id);
        QDir().mkpath(to);
        for (const QString& name : from.entryList(QDir::Files))
            QFile::copy(from.filePath(name), to + "/" + name);
        return to;
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
