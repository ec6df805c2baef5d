#include "StaffVaults.h"

#include "desk/Administration.h"
#include "desk/Alerting.h"
#include "desk/Enrolling.h"
#include "desk/Planning.h"
#include "desk/Review.h"
#include "desk/Standing.h"
#include "unit/crypto/Certificates.h"

#include <QJsonArray>
#include <QProcess>

namespace serein::matrix {

namespace {

constexpr auto moment = "2026-11-20T08:20+08:00"; // a morning: day 1, 2 and 3 are due
constexpr auto nursesPassphrase = "correct horse battery";
const QString nurse = QStringLiteral("nora.chen");

template<class T> T need(Result<T>&& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

QJsonArray with(QJsonArray battery, const QStringList& instruments) {
    for (const QString& instrument : instruments)
        battery.append(QJsonObject{{QStringLiteral("instrument"), instrument}});
    return battery;
}

/// The demonstration with staff's own forms on day 1: the participant's state before the hand-over, adverse events with
/// what the study wants reported, contacts, and what was given (kept from those who are blinded).
QJsonObject amended() {
    QJsonObject json =
        need(readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))).toObject();
    json[QStringLiteral("version")] = QStringLiteral("1.1.0");
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    for (auto&& one : timepoints) {
        QJsonObject timepoint = one.toObject();
        if (timepoint[QLatin1String("id")] != QLatin1String("POD1"))
            continue;
        timepoint[QStringLiteral("battery")] =
            with(timepoint[QLatin1String("battery")].toArray(),
                 {QStringLiteral("state-at-assessment"), QStringLiteral("adverse-events"),
                  QStringLiteral("contact-log"), QStringLiteral("treatment")});
        one = timepoint;
    }
    json[QStringLiteral("timepoints")] = timepoints;
    QJsonObject handOver = json[QLatin1String("handOver")].toObject();
    handOver[QStringLiteral("state")] = QJsonObject{
        {QStringLiteral("instrument"), QStringLiteral("state-at-assessment")},
        {QStringLiteral("adviseAgainst"), QJsonObject{{QStringLiteral("score"), QStringLiteral("fit_to_answer")},
                                                      {QStringLiteral("operator"), QStringLiteral("lt")},
                                                      {QStringLiteral("cut"), 1}}}};
    json[QStringLiteral("handOver")] = handOver;
    json[QStringLiteral("seriousAdverseEvent")] = QJsonObject{
        {QStringLiteral("instrument"), QStringLiteral("adverse-events")},
        {QStringLiteral("score"), QStringLiteral("worst")},
        {QStringLiteral("operator"), QStringLiteral("ge")},
        {QStringLiteral("cut"), 3},
        {QStringLiteral("text"),
         QJsonObject{{QStringLiteral("en"), QStringLiteral("Demonstration only: nothing is reported. A real study "
                                                           "names here what is to be reported, to whom, and by when.")},
                     {QStringLiteral("zh-CN"),
                      QStringLiteral("仅供演示：不会上报任何内容。正式研究须在此写明上报的内容、对象与时限。")}}}};
    return json;
}

/// What a later version would change, and a file that is no study.
QJsonObject amendedAgain() {
    QJsonObject json = amended();
    json[QStringLiteral("version")] = QStringLiteral("1.2.0");
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject last = timepoints.last().toObject();
    last[QStringLiteral("window")] =
        QJsonObject{{QStringLiteral("day"), 30}, {QStringLiteral("spread"), QStringLiteral("P5D")}};
    timepoints.replace(timepoints.size() - 1, last);
    json[QStringLiteral("timepoints")] = timepoints;
    return json;
}
QJsonObject brokenStudy() {
    QJsonObject json = amendedAgain();
    json[QStringLiteral("dayZero")] = QStringLiteral("birth");
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject last = timepoints.last().toObject();
    last[QStringLiteral("battery")] = with(last[QLatin1String("battery")].toArray(), {QStringLiteral("phq11")});
    timepoints.replace(timepoints.size() - 1, last);
    json[QStringLiteral("timepoints")] = timepoints;
    return json;
}

/// A day of the team's work, each step by the call that its page makes.
class Team {
public:
    explicit Team(vault::Vault& vault) : m_vault(vault) {}

    void whereabouts() {
        desk::Standing standing(m_vault);
        need(standing.locate(at(2), {QStringLiteral("recovery"), QStringLiteral("PACU"), QStringLiteral("3")}));
        need(standing.locate(at(5), {QStringLiteral("ward"), QStringLiteral("5A"), QStringLiteral("12")}));
        need(standing.locate(at(7), {QStringLiteral("ward"), QStringLiteral("5A"), QStringLiteral("3")}));
        need(standing.locate(at(8),
                             {QStringLiteral("ward"), QStringLiteral("Orthopaedics 3 West"), QStringLiteral("21B")}));
        need(standing.locate(at(9), {QStringLiteral("ward"), QStringLiteral("6B"), QStringLiteral("4")}));
        need(standing.locate(at(10), {QStringLiteral("home")}));
        need(standing.locate(at(13), {QStringLiteral("icu"), QStringLiteral("ICU 2"), QStringLiteral("7")}));
        need(standing.suspend(at(13), QStringLiteral("icu"), QStringLiteral("sepsis")));
        need(standing.withdraw(
            at(11), {{QStringLiteral("questionnaires"), QStringLiteral("calls")}, QStringLiteral("participant")}));
        need(standing.note(at(9), QStringLiteral("Hears better on the left side. Please speak slowly.")));
        need(standing.note(at(9), QStringLiteral("Reading glasses are in the bedside drawer.")));
        need(desk::Enrolling(m_vault).identify(at(9), {QStringLiteral("1957"), QStringLiteral("Synthetic SYN-009"),
                                                       QStringLiteral("555 0109"), QStringLiteral("R-000109")}));
    }
    void plan() {
        desk::Planning planning(m_vault);
        const QDateTime now = m_vault.clock().now();
        // Postponed by six days: what was asked before it is stale.
        need(planning.change(at(4), {QStringLiteral("incision"), desk::AnchorAct::Move, now.addDays(8),
                                     QStringLiteral("no bed in intensive care")}));
        need(planning.change(at(21), {QStringLiteral("incision"), desk::AnchorAct::Repeat, now.addSecs(-7200),
                                      QStringLiteral("second look")}));
        need(planning.recordMissed(at(7),
                                   {QStringLiteral("POD2"), QStringLiteral("nrs-pain"), QStringLiteral("asleep")}));
        need(planning.logCall(at(10), {QStringLiteral("POD7"), QStringLiteral("nobody"), QStringLiteral("noAnswer")}));
        need(planning.logCall(at(10), {QStringLiteral("POD7"), QStringLiteral("relative"), QStringLiteral("callAgain"),
                                       QStringLiteral("After lunch, says the daughter")}));
    }
    /// By the nurse: an investigator decides on somebody else's proposal only.
    void propose() {
        propose(9, {QStringLiteral("BL"), QStringLiteral("phq9"), 1}, QStringLiteral("q3"),
                QStringLiteral("misread: another line is marked on the sheet"));
        propose(3, {QStringLiteral("BL"), QStringLiteral("gad7"), 1}, QStringLiteral("q2"),
                QStringLiteral("the wrong line was typed"));
    }
    void review(const QByteArray& passphrase) {
        desk::Review review(m_vault);
        const ledger::AssessmentKey mood{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        const ledger::AssessmentKey worry{QStringLiteral("BL"), QStringLiteral("gad7"), 1};
        need(review.verifySource(at(9), mood));
        const QUuid answered = need(review.raiseQuery(at(9), mood, QStringLiteral("q3"),
                                                      QStringLiteral("The sheet seems to say “several days”.")));
        need(review.answerQuery(at(9), answered, QStringLiteral("Yes. A correction is proposed.")));
        need(review.raiseQuery(at(9), worry, {}, QStringLiteral("Who filled this in?")));
        // Signed, and then corrected: the signature breaks visibly.
        need(review.sign(at(3), worry, QStringLiteral("I have reviewed these answers."), crypto::Secret(passphrase)));
        const auto state = need(m_vault.participant(at(3)));
        for (const auto& proposal : state->proposals)
            need(review.approve(at(3), proposal.id));
        need(review.sign(at(9), mood, QStringLiteral("I have reviewed these answers."), crypto::Secret(passphrase)));
        need(review.setDataState(at(12), QStringLiteral("frozen"), QStringLiteral("cleaned")));
    }
    /// One that waits too long, one that is closed.
    void alerts() {
        const vault::Actor patient = vault::participantActor;
        const auto raise = [&](int number) {
            need(m_vault.append(
                at(number),
                {{ledger::AlertRaised{
                    {QStringLiteral("BL"), QStringLiteral("phq9"), 1}, QStringLiteral("item9"), QStringLiteral("q9")}}},
                patient));
        };
        raise(14);
        desk::Alerting alerting(m_vault);
        for (const ledger::AlertState& alert : need(m_vault.openAlerts()))
            if (alert.participant == at(14)) {
                need(alerting.acknowledge(at(14), alert.id, QStringLiteral("Talked with the participant")));
                need(alerting.close(at(14), alert.id, QStringLiteral("Psychiatry saw them the same day")));
            }
        raise(5);
    }
    void administer(const QString& certificateFile) {
        desk::Administration administration(m_vault);
        const auto known = need(instrument::Library::load(instrument::Library::defaultFolder()));
        need(administration.amend(need(study::parseStudy(amended(), known)), known,
                                  QStringLiteral("EC 2026-118, 2026-11-12")));
        for (const int number : {5, 8})
            need(administration.move(at(number), QStringLiteral("amendment 1")));
        need(administration.nameRecovery({certificateFile}));
    }

private:
    /// Another answer than the one that stands.
    void propose(int number, const ledger::AssessmentKey& assessment, const QString& item, const QString& reason) {
        desk::Review review(m_vault);
        if (!review.propose({at(number), assessment, item, 1, reason}))
            need(review.propose({at(number), assessment, item, 2, reason}));
    }
    QUuid at(int number) const {
        const auto found = need(m_vault.participantBySubject(QStringLiteral("SYN-%1").arg(number, 3, 10, QChar(u'0'))));
        if (!found)
            qFatal("no participant %d", number);
        return *found;
    }
    vault::Vault& m_vault;
};

} // namespace

DemoVault::DemoVault() : m_clock(*parseInstant(QString::fromLatin1(moment))) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SEREIN_STATE_DIR"), file(QStringLiteral("demo/state")));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(SEREINCTL), {QStringLiteral("--at"), QString::fromLatin1(moment),
                                              QStringLiteral("demo"), file(QStringLiteral("demo"))});
    constexpr int fiveMinutes = 300000;
    if (!program.waitForFinished(fiveMinutes) || program.exitCode() != 0)
        qFatal("sereinctl demo failed: %s", program.readAllStandardError().constData());
    m_passphrase = need(readFile(file(QStringLiteral("demo/passphrase.txt")))).trimmed();
    work();
}

vault::Place DemoVault::place() const {
    return {file(QStringLiteral("demo/vault")), file(QStringLiteral("demo/state"))};
}

void DemoVault::work() {
    const QString certificate = file(QStringLiteral("recovery.pem"));
    need(writeFile(certificate, test::makeCertificate({.name = "Recovery of the demonstration"}).certificatePem));
    need(writeFile(file(QStringLiteral("amendment.json")), canonicalJson(amendedAgain())));
    need(writeFile(file(QStringLiteral("broken.json")), canonicalJson(brokenStudy())));
    const auto open = [this](const QString& name, const QByteArray& secret) {
        return need(vault::Vault::unlock(place(), name, crypto::Secret(secret), m_clock));
    };
    const QString demo = QStringLiteral("demo");
    {
        const auto vault = open(demo, m_passphrase);
        Team team(*vault);
        desk::Desk desk(*vault);
        const auto add = [&](const QString& name, account::Role role) {
            need(desk.addAccount(name, {role}, crypto::Secret(QByteArray(nursesPassphrase)), test::cheap));
        };
        add(nurse, account::Role::Nurse);
        add(QStringLiteral("wei.zhang"), account::Role::Monitor);
        add(QStringLiteral("former.colleague"), account::Role::Investigator);
        need(desk.disableAccount(QStringLiteral("former.colleague"), QStringLiteral("left the site")));
        team.whereabouts();
        team.plan();
        team.alerts();
        team.administer(certificate);
    }
    {
        const auto vault = open(nurse, nursesPassphrase);
        Team(*vault).propose();
    }
    const auto vault = open(demo, m_passphrase);
    Team(*vault).review(m_passphrase);
}

} // namespace serein::matrix
