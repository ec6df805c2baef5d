#include "StudyFixture.h"

#include <QTest>

using namespace serein;
using namespace serein::study;

namespace {

/// The small study with one more timepoint that asks `instrument`.
QStringList warningsWith(const QString& window, const QString& instrument, const QString& declared = {}) {
    const QString timepoint =
        QStringLiteral(R"({"id": "EXTRA", "label": {"en": "Extra"}, "window": %1, "battery": [{"instrument": "%2"}]})");
    QJsonValue json =
        fixture::with(fixture::study(), "/timepoints/3", *parseJson(timepoint.arg(window, instrument).toUtf8()));
    json = fixture::with(json, "/languages", QJsonArray{"en"}); // psqi has English words only
    if (!declared.isEmpty())
        json = fixture::with(json, "/recallDeclared", *parseJson(declared.toUtf8()));
    const auto study = parseStudy(json, fixture::library());
    return study ? recallWarnings(*study, fixture::library()) : QStringList(study.error().toString());
}

} // namespace

class TestRecall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recall_isComparedWithTheIntervalAndDayZero_data() {
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("instrument");
        QTest::addColumn<QStringList>("warnings");
        const QString phq9 = "EXTRA asks phq9 about the last 14 days, ";
        const QString psqi = "EXTRA asks psqi about the last 30 days, ";
        QTest::newRow("PHQ-9 on day 7, a week after baseline and over the operation")
            << R"({"day": 7})" << "phq9"
            << QStringList{phq9 + "but BL asked it 7 days earlier", phq9 + "which reaches back past day zero"};
        QTest::newRow("PHQ-9 a fortnight on") << R"({"day": 14})" << "phq9" << QStringList{};
        QTest::newRow("PHQ-9 ten days after day 30")
            << R"({"day": 40})" << "phq9" << QStringList{phq9 + "but POD30 asked it 10 days earlier"};
        QTest::newRow("PSQI on the first morning")
            << R"({"day": 1})" << "psqi" << QStringList{psqi + "which reaches back past day zero"};
        QTest::newRow("PSQI before the operation") << R"({"day": -1})" << "psqi" << QStringList{};
        QTest::newRow("PSQI on day 30") << R"({"day": 30})" << "psqi" << QStringList{};
        QTest::newRow("PSQI at 48 h")
            << R"({"anchor": "incision", "offset": "PT48H", "opens": "-PT2H", "closes": "PT2H"})" << "psqi"
            << QStringList{psqi + "which reaches back past day zero"};
        QTest::newRow("last night, next night") << R"({"day": 2})" << "ais" << QStringList{};
        QTest::newRow("last night, twice in a day")
            << R"({"day": 1, "from": "18:00"})" << "ais"
            << QStringList{"EXTRA asks ais about the last 1 day, but POD1 asked it 0 days earlier"};
        QTest::newRow("now, at any time") << R"({"day": 1})" << "quality" << QStringList{};
        QTest::newRow("not a self-report") << R"({"day": 1})" << "cam" << QStringList{};
        QTest::newRow("another anchor is not comparable")
            << R"({"anchor": "surgeryEnd", "offset": "P20D", "opens": "-P1D", "closes": "P1D"})" << "phq9"
            << QStringList{};
    }
    void recall_isComparedWithTheIntervalAndDayZero() {
        QFETCH(QString, window);
        QFETCH(QString, instrument);
        QTEST(warningsWith(window, instrument), "warnings");
    }
    void declaredRecall_isNotWarnedAbout() {
        QCOMPARE(warningsWith(R"({"day": 7})", "phq9",
                              R"([{"timepoint": "EXTRA", "instrument": "phq9", "why": "published practice"}])"),
                 QStringList());
    }
};

QTEST_APPLESS_MAIN(TestRecall)
#include "tst_recall.moc"
