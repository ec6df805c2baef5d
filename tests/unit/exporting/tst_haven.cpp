// The exported tables as R's haven reads them, cell by cell against the CSV of the same bundle.
#include "exporting/Bundle.h"
#include "support/ReviewVault.h"
#include "unit/exporting/ExportFixture.h"
#include "unit/exporting/Readers.h"

using namespace serein;
using namespace serein::test;
using namespace serein::exporting;

namespace {

QString textOf(const QString& points) {
    QString text;
    for (const QString& point : points.split('-', Qt::SkipEmptyParts))
        text += QString::fromUcs4(std::array{static_cast<char32_t>(point.toUInt())}.data(), 1);
    return text;
}

/// Whether haven's cell is what the CSV says; R takes what the CSV leaves empty for missing, whatever its code.
bool isSame(const QString& csv, const QString& cell, bool isMissing) {
    if (csv.isEmpty())
        return cell.isEmpty() || cell.startsWith(QLatin1String("NA")) || isMissing;
    if (isMissing)
        return false;
    bool number = false;
    bool numberHere = false;
    const double expected = csv.toDouble(&number);
    const double found = cell.toDouble(&numberHere);
    if (number && numberHere && expected == found)
        return true;
    const QTime time = QTime::fromString(csv, QStringLiteral("HH:mm"));
    if (time.isValid() && numberHere)
        return found == QTime(0, 0).secsTo(time);
    return cell == csv || textOf(cell) == csv;
}

} // namespace

class TestHaven : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wideTable_saysToHavenWhatItsCsvSays_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("csv");
        QTest::newRow("SPSS") << "wide.sav" << wideFile;
        QTest::newRow("Stata") << "wide.dta" << wideFile;
    }
    void wideTable_saysToHavenWhatItsCsvSays() {
        if (!readers::has("Rscript"))
            QSKIP("R is not installed: deploy/test installs it");
        QFETCH(QString, file);
        QFETCH(QString, csv);
        ReviewVault site;
        site.give(site.first, {"POD2", "nrs-pain", 1}, {{"rest", 2}, {"movement", 5}}, "self",
                  "2026-11-22T07:00+08:00");
        site.as("dana");
        VERIFY_DONE(site.vault->checkpoint(site.first, {"dana", "dataManager"}));
        const auto files = buildBundle(*site.vault, site.first, QStringLiteral("full"));
        VERIFY_DONE(files);
        const QTemporaryDir folder;
        readers::unpack({{file, files->value(file)}}, folder);
        const auto ran =
            readers::run("Rscript", {"--vanilla", SEREIN_SOURCE_DIR "/tests/stat/read.R", folder.filePath(file)});
        QVERIFY2(ran.status == 0, ran.said.constData());
        QMap<std::pair<int, QString>, QString> cells;
        QSet<std::pair<int, QString>> missing;
        QSet<QString> variables;
        for (const QString& line : QString::fromUtf8(ran.out).split('\n')) {
            const QStringList parts = line.split('\t');
            if (parts.constFirst() == QLatin1String("variable"))
                variables.insert(parts.value(1));
            if (parts.constFirst() == QLatin1String("cell"))
                cells.insert({parts.value(1).toInt(), parts.value(2)}, parts.value(3));
            if (parts.constFirst() == QLatin1String("missing"))
                missing.insert({parts.value(1).toInt(), parts.value(2)});
        }
        const auto rows = fixture::rowsOf(files->value(csv));
        QVERIFY(rows.size() > 1);
        int compared = 0;
        for (int row = 1; row <= rows.size(); ++row)
            for (auto column = rows.at(row - 1).begin(); column != rows.at(row - 1).end(); ++column) {
                const std::pair<int, QString> place{row, column.key()};
                if (!variables.contains(column.key()))
                    continue;
                QVERIFY2(isSame(*column, cells.value(place), missing.contains(place)),
                         qPrintable(QStringLiteral("row %1, %2: \"%3\" in the CSV, \"%4\" to haven")
                                        .arg(row)
                                        .arg(column.key(), *column, cells.value(place))));
                compared += column->isEmpty() ? 0 : 1;
            }
        QVERIFY2(compared > 60, qPrintable(QString::number(compared)));
        QSet<QString> lacking;
        for (auto column = rows.constFirst().keyBegin(); column != rows.constFirst().keyEnd(); ++column)
            if (!variables.contains(*column))
                lacking.insert(*column);
        QVERIFY2(lacking.isEmpty(), qPrintable(QStringList(lacking.values()).join(' ')));
    }
};

QTEST_GUILESS_MAIN(TestHaven)
#include "tst_haven.moc"
