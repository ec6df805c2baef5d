#include "desk/Administration.h"
#include "desk/Enrolling.h"
#include "support/TestVault.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using account::Role;
using desk::Administration;
using desk::Enrolling;
using desk::MoveBar;
using desk::StudyChange;

class TestAdministration : public QObject {
    Q_OBJECT

    static crypto::Secret secret(const char* words) { return crypto::Secret(QByteArrayView(words)); }
    static constexpr auto other = "another long passphrase";

    /// The demonstration study as the file says it, changed.
    static QJsonObject demo(const std::function<void(QJsonObject&)>& change) {
        QJsonObject json =
            readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))->toObject();
        json["version"] = "1.1.0";
        change(json);
        return json;
    }
    static QString write(const TestVault& test, const QJsonObject& json, const char* name = "study.json") {
        const QString path = test.folder.filePath(name);
        [[maybe_unused]] const auto written = writeFile(path, canonicalJson(json));
        return path;
    }
    static Result<void> amend(TestVault& test, const std::function<void(QJsonObject&)>& change) {
        Administration administration(*test.vault);
        SEREIN_TRY(const auto amendment, administration.readAmendment(write(test, demo(change))));
        return administration.amend(amendment.study, amendment.library, "EC 2026-118, 18 Nov 2026");
    }
    static QString pointer(const auto& result) {
        return result ? QString("done") : result.error().faults.constFirst().pointer;
    }
    static std::optional<ledger::Fact> lastFact(const TestVault& test) {
        const auto events = test.vault->events(ledger::deviceStream);
        return events ? std::optional(events->constLast().fact) : std::nullopt;
    }

private Q_SLOTS:
    void account_badInputIsNamedAtItsField_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<bool>("withRole");
        QTest::addColumn<QString>("field");
        const QByteArray good("a long enough one");
        QTest::newRow("empty name") << "" << good << good << true << "/name";
        QTest::newRow("space in it") << "nora chen" << good << good << true << "/name";
        QTest::newRow("33 characters") << QString(33, 'a') << good << good << true << "/name";
        QTest::newRow("turns the direction") << QString(QChar(0x202E)) + "nora" << good << good << true << "/name";
        QTest::newRow("taken but for case") << "ANNA" << good << good << true << "/name";
        QTest::newRow("the participant's") << "participant" << good << good << true << "/name";
        QTest::newRow("no role") << "nora" << good << good << false << "/roles";
        QTest::newRow("11 characters") << "nora" << QByteArray("elevenchars") << QByteArray("elevenchars") << true
                                       << "/passphrase";
        QTest::newRow("typed otherwise") << "nora" << good << QByteArray("a long enough 0ne") << true << "/again";
    }
    void account_badInputIsNamedAtItsField() {
        QFETCH(QString, name);
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, again);
        QFETCH(bool, withRole);
        QFETCH(QString, field);
        TestVault test;
        const auto added = Administration(*test.vault)
                               .addAccount(name, withRole ? QList{Role::Nurse} : QList<Role>(),
                                           crypto::Secret(passphrase), crypto::Secret(again), cheap);
        QCOMPARE(pointer(added), field);
        QCOMPARE(test.vault->deviceState().accounts.size(), 1);
    }
    void disabledName_isNeverGivenAgain() {
        TestVault test;
        Administration administration(*test.vault);
        VERIFY_DONE(administration.addAccount("nora", {Role::Nurse}, secret(other), secret(other), cheap));
        VERIFY_DONE(test.desk().disableAccount("nora", "left the site"));
        QCOMPARE(std::get<ledger::AccountDisabled>(*lastFact(test)).reason, QString("left the site"));
        QCOMPARE(pointer(administration.addAccount("nora", {Role::Nurse}, secret(other), secret(other), cheap)),
                 QString("/name"));
    }
    void roles_changeWithAReason_fromTheNextActionOn() {
        TestVault test;
        Administration administration(*test.vault);
        VERIFY_DONE(administration.addAccount("nora", {Role::Nurse}, secret(other), secret(other), cheap));
        QCOMPARE(pointer(administration.changeRoles("nora", {Role::Monitor}, " ")), QString("/reason"));
        QCOMPARE(pointer(administration.changeRoles("nora", {Role::Monitor}, QString(10'000, 'x'))),
                 QString("/reason"));
        QCOMPARE(pointer(administration.changeRoles("nora", {}, "x")), QString("/roles"));
        QCOMPARE(pointer(administration.changeRoles("nora", {Role::Nurse}, "x")), QString("/roles")); // as they are
        QCOMPARE(pointer(administration.changeRoles("nobody", {Role::Nurse}, "x")), QString("/name"));
        VERIFY_DONE(administration.changeRoles("nora", {Role::Monitor}, "monitors from today"));
        VERIFY_DONE(test.reopen("nora", other));
        QCOMPARE(test.vault->user().roles, QList<Role>{Role::Monitor});
        QCOMPARE(test.desk().enrol({"SYN-001", "en", "1957", {}, {}, {}}).error().exitStatus(), 3);
    }
    void somebodyStaysAdministrator_andOnesOwnRoleGoesAtOnce() {
        TestVault test;
        Administration administration(*test.vault);
        QCOMPARE(administration.changeRoles("anna", {Role::Nurse}, "x").error().exitStatus(), 3);
        VERIFY_DONE(administration.addAccount("bo", {Role::Administrator}, secret(other), secret(other), cheap));
        VERIFY_DONE(administration.changeRoles("anna", {Role::Nurse}, "hands over to bo"));
        QCOMPARE(administration.changeRoles("bo", {Role::Nurse}, "x").error().exitStatus(), 3); // anna may not any more
    }
    void ownPassphrase_takesTheOldOne() {
        TestVault test;
        Administration administration(*test.vault);
        QCOMPARE(
            pointer(administration.changePassphrase(secret("wrong wrong wrong"), secret(other), secret(other), cheap)),
            QString("/current"));
        QCOMPARE(pointer(administration.changePassphrase(crypto::Secret(passphrase), secret("short"), secret("short"),
                                                         cheap)),
                 QString("/passphrase"));
        VERIFY_DONE(administration.changePassphrase(crypto::Secret(passphrase), secret(other), secret(other), cheap));
        QCOMPARE(std::get<ledger::PassphraseChanged>(*lastFact(test)).name, QString("anna"));
        QCOMPARE(std::get<ledger::PassphraseChanged>(*lastFact(test)).reason, QString()); // one's own affair
        QVERIFY(!test.reopen("anna", passphrase));
        VERIFY_DONE(test.reopen("anna", other));
    }
    void forgottenPassphrase_isReplacedByAnAdministrator() {
        TestVault test;
        {
            Administration administration(*test.vault);
            VERIFY_DONE(administration.addAccount("nora", {Role::Nurse}, secret(other), secret(other), cheap));
            QCOMPARE(pointer(administration.resetPassphrase("nobody", secret(other), secret(other), cheap)),
                     QString("/name"));
            QCOMPARE(administration.resetPassphrase("anna", secret(other), secret(other), cheap).error().exitStatus(),
                     3); // one's own takes the old one
            const auto given = secret("given this morning");
            QCOMPARE(pointer(administration.resetPassphrase("nora", given, given, cheap, QString(10'000, 'x'))),
                     QString("/reason"));
            VERIFY_DONE(administration.resetPassphrase("nora", given, given, cheap, " forgot hers "));
            QCOMPARE(std::get<ledger::PassphraseChanged>(*lastFact(test)).reason, QString("forgot hers"));
        }
        QVERIFY(!test.reopen("nora", other));
        VERIFY_DONE(test.reopen("nora", "given this morning"));
        QCOMPARE(Administration(*test.vault)
                     .resetPassphrase("anna", secret(other), secret(other), cheap)
                     .error()
                     .exitStatus(),
                 3); // a nurse
    }
    void otherRoles_manageNothing() {
        for (const Role role :
             {Role::Nurse, Role::UnblindedNurse, Role::Investigator, Role::DataManager, Role::Monitor}) {
            TestVault test({role});
            Administration administration(*test.vault);
            const auto one = secret(other);
            QCOMPARE(administration.addAccount("x", {Role::Nurse}, one, one, cheap).error().exitStatus(), 3);
            QCOMPARE(administration.changeRoles("anna", {Role::Administrator}, "x").error().exitStatus(), 3);
            QCOMPARE(administration.addPack("x.json").error().exitStatus(), 3);
            QCOMPARE(administration.readAmendment("x.json").error().exitStatus(), 3);
            QCOMPARE(administration.nameRecovery({"x.pem"}).error().exitStatus(), 3);
            QCOMPARE(std::get<ledger::Refused>(*lastFact(test)).action, QString("manage accounts"));
        }
    }

    void amendment_namesWhatDiffers() {
        TestVault test;
        const auto amendment =
            Administration(*test.vault).readAmendment(write(test, demo([](QJsonObject& json) {
                                                                QJsonArray timepoints = json["timepoints"].toArray();
                                                                QJsonObject pacu =
                                                                    timepoints[1].toObject(); // BL, PACU, POD1 …
                                                                QJsonObject window = pacu["window"].toObject();
                                                                window["closes"] = "PT20M"; // was 10
                                                                pacu["window"] = window;
                                                                QJsonArray battery = pacu["battery"].toArray();
                                                                battery.removeLast(); // nrs-anxiety
                                                                pacu["battery"] = battery;
                                                                timepoints[1] = pacu;
                                                                QJsonObject later = timepoints[2].toObject();
                                                                later["id"] = "POD9";
                                                                QJsonObject day = later["window"].toObject();
                                                                day["day"] = 9;
                                                                later["window"] = day;
                                                                timepoints.append(later);
                                                                json["timepoints"] = timepoints;
                                                                json["title"] =
                                                                    QJsonObject{{"en", "Something else"},
                                                                                {"zh-CN", "Something else"}};
                                                            })));
        VERIFY_DONE(amendment);
        using enum StudyChange::Part;
        using enum StudyChange::What;
        const QList<StudyChange> expected{{Window, Changed, "PACU"},
                                          {Battery, Changed, "PACU", {}, {"nrs-anxiety"}},
                                          {Timepoint, Added, "POD9"},
                                          {Other, Changed, "title"}};
        QCOMPARE(amendment->changes, expected);
        QCOMPARE(test.vault->study().version, QString("1.0.0")); // read, not in force
    }
    void unusableAmendments_areNamed_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        QTest::newRow("another study") << "id" << QJsonValue("other") << "/id";
        QTest::newRow("a version that was in force") << "version" << QJsonValue("1.0.0") << "/version";
        QTest::newRow("no study at all") << "timepoints" << QJsonValue(3) << "/timepoints";
    }
    void unusableAmendments_areNamed() {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, place);
        TestVault test;
        const auto read = Administration(*test.vault).readAmendment(write(test, demo([&](QJsonObject& json) {
                                                                              json["title"] = QJsonObject{
                                                                                  {"en", "Something else"},
                                                                                  {"zh-CN", "Something else"}};
                                                                              json[key] = value;
                                                                          })));
        QCOMPARE(pointer(read), place);
        QVERIFY(!Administration(*test.vault).readAmendment(test.folder.filePath("nowhere.json")));
    }
    void amendment_needsTheEthicsCommittee() {
        TestVault test;
        Administration administration(*test.vault);
        const auto amendment = administration.readAmendment(write(test, demo([](QJsonObject&) {})));
        VERIFY_DONE(amendment);
        QCOMPARE(pointer(administration.amend(amendment->study, amendment->library, "  ")), QString("/approval"));
        QCOMPARE(pointer(administration.amend(amendment->study, amendment->library, QString(501, 'x'))),
                 QString("/approval"));
        QCOMPARE(test.vault->study().version, QString("1.0.0"));
        VERIFY_DONE(administration.amend(amendment->study, amendment->library, "EC 2026-118"));
        QCOMPARE(test.vault->study().version, QString("1.1.0"));
        QCOMPARE(std::get<ledger::StudyAdopted>(*lastFact(test)).approval, QString("EC 2026-118"));
    }
    void whoIsEnrolled_followsTheirVersion_untilMoved() {
        TestVault test;
        Administration administration(*test.vault);
        const QUuid first = test.enrol("SYN-001");
        const QUuid second = test.enrol("SYN-002");
        QVERIFY(administration.moves()->isEmpty());
        VERIFY_DONE(amend(test, [](QJsonObject&) {}));
        const auto versionOf = [&](const QUuid& id) {
            return (*test.vault->protocolOf(**test.vault->participant(id)))->study.version;
        };
        QCOMPARE(versionOf(first), QString("1.0.0"));
        QCOMPARE(administration.moves()->size(), 2);
        QCOMPARE(pointer(administration.move(first, "")), QString("/reason"));
        VERIFY_DONE(administration.move(first, "amendment 1"));
        QCOMPARE(versionOf(first), QString("1.1.0"));
        QCOMPARE(versionOf(second), QString("1.0.0"));
        const auto left = administration.moves();
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->constFirst().subject, QString("SYN-002"));
        QCOMPARE(left->constFirst().version, QString("1.0.0"));
        QCOMPARE(administration.move(first, "again").error().exitStatus(), 2);
        VERIFY_DONE(test.vault->rebuild());
        QCOMPARE(versionOf(first), QString("1.1.0"));
    }
    void newConsentDocument_isSignedFirst() {
        TestVault test;
        Administration administration(*test.vault);
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.desk().setAnchor(participant, "consent", test.clock.now().addSecs(-3600)));
        VERIFY_DONE(amend(test, [](QJsonObject& json) {
            QJsonObject consent = json["consent"].toObject();
            consent["document"] = "2.0";
            consent["reconsent"] = true;
            json["consent"] = consent;
        }));
        const QDateTime now = test.clock.now();
        Enrolling enrolling(*test.vault);
        QCOMPARE(*administration.moves()->constFirst().bar, MoveBar::Reconsent);
        QCOMPARE(administration.move(participant, "amendment 1").error().exitStatus(), 3);
        const auto follows = [&] { return (*test.vault->protocolOf(**test.vault->participant(participant)))->study; };
        const auto due = [&] {
            return desk::consentDue(follows(), test.vault->study(), **test.vault->participant(participant));
        };
        QCOMPARE(due(), QString("amendment"));
        QCOMPARE(desk::documentToSign(follows(), test.vault->study(), **test.vault->participant(participant)),
                 QString("2.0"));
        QCOMPARE(pointer(enrolling.consent(participant, {"1.0", now})), QString("/document"));
        QCOMPARE(pointer(enrolling.consent(participant, {"3.0", now})), QString("/document"));
        VERIFY_DONE(enrolling.consent(participant, {{}, now, "representative"}));
        const auto consents = (*test.vault->participant(participant))->consents;
        QCOMPARE(consents.constLast().document, QString("2.0"));
        QCOMPARE(consents.constLast().occasion, QString("amendment"));
        QCOMPARE(due(), QString());
        VERIFY_DONE(enrolling.consent(participant, {"2.0", now})); // entered wrongly: once more
        QCOMPARE((*test.vault->participant(participant))->consents.constLast().occasion, QString("amendment"));
        // Between the two they still follow the version that they came with, and are asked by it.
        VERIFY_DONE(test.desk().handOver(
            {.participant = participant, .timepoint = "BL", .secondIdentifier = "1957", .language = "en"}));
        VERIFY_DONE(test.desk().takeBack("anna", "pin"));
        QVERIFY(!administration.moves()->constFirst().bar);
        VERIFY_DONE(administration.move(participant, "amendment 1"));
        QCOMPARE(follows().version, QString("1.1.0"));
        QCOMPARE(due(), QString());
    }
    /// ICH E6(R3) 2.8: participants consent by the form as it was last approved.
    void whoeverNeverConsented_signsTheFormInForce() {
        TestVault test;
        const QDateTime before = test.clock.now(); // of the amendments
        const QUuid participant = test.enrol();
        const QUuid dated = test.enrol("SYN-002");
        const QUuid late = test.enrol("SYN-003");
        const auto amended = [&](const char* version, const char* document, bool reconsent) {
            test.clock.advance(std::chrono::hours(1));
            return amend(test, [&](QJsonObject& json) {
                json["version"] = version;
                json["consent"] = QJsonObject{{"document", document}, {"anchor", "consent"}, {"reconsent", reconsent}};
            });
        };
        VERIFY_DONE(amended("1.1.0", "2.0", true));
        VERIFY_DONE(amended("1.2.0", "3.0", false));
        Enrolling enrolling(*test.vault);
        const auto state = [&](const QUuid& id) { return *test.vault->participant(id); };
        const auto follows = [&](const QUuid& id) { return (*test.vault->protocolOf(*state(id)))->study; };
        QCOMPARE(desk::documentToSign(follows(participant), test.vault->study(), *state(participant)), QString("3.0"));
        const QDateTime now = test.clock.now();
        for (const char* superseded : {"1.0", "2.0"})
            QCOMPARE(pointer(enrolling.consent(participant, {superseded, now})), QString("/document"));
        VERIFY_DONE(enrolling.consent(participant, {{}, now}));
        QCOMPARE(state(participant)->consents.constLast().document, QString("3.0"));
        QCOMPARE(state(participant)->anchors.value("consent"), now);
        QCOMPARE(desk::consentDue(follows(participant), test.vault->study(), *state(participant)), QString());
        VERIFY_DONE(test.desk().handOver(
            {.participant = participant, .timepoint = "BL", .secondIdentifier = "1957", .language = "en"}));
        VERIFY_DONE(test.desk().takeBack("anna", "pin"));
        // Its anchor alone says the same.
        VERIFY_DONE(test.desk().setAnchor(dated, "consent", now));
        QCOMPARE(state(dated)->consents.constLast().document, QString("3.0"));
        // What was signed on paper before is entered as it was signed.
        VERIFY_DONE(enrolling.consent(late, {"1.0", before}));
        QCOMPARE(state(late)->consents.constLast().document, QString("1.0"));
        // And who comes now signs no other.
        desk::Enrolment newcomer{"SYN-004", "en", "1957", "Ming Li", {}, {}};
        newcomer.consent = desk::Consent{"2.0", now};
        QCOMPARE(pointer(enrolling.enrol(newcomer)), QString("/document"));
    }
    void formThatOnlyTheNewVersionKeeps_isSignedBeforeTheMoveToo() {
        TestVault test({Role::Administrator, Role::Nurse, Role::Investigator}, shippedLibrary(),
                       [](const instrument::Library& library) {
                           QJsonObject json = demoStudy(library).json;
                           json.remove("consent");
                           return *study::parseStudy(json, library);
                       });
        Administration administration(*test.vault);
        const QUuid participant = test.enrol();
        const QDateTime now = test.clock.now();
        VERIFY_DONE(test.desk().setAnchor(participant, "consent", now));
        VERIFY_DONE(amend(test, [](QJsonObject& json) {
            json["consent"] = QJsonObject{{"document", "2.0"}, {"anchor", "consent"}, {"reconsent", true}};
        }));
        QCOMPARE(*administration.moves()->constFirst().bar, MoveBar::Reconsent);
        VERIFY_DONE(Enrolling(*test.vault).consent(participant, {"2.0", now}));
        QCOMPARE((*test.vault->participant(participant))->consents.constLast().occasion, QString("initial"));
        VERIFY_DONE(administration.move(participant, "amendment 1"));
    }
    void nobodyIsMoved_whileTheTabletIsWithThem_orTheirDataAreClosed() {
        TestVault test;
        Administration administration(*test.vault);
        const QUuid first = test.handOver("SYN-001");
        VERIFY_DONE(amend(test, [](QJsonObject&) {}));
        QCOMPARE(*administration.moves()->constFirst().bar, MoveBar::HandedOver);
        QCOMPARE(administration.move(first, "amendment 1").error().exitStatus(), 3);
        VERIFY_DONE(test.desk().takeBack("anna", "pin"));
        VERIFY_DONE(
            test.vault->append(first, {{ledger::DataStateChanged{"frozen", "cleaning"}}}, {"anna", "dataManager"}));
        QCOMPARE(*administration.moves()->constFirst().bar, MoveBar::DataClosed);
        QCOMPARE(administration.move(first, "amendment 1").error().exitStatus(), 3);
    }
    void whatWasBegunAndIsGone_isFinishedFirst() {
        TestVault test;
        Administration administration(*test.vault);
        const QUuid participant = test.enrol();
        const ledger::AssessmentKey key{"PACU", "nrs-anxiety", 1};
        const QString hash = test.vault->deviceState().instruments["nrs-anxiety"]["definition"].toString();
        VERIFY_DONE(test.vault->append(
            participant, {{ledger::AssessmentOpened{key, hash, {}, "en", {}, false, "self"}}}, {"anna", "nurse"}));
        VERIFY_DONE(amend(test, [](QJsonObject& json) {
            QJsonArray timepoints = json["timepoints"].toArray();
            QJsonObject pacu = timepoints[1].toObject();
            QJsonArray battery = pacu["battery"].toArray();
            battery.removeLast();
            pacu["battery"] = battery;
            timepoints[1] = pacu;
            json["timepoints"] = timepoints;
        }));
        QCOMPARE(*administration.moves()->constFirst().bar, MoveBar::StillOpen);
        QCOMPARE(administration.move(participant, "amendment 1").error().exitStatus(), 3);
    }

    void pack_comesFromAFile_whole() {
        TestVault test;
        Administration administration(*test.vault);
        const QString before = test.vault->deviceState().study;
        QJsonObject pack = test.library.pack("gad7", "en")->json;
        pack["version"] = "9.9.9";
        VERIFY_DONE(administration.addPack(write(test, pack, "pack.json")));
        QCOMPARE(test.vault->library().pack("gad7", "en")->version, QString("9.9.9"));
        QVERIFY(test.vault->library().pack("gad7", "zh-CN"));                                     // the others stay
        QCOMPARE(test.vault->deviceState().study, before);                                        // the same study
        QCOMPARE(administration.addPack(write(test, pack, "pack.json")).error().exitStatus(), 2); // already
        VERIFY_DONE(test.reopen());
        QCOMPARE(test.vault->library().pack("gad7", "en")->version, QString("9.9.9"));
    }
    void packThatDoesNotFit_isNamedWithEveryFault() {
        TestVault test;
        Administration administration(*test.vault);
        QJsonObject pack = test.library.pack("gad7", "en")->json;
        const auto broken = [&](const std::function<void(QJsonObject&)>& change) {
            QJsonObject copy = pack;
            change(copy);
            return administration.addPack(write(test, copy, "pack.json"));
        };
        QCOMPARE(pointer(broken([](QJsonObject& json) { json["instrument"] = "nobody-has-this"; })),
                 QString("/instrument"));
        QCOMPARE(pointer(broken([](QJsonObject& json) { json["language"] = "fr"; })), QString("/language"));
        const auto many = broken([](QJsonObject& json) {
            QJsonObject items = json["items"].toObject();
            items.remove("q1");
            items.remove("q2");
            json["items"] = items;
        });
        QVERIFY(!many);
        QVERIFY(many.error().faults.size() >= 2);
        const auto ended = broken([](QJsonObject& json) {
            QJsonObject licence = json["licence"].toObject();
            QJsonObject allows = licence["allows"].toObject();
            allows["expires"] = "2026-11-01"; // it is the 20th
            licence["allows"] = allows;
            json["licence"] = licence;
        });
        QVERIFY(!ended);
        QCOMPARE(ended.error().exitStatus(), 2);
        QVERIFY(!administration.addPack(write(test, QJsonObject{{"a", 1}}, "pack.json")));
        QVERIFY(writeFile(test.folder.filePath("pack.json"), "{\"a\": 1, \"a\": 2"));
        QVERIFY(!administration.addPack(test.folder.filePath("pack.json")));
        QCOMPARE(canonicalJson(test.vault->library().pack("gad7", "en")->json), canonicalJson(pack));
    }

    void clocks_areCompared_data() {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("drift"); // tablet minus ward
        QTest::newRow("the same minute") << "2026-11-20T14:05:42+08:00" << "Asia/Shanghai" << "14:05" << 0;
        QTest::newRow("with seconds") << "2026-11-20T14:05:42+08:00" << "Asia/Shanghai" << "14:05:40" << 2;
        QTest::newRow("tablet behind") << "2026-11-20T14:05:00+08:00" << "Asia/Shanghai" << "14:08" << -180;
        QTest::newRow("ward past midnight") << "2026-11-20T23:59:00+08:00" << "Asia/Shanghai" << "0:01" << -120;
        QTest::newRow("tablet past midnight") << "2026-11-21T00:01:00+08:00" << "Asia/Shanghai" << "23:58" << 180;
        QTest::newRow("Chinese colon") << "2026-11-20T14:05:00+08:00" << "Asia/Shanghai" << QString::fromUtf8("14：04")
                                       << 60;
        QTest::newRow("device in another offset") << "2026-11-20T06:05:00Z" << "Asia/Shanghai" << "14:05" << 0;
        // Berlin turns 03:00 back to 02:00 on 25 October 2026: 02:30 comes at 00:30Z and again at 01:30Z.
        QTest::newRow("first 02:30") << "2026-10-25T00:30:00Z" << "Europe/Berlin" << "02:30" << 0;
        QTest::newRow("second 02:30") << "2026-10-25T01:30:00Z" << "Europe/Berlin" << "02:29" << 60;
    }
    void clocks_areCompared() {
        QFETCH(QString, now);
        QFETCH(QString, zone);
        QFETCH(QString, shown);
        QFETCH(int, drift);
        TestVault test({Role::Nurse, Role::Administrator}, shippedLibrary(), [&](const instrument::Library& library) {
            QJsonObject json = demo([&](QJsonObject& study) { study["zone"] = zone; });
            return *study::parseStudy(json, library);
        });
        test.clock.set(*parseInstant(now));
        Administration administration(*test.vault);
        QVERIFY(administration.isClockCheckDue());
        const auto found = administration.checkClock(shown);
        VERIFY_DONE(found);
        QCOMPARE(*found, drift);
        QCOMPARE(test.vault->deviceState().clockDriftSeconds, drift);
        QVERIFY(!administration.isClockCheckDue());
    }
    void clockCheck_isDueAgainTheNextDayAtTheSite() {
        TestVault test;
        Administration administration(*test.vault);
        test.clock.set(*parseInstant("2026-11-20T23:50+08:00"));
        VERIFY_DONE(administration.checkClock("23:50"));
        QVERIFY(!administration.isClockCheckDue());
        test.clock.set(*parseInstant("2026-11-21T00:10+08:00"));
        QVERIFY(administration.isClockCheckDue());
    }
    void impossibleClocks_areRefused() {
        TestVault test;
        Administration administration(*test.vault);
        const QStringList impossible{"",      "24:00",          "14:60",   "14:05:60",          "14", "2 pm", "14:5",
                                     "-1:00", "14:05 tomorrow", "１４:05", QString(10'000, '1')};
        for (const QString& shown : impossible)
            QCOMPARE(pointer(administration.checkClock(shown)), QString("/ward"));
        QVERIFY(!test.vault->deviceState().clockCheckedAt.isValid());
        TestVault monitor({Role::Monitor});
        QCOMPARE(Administration(*monitor.vault).checkClock("09:00").error().exitStatus(), 3);
    }
    void recovery_takesACertificateOnly() {
        TestVault test;
        Administration administration(*test.vault);
        QCOMPARE(pointer(administration.nameRecovery({test.folder.filePath("nowhere.pem")})), QString("/certificate"));
        QVERIFY(writeFile(test.folder.filePath("no.pem"), "no certificate"));
        QCOMPARE(pointer(administration.nameRecovery({test.folder.filePath("no.pem")})), QString("/certificate"));
        QVERIFY(test.vault->deviceState().recovery.isEmpty());
        QCOMPARE(administration.beginBackup(test.folder.path(), 7).error().exitStatus(), 3); // none is named
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
