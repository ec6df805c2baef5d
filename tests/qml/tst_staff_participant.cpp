// A participant's page on the whole app: cells opened by touch and by keyboard, the column's one action, tabs, courses
// with their gaps; and the pictures of two studies in both languages, checked on the live items.
#include "Hands.h"
#include "MatrixChecks.h"
#include "core/Json.h"
#include "instrument/Placeholder.h"
#include "support/TestVault.h"
#include "ui/AppModel.h"
#include "ui/Startup.h"

#include <QDir>
#include <QFile>
#include <QQmlApplicationEngine>
#include <QQmlComponent>

using namespace serein;
using namespace serein::test;
using ledger::AssessmentKey;

namespace {

AssessmentKey at(const char* timepoint, const char* instrument, int sequence = 1) {
    return {QString::fromLatin1(timepoint), QString::fromLatin1(instrument), sequence};
}
QDateTime when(const char* text) {
    return *parseInstant(QString::fromLatin1(text));
}

/// With placeholders where the site supplies the words.
instrument::Library wordedLibrary() {
    instrument::Library library = shippedLibrary();
    for (const char* id : {"bdi2", "hads", "isi", "qor15", "ais-last-night", "rcsq"}) {
        instrument::Entry entry = *library.entry(QString::fromLatin1(id));
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")})
            entry.packs.insert(
                language,
                *instrument::parseTextPack(instrument::placeholderPack(entry.instrument, language), entry.instrument));
        library.add(entry);
    }
    return library;
}

study::Study demonstrationOf(const QString& study, const instrument::Library& library) {
    QJsonObject json =
        readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/%1.json").arg(study))->toObject();
    json.insert(QStringLiteral("purpose"), QStringLiteral("demonstration"));
    const auto parsed = study::parseStudy(json, library);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().toString()));
    return *parsed;
}

/// The app on a vault of one study with one participant, whose page is open.
class Ward : public Hands {
public:
    Ward(const QString& study, const QString& subject)
        : site({account::Role::Nurse, account::Role::UnblindedNurse, account::Role::Investigator}, wordedLibrary(),
               [&](const instrument::Library& library) { return demonstrationOf(study, library); }) {
        id = *site.desk().enrol(
            {subject, QStringLiteral("en"), QStringLiteral("1957"), QStringLiteral("Ming Li"), {}, {}});
    }
    void write(const QList<ledger::Fact>& facts, const char* moment) {
        site.clock.set(when(moment));
        QList<vault::Draft> drafts;
        for (const ledger::Fact& fact : facts)
            drafts.append(fact);
        QVERIFY(site.vault->append(id, drafts, vault::participantActor));
    }
    void give(const AssessmentKey& key, const QString& score, const QJsonValue& value, const char* moment,
              bool endedEarly = false) {
        const QJsonObject scores{{score, QJsonObject{{QStringLiteral("value"), value},
                                                     {QStringLiteral("status"), QStringLiteral("complete")}}}};
        const QJsonObject adopted = site.vault->deviceState().instruments.value(key.instrument).toObject();
        write({ledger::AssessmentOpened{key,
                                        adopted[QLatin1String("definition")].toString(),
                                        adopted[QLatin1String("packs")][QLatin1String("en")].toString(),
                                        QStringLiteral("en"),
                                        {},
                                        false,
                                        QStringLiteral("self")},
               ledger::Submitted{key, scores, QStringLiteral("1"), endedEarly, {}}},
              moment);
    }
    void open(const QString& language = QStringLiteral("en")) {
        site.vault.reset();
        app = std::make_unique<ui::AppModel>(site.place(), site.clock, language);
        engine = std::make_unique<QQmlApplicationEngine>();
        QVERIFY(ui::showScreens(*engine, *app));
        window = qobject_cast<QQuickWindow*>(engine->rootObjects().constFirst());
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        app->lockScreen()->unlock(QStringLiteral("anna"), QString::fromUtf8(passphrase));
        QVERIFY(QTest::qWaitFor([this] { return app->state() == ui::AppModel::State::Staff; }, patience));
        QVERIFY(app->hasPin() || app->setPin(QStringLiteral("4711")));
        staff = await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        QVERIFY(QMetaObject::invokeMethod(staff, "openParticipant", Q_ARG(QString, idText(id))));
        await(QStringLiteral("participant.tab.plan"));
    }

    [[nodiscard]] QString place() const { return staff->property("place").toString(); }
    [[nodiscard]] QVariantMap about() const {
        const QVariant about = staff->property("about");
        return about.canConvert<QVariantMap>() ? about.toMap() : about.value<QJSValue>().toVariant().toMap();
    }
    TestVault site;
    QUuid id;
    std::unique_ptr<ui::AppModel> app;
    std::unique_ptr<QQmlApplicationEngine> engine;
    QObject* staff = nullptr;
};

bool writeLines(const QString& file, const QStringList& lines) {
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(lines.join(u'\n').toUtf8()) >= 0;
}

/// The demonstration on the morning of day 3: one of each state that its timepoints can be in.
void fillDemo(Ward& ward) {
    ward.write({ledger::Consented{"1.0", when("2026-11-20T09:00+08:00"), "participant", "initial"},
                ledger::AnchorSet{"consent", when("2026-11-20T09:00+08:00")},
                ledger::AnchorSet{"incision", when("2026-11-20T11:30+08:00")}, ledger::Located{"ward", "5A", "12"}},
               "2026-11-20T09:30+08:00");
    ward.give(at("BL", "phq9"), "total", 9, "2026-11-20T10:00+08:00");
    ward.give(at("BL", "gad7"), "total", 6, "2026-11-20T10:05+08:00", true);
    ward.give(at("BL", "nrs-sleep"), "value", 4, "2026-11-20T10:10+08:00");
    ward.give(at("POD1", "nrs-sleep"), "value", 7, "2026-11-21T11:00+08:00");
    ward.give(at("POD1", "nrs-pain"), "rest", 3, "2026-11-21T09:00+08:00");
    ward.write({ledger::Missed{at("POD2", ""), "inTheatre", {}}}, "2026-11-22T11:00+08:00");
    ward.write({ledger::Corrected{at("POD1", "nrs-sleep"),
                                  "q1",
                                  7,
                                  8,
                                  "misread",
                                  {{"value", QJsonObject{{"value", 8}, {"status", "complete"}}}},
                                  "1",
                                  QUuid()},
                ledger::QueryRaised{at("POD1", "nrs-sleep"), "q1", "Was it 8?"}},
               "2026-11-22T12:00+08:00");
    ward.give(at("POD3", "nrs-sleep"), "value", 5, "2026-11-23T07:00+08:00");
    ward.write({ledger::AssessmentOpened{at("POD3", "nrs-pain"), {}, {}, "en", {}, false, "self"}},
               "2026-11-23T07:05+08:00");
    ward.site.clock.set(when("2026-11-23T08:00+08:00"));
}

/// A long protocol of scales and forms on the evening of day 1.
void fillMood(Ward& ward) {
    ward.write({ledger::AnchorSet{"consent", when("2026-11-18T09:00+08:00")},
                ledger::AnchorSet{"plannedSurgery", when("2026-11-20T08:00+08:00")},
                ledger::AnchorSet{"drugStart", when("2026-11-20T08:20+08:00")},
                ledger::AnchorSet{"incision", when("2026-11-20T08:40+08:00")},
                ledger::AnchorSet{"surgeryEnd", when("2026-11-20T11:00+08:00")}},
               "2026-11-18T09:30+08:00");
    ward.give(at("BL", "bdi2"), "total", 24, "2026-11-18T10:00+08:00");
    ward.give(at("BL", "hads"), "anxiety", 11, "2026-11-18T10:10+08:00");
    ward.write({ledger::Missed{at("POD1", ""), "asleep", {}}}, "2026-11-21T10:10+08:00");
    ward.give(at("DAY1", "bdi2"), "total", 15, "2026-11-21T12:00+08:00");
    ward.write({ledger::Located{"icu", "2", "7"}, ledger::Suspended{"icu", "sepsis"}}, "2026-11-21T13:00+08:00");
    ward.write({ledger::Resumed{"better"}}, "2026-11-21T15:00+08:00");
    ward.site.clock.set(when("2026-11-21T16:00+08:00"));
}

} // namespace

class TestStaffParticipant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doneCell_opensByTouch() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        fillDemo(ward);
        ward.open();
        ward.tap(QStringLiteral("participant.cell.POD3.1.nrs-sleep"));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("assessment"));
        QCOMPARE(ward.about().value(QStringLiteral("participant")).toString(), idText(ward.id));
        QCOMPARE(ward.about().value(QStringLiteral("timepoint")).toString(), QStringLiteral("POD3"));
        QCOMPARE(ward.about().value(QStringLiteral("instrument")).toString(), QStringLiteral("nrs-sleep"));
        QCOMPARE(ward.about().value(QStringLiteral("sequence")).toInt(), 1);
    }
    void doneCell_opensByKeyboard_data() {
        QTest::addColumn<int>("how");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("return") << int(Qt::Key_Return);
    }
    void doneCell_opensByKeyboard() {
        QFETCH(const int, how);
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        fillDemo(ward);
        ward.open();
        ward.press(QStringLiteral("participant.cell.BL.1.gad7"), static_cast<Qt::Key>(how));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("assessment"));
        QCOMPARE(ward.about().value(QStringLiteral("instrument")).toString(), QStringLiteral("gad7"));
    }
    void nothingToRead_doesNotOpen() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        fillDemo(ward);
        ward.open();
        QVERIFY(ward.find(QStringLiteral("participant.cell.POD3.1.nrs-sleep")) != nullptr);
        QVERIFY(ward.find(QStringLiteral("participant.cell.POD3.1.nrs-anxiety")) ==
                nullptr); // the participant's to answer
    }
    void missedCell_opensWhatWasRecorded_data() { bothWays(); }
    void missedCell_opensWhatWasRecorded() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        ward.asTheRowSays();
        fillDemo(ward);
        ward.open();
        ward.choose(QStringLiteral("participant.cell.POD2.1.nrs-sleep"));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("missedMark"));
    }
    void staffsForm_opensFromItsCell_andFromTheColumn_data() { bothWays(); }
    void staffsForm_opensFromItsCell_andFromTheColumn() {
        Ward ward(QStringLiteral("mood-breast"), QStringLiteral("01-001"));
        ward.asTheRowSays();
        fillMood(ward);
        ward.open();
        const auto turnToItsColumn = [&] { // keys bring it into sight themselves
            if (ward.by == By::Touch)
                ward.tap(QStringLiteral("participant.earlier"));
        };
        turnToItsColumn();
        ward.choose(QStringLiteral("participant.cell.DOSE.1.treatment"));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("form"));
        QVERIFY(QMetaObject::invokeMethod(ward.staff, "openParticipant", Q_ARG(QString, idText(ward.id))));
        turnToItsColumn();
        ward.choose(QStringLiteral("participant.handOver.DOSE")); // nothing but a form is left there
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("form"));
    }
    void column_handsOver_data() { bothWays(); }
    void column_handsOver() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        ward.asTheRowSays();
        fillDemo(ward);
        ward.open();
        ward.choose(QStringLiteral("participant.handOver.POD3"));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("handOver"));
        QCOMPARE(ward.about().value(QStringLiteral("timepoint")).toString(), QStringLiteral("POD3"));
    }
    void course_drawsNoLineOverAGap_data() { bothWays(); }
    void course_drawsNoLineOverAGap() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        ward.asTheRowSays();
        fillDemo(ward);
        ward.open();
        ward.choose(QStringLiteral("participant.tab.trends"));
        const auto drawn = [&](const char* what) {
            return ward.find(QStringLiteral("trend.%1").arg(QLatin1String(what))) != nullptr;
        };
        EVENTUALLY(drawn("point.nrs-sleep.value.POD1"));
        QVERIFY(drawn("line.nrs-sleep.value.POD1")); // from the baseline
        QVERIFY(!drawn("point.nrs-sleep.value.POD2"));
        QVERIFY(drawn("point.nrs-sleep.value.POD3"));
        QVERIFY(!drawn("line.nrs-sleep.value.POD3"));
    }
    void more_leadsOn_data() { bothWays(); }
    void more_leadsOn() {
        Ward ward(QStringLiteral("demo"), QStringLiteral("SYN-001"));
        ward.asTheRowSays();
        fillDemo(ward);
        ward.open();
        for (const char* place :
             {"consent", "standing", "whereabouts", "notes", "stream", "queries", "sign", "export"}) {
            ward.choose(QStringLiteral("participant.tab.more"));
            ward.choose(QStringLiteral("participant.") + QLatin1String(place));
            EVENTUALLY_EQUAL(ward.place(), QLatin1String(place));
            QVERIFY(QMetaObject::invokeMethod(ward.staff, "openParticipant", Q_ARG(QString, idText(ward.id))));
        }
        ward.choose(QStringLiteral("participant.tab.more"));
        ward.choose(QStringLiteral("participant.missed.POD3"));
        EVENTUALLY_EQUAL(ward.place(), QStringLiteral("missed"));
    }

    void everyLook_isWholeAndInPlace_data() {
        QTest::addColumn<QString>("study");
        QTest::addColumn<QString>("language");
        for (const char* study : {"demo", "mood-breast"})
            for (const char* language : {"en", "zh-CN"})
                QTest::addRow("%s-%s", study, language) << QString(study) << QString(language);
    }
    void everyLook_isWholeAndInPlace() {
        QFETCH(const QString, study);
        QFETCH(const QString, language);
        const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/staff-participant");
        QVERIFY(QDir().mkpath(folder));
        const bool isDemo = study == QLatin1String("demo");
        Ward ward(study, isDemo ? QStringLiteral("SYN-001") : QStringLiteral("01-001"));
        isDemo ? fillDemo(ward) : fillMood(ward);
        ward.open(language);
        QQmlComponent component(ward.engine.get());
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        auto* theme = holder->property("theme").value<QObject*>();
        QStringList found;
        for (const QSize size : {QSize(1280, 800), QSize(800, 1280)})
            for (const int percent : {100, 150})
                for (const char* look : {"light", "dim"}) {
                    ward.window->resize(size);
                    theme->setProperty("staffScale", percent / 100.0);
                    theme->setProperty("look", QString::fromLatin1(look));
                    for (const char* tab : {"plan", "trends", "more"}) {
                        ward.tap(QStringLiteral("participant.tab.") + QLatin1String(tab));
                        QTest::qWait(400);
                        const QString name = QStringLiteral("%1-%2-%3-%4-%5-%6")
                                                 .arg(study, language)
                                                 .arg(size.width())
                                                 .arg(percent)
                                                 .arg(QLatin1String(look), QLatin1String(tab));
                        QVERIFY(ward.window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png")));
                        matrix::Expected expected;
                        expected.window = size;
                        expected.scrollsUnder = QStringLiteral("scroll.more");
                        expected.isStaffs = true;
                        const matrix::Scene scene(ward.window->contentItem());
                        // Columns out of sight stand beside the window until they are turned to.
                        QStringList beside;
                        for (const matrix::Piece& piece : scene.pieces())
                            if (piece.isWords && piece.shown.isEmpty())
                                beside += matrix::nameOf(piece.item) + QStringLiteral(": outside the window");
                        for (const QString& fault :
                             matrix::wordsFaults(scene, expected) + matrix::overlapFaults(scene) +
                                 matrix::targetFaults(scene, expected) + matrix::contrastFaults(scene))
                            if (!beside.contains(fault))
                                found += name + QStringLiteral(": ") + fault;
                    }
                }
        QVERIFY(writeLines(folder + u'/' + study + u'-' + language + QStringLiteral("-faults.txt"), found));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_MAIN(TestStaffParticipant)
#include "tst_staff_participant.moc"
