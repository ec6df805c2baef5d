#include "core/Json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace serein;

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void duplicateKey_isAFaultWithItsPointer() {
        const auto value = parseJson(R"({"a": {"b": 1, "c": [{"x": 1, "x": 2}], "b": 2}})", "f.json");
        QVERIFY(!value);
        QCOMPARE(value.error().toString(), QString("error: f.json: /a/c/0/x: the key stands twice in this object\n"
                                                   "error: f.json: /a/b: the key stands twice in this object"));
        QCOMPARE(value.error().exitStatus(), 2);
    }
    void escapedKeys_areTheSameKey() { QVERIFY(!parseJson(R"({"\u0061": 1, "a": 2})")); }
    void syntaxError_namesItsLine() {
        const auto value = parseJson("{\n\"a\": 1,\n}", "f.json");
        QVERIFY(!value);
        QVERIFY2(value.error().toString().startsWith("error: f.json:3: not JSON"),
                 qPrintable(value.error().toString()));
    }
    void controlCharacterInAText_isAFaultWithItsLine() {
        const auto value = parseJson("{\n\"a\": \"one\ntwo\", \"b\": \"\t\"}", "f.json");
        QVERIFY(!value);
        QCOMPARE(value.error().toString(),
                 QString("error: f.json:2: not JSON: a control character inside a text; a line "
                         "break is written \\n, a tab \\t"));
        QVERIFY(!parseJson("{\"a\tb\": 1}"));
        QVERIFY(parseJson("{\"a\": \"one\\ntwo \\\"\\u0009\"}"));
    }
    void syntaxError_saysWhatIsWanted_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const QByteArray& json, const char* words) {
            QTest::newRow(json.constData()) << json << QString::fromUtf8(words);
        };
        row("{\"a\": 1 \"b\": 2}", "an object goes on with a comma, a key in double quotes or }");
        row("{\"a\": 1,, \"b\": 2}", "an object goes on with a comma, a key in double quotes or }");
        row("{\"a\" 1}", "after a key stands a colon");
        row("[1 2]", "a list goes on with a comma or ]");
        row("['a']", "neither a text in double quotes nor a number nor true, false or null");
        row("[\"a]", "a text has no closing quote");
        row("[1,]", "a comma with nothing after it");
        row("[\"\xff\"]", "not UTF-8");
    }
    void syntaxError_saysWhatIsWanted() {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        QCOMPARE(parseJson(json).error().toString(), "error: not JSON: " + words);
    }
    void trailingBytes_areRefused() {
        QVERIFY(!parseJson("{} {}"));
        QVERIFY(!parseJson("1, 2"));
        QVERIFY(!parseJson(""));
    }
    void deepNesting_isRefused() { QVERIFY(!parseJson(QByteArray(100, '[') + QByteArray(100, ']'))); }
    void canonicalForm_sortsKeys() {
        QCOMPARE(canonicalJson(*parseJson(R"({ "b": 1.0, "a": [true, null, "é"] })")),
                 QByteArray(R"({"a":[true,null,"é"],"b":1})"));
    }
    void pointer_escapes() { QCOMPARE(pointerTo("/a", "b/c~d"), QString("/a/b~1c~0d")); }
    void file_isReplacedWhole() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("f");
        QVERIFY(writeFile(path, "one", true));
        QVERIFY(writeFile(path, "two", true));
        QCOMPARE(*readFile(path), QByteArray("two"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!writeFile(folder.filePath("absent/f"), "x"));
    }
    void fileThatFindsNoRoom_saysWhy_andStaysAsItWas_data() {
        QTest::addColumn<int>("size");
        QTest::newRow("a small one") << 3'000;
        QTest::newRow("a large one") << 300'000;
    }
    void fileThatFindsNoRoom_saysWhy_andStaysAsItWas() {
        QFETCH(int, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath("f");
        QVERIFY(writeFile(path, "one"));
        rlimit before = {};
        ::getrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit room{2'000, before.rlim_max}; // the first write is cut short there
        ::setrlimit(RLIMIT_FSIZE, &room);
        const auto written = writeFile(path, QByteArray(size, 'x'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QCOMPARE(written.error().toString(), "error: " + path + ": cannot be written: File too large"); // EFBIG's words
        QCOMPARE(*readFile(path), QByteArray("one"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"f"});
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
