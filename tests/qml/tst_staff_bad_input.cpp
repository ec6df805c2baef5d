// Whatever a person types, wherever staff type: a plain sentence at the field, nothing typed is lost, nothing is
// written. One row for each field of staff's pages and each thing that does not belong there.
#include "Screens.h"
#include "desk/Administration.h"
#include "desk/Alerting.h"
#include "desk/Planning.h"
#include "desk/Redacting.h"
#include "support/AmendedDemo.h"
#include "unit/crypto/Certificates.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>

using namespace serein;
using namespace serein::test;

namespace {

/// A field, the way to it, what is typed besides, and the button that would save it.
struct Entry {
    QString field;
    QString place;
    QVariantMap about = {};
    QStringList taps = {};
    QList<std::pair<QString, QString>> others = {};
    QString save;
    QList<std::pair<QString, QString>> bad;         ///< what it is, and the text
    QList<std::pair<QString, QString>> before = {}; ///< typed before the taps
};

using Bad = QList<std::pair<QString, QString>>;

const Bad hidden{{"a control character", QStringLiteral("fever\u0007 since noon")},
                 {"a bidirectional override", QStringLiteral("given \u202Etwice\u202C")},
                 {"a bidirectional isolate", QStringLiteral("\u2067given\u2069 twice")}};
const Bad words = hidden + Bad{{"10,001 characters", QString(10001, u'x')}};
const Bad reasons = words + Bad{{"501 characters", QString(501, u'x')}};
const Bad times{{"no date", QStringLiteral("yesterday")},
                {"a day that does not exist", QStringLiteral("2026-02-30 10:00")},
                {"a day far ahead", QStringLiteral("2031-01-01 10:00")},
                {"an hour that does not exist", QStringLiteral("2026-11-20 25:00")},
                {"a control character", QStringLiteral("2026-11-20\u0007 08:00")},
                {"10,001 characters", QString(10001, u'9')}};
const Bad days{{"no day", QStringLiteral("yesterday")},
               {"a day that does not exist", QStringLiteral("2026-02-30")},
               {"10,001 characters", QString(10001, u'9')}};
const Bad paths{{"nowhere", QStringLiteral("/nowhere/at/all")}, {"10,001 characters", u'/' + QString(10001, u'x')}};

/// The demonstration with a form for what was given, at baseline, and another for contacts.
study::Study withForms(const instrument::Library& known) {
    QJsonObject json = amendedDemo(known);
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject baseline = timepoints.at(0).toObject();
    QJsonArray battery = baseline[QLatin1String("battery")].toArray();
    for (const char* form : {"treatment", "contact-log"})
        battery.append(QJsonObject{{QStringLiteral("instrument"), QString::fromLatin1(form)}});
    baseline.insert(QStringLiteral("battery"), battery);
    timepoints.replace(0, baseline);
    QJsonObject last = timepoints.last().toObject();
    QJsonArray follow = last[QLatin1String("battery")].toArray();
    follow.append(QJsonObject{{QStringLiteral("instrument"), QStringLiteral("contact-log")}});
    last.insert(QStringLiteral("battery"), follow);
    timepoints.replace(timepoints.size() - 1, last);
    json.insert(QStringLiteral("timepoints"), timepoints);
    QJsonObject blinding = json[QLatin1String("blinding")].toObject();
    blinding.insert(QStringLiteral("seesUnblinding"), QJsonArray{QStringLiteral("investigator")});
    json.insert(QStringLiteral("blinding"), blinding);
    return *study::parseStudy(json, known);
}

/// Everybody's pages have what they need: an operation, alerts, a baseline grown stale, a scale that was submitted.
class Ward : public Screens {
public:
    Ward() {
        stop();
        if (!site.reopen() || !site.desk().amend(withForms(site.library), site.library))
            qFatal("no study with forms");
        third = *site.desk().enrol({QStringLiteral("SYN-003"),
                                    QStringLiteral("en"),
                                    QStringLiteral("1949"),
                                    QStringLiteral("Lan Wang"),
                                    {},
                                    {}});
        fourth = *site.desk().enrol({QStringLiteral("SYN-004"),
                                     QStringLiteral("en"),
                                     QStringLiteral("1950"),
                                     QStringLiteral("Bo Zhao"),
                                     {},
                                     {}});
        for (const QUuid& one : {third, fourth})
            if (!site.desk().setAnchor(one, QStringLiteral("consent"), site.clock.now().addSecs(-3600)))
                qFatal("no consent");
        for (const QString& id : site.vault->study().timepoint(QStringLiteral("BL"))->battery)
            if (site.library.instrument(id)->audience == QLatin1String("self"))
                record(third, id);
        record(fourth, QStringLiteral("phq9"));
        const auto alert = site.vault->participant(fourth).value()->alerts.firstKey();
        if (!desk::Alerting(*site.vault).acknowledge(fourth, alert, QStringLiteral("talked with her")))
            qFatal("not acknowledged");
        for (const QUuid& one : {third, fourth})
            if (!site.desk().setAnchor(one, QStringLiteral("incision"), site.clock.now().addDays(6)))
                qFatal("no operation");
        if (!desk::Planning(*site.vault).recordMissed(second, {QStringLiteral("BL"), {}, QStringLiteral("refused")}))
            qFatal("not missed");
        const QString certificate = site.folder.filePath(QStringLiteral("site.pem"));
        if (!writeFile(certificate, makeCertificate().certificatePem) ||
            !desk::Administration(*site.vault).nameRecovery({certificate}))
            qFatal("no recovery certificate");
        QJsonObject json = withForms(site.library).json;
        json.insert(QStringLiteral("version"), QStringLiteral("1.2.0"));
        if (!writeFile(newer(), canonicalJson(json)))
            qFatal("no amendment");
        site.vault.reset();
        start();
        unlock();
    }
    void go(const Entry& entry) {
        const QString participant = entry.about.value(QStringLiteral("participant"), idText(fourth)).toString();
        app->desk()->openParticipant(participant);
        QQuickItem* const staff = await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        for (const QString& place : {QStringLiteral("worklist"), entry.place}) // made anew, with nothing typed
            QVERIFY(QMetaObject::invokeMethod(
                staff, "go", Q_ARG(QString, place),
                Q_ARG(QVariant, entry.about.isEmpty() ? QVariant() : QVariant::fromValue(entry.about))));
        frame();
        for (const auto& [field, text] : entry.before)
            put(field, text);
        for (const QString& button : entry.taps)
            tap(button);
        for (const auto& [field, text] : entry.others)
            put(field, text);
        frame();
    }
    /// As it is pasted.
    void put(const QString& field, const QString& text) {
        QQuickItem* const input = await(field);
        QVERIFY(input != nullptr && input->setProperty("text", text));
    }
    /// What stands at the field: it, or what holds it, says so.
    [[nodiscard]] QString faultAt(const QString& field) const {
        for (const QQuickItem* item = find(field); item != nullptr; item = item->parentItem())
            if (const QVariant fault = item->property("fault"); fault.isValid())
                return fault.toString();
        return {};
    }
    [[nodiscard]] qsizetype written() const {
        const vault::Vault& vault = *app->desk()->vault();
        qsizetype events = vault.stream(ledger::deviceStream)->size();
        for (const QUuid& one : {first, second, third, fourth})
            events += vault.stream(idText(one))->size();
        return events + vault.participants()->size();
    }
    /// What was done about the alert, in words.
    [[nodiscard]] QVariantMap aboutText() const {
        const auto texts = desk::Redacting(*app->desk()->vault()).texts(fourth);
        return {{QStringLiteral("participant"), idText(fourth)},
                {QStringLiteral("event"), idText(texts->constFirst().event)},
                {QStringLiteral("from"), QStringLiteral("stream")}};
    }
    [[nodiscard]] QVariantMap about(const QUuid& participant, const QString& timepoint) const {
        return {{QStringLiteral("participant"), idText(participant)},
                {QStringLiteral("subject"), QStringLiteral("SYN-004")},
                {QStringLiteral("timepoint"), timepoint},
                {QStringLiteral("label"), timepoint},
                {QStringLiteral("language"), QStringLiteral("en")}};
    }
    [[nodiscard]] QVariantMap order(const QString& what, const QString& type = {}) const {
        QVariantMap order = about(fourth, QStringLiteral("BL"));
        order.insert({{QStringLiteral("what"), what},
                      {QStringLiteral("instrument"), QStringLiteral("phq9")},
                      {QStringLiteral("sequence"), 1},
                      {QStringLiteral("id"), what == QLatin1String("query") ? QString() : QStringLiteral("q1")},
                      {QStringLiteral("type"), type}});
        return order;
    }
    [[nodiscard]] QVariantMap form(const QString& instrument, const QString& timepoint = QStringLiteral("BL")) const {
        return {{QStringLiteral("timepoint"),
                 QVariantMap{{QStringLiteral("id"), timepoint}, {QStringLiteral("label"), QStringLiteral("Baseline")}}},
                {QStringLiteral("cell"),
                 QVariantMap{{QStringLiteral("instrument"), instrument}, {QStringLiteral("name"), instrument}}}};
    }
    [[nodiscard]] QVariantMap anchor(bool isSet) const {
        return {{QStringLiteral("participant"), idText(isSet ? fourth : first)},
                {QStringLiteral("id"), QStringLiteral("incision")},
                {QStringLiteral("label"), QStringLiteral("Incision")},
                {QStringLiteral("at"), isSet ? QStringLiteral("2026-11-26 09:00") : QString()},
                {QStringLiteral("text"), isSet ? QStringLiteral("26 Nov 2026, 09:00") : QString()}};
    }
    /// A file with an amendment that could be adopted.
    [[nodiscard]] QString newer() const { return site.folder.filePath(QStringLiteral("newer.json")); }
    [[nodiscard]] QList<Entry> entries() const;

    QUuid third;
    QUuid fourth;

private:
    void record(const QUuid& participant, const QString& id) {
        instrument::Answers answers;
        if (id == QLatin1String("phq9"))
            answers.insert(QStringLiteral("q9"), instrument::AnswerValue(Decimal(1)));
        if (!site.desk().record({participant, QStringLiteral("BL"), id, 1, QStringLiteral("interview"), answers, {}}))
            qFatal("%s not recorded", qPrintable(id));
    }
};

QList<Entry> Ward::entries() const {
    const QList<std::pair<QString, QString>> newcomer{{"enrol.subject", "SYN-009"},
                                                      {"enrol.secondIdentifier", "1970"},
                                                      {"enrol.name", "Mei Wang"},
                                                      {"enrol.phone", "139"},
                                                      {"enrol.recordNumber", "77"}};
    const auto enrol = [&](const QString& field, const Bad& bad, const QStringList& taps = {}) {
        QStringList all{"enrol.language.en"};
        return Entry{field, "enrol", {}, all + taps, newcomer, "enrol.save", bad};
    };
    const auto act = [&](const QString& what, const QString& field, const Bad& bad,
                         const QList<std::pair<QString, QString>>& others = {}) {
        return Entry{field, "review", order(what), {}, others, "act.save", bad};
    };
    const Bad identity = words + Bad{{"201 characters", QString(201, u'x')}};
    const Bad amounts{{"less than nothing", "-5"},
                      {"more than anybody is given", "1000000"},
                      {"a unit in the field", "25 mg"},
                      {"words", "a little"},
                      {"four places", "0.00001"},
                      {"a control character", QStringLiteral("2\u00075")},
                      {"10,001 characters", QString(10001, u'9')}};
    const QVariantMap late = about(first, "POD1");
    QVariantMap mark = about(second, "BL");
    mark.insert({{QStringLiteral("sequence"), 1}, {QStringLiteral("instrument"), QString()}});
    return {
        enrol("enrol.subject", Bad{{"taken", "SYN-001"},
                                   {"another form", "7"},
                                   {"right-to-left letters", QStringLiteral("سين-٠٠١")},
                                   {"a control character", QStringLiteral("SYN\u0007-009")},
                                   {"an override", QStringLiteral("\u202ESYN-009")},
                                   {"10,001 characters", QString(10001, u'x')}}),
        enrol("enrol.secondIdentifier", Bad{{"another form", "7"},
                                            {"letters", "nineteen"},
                                            {"a control character", QStringLiteral("19\u000770")},
                                            {"10,001 characters", QString(10001, u'9')}}),
        enrol("enrol.name", identity),
        enrol("enrol.phone", identity),
        enrol("enrol.recordNumber", identity),
        enrol("enrol.consent.at", times + Bad{{"an hour ahead", "2026-11-20 10:00"}}, {"enrol.consent.given"}),
        enrol("enrol.consent.document", words + Bad{{"an unknown version", "9.9"}},
              {"enrol.consent.given", "enrol.consent.now"}),
        {"anchor.at", "anchor", anchor(false), {}, {}, {}, times},
        {"anchor.reason", "anchor", anchor(true), {}, {{"anchor.at", "2026-11-27 09:00"}}, "anchor.save", reasons},
        {"call.remark",
         "call",
         about(fourth, "BL"),
         {"call.reached.relative", "call.outcome.callAgain"},
         {},
         "call.save",
         reasons},
        {"missed.remark", "missed", about(fourth, "BL"), {"missed.reason.asleep"}, {}, "missed.save", reasons},
        {"mark.remark", "missedMark", mark, {"mark.reason.asleep"}, {{"mark.why", "a slip"}}, "mark.save", reasons},
        {"mark.why", "missedMark", mark, {"mark.reason.none"}, {}, "mark.save", reasons},
        {"handover.reason", "handOver", late, {}, {{"handover.secondIdentifier", "1957"}}, "handover.confirm", reasons},
        {"handover.secondIdentifier",
         "handOver",
         about(first, "BL"),
         {},
         {},
         "handover.confirm",
         words + Bad{{"somebody else's", "1968"}}},
        {"handover.helper",
         "handOver",
         about(first, "BL"),
         {"handover.mode.assisted"},
         {{"handover.secondIdentifier", "1957"}},
         "handover.confirm",
         words},
        {"handover.place",
         "handOver",
         about(first, "BL"),
         {},
         {{"handover.secondIdentifier", "1957"}},
         "handover.confirm",
         words},
        {"whereabouts.ward", "whereabouts", {}, {"whereabouts.place.ward"}, {}, "whereabouts.save", words},
        {"whereabouts.bed",
         "whereabouts",
         {},
         {"whereabouts.place.ward"},
         {{"whereabouts.ward", "5A"}},
         "whereabouts.save",
         words},
        {"notes.text", "notes", {}, {}, {}, "notes.save", words},
        {"contact.name", "notes", {}, {"contact.change"}, {}, "contact.save", identity},
        {"contact.phone", "notes", {}, {"contact.change"}, {}, "contact.save", identity},
        {"contact.recordNumber", "notes", {}, {"contact.change"}, {}, "contact.save", identity},
        {"contact.secondIdentifier",
         "notes",
         {},
         {"contact.change"},
         {},
         "contact.save",
         Bad{{"another form", "7"}, {"a control character", QStringLiteral("19\u000750")}}},
        {"standing.reason",
         "standing",
         {},
         {"standing.act.suspend", "standing.cause.other"},
         {},
         "standing.save",
         reasons},
        {"standing.withdraw.reason",
         "standing",
         {},
         {"standing.act.withdraw", "standing.from.questionnaires"},
         {},
         "standing.save",
         reasons},
        {"standing.confirmation",
         "standing",
         {},
         {"standing.act.withdraw", "standing.from.questionnaires", "standing.from.calls",
          "standing.identity.destroyed"},
         {{"standing.withdraw.reason", "wants to"}},
         "standing.save",
         words + Bad{{"somebody else", "SYN-001"}}},
        {"stale.BL.reason", "participant", {{"participant", idText(third)}}, {}, {}, "stale.BL.repeat", reasons},
        {"alert.action.0", "alerts", {}, {}, {}, "alert.acknowledge.0", words},
        {"alert.outcome.0", "alerts", {}, {"alerts.show.acknowledged"}, {}, "alert.close.0", words},
        act("propose", "act.answer", Bad{{"no choice of it", "9"}, {"words", "often"}}, {{"act.text", "misread"}}),
        act("propose", "act.text", reasons, {{"act.answer", "2"}}),
        act("query", "act.text", words),
        act("reassign", "act.subject", words + Bad{{"nobody", "SYN-999"}}, {{"act.text", "swapped"}}),
        act("sign", "act.text", reasons),
        {"form.dose", "form", form("treatment"), {"form.drug.1"}, {}, "form.save", amounts},
        {"form.weight_kg", "form", form("treatment"), {}, {}, "form.save", amounts + Bad{{"nobody's", "4"}}},
        {"form.start", "form", form("treatment"), {}, {}, "form.save", times + Bad{{"to come", "2026-11-20 09:01"}}},
        {"form.at", "form", form("contact-log"), {}, {}, "form.save", times + Bad{{"to come", "2026-11-20 09:01"}}},
        {"form.remark", "form", form("contact-log"), {}, {}, "form.save", words},
        {"form.reason", "form", form("contact-log", "POD30"), {}, {}, "form.save", reasons},
        {"audit.whose", "audit", {}, {}, {}, "audit.search", Bad{{"nobody", "SYN-999"}}},
        {"audit.from", "audit", {}, {}, {}, "audit.search", days},
        {"audit.to", "audit", {}, {}, {}, "audit.search", days},
        {"audit.folder", "audit", {}, {"audit.file"}, {{"audit.reason", "a visit"}}, "audit.csv", paths},
        {"audit.certificate",
         "audit",
         {},
         {"audit.file"},
         {{"audit.folder", "/tmp"}, {"audit.reason", "a visit"}},
         "audit.csv",
         paths},
        {"audit.reason", "audit", {}, {"audit.file"}, {{"audit.folder", "/tmp"}}, "audit.csv", reasons},
        {"clock.ward",
         "clock",
         {},
         {},
         {},
         "clock.save",
         Bad{{"no clock", "25:00"}, {"words", "noon"}, {"a control character", QStringLiteral("09\u0007:00")}}},
        {"people.new.name",
         "people",
         {},
         {"people.add", "people.new.role.nurse"},
         {{"people.new.passphrase", "a long enough one"}, {"people.new.again", "a long enough one"}},
         "people.new.save",
         words + Bad{{"taken", "nora"}, {"right-to-left letters", QStringLiteral("نورا")}}},
        {"people.new.passphrase",
         "people",
         {},
         {"people.add", "people.new.role.nurse"},
         {{"people.new.name", "bo.li"}, {"people.new.again", "short"}},
         "people.new.save",
         Bad{{"too short", "short"}}},
        {"people.new.again",
         "people",
         {},
         {"people.add", "people.new.role.nurse"},
         {{"people.new.name", "bo.li"}, {"people.new.passphrase", "a long enough one"}},
         "people.new.save",
         Bad{{"another", "a long enough two"}}},
        {"people.nora.reason",
         "people",
         {},
         {"people.nora.change", "people.nora.role.monitor"},
         {},
         "people.nora.saveRoles",
         reasons},
        {"instruments.pack", "instruments", {}, {}, {}, "instruments.add", paths},
        {"amendment.file", "protocol", {}, {}, {}, "amendment.read", paths},
        {"amendment.approval",
         "protocol",
         {},
         {"amendment.read"},
         {},
         "amendment.adopt",
         reasons,
         {{"amendment.file", newer()}}},
        {"moves.reason", "protocol", {}, {}, {}, "moves.SYN-001", reasons},
        {"backup.folder", "backup", {}, {}, {}, "backup.begin", paths},
        {"backup.keep",
         "backup",
         {},
         {},
         {{"backup.folder", "/tmp"}},
         "backup.begin",
         Bad{{"none", "0"}, {"less than none", "-1"}, {"words", "many"}, {"too many", "99999999999"}}},
        {"backup.certificate", "backup", {}, {}, {}, "backup.name", paths},
        {"export.folder",
         "export",
         {},
         {"export.kind.unsealed"},
         {{"export.reason", "a check"}},
         "export.save",
         Bad{{"10,001 characters", u'/' + QString(10001, u'x')}}},
        {"export.certificate", "export", {}, {}, {{"export.folder", "/tmp"}}, "export.save", paths},
        {"export.reason", "export", {}, {"export.kind.unsealed"}, {{"export.folder", "/tmp"}}, "export.save", reasons},
        {"exportAll.folder",
         "exportAll",
         {},
         {"exportAll.kind.unsealed"},
         {{"exportAll.reason", "a check"}},
         "exportAll.begin",
         Bad{{"10,001 characters", u'/' + QString(10001, u'x')}}},
        {"exportAll.certificate", "exportAll", {}, {}, {{"exportAll.folder", "/tmp"}}, "exportAll.begin", paths},
        {"exportAll.reason",
         "exportAll",
         {},
         {"exportAll.kind.unsealed"},
         {{"exportAll.folder", "/tmp"}},
         "exportAll.begin",
         reasons},
        {"redact.reason", "redact", aboutText(), {"redact.save"}, {}, "redact.save", reasons + Bad{{"nothing", " "}}},
        {"export.from",
         "export",
         {},
         {"export.choose", "export.kind.unsealed"},
         {{"export.folder", "/tmp"}, {"export.reason", "a check"}},
         "export.save",
         days},
        {"exportAll.to",
         "exportAll",
         {},
         {"exportAll.choose", "exportAll.kind.unsealed"},
         {{"exportAll.folder", "/tmp"}, {"exportAll.reason", "a check"}, {"exportAll.from", "2026-11-01"}},
         "exportAll.begin",
         days + Bad{{"before the first", "1999-01-01"}}},
        {"studyData.text", "studyData", {}, {"studyData.act.frozen"}, {}, "studyData.save", reasons},
    };
}

} // namespace

class TestStaffBadInput : public QObject {
    Q_OBJECT
    std::unique_ptr<Ward> m_ward;

private Q_SLOTS:
    void initTestCase() { m_ward = std::make_unique<Ward>(); }
    void cleanupTestCase() { m_ward.reset(); }

    void whatDoesNotBelong_isSaidAtItsField_andStays_data() {
        QTest::addColumn<int>("row");
        const QList<Entry> all = m_ward->entries();
        for (int row = 0; row < all.size(); ++row)
            QTest::addRow("%s of %s", qPrintable(all[row].field), qPrintable(all[row].place)) << row;
    }
    void whatDoesNotBelong_isSaidAtItsField_andStays() {
        QFETCH(int, row);
        const Entry entry = m_ward->entries()[row];
        m_ward->go(entry);
        const qsizetype before = m_ward->written();
        for (const auto& [what, text] : entry.bad) {
            m_ward->put(entry.field, text);
            if (!entry.save.isEmpty())
                m_ward->tap(entry.save);
            if (QTest::currentTestFailed())
                return;
            const QString said = m_ward->faultAt(entry.field);
            QVERIFY2(!said.isEmpty(), qPrintable(what + QStringLiteral(": ") + m_ward->app->desk()->errorField() +
                                                 QStringLiteral(": ") + m_ward->app->desk()->error()));
            static const QRegularExpression sentence(QStringLiteral("^[A-Z“\"0-9].{8,400}[.?]$"));
            QVERIFY2(said.contains(sentence), qPrintable(what + QStringLiteral(": ") + said));
            QCOMPARE(m_ward->textOf(entry.field), text);
            for (const auto& [other, typed] : entry.others)
                if (other != entry.field)
                    QCOMPARE(m_ward->textOf(other), typed);
            QCOMPARE(m_ward->written(), before);
        }
    }
    void everyField_hasARow() {
        QStringList known;
        for (const Entry& entry : m_ward->entries())
            known += entry.field;
        // Only searched with or compared, or a secret, which is wiped on purpose.
        static const QStringList others{"worklist.search",      "participants.search", "lock.passphrase",
                                        "handover.pin",         "people.own.current",  "act.passphrase",
                                        "studyData.passphrase", "keys.passphrase"};
        static const QRegularExpression field(QStringLiteral("\\b(?:Field|LongField) \\{[^}]*?\\bname: *([^\\n]+)"));
        static const QRegularExpression literal(QStringLiteral("^\"([^\"]+)\"$"));
        QDirIterator pages(QStringLiteral(SEREIN_SOURCE_DIR "/qml/Staff"), {QStringLiteral("*.qml")});
        int found = 0;
        while (pages.hasNext()) {
            QFile file(pages.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto at = field.globalMatch(text); at.hasNext();) {
                const QString name = at.next().captured(1).trimmed();
                ++found;
                if (const auto whole = literal.match(name); whole.hasMatch())
                    QVERIFY2(known.contains(whole.captured(1)) || others.contains(whole.captured(1)), qPrintable(name));
            }
        }
        QVERIFY(found > 40);
    }
    void rightToLeftWords_areKeptAsTheyWereTyped() {
        const QString arabic = QStringLiteral("ألم بعد الجراحة");
        m_ward->go({"notes.text", "notes", {}, {}, {}, "notes.save", {}});
        m_ward->put("notes.text", arabic);
        m_ward->tap("notes.save");
        EVENTUALLY_EQUAL(m_ward->textOf("notes.text"), QString());
        QCOMPARE((*m_ward->app->desk()->vault()->participant(m_ward->fourth))->notes.constLast().text, arabic);
        const QString longest(10000, u'x');
        m_ward->put("notes.text", longest);
        m_ward->tap("notes.save");
        EVENTUALLY_EQUAL(m_ward->textOf("notes.text"), QString());
        QCOMPARE((*m_ward->app->desk()->vault()->participant(m_ward->fourth))->notes.constLast().text, longest);
    }
};

QTEST_MAIN(TestStaffBadInput)
#include "tst_staff_bad_input.moc"
