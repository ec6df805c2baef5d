#include "core/Decimal.h"

#include <QTest>
#include <rapidcheck.h>

using serein::Decimal;

class TestDecimal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_readsBackTheSame_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole") << "12" << "12";
        QTest::newRow("negative fraction") << "-0.25" << "-0.25";
        QTest::newRow("trailing zeros") << "7.50" << "7.5";
        QTest::newRow("a sixtieth has no finite decimal") << "1/60" << "0.016667";
        QTest::newRow("below one") << "0.05" << "0.05";
    }
    void text_readsBackTheSame() {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(Decimal::fromString(text).value().toString(), shown);
    }
    void notANumber_isRefused() {
        for (const char* text : {"", "1e3", ".5", "5.", "abc", "1/0", "--1", "1.2.3", "٣", "1\n"})
            QVERIFY2(!Decimal::fromString(QString::fromUtf8(text)), text);
    }
    void halves_roundUpAwayFromZero() { // 4.5 → 5 where binary languages give 4 (PHQ-9 proration)
        QCOMPARE(Decimal::fromString("4.5")->roundedHalfUp(), Decimal(5));
        QCOMPARE(Decimal::fromString("2.5")->roundedHalfUp(), Decimal(3));
        QCOMPARE(Decimal::fromString("-2.5")->roundedHalfUp(), Decimal(-3));
        QCOMPARE(Decimal::fromString("1.005")->roundedHalfUp(2).toString(), QString("1.01"));
    }
    void floor_isTruncationOfPositives() { // SAS index: 43.75 → 43
        QCOMPARE(Decimal::fromString("43.75")->floored(), Decimal(43));
        QCOMPARE(Decimal::fromString("-0.5")->floored(), Decimal(-1));
    }
    void jsonNumber_isExactAsWritten() {
        QCOMPARE(*Decimal::fromJson(QJsonValue(0.1)) + *Decimal::fromJson(QJsonValue(0.2)),
                 *Decimal::fromString("0.3"));
        QVERIFY(!Decimal::fromJson(QJsonValue("1")));
    }
    void asDouble_isTheNearest() {
        for (const double literal : {0.1, 1.01, 88.888889, -0.1, -88.888889, 0.3, 1e-6, 123456.789012}) {
            const QString digits = QString::number(literal, 'f', QLocale::FloatingPointShortest);
            QCOMPARE(Decimal::fromString(digits)->toDouble(), literal);
        }
        QCOMPARE(Decimal(0).toDouble(), 0.0);
        QCOMPARE(Decimal::fromString("1/3")->toDouble(), 1.0 / 3.0);
        QCOMPARE(Decimal::fromString("2/3")->toDouble(), 2.0 / 3.0);
        // Half way between two doubles: to the even one. 2^53 + 1, 2^53 + 3.
        QCOMPARE(Decimal::fromString("9007199254740993")->toDouble(), 9007199254740992.0);
        QCOMPARE(Decimal::fromString("9007199254740995")->toDouble(), 9007199254740996.0);
        QVERIFY(rc::check([](double value) {
            const QString digits = QString::number(value, 'f', QLocale::FloatingPointShortest);
            if (const auto read = Decimal::fromString(digits))
                RC_ASSERT(read->toDouble() == value);
        }));
    }
    void arithmetic_isExact() {
        QVERIFY(rc::check([](int a, int b) {
            const Decimal x(a);
            const Decimal y(b);
            RC_ASSERT(x + y - y == x);
            if (b != 0)
                RC_ASSERT(x / y * y == x);
            RC_ASSERT(Decimal::fromString(x.toString()) == x);
        }));
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
