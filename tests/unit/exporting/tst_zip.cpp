// Archives in memory: what was packed comes back, and what is no bundle's archive is refused before it fills the
// memory.
#include "exporting/Zip.h"

#include <QTest>
#include <archive.h>
#include <archive_entry.h>

using namespace serein;
using namespace serein::exporting;

namespace {

/// As other programs pack.
QByteArray deflated(const char* name, const QByteArray& content) {
    QByteArray bytes(1 << 20, '\0');
    size_t used = 0;
    archive* const writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_options(writer, "zip:compression=deflate");
    archive_write_open_memory(writer, bytes.data(), static_cast<size_t>(bytes.size()), &used);
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, content.size());
    archive_write_header(writer, entry);
    archive_write_data(writer, content.constData(), static_cast<size_t>(content.size()));
    archive_write_close(writer);
    archive_entry_free(entry);
    archive_write_free(writer);
    return bytes.first(static_cast<qsizetype>(used));
}

} // namespace

class TestZip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void archiveOfAnySize_unpacks_sinceItIsStored() {
        const Files files{{"a.csv", QByteArray(5000, 'a')}, {"b/c.csv", QByteArray(7000, 'b')}};
        const QByteArray archive = *zip(files);
        const auto read = unzip(archive, {}, 1000);
        QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
        QCOMPARE(*read, files);
    }
    void smallArchiveOfMuch_isRefused() {
        const QByteArray bomb = deflated("answers.csv", QByteArray(3'000'000, '0'));
        QVERIFY(bomb.size() < 10'000);
        QVERIFY(unzip(bomb, {}, 3'000'000));
        const auto read = unzip(bomb, {}, 2'999'999);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Wrong);
        QCOMPARE(read.error().toString(), QString("error: it unpacks to more than a bundle of its size can hold"));
    }
    void someFiles_areReadAlone() {
        const Files files{{"a.csv", "1"}, {"b.csv", "2"}};
        const auto read = unzip(*zip(files), [](const QString& name) { return name == QLatin1String("b.csv"); });
        QVERIFY(read);
        QCOMPARE(*read, (Files{{"b.csv", "2"}}));
    }
    void archive_isWhatItsFilesAreZippedTo() {
        const Files files{{"a.csv", QByteArray(100'000, 'a')}, {"b.csv", "2"}};
        const QByteArray archive = *zip(files);
        QVERIFY(checkZipped(files, archive));
        QVERIFY(!checkZipped(files, archive + 'x'));
        QVERIFY(!checkZipped(files, archive.chopped(1)));
        QVERIFY(!checkZipped({{"a.csv", QByteArray(100'000, 'a')}}, archive));
        QVERIFY(!checkZipped(*unzip(deflated("a.csv", "1")), deflated("a.csv", "1")));
    }
};

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
