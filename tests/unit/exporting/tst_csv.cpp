#include "exporting/Csv.h"

#include <QTest>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::exporting;

namespace {

/// A reader of RFC 4180 that knows nothing of the writer.
QList<QStringList> readCsv(const QByteArray& bytes) {
    QList<QStringList> rows{{}};
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted && c == u'"' && at + 1 < text.size() && text[at + 1] == u'"')
            field += text[++at];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            rows.last() += std::exchange(field, {});
        else if (!quoted && c == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n') {
            rows.last() += std::exchange(field, {});
            rows += QStringList();
            ++at;
        } else
            field += c;
    }
    rows.removeLast(); // after the last CRLF
    return rows;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_isWrittenSafely_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("plain") << "mild" << QByteArray("mild");
        QTest::newRow("empty") << "" << QByteArray();
        QTest::newRow("comma") << "a,b" << QByteArray("\"a,b\"");
        QTest::newRow("quote") << "say \"no\"" << QByteArray("\"say \"\"no\"\"\"");
        QTest::newRow("line feed") << "one\ntwo" << QByteArray("\"one\ntwo\"");
        QTest::newRow("CRLF") << "one\r\ntwo" << QByteArray("\"one\r\ntwo\"");
        QTest::newRow("spaces at the ends") << " a " << QByteArray("\" a \"");
        QTest::newRow("Chinese") << QString::fromUtf8("睡得，很差") << QByteArray("睡得，很差");
        QTest::newRow("emoji") << QString::fromUtf8("😴 zz") << QByteArray("😴 zz");
        QTest::newRow("formula") << "=1+1" << QByteArray("'=1+1");
        QTest::newRow("plus") << "+86" << QByteArray("'+86");
        QTest::newRow("minus") << "-5" << QByteArray("'-5");
        QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << "\t=1" << QByteArray("'\t=1");
        QTest::newRow("carriage return") << "\r=1" << QByteArray("\"'\r=1\"");
        QTest::newRow("full width") << QString::fromUtf8("＝1") << QByteArray("'＝1");
        QTest::newRow("apostrophe") << "'tis" << QByteArray("''tis");
        QTest::newRow("sign inside") << "a=b" << QByteArray("a=b");
        QTest::newRow("formula with quotes")
            << "=HYPERLINK(\"x\",\"y\")" << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }
    void text_isWrittenSafely() {
        QFETCH(QString, text);
        QFETCH(QByteArray, field);
        QCOMPARE(toCsv({{"c"}, {{text}}}), "c\r\n" + field + "\r\n");
    }
    void negativeNumber_staysANumber() {
        const Table table{{"n"}, {{Cell::number(Decimal(-5))}, {Cell::number(*Decimal::fromString("-0.5"))}}};
        QCOMPARE(toCsv(table), QByteArray("n\r\n-5\r\n-0.5\r\n"));
    }
    void noText_isLostOrMovesToAnotherCell() {
        QVERIFY(rc::check("a reader that drops one leading apostrophe has every text back", [] {
            const auto width = *rc::gen::inRange(1, 4);
            const auto cell =
                rc::gen::container<std::string>(rc::gen::element(',', '"', '\r', '\n', '\'', '=', '-', 'a', ' ', '\t'));
            Table table{QStringList(width, QStringLiteral("c")), {}};
            QList<QStringList> expected{table.columns};
            for (int row = 0; row < 3; ++row) {
                QStringList texts;
                for (int column = 0; column < width; ++column)
                    texts += QString::fromStdString(*cell);
                table.rows += QList<Cell>(texts.begin(), texts.end());
                expected += texts;
            }
            QList<QStringList> read = readCsv(toCsv(table));
            for (QStringList& row : read)
                for (QString& text : row)
                    if (text.startsWith(u'\''))
                        text.remove(0, 1);
            RC_ASSERT(read == expected);
        }));
    }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
