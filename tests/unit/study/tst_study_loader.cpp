#include "StudyFixture.h"
#include "study/Words.h"

#include <QRegularExpression>
#include <QTest>

using namespace serein;
using namespace serein::study;

namespace {

QString faultsOf(const QJsonValue& json, const instrument::Library& library = fixture::library()) {
    const auto study = parseStudy(json, library, "s.json");
    return study ? QString() : study.error().toString();
}

instrument::Library libraryWith(const QString& id, const instrument::TextPack& pack) {
    instrument::Library library = fixture::library();
    instrument::Entry entry = *library.entry(id);
    entry.packs.insert(pack.language, pack);
    library.add(entry);
    return library;
}

} // namespace

class TestStudyLoader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void study_isReadWhole() {
        const auto study = parseStudy(fixture::study(), fixture::library());
        QVERIFY2(study, study ? "" : qPrintable(study.error().toString()));
        QCOMPARE(study->id, QString("small"));
        QVERIFY(!study->isDemonstration);
        QCOMPARE(study->zone, QTimeZone("Europe/Berlin"));
        QCOMPARE(study->timepoints.size(), 3);
        QCOMPARE(study->timepoint("POD1")->battery, QStringList({"ais", "quality", "cam"}));
        QVERIFY(study->timepoint("POD1")->asksAboutNight);
        QCOMPARE(study->timepoint("POD1")->window.from, QTime(6, 0));
        QCOMPARE(study->timepoint("POD30")->window.spread.days, 3);
        QCOMPARE(study->timepoint("BL")->window.opens.days, -3);
        QVERIFY(!study->timepoint("POD9"));
        QVERIFY(study->anchor("surgeryEnd"));
        QCOMPARE(study->endpoints[0].criteria[1].op, Operator::Lt);
        QCOMPARE(study->endpoints[0].criteria[0].cut, Decimal(6));
        QCOMPARE(study->alerts.value("phq9"), QStringList("item9"));
        QCOMPARE(study->acknowledgeWithin.time, std::chrono::seconds(3600));
        QVERIFY(study->declineAsksReason);
        QCOMPARE(study->prorated, QStringList("phq9"));
        QCOMPARE(study->json, fixture::study().toObject());
    }
    void subjectPattern_matchesWholeIdsOnly() {
        const auto study = parseStudy(fixture::study(), fixture::library());
        QVERIFY(study);
        const QRegularExpression pattern(study->subjectPattern);
        QVERIFY(pattern.match("SYN-001").hasMatch());
        QVERIFY(!pattern.match("SYN-0011").hasMatch());
        QVERIFY(!pattern.match("SYN-001\n").hasMatch());
    }

    void oneThingWrong_isOneFaultAtItsPlace_data() {
        QTest::addColumn<QString>("place"); // what is replaced, and by what JSON
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("fault");
        // Backticks stand for quotes: moc loses its way in raw strings with quotes inside.
        const auto row = [](const char* name, const char* place, const char* value, const char* fault) {
            QTest::newRow(name) << QString(place) << QByteArray(value).replace('`', '"')
                                << QString(fault).replace(u'`', u'"');
        };
        row("zone unknown", "/zone", "`Mars/Olympus`",
            "/zone: `Mars/Olympus` is not a zone of the IANA list, such as Asia/Shanghai");
        row("zone as an offset", "/zone", "`UTC+08:00`",
            "/zone: `UTC+08:00` is not a zone of the IANA list, such as Asia/Shanghai");
        row("pattern broken", "/subject/pattern", "`SYN-[0-9`", "/subject/pattern: not a regular expression: ");
        row("example does not match", "/subject/example", "`SYN-1`",
            "/subject/example: `SYN-1` does not match the pattern");
        row("second example does not match", "/secondIdentifier/example", "`57`",
            "/secondIdentifier/example: `57` does not match the pattern");
        row("day zero unknown", "/dayZero", "`birth`", "/dayZero: there is no anchor `birth`");
        row("window's anchor unknown", "/timepoints/0/window/anchor", "`birth`",
            "/timepoints/0/window/anchor: there is no anchor `birth`");
        row("anchor twice", "/anchors/1/id", "`incision`", "/anchors/1/id: `incision` stands twice");
        row("timepoint twice", "/timepoints/0/id", "`POD30`", "/timepoints/2/id: `POD30` stands twice");
        row("instrument twice in a battery", "/timepoints/1/battery/3", "{`instrument`: `ais`}",
            "/timepoints/1/battery/3/instrument: `ais` stands twice");
        row("instrument unknown", "/timepoints/2/battery/1", "{`instrument`: `gad7`}",
            "/timepoints/2/battery/1/instrument: there is no instrument `gad7`");
        row("opens after it closes", "/timepoints/0/window/opens", "`PT1H`",
            "/timepoints/0/window: the window opens (PT1H) no earlier than it closes (PT0S)");
        row("opens as it closes", "/timepoints/0/window/opens", "`PT0S`",
            "/timepoints/0/window: the window opens (PT0S) no earlier than it closes (PT0S)");
        row("clock backwards", "/timepoints/1/window/to", "`05:00`",
            "/timepoints/1/window: the window opens (06:00) no earlier than it closes (05:00)");
        row("not a duration", "/timepoints/0/window/offset", "`two days`",
            "/timepoints/0/window/offset: `two days` is not an ISO 8601 duration, such as PT30M or -P3D");
        row("spread of hours", "/timepoints/2/window/spread", "`PT12H`",
            "/timepoints/2/window/spread: must be whole days, such as P1D");
        row("anchor and day", "/timepoints/0/window/day", "1",
            "/timepoints/0/window: must hang on either an anchor or a local day");
        row("clock on an anchor", "/timepoints/0/window/from", "`06:00`",
            "/timepoints/0/window/from: belongs to a window on a local day, not on an anchor");
        row("endpoint's timepoint unknown", "/endpoints/0/timepoints/1", "`POD9`",
            "/endpoints/0/timepoints/1: there is no timepoint `POD9`");
        row("score unknown", "/endpoints/0/criteria/0/score", "`sum`",
            "/endpoints/0/criteria/0/score: ais has no score `sum`");
        row("criterion's instrument unknown", "/endpoints/0/criteria/0/instrument", "`isi`",
            "/endpoints/0/criteria/0/instrument: there is no instrument `isi`");
        row("criterion not asked that night", "/endpoints/0/criteria/0/instrument", "`phq9`",
            "/endpoints/0/timepoints/0: phq9 is not in the battery of POD1");
        row("cut outside the range", "/endpoints/0/criteria/0/cut", "25",
            "/endpoints/0/criteria/0/cut: the cut-off 25 lies outside the score's range 0 to 24");
        row("cut of a boolean", "/endpoints/0/criteria/2/cut", "2",
            "/endpoints/0/criteria/2/cut: the cut-off 2 lies outside the score's range 0 to 1");
        row("cut that always holds", "/endpoints/0/criteria/0/cut", "0",
            "/endpoints/0/criteria/0/cut: with the cut-off 0 at the end of the score's range the criterion holds "
            "always");
        row("operator against a score where higher is worse", "/endpoints/0/criteria/0/operator", "`le`",
            "/endpoints/0/criteria/0/operator: this endpoint looks for worse, but a lower total of ais is better");
        row("operator against a score where higher is better", "/endpoints/0/criteria/1/operator", "`gt`",
            "/endpoints/0/criteria/1/operator: this endpoint looks for worse, but a higher total of quality is better");
        row("recall of weeks for a night", "/timepoints/2/night", "true",
            "/endpoints/1/timepoints/0: phq9 asks about P14D, not the night before POD30: take its last-night version, "
            "or "
            "declare it");
        row("last night where no night is asked about", "/timepoints/1/night", "false",
            "/endpoints/0/timepoints/0: quality asks about the last night, but POD1 is not a timepoint about a night");
        row("alert unknown", "/alerts/0/alert", "`item3`", "/alerts/0/alert: phq9 has no alert `item3`");
        row("alert's instrument unknown", "/alerts/0/instrument", "`asq`",
            "/alerts/0/instrument: there is no instrument `asq`");
        row("alert twice", "/alerts/1", "{`instrument`: `phq9`, `alert`: `item9`}",
            "/alerts/1: the alert stands twice");
        row("alert text not in a study language", "/alertPolicy/text", "{`en`: `Thank you`}",
            "/alertPolicy/text: there is no text in zh-CN");
        row("no time to acknowledge", "/alertPolicy/acknowledgeWithin", "`PT0S`",
            "/alertPolicy/acknowledgeWithin: must be longer than nothing");
        row("proration that is not published", "/proration/0/instrument", "`ais`",
            "/proration/0/instrument: ais publishes no rule for proration");
        row("profile unknown", "/profiles/psqi", "`boston`", "/profiles/psqi: psqi has no profile `boston`");
        row("recall declared at an unknown timepoint", "/recallDeclared",
            "[{`timepoint`: `POD9`, `instrument`: `phq9`, `why`: `w`}]",
            "/recallDeclared/0/timepoint: there is no timepoint `POD9`");
        row("recall declared where it is not asked", "/recallDeclared",
            "[{`timepoint`: `POD1`, `instrument`: `phq9`, `why`: `w`}]",
            "/recallDeclared/0/instrument: phq9 is not in the battery of POD1");
    }
    void oneThingWrong_isOneFaultAtItsPlace() {
        QFETCH(QString, place);
        QFETCH(QByteArray, value);
        QFETCH(QString, fault);
        const QString faults = faultsOf(fixture::with(fixture::study(), place, *parseJson(value)));
        QVERIFY2(faults.startsWith("error: s.json: " + fault), qPrintable(faults));
        QVERIFY2(!faults.contains(u'\n'), qPrintable(faults));
    }

    void everyFault_isReportedAtOnce() {
        QJsonValue json = fixture::with(fixture::study(), "/zone", "Mars/Olympus");
        json = fixture::with(json, "/dayZero", "birth");
        json = fixture::with(json, "/endpoints/0/criteria/0/cut", 99);
        json = fixture::with(json, "/purpose", "play"); // the schema's part
        QCOMPARE(faultsOf(json).count(u'\n'), 3);
    }
    void missingMember_isTheSchemasFaultAlone() {
        for (const char* place : {"/zone", "/dayZero", "/timepoints/0/window/opens", "/timepoints/1/window/day",
                                  "/endpoints/0/criteria", "/subject/pattern"}) {
            const QString faults = faultsOf(fixture::with(fixture::study(), place, QJsonValue(QJsonValue::Undefined)));
            QVERIFY2(!faults.isEmpty() && !faults.contains(u'\n'), qPrintable(QString(place) + " " + faults));
        }
    }
    void anythingButAnObject_isRefused() {
        for (const char* json : {"null", "[]", "3", "\"study\"", "{}"})
            QVERIFY2(!faultsOf(*parseJson(json)).isEmpty(), json);
    }

    void words_mustBeUsableInThisStudy_data() {
        QTest::addColumn<QString>("provenance");
        QTest::addColumn<QString>("onlyStudy");
        QTest::addColumn<bool>("electronic");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<bool>("allowUnvalidated");
        QTest::addColumn<QDate>("expires");
        QTest::addColumn<QString>("reason");
        const QDate never;
        QTest::newRow("official") << "official" << "" << true << "trial" << false << never << "";
        QTest::newRow("licensed until today") << "official" << "" << true << "trial" << false << today << "";
        QTest::newRow("licence ended yesterday")
            << "official" << "" << true << "trial" << false << today.addDays(-1) << "their licence ended on 2026-11-19";
        QTest::newRow("unvalidated") << "unvalidated" << "" << true << "trial" << false << never
                                     << "they are unvalidated, which this study does not allow (allowUnvalidated)";
        QTest::newRow("unvalidated, allowed") << "unvalidated" << "" << true << "trial" << true << never << "";
        QTest::newRow("placeholder in a trial") << "placeholder" << "" << true << "trial" << true << never
                                                << "they are placeholders, which a trial may not use";
        QTest::newRow("placeholder in a demonstration")
            << "placeholder" << "" << true << "demonstration" << false << never << "";
        QTest::newRow("another study's licence") << "official" << "large" << true << "trial" << false << never
                                                 << "they are licensed for the study \"large\" only";
        QTest::newRow("this study's licence") << "official" << "small" << true << "trial" << false << never << "";
        QTest::newRow("paper only") << "official" << "" << false << "trial" << false << never
                                    << "its licence does not allow electronic use";
    }
    void words_mustBeUsableInThisStudy() {
        QFETCH(QString, provenance);
        QFETCH(QString, onlyStudy);
        QFETCH(bool, electronic);
        QFETCH(QString, purpose);
        QFETCH(bool, allowUnvalidated);
        QFETCH(QString, reason);
        QFETCH(QDate, expires);
        auto pack = fixture::words("zh-CN", provenance);
        pack.onlyStudy = onlyStudy;
        pack.allowsElectronic = electronic;
        pack.expires = expires;
        const QJsonValue json =
            fixture::with(fixture::with(fixture::study(), "/purpose", purpose), "/allowUnvalidated", allowUnvalidated);
        const instrument::Library library = libraryWith("phq9", pack);
        const auto study = parseStudy(json, library);
        QVERIFY2(study, qPrintable(study ? QString() : study.error().toString()));
        const WordsReport report = wordsReport(*study, library, today, "s.json");
        QVERIFY(report.missing.isEmpty());
        QCOMPARE(report.barred.size(), reason.isEmpty() ? 0 : 1);
        QCOMPARE(bool(requireWords(*study, library, today)), reason.isEmpty());
        if (!reason.isEmpty())
            QCOMPARE(report.barred.first().toString(),
                     "error: s.json: /timepoints/0/battery/0/instrument: the words of phq9 in zh-CN cannot be used: " +
                         reason);
    }

    void structureWithoutWords_isSaidToNeedThem() {
        const QJsonValue json =
            fixture::with(fixture::study(), "/timepoints/2/battery/1", QJsonObject{{"instrument", "psqi"}});
        const auto study = parseStudy(json, fixture::library());
        QVERIFY(study); // a plan is right before its words are there
        const WordsReport report = wordsReport(*study, fixture::library(), today, "s.json");
        QCOMPARE(report.missing.size(), 1);
        QCOMPARE(report.missing.first().toString(), "error: s.json: /timepoints/2/battery/1/instrument: psqi has no "
                                                    "words in zh-CN: add the site's licensed pack");
        QVERIFY(!requireWords(*study, fixture::library(), today));
    }
    void staffForm_needsWordsInOneLanguage() {
        instrument::Library library = fixture::library();
        instrument::Entry cam = *library.entry("cam");
        cam.packs.remove("zh-CN");
        library.add(cam);
        const auto study = parseStudy(fixture::study(), library);
        QVERIFY(study && requireWords(*study, library, today));
        QCOMPARE(wordsFor(cam, "zh-CN")->language, QString("en"));
        QVERIFY(!wordsFor(*library.entry("psqi"), "zh-CN"));
    }

    void endpointForBetter_turnsTheOperator() {
        QJsonValue json = fixture::with(fixture::study(), "/endpoints/1/direction", "better");
        QVERIFY(faultsOf(json).contains("looks for better, but a higher total of phq9 is worse"));
        json = fixture::with(json, "/endpoints/1/criteria/0/operator", "le");
        QCOMPARE(faultsOf(json), QString());
    }
    void declaredRecall_mayAnswerForANight() {
        QJsonValue json = fixture::with(fixture::study(), "/timepoints/2/night", true);
        json = fixture::with(json, "/recallDeclared",
                             *parseJson("[{\"timepoint\": \"POD30\", \"instrument\": \"phq9\", \"why\": \"w\"}]"));
        QCOMPARE(faultsOf(json), QString());
    }

private:
    const QDate today{2026, 11, 20};
};

QTEST_APPLESS_MAIN(TestStudyLoader)
#include "tst_study_loader.moc"
