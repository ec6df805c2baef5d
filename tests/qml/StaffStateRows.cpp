// The states between: something is refused, something is under way, nothing is there, and ten thousand.
#include "StaffRows.h"

#include "core/Ids.h"
#include "desk/Alerting.h"
#include "desk/Forms.h"

#include <QFile>
#include <csignal>
#include <sys/resource.h>

namespace serein::matrix {

namespace {

/// While it lives no file can grow: the disk is full.
class FullDisk {
public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

/// A folder that is not there yet, another each time.
QString freshFolder(const Files& files) {
    static int made = 0;
    return files.folder + QStringLiteral("/out-%1").arg(++made);
}

void refusedPassphrase(Tablet& tablet) {
    tablet.atLock();
    tablet.tap(QStringLiteral("lock.name.wei.zhang"));
    ui::LockModel& lock = *tablet.app().lockScreen();
    lock.unlock(QStringLiteral("wei.zhang"), QStringLiteral("not the passphrase"));
    if (!QTest::qWaitFor([&] { return !lock.error().isEmpty(); }, 60000))
        qFatal("a wrong passphrase is not refused");
}

/// A severe event was written down, and nobody has said yet that they read what is to be reported.
void somethingToReport(Tablet& tablet) {
    tablet.atDesk();
    vault::Vault& vault = tablet.vault();
    if (desk::Instructing(vault).waiting().value_or(QList<desk::Instruction>()).isEmpty()) {
        const instrument::Instrument& form = *vault.library().instrument(QStringLiteral("adverse-events"));
        instrument::Answers answers;
        for (const instrument::Item& item : form.items)
            if (item.showWhen == nullptr && item.asks())
                answers.insert(item.id, instrument::AnswerValue(Decimal(0)));
        answers.insert(QStringLiteral("nausea"), instrument::AnswerValue(Decimal(1)));
        answers.insert(QStringLiteral("nausea_severity"), instrument::AnswerValue(Decimal(3)));
        const auto written = desk::Forms(vault).submit(
            {tablet.person(QStringLiteral("SYN-008")), QStringLiteral("POD1"), form.id}, answers);
        if (!written)
            qFatal("%s", qPrintable(written.error().toString()));
        tablet.app().desk()->refresh();
    }
    tablet.go(QStringLiteral("worklist"));
}

/// The tablet locked while it was with a participant.
void resumed(Tablet& tablet) {
    tablet.atDesk();
    if (tablet.app().desk()->resumeHandOver().isEmpty()) {
        ui::DeskModel& desk = *tablet.app().desk();
        const QUuid participant = tablet.person(QStringLiteral("SYN-002"));
        const auto state = tablet.vault().participant(participant);
        if (!tablet.app().hasPin() && !tablet.app().setPin(QStringLiteral("4711")))
            qFatal("no PIN: %s", qPrintable(desk.error()));
        if (!desk.handOver({{QStringLiteral("participant"), idText(participant)},
                            {QStringLiteral("timepoint"), QStringLiteral("PACU")},
                            {QStringLiteral("secondIdentifier"), (*state)->secondIdentifier},
                            {QStringLiteral("mode"), QStringLiteral("self")},
                            {QStringLiteral("language"), QStringLiteral("zh-CN")}}))
            qFatal("not handed over: %s", qPrintable(desk.error()));
        tablet.atLock();
        tablet.atDesk();
    }
    tablet.go(QStringLiteral("worklist"));
}

QList<StaffRow> refused(const Files& files) {
    const QString nowhere = QStringLiteral("/proc/nowhere");
    return {
        {"lock-refused", "LockScreen", On::Demo, refusedPassphrase},
        {"enrol-refused", "EnrolPage", On::Demo,
         [](Tablet& tablet) {
             tablet.atDesk();
             tablet.go(QStringLiteral("enrol"));
             tablet.type(QStringLiteral("enrol.subject"), QStringLiteral("SYN-001"));
             tablet.type(QStringLiteral("enrol.secondIdentifier"), QStringLiteral("1957"));
             tablet.tap(QStringLiteral("enrol.save"));
         }},
        {"anchor-refused", "AnchorPage", On::Demo,
         [](Tablet& tablet) {
             tablet.atDesk();
             tablet.goToAnchor(QStringLiteral("SYN-005"), QStringLiteral("surgeryEnd"));
             tablet.type(QStringLiteral("anchor.at"), QStringLiteral("2027-11-20 14:05"));
         }},
        {"act-sign-refused", "ReviewActPage", On::Demo,
         [](Tablet& tablet) {
             tablet.atDesk();
             tablet.goToAssessment(QStringLiteral("SYN-009"), QStringLiteral("BL"), QStringLiteral("gad7"));
             tablet.tap(QStringLiteral("assessment.sign"));
             tablet.tap(QStringLiteral("act.save"));
         }},
        {"notes-disk-full", "NotesPage", On::Demo,
         [](Tablet& tablet) {
             tablet.atDesk();
             tablet.openParticipant(QStringLiteral("SYN-009"));
             tablet.go(QStringLiteral("notes"));
             tablet.type(QStringLiteral("notes.text"), QStringLiteral("Prefers to be asked after breakfast."));
             const FullDisk full;
             tablet.tap(QStringLiteral("notes.save"));
         }},
        {"protocol-faults", "FaultList", On::Empty,
         [files](Tablet& tablet) {
             tablet.atDesk();
             tablet.go(QStringLiteral("protocol"));
             tablet.type(QStringLiteral("amendment.file"), files.broken);
             tablet.tap(QStringLiteral("amendment.read"));
         }},
        {"export-refused", "ExportPage", On::Demo,
         [files, nowhere](Tablet& tablet) {
             tablet.atDesk();
             tablet.openParticipant(QStringLiteral("SYN-009"));
             tablet.go(QStringLiteral("export"));
             tablet.type(QStringLiteral("export.folder"), nowhere);
             tablet.type(QStringLiteral("export.certificate"), files.certificate);
             tablet.tap(QStringLiteral("export.save"));
         }},
        {"backup-refused", "BackupPage", On::Demo,
         [nowhere](Tablet& tablet) {
             tablet.atDesk();
             tablet.go(QStringLiteral("backup"));
             tablet.type(QStringLiteral("backup.folder"), nowhere);
             tablet.tap(QStringLiteral("backup.begin"));
         }},
        {"lock-no-vault", "LockScreen", On::Nowhere, [](Tablet&) {}, false},
    };
}

QList<StaffRow> underWay(const Files& files) {
    return {
        {"export-all-running", "ExportAllPage", On::Demo,
         [files](Tablet& tablet) {
             tablet.atDesk();
             tablet.go(QStringLiteral("exportAll"));
             tablet.type(QStringLiteral("exportAll.folder"), freshFolder(files));
             tablet.type(QStringLiteral("exportAll.certificate"), files.certificate);
             tablet.tap(QStringLiteral("exportAll.begin"));
         }},
        {"backup-running", "BackupPage", On::Demo,
         [files](Tablet& tablet) {
             tablet.atDesk();
             tablet.go(QStringLiteral("backup"));
             const QString stick = freshFolder(files);
             QDir().mkpath(stick);
             tablet.type(QStringLiteral("backup.folder"), stick);
             tablet.tap(QStringLiteral("backup.begin"));
         }},
        {"worklist-resumed", "StaffBanners", On::Demo, resumed, false},
        {"worklist-to-report", "StaffBanners", On::Demo, somethingToReport, false},
        {"lock-checking", "LockScreen", On::Checking,
         [](Tablet& tablet) {
             tablet.tap(QStringLiteral("lock.name.demo"));
             ui::LockModel& lock = *tablet.app().lockScreen();
             lock.blockSignals(false);
             lock.unlock(QStringLiteral("demo"), QStringLiteral("whichever"));
             lock.blockSignals(true); // what the derivation comes to is not heard
         },
         false},
    };
}

QList<StaffRow> emptyRows() {
    const auto at = [](const char* place) {
        return [place](Tablet& tablet) {
            tablet.atDesk();
            tablet.go(QString::fromLatin1(place));
        };
    };
    return {
        {"empty-worklist", "WorklistMessage", On::Empty, at("worklist")},
        {"empty-alerts", "AlertsPage", On::Empty, at("alerts")},
        {"empty-participants", "ParticipantsPage", On::Empty, at("participants")},
        {"empty-exports", "ParticipantsPage", On::Empty, at("exports")},
        {"empty-study", "AdminPage", On::Empty, at("study")},
        {"empty-backup", "BackupPage", On::Empty, at("backup")},
        {"empty-export-all", "ExportAllPage", On::Empty, at("exportAll")},
    };
}

/// Ten thousand, at the worklist, and what is done there.
StaffRow crowd(const char* name, const QString& place, const std::function<void(Tablet&)>& then = {}) {
    const char* page = place == QStringLiteral("worklist") ? "WorklistPage" : "ParticipantsPage";
    return {name, page, On::Crowd, [place, then](Tablet& tablet) {
                tablet.atDesk();
                tablet.go(place);
                if (then)
                    then(tablet);
            }};
}

QList<StaffRow> crowdRows() {
    return {
        crowd("crowd-worklist", QStringLiteral("worklist")),
        crowd("crowd-worklist-upcoming", QStringLiteral("worklist"),
              [](Tablet& tablet) { tablet.tap(QStringLiteral("worklist.filter.upcoming")); }),
        crowd("crowd-worklist-search", QStringLiteral("worklist"),
              [](Tablet& tablet) {
                  tablet.type(QStringLiteral("worklist.search"), QStringLiteral("17 day 7"));
                  tablet.rest();
              }),
        crowd("crowd-participants", QStringLiteral("participants")),
    };
}

} // namespace

QList<StaffRow> stateRows(const Files& files) {
    return refused(files) + underWay(files) + emptyRows() + crowdRows();
}

} // namespace serein::matrix
