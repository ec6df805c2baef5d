// Broken definitions, packs, cases and studies: one small mutation of a good file each, refused with exactly the faults
// that stand beside it, every one with its place and its reason.
//
// A row of tests/fixtures/broken/table.json: in `file` of base/ the text `find` (which stands there once) becomes
// `replace` (or the bytes `replaceHex`), `times` over; on the day `today` (2026-11-20) `expect` is refused: "/place:
// reason", ":LINE: reason" where it isn't JSON, "@FILE: /place: reason" in another file; `reportedIn` where all are in
// another file. `sitePack` false: as a site's own pack the file would do.
#include "core/Json.h"
#include "study/Words.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace serein;
using namespace serein::study;

namespace {

const QDate day(2026, 11, 20);

QByteArray bytesOf(const QString& path) {
    return readFile(path).value();
}

QString fixture(const QString& name) {
    return QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/broken/") + name;
}

/// Where each file of base/ stands in a library.
const QMap<QString, QString>& places() {
    static const QMap<QString, QString> known{{"instrument.json", "library/evening-round/instrument.json"},
                                              {"text.en.json", "library/evening-round/text.en.json"},
                                              {"cases.json", "library/evening-round/cases.json"},
                                              {"night.json", "library/night-round/instrument.json"},
                                              {"night.text.en.json", "library/night-round/text.en.json"},
                                              {"form.json", "library/staff-form/instrument.json"},
                                              {"form.text.zh-CN.json", "library/staff-form/text.zh-CN.json"},
                                              {"study.json", "study.json"}};
    return known;
}

/// The good files, laid out as a site has them.
class BrokenSite {
public:
    BrokenSite() {
        for (auto it = places().begin(); it != places().end(); ++it) {
            QDir().mkpath(QFileInfo(path(it.key())).path());
            write(it.key(), bytesOf(fixture(QStringLiteral("base/") + it.key())));
        }
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(places().value(name, name)); }
    [[nodiscard]] QString library() const { return m_folder.filePath(QStringLiteral("library")); }
    /// Without writeFile's sync, which would cost more than all the checking.
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    /// Everything that is asked of a site's files before a participant is: the first step that refuses is the answer.
    [[nodiscard]] Result<void> check(const QDate& today = day) const {
        SEREIN_TRY(const auto all, instrument::Library::load(library()));
        SEREIN_CHECK(instrument::runCases(*all.entry(QStringLiteral("evening-round"))));
        SEREIN_TRY(const QJsonValue json, readJson(path(QStringLiteral("study.json"))));
        SEREIN_TRY(const Study study, parseStudy(json, all, path(QStringLiteral("study.json"))));
        return requireWords(study, all, today, path(QStringLiteral("study.json")));
    }

    /// Every file by its path, byte for byte.
    [[nodiscard]] QMap<QString, QByteArray> files() const {
        QMap<QString, QByteArray> all;
        for (QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString file = it.next();
            all.insert(file, bytesOf(file));
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
};

/// The faults, one a line, in an order that depends on nothing but them.
QString sorted(QStringList lines) {
    lines.sort();
    return lines.join(u'\n');
}

/// "error: FILE: /place: reason" of an expectation "/place: reason"; ":3: reason" where a line stands for the place.
QString expectedLine(const QString& expectation, const QString& path) {
    return QStringLiteral("error: ") + path + (expectation.startsWith(u':') ? QString() : QStringLiteral(": ")) +
           expectation;
}

/// The same of "@text.en.json: /place: reason", a fault in another file than most of the row's.
QString expectedIn(const BrokenSite& site, const QString& name, const QString& expectation) {
    if (!expectation.startsWith(u'@'))
        return expectedLine(expectation, site.path(name));
    const QString other = expectation.section(QStringLiteral(": "), 0, 0).mid(1);
    return expectedLine(expectation.section(QStringLiteral(": "), 1), site.path(other));
}

/// A row's replacement: text, bytes in hexadecimal, or either many times over.
QByteArray replacement(const QJsonObject& row) {
    const QByteArray once = row.contains("replaceHex")
                                ? QByteArray::fromHex(row.value("replaceHex").toString().toLatin1())
                                : row.value("replace").toString().toUtf8();
    return once.repeated(row.value("times").toInt(1));
}

QList<QJsonObject> table() {
    const auto json = readJson(fixture(QStringLiteral("table.json")));
    if (!json)
        qFatal("%s", qUtf8Printable(json.error().toString()));
    QList<QJsonObject> rows;
    for (const auto row : json->toArray())
        rows += row.toObject();
    return rows;
}

void addRow(const QJsonObject& row) {
    QTest::newRow(qUtf8Printable(row.value("file").toString() + ": " + row.value("name").toString())) << row;
}

QString firstLine(const Result<void>& result) {
    return result ? QStringLiteral("accepted") : result.error().toString().section(u'\n', 0, 0);
}

} // namespace

class TestBrokenFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unbrokenFiles_areAccepted() {
        const auto checked = BrokenSite().check();
        QVERIFY2(checked, checked ? "" : qUtf8Printable(checked.error().toString()));
    }

    void table_hasTwoHundredRowsOfItsOwn() {
        QSet<QString> names;
        QSet<QString> mutations;
        const QList<QJsonObject> rows = table();
        for (const QJsonObject& row : rows) {
            names.insert(row.value("file").toString() + row.value("name").toString());
            mutations.insert(row.value("file").toString() + row.value("find").toString() + '\n' + replacement(row));
            QVERIFY2(!row.value("expect").toArray().isEmpty(), qUtf8Printable(row.value("name").toString()));
        }
        QCOMPARE(names.size(), rows.size());
        QVERIFY(mutations.size() >= 200);
    }

    void brokenFile_isRefusedWithPlaceAndReason_data() {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonObject& row : table())
            addRow(row);
    }
    void brokenFile_isRefusedWithPlaceAndReason() {
        QFETCH(QJsonObject, row);
        const QString name = row.value("file").toString();
        const QByteArray find = row.value("find").toString().toUtf8();
        const BrokenSite site;
        QByteArray bytes = bytesOf(site.path(name));
        QCOMPARE(bytes.count(find), 1);
        site.write(name, bytes.replace(find, replacement(row)));
        const auto before = site.files();

        const auto checked = site.check(QDate::fromString(row.value("today").toString("2026-11-20"), Qt::ISODate));
        QVERIFY2(!checked, "accepted");
        const Error& error = checked.error();
        const QString reportedIn = row.value("reportedIn").toString(name);
        QVERIFY(error.kind == Error::Kind::Unusable ||
                (reportedIn == "cases.json" && error.kind == Error::Kind::Wrong));
        QVERIFY(error.exitStatus() != 0);
        QStringList expected;
        for (const auto line : row.value("expect").toArray())
            expected += expectedIn(site, reportedIn, line.toString());
        const QString found = sorted(error.toString().split(u'\n'));
        QVERIFY2(found == sorted(expected), qUtf8Printable("found:\n" + found + "\nexpected:\n" + sorted(expected)));
        QCOMPARE(site.files(), before); // nothing is mended, moved or left behind
    }

    // A site's own pack is held against the same rules, and a refused one leaves what was there.
    void brokenSitePack_addsNothing_data() {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonObject& row : table()) // but where only the file's name or the study refuses it
            if (row.value("file") == "text.en.json" && !row.contains("reportedIn") &&
                row.value("sitePack").toBool(true))
                addRow(row);
    }
    void brokenSitePack_addsNothing() {
        QFETCH(QJsonObject, row);
        const BrokenSite site;
        auto library = instrument::Library::load(site.library());
        QVERIFY(library);
        const QTemporaryDir packs;
        const QByteArray good = bytesOf(site.path("text.en.json"));
        QVERIFY(writeFile(packs.filePath("a-good.json"), QByteArray(good).replace("Your evening", "The site's own")));
        const QByteArray find = row.value("find").toString().toUtf8();
        QVERIFY(writeFile(packs.filePath("broken.json"), QByteArray(good).replace(find, replacement(row))));
        const auto added = library->addPacks(packs.path());
        QVERIFY2(!added, "accepted");
        QVERIFY(error(added).startsWith("error: " + packs.filePath("broken.json") + ':'));
        QCOMPARE(library->pack("evening-round", "en")->title, QString("Your evening"));
        QCOMPARE(library->entry("evening-round")->packs.size(), 1);
    }

    // What no table can spell out.
    void giganticFile_isRefused_data() {
        QTest::addColumn<QString>("file");
        for (const QString& name : places().keys())
            QTest::newRow(qUtf8Printable(name)) << name;
    }
    void giganticFile_isRefused() {
        QFETCH(QString, file);
        const BrokenSite site;
        site.write(file, bytesOf(site.path(file)) + QByteArray(20 << 20, ' '));
        QCOMPARE(firstLine(site.check()), expectedLine("larger than 16 MiB", site.path(file)));
    }
    void hostileValue_isRefusedInsideAGoodFile_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("reason");
        struct Spot {
            const char* file;
            const char* find;
            const char* pointer;
        };
        const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
        const auto objects = [](int levels) {
            return QByteArray("{\"not\":").repeated(levels) + '1' + QByteArray(levels, '}');
        };
        for (const Spot& spot : {Spot{"instrument.json", "\"P1W\"", "/recall/period"},
                                 Spot{"text.en.json", "\"A door made me jump\"", "/items/q1/text"},
                                 Spot{"cases.json", "\"Trolleys\"", "/cases/1/answers/remark"},
                                 Spot{"study.json", "\"Europe/Lisbon\"", "/zone"}}) {
            const auto row = [&](const char* name, const QByteArray& value, const QString& reason) {
                QTest::addRow("%s: %s", spot.file, name)
                    << QString(spot.file) << QByteArray(spot.find) << value << reason;
            };
            const QString place = spot.pointer;
            row("17 MiB in one string", '"' + QByteArray(17 << 20, 'x') + '"', "larger than 16 MiB");
            row("a megabyte in one string", '"' + QByteArray(1 << 20, 'x') + '"',
                place + ": a text longer than 4000 characters");
            row("5,000 characters in one string", '"' + QByteArray(5000, 'x') + '"',
                place + ": a text longer than 4000 characters");
            row("100,000 nested arrays", nested(100000), "not JSON: ");
            row("100,000 nested objects", objects(100000), "not JSON: ");
            row("70 nested arrays", nested(70), "nested deeper than 64 levels");
            row("a key of a megabyte", "{\"" + QByteArray(1 << 20, 'x') + "\": 1}",
                place + ": a key longer than 4000 characters");
        }
    }
    void hostileValue_isRefusedInsideAGoodFile() {
        QFETCH(QString, file);
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, value);
        QFETCH(QString, reason);
        const BrokenSite site;
        QByteArray bytes = bytesOf(site.path(file));
        QCOMPARE(bytes.count(find), 1);
        site.write(file, bytes.replace(find, value));
        QElapsedTimer clock;
        clock.start();
        const auto checked = site.check();
        QVERIFY2(clock.elapsed() < 30000, "took half a minute"); // sanitizers are slow; a hang is slower
        QVERIFY2(!checked, "accepted");
        const QString found = checked.error().toString();
        QVERIFY2(found.startsWith("error: " + site.path(file)), qUtf8Printable(found.left(500)));
        QVERIFY2(found.contains(reason) && !found.contains(u'\n'), qUtf8Printable(found.left(500)));
        QVERIFY2(found.size() < 1000, "the message repeats what it refuses");
    }

    void everyBrokenFile_isReportedAtOnce() {
        const BrokenSite site;
        QStringList expected;
        const auto breakIn = [&](const QString& name, const QByteArray& find, const QByteArray& by,
                                 const QString& fault) {
            QByteArray bytes = bytesOf(site.path(name));
            site.write(name, bytes.replace(find, by));
            expected += expectedLine(fault, site.path(name));
        };
        breakIn("instrument.json", "\"P1W\"", "\"a week\"", "/recall/period: not an ISO 8601 duration such as P2W");
        breakIn("text.en.json", "\"version\": \"1.0.0\",\n", "", "/version: is missing");
        breakIn("night.json", "[0, 10]", "[0, 11]",
                "/scores/0/range: stated as [0, 11], but its expression gives [0, 10]");
        QCOMPARE(sorted(site.check().error().toString().split(u'\n')), sorted(expected));
    }
    void absentFile_isRefused() {
        const BrokenSite site;
        QVERIFY(QFile::remove(site.path("cases.json")));
        QCOMPARE(site.check().error().kind, Error::Kind::Storage);
        QVERIFY(QFile::remove(site.path("night.json"))); // the folder is skipped, and the study misses it
        site.write("cases.json", bytesOf(fixture("base/cases.json")));
        QVERIFY(firstLine(site.check()).endsWith("there is no instrument \"night-round\""));
    }
    void absentWords_areReportedForEveryInstrument() {
        const BrokenSite site;
        for (const char* pack : {"text.en.json", "night.text.en.json", "form.text.zh-CN.json"})
            QVERIFY(QFile::remove(site.path(pack)));
        QStringList expected;
        const QString reason = " has no words in en: add the site's licensed pack";
        for (const char* fault :
             {"/timepoints/0/battery/0/instrument: evening-round", "/timepoints/1/battery/0/instrument: night-round",
              "/timepoints/3/battery/1/instrument: staff-form"})
            expected += expectedLine(fault + reason, site.path("study.json"));
        QCOMPARE(sorted(site.check().error().toString().split(u'\n')), sorted(expected));
    }

private:
    static QString error(const Result<void>& result) { return result ? QString() : result.error().toString(); }
};

QTEST_GUILESS_MAIN(TestBrokenFiles)
#include "tst_broken_files.moc"
