// How somebody comes into the study, and where they stand: enrolment, consent, suspension, withdrawal, whereabouts.
#include "desk/Desk.h"
#include "desk/Gate.h"
#include "desk/Standing.h"
#include "support/TestVault.h"

using namespace serein;
using namespace serein::test;
using account::Role;
using desk::Enrolling;
using desk::Standing;

namespace {

const QString form = QStringLiteral("state-at-assessment");
const QList<std::pair<QByteArray, QByteArray>> keptAnew{
    {R"({"document": "1.0", "anchor": "consent"})", R"({"document": "2.0", "anchor": "consent", "reconsent": true})"},
    {R"({"instrument": "phq9"},)", R"({"instrument": "state-at-assessment"}, {"instrument": "phq9"},)"}};

/// The demonstration, changed here and there.
study::Study changed(const instrument::Library& library, const QList<std::pair<QByteArray, QByteArray>>& changes) {
    QByteArray json = *readFile(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"));
    for (const auto& [from, to] : changes) {
        if (!json.contains(from))
            qFatal("nothing to change: %s", from.constData());
        json.replace(from, to);
    }
    const auto study = study::parseStudy(*parseJson(json), library);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

const instrument::Library& shipped() { // read once
    static const instrument::Library library = shippedLibrary();
    return library;
}

/// What was written before; a struct, so that a table of tests need not compare facts.
struct Story {
    QList<ledger::Fact> facts;
};

using Changes = QList<std::pair<QByteArray, QByteArray>>;

class Ward : public TestVault {
public:
    explicit Ward(const Changes& changes = {}, const QList<Role>& roles = {Role::Nurse, Role::Administrator})
        : TestVault(roles, shipped(), [&](const instrument::Library& all) { return changed(all, changes); }) {}
    /// Enrolled and, where `document` is named, consented to it an hour before.
    QUuid enter(const QString& subject, const QString& document = {}) {
        const QUuid id =
            *vault->enrol({{ledger::Enrolled{subject, vault->deviceState().study, QStringLiteral("en"), true}},
                           {ledger::Identified{
                               QStringLiteral("1957"), QStringLiteral("Ming Li"), QStringLiteral("13800000000"), {}}}},
                          nurse);
        if (!document.isEmpty()) {
            const QDateTime at = clock.now().addSecs(-3600);
            write(id, ledger::Consented{document, at, QStringLiteral("participant"), QStringLiteral("initial")});
            write(id, ledger::AnchorSet{QStringLiteral("consent"), at});
        }
        return id;
    }
    void write(const QUuid& id, const ledger::Fact& fact) const { VERIFY_DONE(vault->append(id, {{fact}}, nurse)); }
    [[nodiscard]] Enrolling enrolling() const { return Enrolling(*vault); }
    [[nodiscard]] Standing standing() const { return Standing(*vault); }
    [[nodiscard]] auto state(const QUuid& id) const { return *vault->participant(id); }
    [[nodiscard]] QString consentDue(const QUuid& id) const {
        return desk::consentDue(vault->study(), vault->study(), *state(id));
    }
    const vault::Actor nurse{QStringLiteral("anna"), QStringLiteral("nurse")};
};

/// "done", the pointer of what is wrong, or "refused" where no field is.
QString outcome(const auto& result) {
    if (result)
        return QStringLiteral("done");
    const QString pointer = result.error().faults.constFirst().pointer;
    return pointer.isEmpty() ? QStringLiteral("refused") : pointer;
}

desk::Enrolment good() {
    return {QStringLiteral("SYN-001"), QStringLiteral("en"), QStringLiteral("1957"), QStringLiteral("Ming Li"), {}, {}};
}

} // namespace

class TestEnrolling : public QObject {
    Q_OBJECT

    static void putInto(const Ward& ward, const QUuid& id, const QString& standing) {
        if (standing == "icu" || standing == "lostCapacity")
            ward.write(id, ledger::Suspended{standing, "sepsis"});
        else if (standing == "screenFailed")
            ward.write(id, ledger::ScreenFailed{"age"});
        else if (standing != "inStudy")
            ward.write(id, ledger::Withdrawn{{standing}, "participant", {}, "kept"});
    }
    static QString act(Ward& ward, const QUuid& id, const QString& action) {
        if (action == "consent")
            return outcome(ward.enrolling().consent(id, {"2.0", ward.clock.now()}));
        if (action == "handOver") {
            const QString done = outcome(ward.desk().handOver(
                {.participant = id, .timepoint = "BL", .secondIdentifier = "1957", .language = "en"}));
            must(ward.desk().takeBack("anna", "pin"));
            return done;
        }
        if (action == "record")
            return outcome(ward.desk().record({id, "BL", form, 0, "staff", {}, "en"}));
        if (action == "suspend")
            return outcome(ward.standing().suspend(id, "icu", {}));
        if (action == "resume")
            return outcome(ward.standing().resume(id, {}));
        if (action == "withdraw")
            return outcome(ward.standing().withdraw(id, {{"studyDrug"}, "participant"}));
        if (action == "locate")
            return outcome(ward.standing().locate(id, {"ward", "7 B", "12"}));
        return outcome(ward.standing().note(id, "prefers mornings"));
    }
    static void must(const Result<void>& result) {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
    }

private Q_SLOTS:
    void checkDigit_isTheStandards_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("fits");
        // 7992739871 and its check digit 3. From the right, every second digit doubled and its digits added:
        // 3 + 2 + 7 + (1+6) + 9 + 6 + 7 + 4 + 9 + (1+8) + 7 = 70, a multiple of ten.
        QTest::newRow("Luhn") << "79927398713" << "luhn" << true;
        QTest::newRow("Luhn, with letters and marks") << "S-7992739-8713" << "luhn" << true;
        QTest::newRow("Luhn, last digit") << "79927398710" << "luhn" << false;              // 67
        QTest::newRow("Luhn, two digits changed over") << "79927398731" << "luhn" << false; // 72
        QTest::newRow("Luhn, one digit checks nothing") << "SYN-0" << "luhn" << false;
        // 794: 79400 = 818 · 97 + 54, and 98 - 54 = 44. So 79444 = 819 · 97 + 1.
        QTest::newRow("97") << "79444" << "iso7064-mod97-10" << true;
        QTest::newRow("97, with letters and marks") << "SYN-794-44" << "iso7064-mod97-10" << true;
        QTest::newRow("97, last digit") << "79445" << "iso7064-mod97-10" << false;              // leaves 2
        QTest::newRow("97, two digits changed over") << "74944" << "iso7064-mod97-10" << false; // 772 · 97 + 60
        QTest::newRow("97, nothing before the check") << "01" << "iso7064-mod97-10" << false;
        QTest::newRow("the study has none") << "SYN-001" << "" << true;
    }
    void checkDigit_isTheStandards() {
        QFETCH(QString, subject);
        QFETCH(QString, method);
        QTEST(desk::fitsCheckDigit(subject, method), "fits");
    }
    void enrolment_namesTheFieldThatDoesNotFit_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        const QString longText(10'000, u'x');
        QTest::newRow("another pattern") << "/subject" << "X-1";
        QTest::newRow("empty") << "/subject" << "";
        QTest::newRow("check digit") << "/subject" << "SYN-002"; // Luhn: 2 + 0 + 0 = 2
        QTest::newRow("taken") << "/subject" << "SYN-018";
        QTest::newRow("taken, typed full-width") << "/subject" << QString::fromUtf8("ＳＹＮ－０１８");
        QTest::newRow("10,000 characters") << "/subject" << longText;
        QTest::newRow("no site") << "/site" << "";
        QTest::newRow("no such site") << "/site" << "99";
        QTest::newRow("second identifier") << "/secondIdentifier" << "57";
        QTest::newRow("language") << "/language" << "fr";
        QTest::newRow("text size") << "/textPercent" << "110";
        QTest::newRow("long name") << "/name" << longText;
        QTest::newRow("control character") << "/phone" << QString(u'\x07') + "123";
        QTest::newRow("right to left") << "/recordNumber" << QString(QChar(0x202E)) + "123";
        QTest::newRow("consent to come") << "/at" << "2026-11-20T09:01+08:00";
        QTest::newRow("consent of more than a year ago") << "/at" << "2025-11-20T08:59+08:00";
        QTest::newRow("no such form") << "/document" << "9.9";
        QTest::newRow("by whom") << "/by" << "nurse";
    }
    void enrolment_namesTheFieldThatDoesNotFit() {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        const Changes several{
            {R"("example": "SYN-001"})", R"("example": "SYN-018", "checkDigit": "luhn"})"},
            {R"("dayZero": "incision")",
             R"("dayZero": "incision", "sites": [{"id": "01", "label": {"en": "North"}}, {"id": "02", "label": {"en": "South"}}])"}};
        Ward ward(several);
        ward.enter("SYN-018"); // Luhn: 8 + 2 + 0 = 10
        desk::Enrolment given = good();
        given.subject = "SYN-026"; // 6 + 4 + 0 = 10
        given.site = "02";
        given.consent = desk::Consent{"1.0", ward.clock.now()};
        desk::Enrolment bad = given;
        if (field == "/subject")
            bad.subject = typed;
        else if (field == "/site")
            bad.site = typed;
        else if (field == "/secondIdentifier")
            bad.secondIdentifier = typed;
        else if (field == "/language")
            bad.language = typed;
        else if (field == "/textPercent")
            bad.textPercent = typed.toInt();
        else if (field == "/name")
            bad.name = typed;
        else if (field == "/phone")
            bad.phone = typed;
        else if (field == "/recordNumber")
            bad.recordNumber = typed;
        else if (field == "/at")
            bad.consent->at = *parseInstant(typed);
        else if (field == "/document")
            bad.consent->document = typed;
        else
            bad.consent->by = typed;
        const auto refused = ward.enrolling().enrol(bad);
        QCOMPARE(outcome(refused), field);
        QCOMPARE(refused.error().exitStatus(), 2);
        QCOMPARE(ward.vault->participants()->size(), 1);
        const auto enrolled = ward.enrolling().enrol(given);
        VERIFY_DONE(enrolled);
        QCOMPARE(ward.state(*enrolled)->site, QString("02"));
    }
    void enrolment_takesConsentAndTextSizeAlong() {
        Ward ward;
        desk::Enrolment enrolment = good();
        enrolment.textPercent = 150;
        enrolment.consent = desk::Consent{{}, ward.clock.now().addSecs(-600), "representative"};
        const auto id = ward.enrolling().enrol(enrolment);
        VERIFY_DONE(id);
        const auto state = ward.state(*id);
        QCOMPARE(state->reading.textPercent, 150);
        QCOMPARE(state->consents.size(), 1);
        QCOMPARE(state->consents.constFirst().document, QString("1.0")); // the study's own
        QCOMPARE(state->consents.constFirst().by, QString("representative"));
        QCOMPARE(state->consents.constFirst().occasion, QString("initial"));
        QCOMPARE(state->anchors.value("consent"), ward.clock.now().addSecs(-600));
        QCOMPARE(state->name, QString("Ming Li"));
        VERIFY_DONE(ward.desk().handOver(
            {.participant = *id, .timepoint = "BL", .secondIdentifier = "1957", .language = "en"}));
    }
    void consent_setsItsAnchorOnce() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001");
        const QDateTime at = ward.clock.now().addSecs(-60);
        QCOMPARE(ward.consentDue(id), QString("initial"));
        VERIFY_DONE(ward.enrolling().consent(id, {"1.0", at}));
        QCOMPARE(ward.state(id)->anchors.value("consent"), at);
        QCOMPARE(ward.consentDue(id), QString());
        // Windows hang on it now: a mistyped time is corrected where they are.
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", at.addSecs(-60)})), QString("/at"));
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", ward.clock.now().addSecs(1)})), QString("/at"));
        QCOMPARE(outcome(ward.desk().correctAnchor(id, "consent", at.addYears(-1).addDays(-1), "mistyped")),
                 QString("/at")); // a year before the enrolment, there too
        VERIFY_DONE(ward.desk().correctAnchor(id, "consent", at.addSecs(-60), "mistyped"));
        QCOMPARE(ward.state(id)->consents.constLast().at, at.addSecs(-60));
    }
    void changedForm_asksForConsentAnew() {
        Ward ward(keptAnew);
        const QUuid id = ward.enter("SYN-001", "1.0");
        const QDateTime now = ward.clock.now();
        QCOMPARE(ward.consentDue(id), QString("amendment"));
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", now})), QString("/document"));
        QCOMPARE(outcome(ward.enrolling().consent(id, {"2.0", now.addSecs(-7200)})),
                 QString("/at")); // before the first
        VERIFY_DONE(ward.enrolling().consent(id, {"2.0", now}));
        const auto state = ward.state(id);
        QCOMPARE(state->consents.constLast().occasion, QString("amendment"));
        QCOMPARE(state->anchors.value("consent"), now.addSecs(-3600)); // the windows stay
    }
    void lostCapacity_isResumedAfterConsentInPerson() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        VERIFY_DONE(ward.standing().suspend(id, "lostCapacity", "delirium"));
        QCOMPARE(outcome(ward.standing().resume(id, {})), QString("refused"));
        ward.clock.advance(std::chrono::hours(20));
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", ward.clock.now(), "representative"})), QString("/by"));
        VERIFY_DONE(ward.enrolling().consent(id, {"1.0", ward.clock.now()}));
        QCOMPARE(ward.state(id)->consents.constLast().occasion, QString("capacityRegained"));
        VERIFY_DONE(ward.standing().resume(id, {}));
        QVERIFY(!ward.state(id)->suspended);
        ward.clock.advance(std::chrono::hours(1)); // lost once more: that consent was for the first time
        VERIFY_DONE(ward.standing().suspend(id, "lostCapacity", {}));
        QCOMPARE(outcome(ward.standing().resume(id, {})), QString("refused"));
    }
    void everyStanding_againstEveryAction_data() {
        QTest::addColumn<QStringList>("expected");
        // consent (anew: an older form was signed), handOver, record (a form), suspend, resume, withdraw (the study
        // drug), locate, note
        QTest::newRow("inStudy") << QStringList{"done", "done", "done", "done", "refused", "done", "done", "done"};
        QTest::newRow("icu") << QStringList{"done", "/suspended", "done", "refused", "done", "done", "done", "done"};
        QTest::newRow("lostCapacity") << QStringList{"done",    "/suspended", "done", "refused",
                                                     "refused", "done",       "done", "done"};
        QTest::newRow("screenFailed") << QStringList{"refused", "/screenFailed", "/screenFailed", "refused",
                                                     "refused", "done",          "refused",       "done"};
        QTest::newRow("studyDrug") << QStringList{"done", "done", "done", "done", "refused", "/from", "done", "done"};
        QTest::newRow("questionnaires") << QStringList{"done",    "/withdrawn", "done", "refused",
                                                       "refused", "done",       "done", "done"};
        QTest::newRow("calls") << QStringList{"done", "done", "done", "done", "refused", "done", "done", "done"};
        QTest::newRow("records") << QStringList{"done",    "done", "/withdrawn", "done",
                                                "refused", "done", "done",       "done"};
    }
    void everyStanding_againstEveryAction() {
        QFETCH(QStringList, expected);
        const QString standing = QString::fromUtf8(QTest::currentDataTag());
        const QStringList actions{"consent", "handOver", "record", "suspend", "resume", "withdraw", "locate", "note"};
        Ward ward(keptAnew);
        QStringList found;
        for (const QString& action : actions) {
            const QUuid id =
                ward.enter(QStringLiteral("SYN-00%1").arg(found.size()), action == "consent" ? "1.0" : "2.0");
            putInto(ward, id, standing);
            found += act(ward, id, action);
        }
        QCOMPARE(found, expected);
    }
    void withdrawal_addsUpByDegrees() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        QCOMPARE(outcome(ward.standing().withdraw(id, {{}, "participant"})), QString("/from"));
        QCOMPARE(outcome(ward.standing().withdraw(id, {{"everything"}, "participant"})), QString("/from"));
        QCOMPARE(outcome(ward.standing().withdraw(id, {{"calls"}, "nurse"})), QString("/by"));
        VERIFY_DONE(ward.standing().withdraw(id, {{"calls"}, "participant"}));
        VERIFY_DONE(ward.standing().withdraw(id, {{"calls", "studyDrug"}, "investigator", "nausea"}));
        QCOMPARE(ward.state(id)->withdrawn->from(), (QStringList{"calls", "studyDrug"}));
        const auto said = [&](const char* degree) {
            const ledger::WithdrawnDegree one = *ward.state(id)->withdrawnFrom(degree);
            return QStringList{one.by, one.reason.by, one.reason.text};
        };
        // Calls had ended before: that keeps its own who and why.
        QCOMPARE(said("calls"), (QStringList{"participant", "anna", {}}));
        QCOMPARE(said("studyDrug"), (QStringList{"investigator", "anna", "nausea"}));
        QVERIFY(!desk::isOver(*ward.state(id)));
        VERIFY_DONE(ward.standing().withdraw(id, {{"questionnaires", "records"}, "representative"}));
        QVERIFY(desk::isOver(*ward.state(id)));
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", ward.clock.now()})), QString("refused"));
        QCOMPARE(outcome(ward.standing().locate(id, {"home"})), QString("refused"));
    }
    void destroyedIdentity_isGone_andTheRestStands() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        VERIFY_DONE(ward.standing().note(id, "sister visits"));
        const QStringList asked{"questionnaires", "calls"};
        // While something is asked, who they are has to be checked before.
        QCOMPARE(outcome(ward.standing().withdraw(id, {{"calls"}, "participant", {}, "destroyed", "SYN-001"})),
                 QString("/identity"));
        QCOMPARE(outcome(ward.standing().withdraw(id, {asked, "participant", {}, "destroyed", "SYN-002"})),
                 QString("/confirmation"));
        QVERIFY(!ward.state(id)->withdrawn && !ward.state(id)->name.isEmpty());
        VERIFY_DONE(ward.standing().withdraw(id, {asked, "participant", {}, "destroyed", "SYN-001"}));
        const auto state = ward.state(id);
        QVERIFY(state->name.isEmpty() && state->secondIdentifier.isEmpty() && state->phone.isEmpty());
        QVERIFY(state->notes.isEmpty());
        QCOMPARE(state->consents.size(), 1);
        QCOMPARE(state->withdrawn->identity, QString("destroyed"));
        QCOMPARE(outcome(ward.standing().note(id, "again")), QString("refused"));
        QCOMPARE(outcome(ward.enrolling().identify(id, {"1957", "Ming Li", {}, {}})), QString("refused"));
        VERIFY_DONE(ward.standing().withdraw(id, {{"records"}, "participant"})); // what is gone stays gone
        QCOMPARE(ward.state(id)->withdrawn->identity, QString("destroyed"));
        VERIFY_DONE(ward.vault->verify());
        const QByteArray digest = *ward.vault->projectionDigest();
        QCOMPARE(*ward.vault->rebuild(), digest);
    }
    void erasureCutShort_isFinished() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001");
        QCOMPARE(outcome(ward.standing().finishErasure(id)), QString("refused"));
        ward.write(id, ledger::Withdrawn{{"questionnaires", "calls"}, "participant", {}, "destroyed"});
        QVERIFY(desk::isErasureUnfinished(*ward.state(id)));
        VERIFY_DONE(ward.standing().finishErasure(id));
        QVERIFY(!desk::isErasureUnfinished(*ward.state(id)) && ward.state(id)->name.isEmpty());
        VERIFY_DONE(ward.standing().finishErasure(id));
    }
    void badInput_isNamedAtItsField() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        const QString longText(10'001, u'x');
        const QString turned = QString(QChar(0x202E)) + "txt";
        QCOMPARE(outcome(ward.standing().note(id, longText)), QString("/note"));
        QCOMPARE(outcome(ward.standing().note(id, "  ")), QString("/note"));
        QCOMPARE(outcome(ward.standing().note(id, turned)), QString("/note"));
        VERIFY_DONE(ward.standing().note(id, longText.mid(1)));
        QCOMPARE(outcome(ward.standing().suspend(id, "holiday", {})), QString("/cause"));
        QCOMPARE(outcome(ward.standing().suspend(id, "other", " ")), QString("/reason"));
        QCOMPARE(outcome(ward.standing().locate(id, {"moon"})), QString("/place"));
        QCOMPARE(outcome(ward.standing().locate(id, {"ward", longText})), QString("/ward"));
        QCOMPARE(outcome(ward.standing().locate(id, {"ward", {}, turned})), QString("/bed"));
        QCOMPARE(outcome(ward.standing().locate(id, {"home", "7 B"})), QString("/ward"));
        QCOMPARE(outcome(ward.enrolling().failScreening(id, {})), QString("/reason"));
        QCOMPARE(outcome(ward.enrolling().identify(id, {"57", "Ming Li", {}, {}})), QString("/secondIdentifier"));
        QCOMPARE(outcome(ward.enrolling().identify(id, {"1957", turned, {}, {}})), QString("/name"));
        VERIFY_DONE(ward.enrolling().identify(id, {"1958", "Ming Lee", "13911111111", "A7"}));
        QCOMPARE(ward.state(id)->phone, QString("13911111111"));
    }
    void screening_isOverOnceTheStudyHasBegun_data() {
        using namespace ledger;
        QTest::addColumn<Story>("story");
        QTest::addColumn<QString>("expected");
        const auto at = [](const char* text) { return *parseInstant(QString::fromLatin1(text)); };
        const AnchorSet operated{"incision", at("2026-11-20T08:30+08:00")}; // half an hour ago
        QTest::newRow("consented") << Story{{}} << "done";
        QTest::newRow("to be operated on") << Story{{AnchorSet{"incision", at("2026-11-20T09:30+08:00")}}} << "done";
        QTest::newRow("operated on") << Story{{operated}} << "refused";
        QTest::newRow("cancelled") << Story{{operated, AnchorRevoked{"incision", "fever"}}} << "done";
        QTest::newRow("mistyped, is tomorrow")
            << Story{{operated, AnchorCorrected{"incision", at("2026-11-21T08:30+08:00"), "mistyped"}}} << "done";
    }
    void screening_isOverOnceTheStudyHasBegun() {
        QFETCH(Story, story);
        QFETCH(QString, expected);
        Ward ward; // 09:00
        const QUuid id = ward.enter("SYN-001", "1.0");
        for (const ledger::Fact& fact : story.facts)
            ward.write(id, fact);
        QCOMPARE(desk::isPastScreening(ward.vault->study(), *ward.state(id), ward.clock.now()), expected != "done");
        QCOMPARE(outcome(ward.enrolling().failScreening(id, "age")), expected);
    }
    void whatWasGiven_endsScreeningToo() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        const ledger::AssessmentKey form{"BL", "treatment", 1};
        const auto write = [&](const ledger::Fact& fact) {
            VERIFY_DONE(ward.vault->append(id, {{fact, ledger::BodyClass::Unblinding}}, ward.nurse));
        };
        write(ledger::AssessmentOpened{form, "d", "p", "en", {}, false, "staff", {}});
        QVERIFY(!desk::isPastScreening(ward.vault->study(), *ward.state(id), ward.clock.now())); // begun, not given
        write(ledger::Submitted{form, {}, "1", false, {}});
        QCOMPARE(outcome(ward.enrolling().failScreening(id, "age")), QString("refused"));
    }
    void frozenData_takeNotesAndWhereaboutsOnly() {
        Ward ward;
        const QUuid id = ward.enter("SYN-001", "1.0");
        ward.write(id, ledger::DataStateChanged{"frozen", "interim analysis"});
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", ward.clock.now()})), QString("refused"));
        QCOMPARE(outcome(ward.enrolling().failScreening(id, "age")), QString("refused"));
        QCOMPARE(outcome(ward.standing().suspend(id, "icu", {})), QString("refused"));
        QCOMPARE(outcome(ward.standing().withdraw(id, {{"calls"}, "participant"})), QString("refused"));
        VERIFY_DONE(ward.standing().locate(id, {"icu"}));
        VERIFY_DONE(ward.standing().note(id, "moved"));
    }
    void role_decides_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("nurse") << int(Role::Nurse) << true;
        QTest::newRow("unblinded nurse") << int(Role::UnblindedNurse) << true;
        QTest::newRow("investigator") << int(Role::Investigator) << true;
        QTest::newRow("data manager") << int(Role::DataManager) << false;
        QTest::newRow("monitor") << int(Role::Monitor) << false;
        QTest::newRow("administrator") << int(Role::Administrator) << false;
    }
    void role_decides() {
        QFETCH(int, role);
        QFETCH(bool, may);
        Ward ward(Changes(), {static_cast<Role>(role)});
        const QUuid id = ward.enter("SYN-002");
        const QString expected = may ? QStringLiteral("done") : QStringLiteral("refused");
        QCOMPARE(desk::seesIdentity(*ward.vault), may);
        QCOMPARE(outcome(ward.enrolling().enrol(good())), expected);
        QCOMPARE(outcome(ward.enrolling().consent(id, {"1.0", ward.clock.now()})), expected);
        QCOMPARE(outcome(ward.enrolling().identify(id, {"1957", "Ming Lee", {}, {}})), expected);
        QCOMPARE(outcome(ward.standing().locate(id, {"ward"})), expected);
        QCOMPARE(outcome(ward.standing().note(id, "prefers mornings")), expected);
        QCOMPARE(outcome(ward.standing().suspend(id, "icu", {})), expected);
        QCOMPARE(outcome(ward.standing().resume(id, {})), expected);
        QCOMPARE(outcome(ward.standing().withdraw(id, {{"calls"}, "participant"})), expected);
        QCOMPARE(outcome(ward.enrolling().failScreening(id, "age")), expected);
    }
};

QTEST_GUILESS_MAIN(TestEnrolling)
#include "tst_enrolling.moc"
