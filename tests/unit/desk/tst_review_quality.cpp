#include "desk/Quality.h"

#include "support/TestVault.h"

using namespace serein;
using namespace serein::desk;

namespace {

const instrument::Library& library() {
    static const instrument::Library shipped = test::shippedLibrary();
    return shipped;
}

struct Given {
    ledger::AssessmentState assessment;
    instrument::Answers answers;
};

/// Values of q1, q2 …; -1: left out.
Given given(const QList<int>& values, const QList<qint64>& times = {}) {
    Given given;
    given.assessment.status = ledger::AssessmentStatus::Submitted;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i] < 0)
            continue;
        const QString id = QStringLiteral("q%1").arg(i + 1);
        given.assessment.answers.insert(id, {values[i], {}, "participant", 0, times.value(i, -1), "self"});
        given.answers.insert(id, instrument::AnswerValue(Decimal(values[i])));
    }
    return given;
}

QList<QualityFlag> flagsOf(const char* instrument, const Given& given,
                           study::Punctuality punctuality = study::Punctuality::InWindow) {
    return qualityOf(*library().instrument(QString::fromLatin1(instrument)), given.assessment, given.answers,
                     punctuality);
}

} // namespace

class TestReviewQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keyedBothWays_isWorkedOutByScoring() {
        // Marteau and Bekker 1992: of the six, calm (1), relaxed (4) and content (5) are reversed.
        const auto both = groupsKeyedBothWays(*library().instrument("stai6"), {});
        QCOMPARE(both, QList<QStringList>({{"q1", "q2", "q3", "q4", "q5", "q6"}}));
        QVERIFY(groupsKeyedBothWays(*library().instrument("phq9"), {}).isEmpty()); // all one way
        QVERIFY(groupsKeyedBothWays(*library().instrument("gad7"), {}).isEmpty());
    }
    void sameAnswer_data() {
        QTest::addColumn<QString>("instrument");
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<int>("run"); // 0: no mark
        QTest::newRow("the same throughout") << "stai6" << QList<int>{2, 2, 2, 2, 2, 2} << 6;
        QTest::newRow("half of them in a row") << "stai6" << QList<int>{1, 3, 3, 3, 2, 4} << 3;
        QTest::newRow("two in a row") << "stai6" << QList<int>{1, 3, 3, 2, 2, 4} << 0;
        QTest::newRow("a gap ends a run") << "stai6" << QList<int>{3, 3, -1, 3, 3, 4} << 0;
        QTest::newRow("a well person, keyed one way") << "phq9" << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 0} << 0;
    }
    void sameAnswer() {
        QFETCH(QString, instrument);
        QFETCH(QList<int>, values);
        int run = 0;
        for (const QualityFlag& flag : flagsOf(qPrintable(instrument), given(values)))
            if (flag.mark == QualityMark::SameAnswer) {
                run = flag.count;
                QCOMPARE(flag.of, 6);
            }
        QTEST(run, "run");
    }
    void quick_data() {
        QTest::addColumn<QList<qint64>>("times");
        QTest::addColumn<qint64>("median"); // -1: no mark
        QTest::newRow("1.2 s") << QList<qint64>{900, 1000, 1200, 5000, 9000} << qint64(1200);
        QTest::newRow("even number: the mean of the middle two")
            << QList<qint64>{1000, 1000, 1400, 1600, 3000, 3000} << qint64(1500);
        QTest::newRow("just two seconds") << QList<qint64>{1000, 1000, 2000, 3000, 3000} << qint64(-1);
        QTest::newRow("four answers say little") << QList<qint64>{100, 100, 100, 100} << qint64(-1);
        QTest::newRow("typed from paper") << QList<qint64>{-1, -1, -1, -1, -1, -1} << qint64(-1);
    }
    void quick() {
        QFETCH(QList<qint64>, times);
        qint64 median = -1;
        for (const QualityFlag& flag : flagsOf("phq9", given(QList<int>(times.size(), 0), times)))
            if (flag.mark == QualityMark::Quick)
                median = flag.medianMs;
        QTEST(median, "median");
    }
    void missing_countsWhatWasAskedAndNotOptional() {
        // PHQ-9's tenth is asked only where there is a problem: here there is none.
        const auto flags = flagsOf("phq9", given({0, 0, 0, -1, 0, 0, -1, 0, 0}));
        QCOMPARE(flags, (QList<QualityFlag>{{QualityMark::Missing, 2, 9}}));
        QVERIFY(flagsOf("phq9", given({0, 0, 0, 0, 0, 0, 0, 0, 0})).isEmpty());
    }
    void keptCheck_isNamed() {
        Given night = given({});
        night.assessment.keptChecks = QStringList{"asleep_longer"};
        bool named = false;
        for (const QualityFlag& flag : flagsOf("sleep-log", night))
            named = named || (flag.mark == QualityMark::CheckKept && flag.detail == "asleep_longer");
        QVERIFY(named);
    }
    void outOfWindow_isEarlyOrLate() {
        const Given sleep = given({7});
        QCOMPARE(flagsOf("nrs-sleep", sleep, study::Punctuality::Late),
                 (QList<QualityFlag>{{QualityMark::OutOfWindow, 0, 0, -1, "late"}}));
        QCOMPARE(flagsOf("nrs-sleep", sleep, study::Punctuality::Early),
                 (QList<QualityFlag>{{QualityMark::OutOfWindow, 0, 0, -1, "early"}}));
        QVERIFY(flagsOf("nrs-sleep", sleep).isEmpty());
        QVERIFY(flagsOf("nrs-sleep", sleep, study::Punctuality::Unscheduled).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestReviewQuality)
#include "tst_review_quality.moc"
