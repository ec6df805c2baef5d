// The protocols that ship: each plan holds against the library, says where it bends a recall period, and decides its
// trial's endpoint as that trial did.
#include "core/Json.h"
#include "study/Schedule.h"
#include "study/Words.h"

#include <QDir>
#include <QTest>

using namespace serein;
using namespace serein::study;
using instrument::ScoreStatus;
using instrument::ScoreValue;

namespace {

QString folder() {
    return instrument::Library::defaultFolder() + QStringLiteral("/studies/");
}

} // namespace

class TestShippedStudies : public QObject {
    Q_OBJECT
    const instrument::Library m_library = *instrument::Library::load(instrument::Library::defaultFolder());

    [[nodiscard]] Study study(const QString& id) const {
        const QString file = folder() + id + QStringLiteral(".json");
        const auto read = parseStudy(*readJson(file), m_library, file);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return *read;
    }

private Q_SLOTS:
    void everyStudy_isWholeAndCited_data() {
        QTest::addColumn<QString>("id");
        const QStringList files = QDir(folder()).entryList({"*.json"}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 6); // five trials and the demonstration
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }
    void everyStudy_isWholeAndCited() {
        QFETCH(QString, id);
        const Study protocol = study(id);
        QCOMPARE(protocol.id, id);
        QVERIFY(!protocol.citations.isEmpty());
        QVERIFY2(recallWarnings(protocol, m_library).isEmpty(),
                 qPrintable(recallWarnings(protocol, m_library).join('\n')));
        for (const Endpoint& endpoint : protocol.endpoints)
            QVERIFY2(!endpoint.source.isEmpty(), qPrintable(endpoint.id));
        // What is still to be brought is words alone.
        QVERIFY(wordsReport(protocol, m_library, {2026, 11, 20}).barred.isEmpty());
        for (const Planned& planned : plan(protocol, {}))
            QVERIFY(!planned.scheduled);
    }

    /// AIS and sleep NRS of one morning under every published definition.
    void sleepDisturbance_followsEachTrialsDefinition_data() {
        QTest::addColumn<int>("nrs"); // -1: not answered
        QTest::addColumn<int>("ais");
        QTest::addColumn<QString>("nrsOrAis"); // NRS >= 6 or AIS >= 6 (Wu 2025)
        QTest::addColumn<QString>("nrsAlone"); // NRS >= 6 (Zhou 2025)
        QTest::addColumn<QString>("aisAbove"); // AIS > 6 (Zhang Meiling 2025)
        QTest::newRow("undisturbed") << 3 << 4 << "no" << "no" << "no";
        QTest::newRow("AIS 6") << 3 << 6 << "yes" << "no" << "no";
        QTest::newRow("AIS 7") << 3 << 7 << "yes" << "no" << "yes";
        QTest::newRow("NRS 6") << 6 << 2 << "yes" << "yes" << "no";
        QTest::newRow("NRS 5, AIS 5") << 5 << 5 << "no" << "no" << "no";
        QTest::newRow("NRS alone, below") << 5 << -1 << "unknown" << "no" << "unknown";
        QTest::newRow("NRS alone, above") << 6 << -1 << "yes" << "yes" << "unknown";
        QTest::newRow("AIS alone, below") << -1 << 5 << "unknown" << "unknown" << "no";
        QTest::newRow("AIS alone, above") << -1 << 7 << "yes" << "unknown" << "yes";
        QTest::newRow("neither") << -1 << -1 << "unknown" << "unknown" << "unknown";
    }
    void sleepDisturbance_followsEachTrialsDefinition() {
        QFETCH(int, nrs);
        QFETCH(int, ais);
        QFETCH(QString, nrsOrAis);
        QFETCH(QString, nrsAlone);
        QFETCH(QString, aisAbove);
        const Study protocol = study(QStringLiteral("psd-laparoscopy"));
        const auto value = [](int number) {
            return number < 0 ? ScoreValue{} : ScoreValue{ScoreStatus::Complete, Decimal(number), {}};
        };
        const QMap<QString, ScoreTable::mapped_type::mapped_type> morning{
            {QStringLiteral("nrs-sleep"), {{QStringLiteral("value"), value(nrs)}}},
            {QStringLiteral("ais-last-night"), {{QStringLiteral("total"), value(ais)}}}};
        const ScoreTable scores{{QStringLiteral("POD1"), morning}};
        int judged = 0;
        for (const Endpoint& endpoint : protocol.endpoints) {
            const bool usesNrs = endpoint.criteria.first().instrument == QLatin1String("nrs-sleep");
            const QString& expected = endpoint.criteria.size() > 1 ? nrsOrAis : usesNrs ? nrsAlone : aisAbove;
            if (!endpoint.timepoints.contains(QStringLiteral("POD1")))
                continue;
            ++judged;
            QCOMPARE(ternaryText(evaluate(endpoint, scores).byTimepoint.value(QStringLiteral("POD1"))), expected);
        }
        QVERIFY(judged >= 6);
    }
    void nightNeverAsked_leavesTheEndpointOpen() {
        const Study protocol = study(QStringLiteral("psd-laparoscopy"));
        const auto quiet =
            ScoreTable::mapped_type{{QStringLiteral("nrs-sleep"),
                                     {{QStringLiteral("value"), ScoreValue{ScoreStatus::Complete, Decimal(2), {}}}}},
                                    {QStringLiteral("ais-last-night"),
                                     {{QStringLiteral("total"), ScoreValue{ScoreStatus::Complete, Decimal(3), {}}}}}};
        int open = 0;
        for (const Endpoint& endpoint : protocol.endpoints) {
            ScoreTable scores;
            for (const QString& night : endpoint.timepoints.sliced(1))
                scores.insert(night, quiet);
            const Ternary expected = endpoint.eachNight && !scores.isEmpty() ? Ternary::No : Ternary::Unknown;
            QCOMPARE(evaluate(endpoint, scores).overall, expected);
            open += expected == Ternary::Unknown ? 1 : 0;
        }
        QVERIFY(open > 0);
    }
};

QTEST_APPLESS_MAIN(TestShippedStudies)
#include "tst_shipped_studies.moc"
