#include "core/Faults.h"

#include <QTest>

using namespace serein;

class TestFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameFaultTwice_isSaidOnce() {
        Faults faults("f.json", {});
        faults.add("/a", "is odd");
        faults.add("/a", "is odd");
        faults.add("/a", "is also blue");
        QCOMPARE(faults.all().size(), 2);
        QCOMPARE(faults.all().first(), (Fault{"f.json", "/a", "is odd"}));
    }
    void refusedPlace_isNotJudgedAgain_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("itself") << "/a/1" << false;
        QTest::newRow("below") << "/a/1/b" << false;
        QTest::newRow("above") << "/a" << false;
        QTest::newRow("beside") << "/a/10" << true;
        QTest::newRow("another") << "/b" << true;
    }
    void refusedPlace_isNotJudgedAgain() {
        QFETCH(QString, pointer);
        QFETCH(bool, isSaid);
        Faults read("f.json", {});
        read.refuse("/a/1", "not a number");
        read.add(pointer, "too large");
        QCOMPARE(read.all().size(), isSaid ? 2 : 1);
        Faults fromSchema("f.json", {Fault{"f.json", "/a/1", "not a number"}});
        fromSchema.add(pointer, "too large");
        QCOMPARE(fromSchema.all().size(), isSaid ? 2 : 1);
        QCOMPARE(fromSchema.touch(pointer), true);
    }
    void refused_meansThereOrAbove() {
        Faults faults("f.json", {});
        faults.refuse("/a/1", "not a number");
        faults.add("/c", "is odd");
        QVERIFY(faults.refused("/a/1/b") && faults.refused("/a/1"));
        QVERIFY(!faults.refused("/a") && !faults.refused("/c"));
    }
    void fault_staysOnOneLine() {
        QCOMPARE((Fault{"f.json", "/a", "\"P1W\n\" is odd"}).toString(),
                 QString("error: f.json: /a: \"P1W\\u000a\" is odd"));
    }
};

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
