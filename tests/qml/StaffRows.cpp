#include "StaffRows.h"

#include "core/Ids.h"
#include "desk/Alerting.h"
#include "desk/Redacting.h"

#include <algorithm>

namespace serein::matrix {

namespace {

using Do = std::function<void(Tablet&)>;

/// At the desk, in this place, and then what else is done there.
Do at(const char* place, const Do& then = {}) {
    return [place, then](Tablet& tablet) {
        tablet.atDesk();
        tablet.go(QString::fromLatin1(place));
        if (then)
            then(tablet);
    };
}

/// A place that is about one participant.
Do of(const char* subject, const char* place, const Do& then = {}) {
    return [subject, place, then](Tablet& tablet) {
        tablet.atDesk();
        tablet.openParticipant(QString::fromLatin1(subject));
        tablet.go(QString::fromLatin1(place), {{QStringLiteral("participant"), idText(tablet.person(subject))},
                                               {QStringLiteral("subject"), QString::fromLatin1(subject)}});
        if (then)
            then(tablet);
    };
}

/// A place that is about one of a participant's timepoints.
Do when(const char* subject, const char* timepoint, const char* place, const Do& then = {}) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.goTo(QString::fromLatin1(place), QString::fromLatin1(subject), QString::fromLatin1(timepoint));
        if (then)
            then(tablet);
    };
}

Do participant(const char* subject, const char* tab = nullptr) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.openParticipant(QString::fromLatin1(subject));
        tablet.tap(QStringLiteral("participant.tab.%1").arg(QLatin1String(tab == nullptr ? "plan" : tab)));
    };
}

Do assessment(const char* subject, const char* instrument, const char* act = nullptr) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.goToAssessment(QString::fromLatin1(subject), QStringLiteral("BL"), QString::fromLatin1(instrument));
        if (act != nullptr)
            tablet.tap(QString::fromLatin1(act));
    };
}

/// One step about the whole record.
Do order(const char* subject, const char* what) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.go(QStringLiteral("review"),
                  {{QStringLiteral("what"), QString::fromLatin1(what)},
                   {QStringLiteral("participant"), idText(tablet.person(QString::fromLatin1(subject)))},
                   {QStringLiteral("heading"), QString::fromLatin1(subject)}});
    };
}

Do formOf(const char* subject, const char* instrument) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.goToForm(QString::fromLatin1(subject), QStringLiteral("POD1"), QString::fromLatin1(instrument));
    };
}

Do anchor(const char* subject, const char* id, const Do& then = {}) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        tablet.goToAnchor(QString::fromLatin1(subject), QString::fromLatin1(id));
        if (then)
            then(tablet);
    };
}

Do tapped(const QStringList& names) {
    return [names](Tablet& tablet) {
        for (const QString& name : names)
            tablet.tap(name);
    };
}

/// Field, words, field, words …
Do typed(const QStringList& pairs, const QStringList& taps = {}) {
    return [pairs, taps](Tablet& tablet) {
        for (qsizetype i = 0; i + 1 < pairs.size(); i += 2)
            tablet.type(pairs.at(i), pairs.at(i + 1));
        tapped(taps)(tablet);
    };
}

Do searched(const char* field, const char* words) {
    return [=](Tablet& tablet) {
        tablet.type(QString::fromLatin1(field), QString::fromLatin1(words));
        tablet.rest();
    };
}

/// The first note about them.
Do redactNote(const char* subject, const QStringList& taps = {}) {
    return [=](Tablet& tablet) {
        tablet.atDesk();
        const QUuid person = tablet.person(QString::fromLatin1(subject));
        const auto texts = desk::Redacting(tablet.vault()).texts(person).value_or(QList<desk::FreeText>());
        const auto note =
            std::ranges::find_if(texts, [](const desk::FreeText& one) { return one.kind == ledger::Noted::kind; });
        if (note == texts.end())
            qFatal("no note about %s", subject);
        tablet.go(QStringLiteral("redact"), {{QStringLiteral("participant"), idText(person)},
                                             {QStringLiteral("event"), idText(note->event)},
                                             {QStringLiteral("from"), QStringLiteral("notes")}});
        tapped(taps)(tablet);
    };
}

QList<StaffRow> lists() {
    return {
        {"lock-alert", "LockScreen", On::Demo, [](Tablet& tablet) { tablet.atLock(); }, false},
        {"worklist-alerts", "WorklistPage", On::Demo, at("worklist"), false},
        {"alerts", "AlertsPage", On::Demo, at("alerts"), false},
        {"participant-alert", "ParticipantPage", On::Demo, participant("SYN-005"), false},
        {"lock", "LockScreen", On::Demo,
         [](Tablet& tablet) {
             tablet.atLock();
             tablet.tap(QStringLiteral("lock.name.demo"));
         }},
        {"worklist", "WorklistPage", On::Demo, at("worklist")},
        {"worklist-due", "WorklistPage", On::Demo, at("worklist", tapped({"worklist.filter.due"}))},
        {"worklist-filter", "WorklistChoices", On::Demo,
         at("worklist", tapped({"worklist.choose", "worklist.ward.5A"}))},
        {"worklist-nothing", "WorklistMessage", On::Demo, at("worklist", searched("worklist.search", "SYN-999"))},
        {"alerts-acknowledged", "AlertsPage", On::Demo, at("alerts", tapped({"alerts.show.acknowledged"}))},
        {"alerts-closed", "AlertsPage", On::Demo, at("alerts", tapped({"alerts.show.closed"}))},
        {"participants", "ParticipantsPage", On::Demo, at("participants")},
        {"exports", "ParticipantsPage", On::Demo, at("exports")},
        {"review-work", "ReviewWorkPage", On::Demo, at("reviewWork")},
    };
}

QList<StaffRow> onePerson() {
    return {
        {"participant", "ParticipantPage", On::Demo, participant("SYN-009")},
        {"participant-forms", "PlanTable", On::Demo, participant("SYN-008")},
        {"participant-stale", "StaleList", On::Demo, participant("SYN-004")},
        {"participant-repeated", "PlanTable", On::Demo, participant("SYN-021")},
        {"participant-scores", "TrendView", On::Demo, participant("SYN-009", "trends")},
        {"participant-more", "ParticipantActions", On::Demo, participant("SYN-009", "more")},
        {"enrol", "EnrolPage", On::Demo, at("enrol")},
        {"enrol-consent", "ConsentFields", On::Demo, at("enrol", tapped({"enrol.consent.given"}))},
        {"anchor-set", "AnchorPage", On::Demo, anchor("SYN-004", "surgeryEnd")},
        {"anchor-move", "PlanDiff", On::Demo,
         anchor("SYN-005", "incision",
                typed({"anchor.at", "2026-11-21 09:30", "anchor.reason", "postponed: no theatre"}))},
        {"consent", "ConsentPage", On::Demo, of("SYN-009", "consent")},
        {"standing", "StandingPage", On::Demo, of("SYN-009", "standing")},
        {"standing-suspend", "StandingPage", On::Demo, of("SYN-009", "standing", tapped({"standing.act.suspend"}))},
        {"standing-suspended", "StandingPage", On::Demo, of("SYN-013", "standing")},
        {"standing-withdraw", "WithdrawFields", On::Demo,
         of("SYN-009", "standing", tapped({"standing.act.withdraw", "standing.identity.destroyed"}))},
        {"whereabouts", "WhereaboutsPage", On::Demo, of("SYN-008", "whereabouts")},
        {"notes", "NotesPage", On::Demo, of("SYN-009", "notes")},
        {"notes-contact", "ContactCard", On::Demo, of("SYN-009", "notes", tapped({"contact.change"}))},
        {"hand-over", "HandOverPage", On::Demo, when("SYN-009", "POD3", "handOver")},
        {"hand-over-state", "FormFields", On::Demo, when("SYN-005", "POD1", "handOver")},
        {"hand-over-telephone", "HandOverPage", On::Demo, when("SYN-010", "POD7", "handOver")},
        {"missed", "MissedPage", On::Demo, when("SYN-009", "POD3", "missed", tapped({"missed.reason.died"}))},
        {"missed-mark", "MissedMarkPage", On::Demo,
         when("SYN-007", "POD2", "missedMark", tapped({"mark.reason.none"}))},
        {"calls", "CallPage", On::Demo, when("SYN-010", "POD7", "call", tapped({"call.reached.relative"}))},
        {"form", "FormPage", On::Demo, formOf("SYN-005", "adverse-events")},
        {"form-log", "FormPage", On::Demo, formOf("SYN-008", "contact-log")},
        {"form-treatment", "FormPage", On::Demo, formOf("SYN-008", "treatment")},
        {"assessment", "AssessmentPage", On::Demo, assessment("SYN-009", "phq9")},
        {"assessment-corrected", "ReviewList", On::Demo, assessment("SYN-003", "gad7")},
        {"act-propose", "ReviewActPage", On::Demo, assessment("SYN-009", "phq9", "item.0.propose")},
        {"act-query", "ReviewActPage", On::Demo, assessment("SYN-009", "phq9", "item.0.query")},
        {"act-sign", "ReviewActPage", On::Demo, assessment("SYN-009", "gad7", "assessment.sign")},
        {"act-reassign", "ReviewActPage", On::Demo, assessment("SYN-009", "gad7", "assessment.reassign")},
        {"record", "StreamPage", On::Demo, of("SYN-009", "stream")},
        {"redact", "RedactPage", On::Demo, redactNote("SYN-009")},
        {"redact-asked", "RedactPage", On::Demo, redactNote("SYN-009", {"redact.save"})},
        {"record-sign", "ReviewActPage", On::Demo, of("SYN-009", "sign")},
        {"record-frozen", "StreamHead", On::Demo, of("SYN-012", "stream")},
        {"act-unblind", "ReviewActPage", On::Demo, order("SYN-009", "unblind")},
        {"act-lock", "ReviewActPage", On::Demo, order("SYN-009", "locked")},
        {"queries", "QueriesPage", On::Demo, of("SYN-009", "queries")},
        {"export", "ExportPage", On::Demo, of("SYN-009", "export")},
        {"export-choose", "ExportChoices", On::Demo,
         of("SYN-009", "export", tapped({"export.choose", "export.timepoints.BL", "export.formats.csv"}))},
        {"export-unsealed", "ExportPage", On::Demo, of("SYN-009", "export", tapped({"export.kind.unsealed"}))},
    };
}

QList<StaffRow> studyPages(const Files& files) {
    return {
        {"study", "AdminPage", On::Demo, at("study")},
        {"people", "PeoplePage", On::Demo, at("people")},
        {"people-own", "PassphraseFields", On::Demo, at("people", tapped({"people.own"}))},
        {"people-new", "Picks", On::Demo, at("people", tapped({"people.add"}))},
        {"people-change", "PersonCard", On::Demo,
         at("people", tapped({"people.nora.chen.change", "people.nora.chen.disable"}))},
        {"protocol", "StudyPage", On::Demo, at("protocol")},
        {"protocol-amendment", "AmendmentCard", On::Empty,
         at("protocol", typed({"amendment.file", files.amendment}, {"amendment.read"}))},
        {"instruments", "InstrumentsPage", On::Demo, at("instruments")},
        {"clock", "ClockPage", On::Demo, at("clock")},
        {"backup", "BackupPage", On::Demo, at("backup")},
        {"backup-holders", "RecoveryCard", On::Demo,
         at("backup", tapped({"backup.another", "backup.another", "backup.needed.2"}))},
        {"keys", "KeysPage", On::Demo, at("keys")},
        {"audit", "AuditPage", On::Demo, at("audit")},
        {"audit-file", "AuditFilters", On::Demo, at("audit", tapped({"audit.file"}))},
        {"study-data", "StudyDataPage", On::Demo, at("studyData", tapped({"studyData.act.sign"}))},
        {"export-all", "ExportAllPage", On::Demo, at("exportAll")},
        {"export-all-choose", "ExportFields", On::Demo, at("exportAll", tapped({"exportAll.choose"}))},
    };
}

} // namespace

QList<StaffRow> stateRows(const Files& files); // StaffStateRows.cpp

QList<StaffRow> staffRows(const Files& files) {
    return lists() + onePerson() + studyPages(files) + stateRows(files);
}

void calm(Tablet& tablet) {
    tablet.atDesk();
    vault::Vault& vault = tablet.vault();
    desk::Alerting alerting(vault);
    bool changed = false;
    const QList<ledger::AlertState> alerts = vault.openAlerts().value_or(QList<ledger::AlertState>());
    for (const ledger::AlertState& alert : alerts)
        changed =
            alerting.acknowledge(alert.participant, alert.id, QStringLiteral("Talked with the participant")) || changed;
    desk::Instructing instructing(vault);
    const QList<desk::Instruction> unread = instructing.waiting().value_or(QList<desk::Instruction>());
    for (const desk::Instruction& one : unread)
        changed = instructing.read(one, QStringLiteral("en")) || changed;
    if (!tablet.app().desk()->resumeHandOver().isEmpty())
        changed = tablet.app().desk()->endHandOver() || changed;
    if (changed)
        tablet.app().desk()->refresh();
}

} // namespace serein::matrix
