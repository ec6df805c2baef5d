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
