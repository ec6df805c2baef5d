#include "study/Schedule.h"

#include <QTest>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::study;
using instrument::ScoreStatus;
using instrument::ScoreValue;

namespace {

constexpr int missing = -1;

ScoreValue scored(int value) {
    return value == missing ? ScoreValue{} : ScoreValue{ScoreStatus::Complete, Decimal(value), {}};
}

/// Postoperative sleep disturbance as trials define it (SCHEDULES §1).
Endpoint sleepDisturbance(QList<Criterion> criteria, const QStringList& nights) {
    Endpoint endpoint;
    endpoint.criteria = std::move(criteria);
    endpoint.timepoints = nights;
    return endpoint;
}

const Criterion sleepNrs{"nrs-sleep", "value", Operator::Ge, 6};
const Criterion aisAtLeast6{"ais", "total", Operator::Ge, 6}; // Wu 2025, doi 10.1186/s12871-025-03180-1
const Criterion aisAbove6{"ais", "total", Operator::Gt, 6};   // Zhang Meiling 2025, doi 10.1186/s12871-025-03469-1

ScoreTable night(int nrs, int ais, const QString& timepoint = "POD1") {
    return {{timepoint, {{"nrs-sleep", {{"value", scored(nrs)}}}, {"ais", {{"total", scored(ais)}}}}}};
}

Ternary yesOrNo(bool value) {
    return value ? Ternary::Yes : Ternary::No;
}

} // namespace

class TestEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aisOfSix_isPsdInOneTrialAndNotInTheOther() {
        QCOMPARE(evaluate(sleepDisturbance({aisAtLeast6}, {"POD1"}), night(missing, 6)).overall, Ternary::Yes);
        QCOMPARE(evaluate(sleepDisturbance({aisAbove6}, {"POD1"}), night(missing, 6)).overall, Ternary::No);
        QCOMPARE(evaluate(sleepDisturbance({aisAbove6}, {"POD1"}), night(missing, 7)).overall, Ternary::Yes);
    }

    void eachOperator_comparesAtTheCut_data() {
        QTest::addColumn<Operator>("op");
        QTest::addColumn<bool>("below");
        QTest::addColumn<bool>("equal");
        QTest::addColumn<bool>("above");
        QTest::newRow("ge") << Operator::Ge << false << true << true;
        QTest::newRow("gt") << Operator::Gt << false << false << true;
        QTest::newRow("le") << Operator::Le << true << true << false;
        QTest::newRow("lt") << Operator::Lt << true << false << false;
    }
    void eachOperator_comparesAtTheCut() {
        QFETCH(Operator, op);
        QFETCH(bool, below);
        QFETCH(bool, equal);
        QFETCH(bool, above);
        const Endpoint endpoint = sleepDisturbance({{"ais", "total", op, 6}}, {"POD1"});
        QCOMPARE(evaluate(endpoint, night(missing, 5)).overall, yesOrNo(below));
        QCOMPARE(evaluate(endpoint, night(missing, 6)).overall, yesOrNo(equal));
        QCOMPARE(evaluate(endpoint, night(missing, 7)).overall, yesOrNo(above));
    }

    void missingHalf_isUnknownUnlessItCouldNotMatter_data() {
        QTest::addColumn<bool>("all");
        QTest::addColumn<int>("nrs");
        QTest::addColumn<int>("ais");
        QTest::addColumn<QString>("expected");
        QTest::newRow("any: one missing, other below") << false << 3 << missing << "unknown";
        QTest::newRow("any: one missing, other above") << false << 8 << missing << "yes";
        QTest::newRow("any: other one missing, one above") << false << missing << 6 << "yes";
        QTest::newRow("any: both below") << false << 5 << 5 << "no";
        QTest::newRow("any: both missing") << false << missing << missing << "unknown";
        QTest::newRow("all: one missing, other below") << true << 3 << missing << "no";
        QTest::newRow("all: one missing, other above") << true << 8 << missing << "unknown";
        QTest::newRow("all: both above") << true << 6 << 6 << "yes";
        QTest::newRow("all: one below") << true << 6 << 5 << "no";
    }
    void missingHalf_isUnknownUnlessItCouldNotMatter() {
        QFETCH(bool, all);
        QFETCH(int, nrs);
        QFETCH(int, ais);
        Endpoint endpoint = sleepDisturbance({sleepNrs, aisAtLeast6}, {"POD1"});
        endpoint.joinAll = all;
        QTEST(ternaryText(evaluate(endpoint, night(nrs, ais)).overall), "expected");
    }

    void nights_joinByAnyOrEach_data() { // sleep NRS on POD 1, 2, 3
        QTest::addColumn<QList<int>>("nights");
        QTest::addColumn<QString>("any");
        QTest::addColumn<QString>("each");
        QTest::newRow("disturbed once") << QList<int>{7, 2, 3} << "yes" << "no";
        QTest::newRow("never") << QList<int>{1, 2, 3} << "no" << "no";
        QTest::newRow("every night") << QList<int>{6, 7, 10} << "yes" << "yes";
        QTest::newRow("one night missing, rest undisturbed") << QList<int>{1, missing, 3} << "unknown" << "no";
        QTest::newRow("one night missing, one disturbed") << QList<int>{8, missing, 3} << "yes" << "no";
        QTest::newRow("one night missing, rest disturbed") << QList<int>{8, missing, 9} << "yes" << "unknown";
    }
    void nights_joinByAnyOrEach() {
        QFETCH(QList<int>, nights);
        ScoreTable scores;
        for (int i = 0; i < nights.size(); ++i)
            scores.insert(night(nights[i], missing, QStringLiteral("POD%1").arg(i + 1)));
        Endpoint endpoint = sleepDisturbance({sleepNrs}, {"POD1", "POD2", "POD3"});
        QTEST(ternaryText(evaluate(endpoint, scores).overall), "any");
        endpoint.eachNight = true;
        QTEST(ternaryText(evaluate(endpoint, scores).overall), "each");
    }
    void nightNotInTheTable_isUnknown() {
        const auto result = evaluate(sleepDisturbance({sleepNrs}, {"POD1", "POD2"}), night(4, missing));
        QCOMPARE(result.byTimepoint, (QMap<QString, Ternary>{{"POD1", Ternary::No}, {"POD2", Ternary::Unknown}}));
        QCOMPARE(result.overall, Ternary::Unknown);
    }
    void booleanScore_countsAsOneOrZero() {
        const Endpoint endpoint = sleepDisturbance({{"cam", "positive", Operator::Ge, 1}}, {"POD1"});
        const auto with = [](bool positive) {
            return ScoreTable{{"POD1", {{"cam", {{"positive", ScoreValue{ScoreStatus::Complete, positive, {}}}}}}}};
        };
        QCOMPARE(evaluate(endpoint, with(true)).overall, Ternary::Yes);
        QCOMPARE(evaluate(endpoint, with(false)).overall, Ternary::No);
    }

    /// Kleene's logic by its meaning: the answer is known exactly when every way to fill the gaps gives the same one.
    void unknown_isExactlyWhatTheGapsCouldChange() {
        QVERIFY(rc::check([] {
            const auto gap = rc::gen::element(missing, 5, 6);
            const std::vector<int> given = *rc::gen::container<std::vector<int>>(4, gap);
            Endpoint endpoint = sleepDisturbance({sleepNrs, aisAtLeast6}, {"POD1", "POD2"});
            endpoint.joinAll = *rc::gen::arbitrary<bool>();
            endpoint.eachNight = *rc::gen::arbitrary<bool>();
            const auto outcome = [&](const std::vector<int>& values) {
                ScoreTable scores = night(values[0], values[1], "POD1");
                scores.insert(night(values[2], values[3], "POD2"));
                return evaluate(endpoint, scores).overall;
            };
            QSet<int> possible;
            for (unsigned fill = 0; fill < 16; ++fill) {
                std::vector<int> filled = given;
                for (unsigned i = 0; i < 4; ++i)
                    if (filled[i] == missing)
                        filled[i] = (fill >> i & 1U) != 0 ? 6 : 5;
                possible.insert(static_cast<int>(outcome(filled)));
            }
            const Ternary expected = possible.size() == 1 ? static_cast<Ternary>(*possible.begin()) : Ternary::Unknown;
            RC_ASSERT(outcome(given) == expected);
        }));
    }
};

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
