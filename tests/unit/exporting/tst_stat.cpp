// SPSS and Stata files as R's haven reads them: values, labels, and why a value is absent.
#include "core/Result.h"
#include "exporting/StatFile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace serein;
using namespace serein::exporting;
using Form = StatVariable::Form;

namespace {

/// Chinese, quotes, a formula, a line break, an emoji.
const QString awkward = QStringLiteral("=cmd|'/c calc'!A1 \"很疼\"\n🙂 'ja'");

StatVariable variable(const QString& name, Form form, bool hasStates = false) {
    StatVariable one;
    one.name = name;
    one.label = QStringLiteral("标签 ") + name;
    one.form = form;
    one.hasStates = hasStates;
    return one;
}

StatTable table() {
    StatTable made{QStringLiteral("Serein 测试"), QStringLiteral("zh-CN"), {}, {}};
    StatVariable choice = variable("phq9_q1", Form::Number, true);
    choice.isOrdinal = true;
    choice.values = {{0, QStringLiteral("完全不会")}, {3, QStringLiteral("几乎每天")}};
    StatVariable exact = variable("dose", Form::Number, true);
    exact.decimals = 3;
    exact.lowest = -2000000; // its missing values stand lower still
    made.variables = {variable("subject", Form::Text),
                      choice,
                      exact,
                      variable("bed_time", Form::Clock, true),
                      variable("night_of", Form::Date),
                      variable("note", Form::Text)};
    made.rows = {
        {QString("SYN-001"), 3.0, 0.125, 1350.0, QDate(2026, 11, 20), awkward},
        {QString("SYN-002"), Absent::Declined, Absent::NotReached, Absent::NotApplicable, Absent::Unasked,
         QString(10000, QChar(0x75bc))},
        {QString("SYN-003"), Absent::Unanswered, Absent::ScoreMissing, Absent::Unasked, QDate(1957, 2, 28), QString()},
        {QString("SYN-004"), 0.0, -1999999.5, 0.0, QDate(2000, 2, 29), QString(300, QChar('x'))}};
    return made;
}

QString points(const QString& text) {
    QStringList all;
    for (const uint point : text.toUcs4())
        all += QString::number(point);
    return all.join('-');
}

/// What haven says, a line each.
QStringList seenByR(const QByteArray& bytes, const QString& ending) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("table." + ending);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    QProcess r;
    r.start("Rscript", {"--vanilla", SEREIN_SOURCE_DIR "/tests/stat/read.R", path});
    if (!r.waitForFinished(120000) || r.exitCode() != 0)
        qWarning().noquote() << r.readAllStandardError();
    return QString::fromUtf8(r.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}

} // namespace

class TestStat : public QObject {
    Q_OBJECT

    static void has(const QStringList& lines, const QString& line) {
        QVERIFY2(lines.contains(line), qPrintable(line + "\nis not among\n" + lines.join('\n').left(6000)));
    }

private Q_SLOTS:
    void haven_readsSpssValuesLabelsAndStates() {
        if (QStandardPaths::findExecutable("Rscript").isEmpty())
            QSKIP("R is not installed: deploy/test installs it");
        const auto bytes = toSav(table());
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().toString()));
        const QStringList lines = seenByR(*bytes, "sav");
        has(lines, "variable\tphq9_q1\t" + points(QStringLiteral("标签 phq9_q1")));
        has(lines, "label\tphq9_q1\t3\t" + points(QStringLiteral("几乎每天")));
        has(lines, "label\tphq9_q1\t-99991\t" + points(QStringLiteral("拒绝回答")));
        has(lines, "cell\t1\tphq9_q1\t3");
        has(lines, "cell\t2\tphq9_q1\t-99991");
        has(lines, "missing\t2\tphq9_q1");
        has(lines, "cell\t3\tphq9_q1\t-99994");
        has(lines, "missing\t3\tphq9_q1");
        has(lines, "cell\t1\tdose\t0.125");
        has(lines, "cell\t2\tdose\t-9999992"); // below -2,000,000
        has(lines, "missing\t2\tdose");
        has(lines, "cell\t4\tdose\t-1999999.5");
        QVERIFY(!lines.contains("missing\t4\tdose"));
        has(lines, "cell\t1\tbed_time\t81000"); // seconds: 22:30
        has(lines, "cell\t3\tbed_time\tNA");
        has(lines, "cell\t1\tnight_of\t2026-11-20");
        has(lines, "cell\t3\tnight_of\t1957-02-28");
        has(lines, "cell\t1\tnote\t" + points(awkward));
        has(lines, "cell\t2\tnote\t" + points(QString(10000, QChar(0x75bc))));
        has(lines, "cell\t3\tnote\t");
    }
    void haven_readsStataValuesLabelsAndStates() {
        if (QStandardPaths::findExecutable("Rscript").isEmpty())
            QSKIP("R is not installed: deploy/test installs it");
        const auto bytes = toDta(table());
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().toString()));
        const QStringList lines = seenByR(*bytes, "dta");
        has(lines, "variable\tphq9_q1\t" + points(QStringLiteral("标签 phq9_q1")));
        has(lines, "label\tphq9_q1\t0\t" + points(QStringLiteral("完全不会")));
        has(lines, "label\tphq9_q1\tNA(a)\t" + points(QStringLiteral("拒绝回答")));
        has(lines, "cell\t2\tphq9_q1\tNA(a)");
        has(lines, "cell\t2\tdose\tNA(b)");
        has(lines, "cell\t2\tbed_time\tNA(c)");
        has(lines, "cell\t3\tphq9_q1\tNA(d)");
        has(lines, "cell\t3\tdose\tNA(e)");
        has(lines, "cell\t3\tbed_time\tNA");
        has(lines, "cell\t1\tbed_time\t22:30");
        has(lines, "cell\t4\tnight_of\t2000-02-29");
        has(lines, "cell\t1\tnote\t" + points(awkward));
        has(lines, "cell\t2\tnote\t" + points(QString(10000, QChar(0x75bc))));
    }
    void readBack_isTheSameTable_data() {
        QTest::addColumn<bool>("isSav");
        QTest::newRow("sav") << true;
        QTest::newRow("dta") << false;
    }
    void readBack_isTheSameTable() {
        QFETCH(bool, isSav);
        const StatTable written = table();
        const auto bytes = isSav ? toSav(written) : toDta(written);
        QVERIFY(bytes);
        const auto read = isSav ? fromSav(*bytes) : fromDta(*bytes);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
        QCOMPARE(read->variables.size(), written.variables.size());
        for (qsizetype i = 0; i < read->variables.size(); ++i) {
            QCOMPARE(read->variables[i].name, written.variables[i].name);
            QCOMPARE(read->variables[i].label, written.variables[i].label);
            QVERIFY(read->variables[i].form == written.variables[i].form);
        }
        QCOMPARE(read->rows.size(), written.rows.size());
        for (qsizetype row = 0; row < read->rows.size(); ++row)
            for (qsizetype i = 0; i < read->variables.size(); ++i)
                QVERIFY2(read->rows[row][i] == written.rows[row][i],
                         qPrintable(QStringLiteral("row %1, %2").arg(row).arg(read->variables[i].name)));
    }
    void bytes_areTheSameInEveryTimeZone() {
        const QByteArray before = qgetenv("TZ");
        QList<QByteArray> made;
        for (const char* zone : {"UTC", "Asia/Shanghai", "America/New_York"}) {
            qputenv("TZ", zone);
            tzset();
            const auto sav = toSav(table());
            const auto dta = toDta(table());
            QVERIFY(sav && dta);
            made += *sav + *dta;
        }
        qputenv("TZ", before);
        tzset();
        QCOMPARE(made.at(1), made.at(0));
        QCOMPARE(made.at(2), made.at(0));
    }
    void longTextOfAnyLength_keepsItsEnd() {
        for (const int length : {84, 85, 252, 253, 255, 9900, 9901, 10000}) { // 29,700 bytes fill their last segment
            StatTable made;
            made.variables = {variable("note", Form::Text)};
            made.rows = {{QString(length, QChar(0x75bc))}};
            const auto sav = toSav(made);
            const auto dta = toDta(made);
            QVERIFY(sav && dta);
            QVERIFY2(fromSav(*sav)->rows == made.rows, qPrintable(QString::number(length)));
            QVERIFY2(fromDta(*dta)->rows == made.rows, qPrintable(QString::number(length)));
        }
    }
    void longLabel_isCutBetweenCharacters() {
        StatTable made = table();
        made.variables[1].label = QString(200, QChar(0x75bc)); // 600 bytes
        const auto sav = fromSav(*toSav(made));
        QVERIFY(sav);
        QVERIFY(sav->variables[1].label.endsWith(QChar(0x2026)));
        QVERIFY(sav->variables[1].label.startsWith(QString(80, QChar(0x75bc))));
        QVERIFY(!sav->variables[1].label.contains(QChar(0xfffd)));
        const auto dta = fromDta(*toDta(made));
        QVERIFY(dta);
        QVERIFY(dta->variables[1].label.startsWith(QString(20, QChar(0x75bc))));
        QVERIFY(!dta->variables[1].label.contains(QChar(0xfffd)));
    }
    void broken_isNoTable() {
        QVERIFY(!fromSav("$FL2 and no more"));
        QVERIFY(!fromDta(QByteArray()));
        const QByteArray whole = *toSav(table());
        QVERIFY(!fromSav(whole.left(whole.size() / 2)));
    }
};

QTEST_GUILESS_MAIN(TestStat)
#include "tst_stat.moc"
