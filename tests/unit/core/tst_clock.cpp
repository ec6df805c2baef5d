#include "core/Clock.h"
#include "core/Ids.h"

#include <QTest>

using namespace serein;

class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void duration_readsItsParts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("seconds");
        QTest::newRow("half an hour") << "PT30M" << 0 << 0 << 1800;
        QTest::newRow("three days before") << "-P3D" << 0 << -3 << 0;
        QTest::newRow("two weeks") << "P2W" << 0 << 14 << 0;
        QTest::newRow("mixed") << "P1Y2M3DT4H5M6S" << 14 << 3 << 14706;
        QTest::newRow("nothing") << "PT0S" << 0 << 0 << 0;
    }
    void duration_readsItsParts() {
        QFETCH(QString, text);
        QFETCH(int, months);
        QFETCH(int, days);
        QFETCH(int, seconds);
        const auto duration = IsoDuration::fromString(text);
        QVERIFY(duration);
        QCOMPARE(*duration, (IsoDuration{months, days, std::chrono::seconds(seconds)}));
        QCOMPARE(*IsoDuration::fromString(duration->toString()), *duration);
    }
    void notADuration_isRefused() {
        for (const char* text : {"", "P", "PT", "30M", "P1H", "PT1.5H", "1", "PT-5M", "P1W\n"})
            QVERIFY2(!IsoDuration::fromString(text), text);
    }
    void instantWithoutOffset_isRefused() {
        QVERIFY(!parseInstant("2026-11-20T14:05"));
        QVERIFY(!parseInstant("2026-02-30T14:05Z"));
        QCOMPARE(instantText(*parseInstant("2026-11-20T14:05+08:00")), QString("2026-11-20T14:05:00.000+08:00"));
        QCOMPARE(instantText(*parseInstant("2026-11-20T14:05:01.5-03:30")), QString("2026-11-20T14:05:01.500-03:30"));
    }
    void calendarDays_keepTheLocalClockThroughDaylightSaving() { // Berlin: clocks go forward on 29 March 2026
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime before = *parseInstant("2026-03-28T08:00+01:00");
        QCOMPARE(instantText(plus(before, *IsoDuration::fromString("P1D"), berlin)),
                 QString("2026-03-29T08:00:00.000+02:00"));
        QCOMPARE(plus(before, *IsoDuration::fromString("PT24H"), berlin), *parseInstant("2026-03-29T09:00+02:00"));
    }
    void gapAndFold_resolveOneWay() {
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(instantText(localMoment(QDate(2026, 3, 29), QTime(2, 30), berlin)),
                 QString("2026-03-29T03:00:00.000+02:00"));
        QCOMPARE(instantText(localMoment(QDate(2026, 10, 25), QTime(2, 30), berlin)),
                 QString("2026-10-25T02:30:00.000+02:00"));
        QCOMPARE(instantText(localMoment(QDate(2026, 6, 1), QTime(6, 0), QTimeZone("Asia/Shanghai"))),
                 QString("2026-06-01T06:00:00.000+08:00"));
    }
    void ids_areVersion7AndSortByTime() {
        IdSource source;
        const QDateTime now = *parseInstant("2026-11-20T14:05Z");
        const QString first = idText(source.next(now));
        const QString second = idText(source.next(now.addMSecs(1)));
        QCOMPARE(first[14], QChar('7'));
        QVERIFY(QString("89ab").contains(first[19]));
        QVERIFY(first < second);
        IdSource one(7);
        IdSource other(7);
        QCOMPARE(one.next(now), other.next(now));
    }
};

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
