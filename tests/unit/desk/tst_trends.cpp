// Scores along the protocol and the study's endpoints: gaps stay gaps, and nobody sees what the study keeps from them.
#include "desk/Trends.h"

#include "support/ReviewVault.h"

using namespace serein;
using namespace serein::test;
using study::Ternary;

namespace {

/// "BL -, POD1 7, POD1/2 3": every asking with its value.
QString inWords(const desk::Trend& trend) {
    QStringList words;
    for (const desk::TrendPoint& point : trend.points)
        words += point.timepoint + (point.sequence > 1 ? u'/' + QString::number(point.sequence) : QString()) + u' ' +
                 (point.value ? point.value->toString() : QStringLiteral("-"));
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestTrends : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;

    [[nodiscard]] vault::Protocol protocol() const {
        return **m_site->vault->protocolOf(*m_site->state(m_site->first));
    }
    [[nodiscard]] QString course(const QUuid& id, const QString& instrument, const QString& score) const {
        for (const desk::Trend& trend : desk::trendsOf(*m_site->vault, protocol(), *m_site->state(id)))
            if (trend.instrument == instrument && trend.score == score)
                return inWords(trend);
        return {};
    }
    [[nodiscard]] desk::Judged judged(const QUuid& id) const {
        return desk::endpointsOf(*m_site->vault, protocol(), *m_site->state(id)).constFirst();
    }
    void sleep(const QUuid& id, const char* timepoint, int value, const char* at) {
        m_site->give(id, {QString::fromLatin1(timepoint), QStringLiteral("nrs-sleep"), 1},
                     value < 0 ? QJsonObject() : QJsonObject{{QStringLiteral("q1"), value}}, QStringLiteral("self"),
                     QString::fromLatin1(at));
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>();
        m_site->as(QStringLiteral("iris"));
    }

    void course_hasAGapWhereNothingWasScored() {
        // The demonstration asks the sleep NRS six times; only day 1 was answered, with 7. Four ones make a PHQ-9 of 4.
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"), "BL -, POD1 7, POD2 -, POD3 -, POD7 -, POD30 -");
        QCOMPARE(course(m_site->first, "phq9", "total"), "BL 4, POD30 -");
        sleep(m_site->first, "POD3", 5, "2026-11-23T07:00+08:00");
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"), "BL -, POD1 7, POD2 -, POD3 5, POD7 -, POD30 -");
    }
    void declinedAnswer_isAGap() {
        sleep(m_site->first, "POD2", -1, "2026-11-22T07:00+08:00");
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"), "BL -, POD1 7, POD2 -, POD3 -, POD7 -, POD30 -");
    }
    void reopened_isAGapUntilItIsSubmittedAgain() {
        m_site->write(m_site->first, {ledger::Reopened{sleep1, QStringLiteral("asked to")}},
                      {QStringLiteral("nora"), QStringLiteral("nurse")});
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"), "BL -, POD1 -, POD2 -, POD3 -, POD7 -, POD30 -");
    }
    void corrected_showsWhatStandsNow() {
        const QJsonObject scores{
            {QStringLiteral("value"),
             QJsonObject{{QStringLiteral("value"), 2}, {QStringLiteral("status"), QStringLiteral("complete")}}}};
        m_site->write(m_site->first,
                      {ledger::Corrected{sleep1, QStringLiteral("q1"), 7, 2, QStringLiteral("mistyped"), scores,
                                         QStringLiteral("1"), QUuid()}},
                      {QStringLiteral("iris"), QStringLiteral("investigator")});
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"), "BL -, POD1 2, POD2 -, POD3 -, POD7 -, POD30 -");
    }
    void furtherSequences_comeAfterTheFirstOnes() {
        m_site->write(m_site->first, {ledger::TimepointRepeated{QStringLiteral("POD1"), QStringLiteral("again")}},
                      {QStringLiteral("nora"), QStringLiteral("nurse")});
        m_site->give(m_site->first, {QStringLiteral("POD1"), QStringLiteral("nrs-sleep"), 2}, {{"q1", 3}}, "self",
                     "2026-11-21T08:30+08:00");
        QCOMPARE(course(m_site->first, "nrs-sleep", "value"),
                 "BL -, POD1 7, POD2 -, POD3 -, POD7 -, POD30 -, POD1/2 3");
        QCOMPARE(judged(m_site->first).result.overall, Ternary::Unknown); // 3 counts now, and nights 2 and 3 are open
    }

    void endpoint_isThreeValued_andSaysWhatItLacks() {
        // Wu 2025 as the demonstration adapts it: an NRS of 6 or higher on any of days 1 to 3.
        QCOMPARE(judged(m_site->first).endpoint, "psd");
        QCOMPARE(judged(m_site->first).result.overall, Ternary::Yes); // 7 on day 1 settles it
        QVERIFY(judged(m_site->first).missing.isEmpty());

        const auto lacks = [](const char* timepoint) {
            return desk::MissingScore{QString::fromLatin1(timepoint), "nrs-sleep", "value"};
        };
        QCOMPARE(judged(m_site->second).result.overall, Ternary::Unknown);
        QCOMPARE(judged(m_site->second).missing,
                 (QList<desk::MissingScore>{lacks("POD1"), lacks("POD2"), lacks("POD3")}));
        sleep(m_site->second, "POD1", 3, "2026-11-21T07:00+08:00");
        QCOMPARE(judged(m_site->second).result.overall, Ternary::Unknown);
        QCOMPARE(judged(m_site->second).missing, (QList<desk::MissingScore>{lacks("POD2"), lacks("POD3")}));
        sleep(m_site->second, "POD2", 5, "2026-11-22T07:00+08:00");
        sleep(m_site->second, "POD3", 0, "2026-11-23T07:00+08:00");
        QCOMPARE(judged(m_site->second).result.overall, Ternary::No);
        QVERIFY(judged(m_site->second).missing.isEmpty());
    }

    void roleThatTheStudyKeepsItFrom_seesNothing() {
        vault::Protocol kept = protocol();
        kept.study.hidesTrends = {QStringLiteral("investigator")};
        const auto state = m_site->state(m_site->first);
        QVERIFY(desk::hidesTrends(*m_site->vault, kept.study));
        QVERIFY(desk::trendsOf(*m_site->vault, kept, *state).isEmpty());
        QVERIFY(desk::endpointsOf(*m_site->vault, kept, *state).isEmpty());
        m_site->as(QStringLiteral("nora"));
        QVERIFY(!desk::trendsOf(*m_site->vault, kept, *m_site->state(m_site->first)).isEmpty());
        QVERIFY(!desk::endpointsOf(*m_site->vault, kept, *m_site->state(m_site->first)).isEmpty());
    }
    void oneHiddenRoleAmongSeveral_hides() {
        TestVault several; // administrator, nurse, investigator and data manager at once
        study::Study study = several.vault->study();
        QVERIFY(!desk::hidesTrends(*several.vault, study));
        study.hidesTrends = {QStringLiteral("nurse")};
        QVERIFY(desk::hidesTrends(*several.vault, study));
    }

    void whatTellsTheTreatment_isNotEvenNamedToTheBlinded_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("sees");
        QTest::newRow("nurse") << "nora" << false;
        QTest::newRow("investigator") << "iris" << false;
        QTest::newRow("monitor") << "mona" << false;
        QTest::newRow("unblinded nurse") << "uma" << true;
        QTest::newRow("data manager") << "dana" << true;
    }
    void whatTellsTheTreatment_isNotEvenNamedToTheBlinded() {
        QFETCH(const QString, name);
        QFETCH(const bool, sees);
        vault::Protocol drugTwice = protocol();
        for (study::Timepoint& timepoint : drugTwice.study.timepoints)
            if (timepoint.id == QLatin1String("POD2"))
                timepoint.battery.append(QStringLiteral("treatment"));
        study::Endpoint dosed = drugTwice.study.endpoints.constFirst();
        dosed.id = QStringLiteral("dosed");
        dosed.criteria = {{QStringLiteral("treatment"), QStringLiteral("dose_mg"), study::Operator::Ge, Decimal(1)}};
        drugTwice.study.endpoints = {dosed};

        m_site->as(name);
        const auto state = m_site->state(m_site->first);
        QString dose;
        for (const desk::Trend& trend : desk::trendsOf(*m_site->vault, drugTwice, *state))
            if (trend.instrument == QLatin1String("treatment") && trend.score == QLatin1String("dose_mg"))
                dose = inWords(trend);
        QCOMPARE(dose, sees ? QStringLiteral("POD1 25, POD2 -") : QString());
        QCOMPARE(desk::endpointsOf(*m_site->vault, drugTwice, *state).size(), sees ? 1 : 0);
    }
    void whoWasUnblinded_seesIt_forThatParticipantAlone() {
        const instrument::Instrument* drugForm = m_site->library.instrument(drug.instrument);
        QVERIFY(desk::isKeptFrom(*m_site->vault, *m_site->state(m_site->first), drugForm));
        m_site->write(m_site->first, {ledger::Unblinded{QStringLiteral("emergency"), QStringLiteral("bleeding")}},
                      {QStringLiteral("iris"), QStringLiteral("investigator")});
        QVERIFY(!desk::isKeptFrom(*m_site->vault, *m_site->state(m_site->first), drugForm));
        QVERIFY(desk::isKeptFrom(*m_site->vault, *m_site->state(m_site->second), drugForm));
    }
};

QTEST_GUILESS_MAIN(TestTrends)
#include "tst_trends.moc"
