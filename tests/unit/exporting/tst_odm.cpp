// ODM as others read it: the official schema, and a reader in Python that knows nothing of ours.
#include "Readers.h"
#include "Ward.h"
#include "exporting/Odm.h"
#include "exporting/Reconcile.h"

#include <QJsonArray>

using namespace serein;
using namespace serein::exporting;
using fixture::Kept;
using fixture::Ward;

namespace {

const ledger::AssessmentKey mood{"BL", "phq9", 1};
const ledger::AssessmentKey lastNight{"POD1", "nrs-sleep", 1};
const ledger::AssessmentKey pittsburgh{"BL", "psqi", 1};
const ledger::AssessmentKey drug{"PACU", "treatment", 1};
const QString awkward = QStringLiteral("=cmd|'/c calc'!A1 \"很疼\" <b>&amp;</b>\n\t🙂 'ja'");
const QString moodAt = "SYN-001|SE.BL|1|F.phq9.1.0.0";

QString item(const char* id) {
    return QStringLiteral("I.phq9.1.0.0.") + QLatin1String(id);
}

/// Everything that may happen to a participant's data.
void live(Ward& ward) {
    ward.enrol();
    ward.now("2026-11-18T10:00+08:00");
    Ward::How early;
    early.notReached = {"q9", "q10"};
    ward.give(
        mood,
        {{"q1", 2}, {"q2", QJsonObject{{"declined", true}, {"reason", awkward}}}, {"q3", 0}, {"q4", 1}, {"q5", 0}},
        early);
    ward.now("2026-11-18T11:00+08:00");
    ward.give({"BL", "gad7", 1}, {{"q1", 1}, {"q2", 1}, {"q3", 1}, {"q4", 1}, {"q5", 1}, {"q6", 1}, {"q7", 1}});
    ward.happen(ledger::QueryRaised{mood, "q1", "Is this right?"}, "mona", "monitor");
    ward.happen(ledger::Signed{{}, "I have reviewed this record"}, "iris", "investigator");
    ward.happen(ledger::Signed{{"BL", "gad7", 1}, "I confirm these data"}, "iris", "investigator");
    ward.now("2026-11-19T09:00+08:00");
    ward.happen(ledger::Corrected{mood, "q1", 2, 3, "misread", {}, "1", {}}, "iris", "investigator");
    ward.happen(ledger::AnchorMoved{"incision", fixture::at("2026-11-20T11:30+08:00"), "list was full"}, "nora",
                "nurse");
    ward.happen(ledger::Missed{{"PACU", {}, 1}, "asleep", "came at three"}, "nora", "nurse");
    Ward::How phoned;
    phoned.mode = "telephone";
    phoned.language = "zh-CN";
    ward.now("2026-11-21T07:00+08:00");
    ward.give(lastNight, {{"q1", 7}}, phoned);
    ward.happen(ledger::Voided{{"BL", "gad7", 1}, "another participant's", {}, {}}, "iris", "investigator");
}

class Read {
public:
    explicit Read(const Record& record) {
        const auto files = formatFiles({record}, {"odm"});
        if (!files)
            qFatal("%s", qPrintable(files.error().toString()));
        m_files = *files;
        readers::unpack(m_files, m_folder);
        const auto ran =
            readers::run(readers::python(), {readers::tool("read_odm.py"), path(odmFile), path(odmHistoryFile)});
        if (ran.status != 0)
            qFatal("%s", ran.said.constData());
        m_json = parseJson(ran.out)->toObject();
    }
    [[nodiscard]] QString path(const QString& file) const { return m_folder.filePath(file); }
    [[nodiscard]] const Files& files() const { return m_files; }
    [[nodiscard]] QJsonValue all(const char* what) const { return m_json.value(QLatin1String(what)); }
    [[nodiscard]] QJsonValue of(const char* what, const QString& place, const QString& item) const {
        return all(what).toObject().value(place).toObject().value(item);
    }

private:
    QTemporaryDir m_folder;
    Files m_files;
    QJsonObject m_json;
};

} // namespace

class TestOdm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!readers::has("python3"))
            QSKIP("python3 is not installed: deploy/test installs it");
    }

    void values_areTheLedgers_andNoneHasAReason() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const Read read(kept.record());
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray()));
        QCOMPARE(read.of("now", moodAt, item("q1")), QJsonValue("3")); // as corrected
        QCOMPARE(read.of("now", moodAt, item("q3")), QJsonValue("0"));
        QCOMPARE(read.of("now", moodAt, item("q2")), QJsonValue(QJsonValue::Null));
        QCOMPARE(read.of("notes", moodAt, item("q2")), QJsonValue(QJsonArray{QJsonArray{"declined", awkward}}));
        const QJsonValue none(QJsonValue::Null);
        QCOMPARE(read.of("notes", moodAt, item("q6")), QJsonValue(QJsonArray{QJsonArray{"unanswered", none}}));
        QCOMPARE(read.of("notes", moodAt, item("q9")), QJsonValue(QJsonArray{QJsonArray{"not_reached", none}}));
        QCOMPARE(read.of("now", moodAt, "I.assessment.status"), QJsonValue("endedEarly"));
        QCOMPARE(read.of("now", "SYN-001|SE.POD1|1|F.nrs-sleep.1.0.0", "I.nrs-sleep.1.0.0.score.value"),
                 QJsonValue("7"));
        QCOMPARE(read.of("now", "SYN-001|SE.POD1|1|F.nrs-sleep.1.0.0", "I.assessment.mode"), QJsonValue("telephone"));
        QCOMPARE(read.of("now", "SYN-001|SE.PACU|1|F.nrs-pain.1.0.0", "I.assessment.missedReason"),
                 QJsonValue("asleep"));
        QVERIFY(!read.all("now").toObject().contains("SYN-001|SE.BL|1|F.gad7.1.0.0")); // voided: it counts for nobody
        QCOMPARE(read.of("now", "SYN-001|SE.record||F.record", "I.anchor.incision"),
                 QJsonValue("2026-11-20T11:30:00.000+08:00"));
    }
    void auditRecord_saysWhoWhenWhy_andWhichEvent() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const Read read(kept.record());
        const auto corrected = std::ranges::find_if(kept.events, [](const ledger::Event& event) {
            return std::holds_alternative<ledger::Corrected>(event.fact);
        });
        QCOMPARE(read.of("audit", moodAt, item("q1")), QJsonValue(QJsonArray{"U.iris", "2026-11-19T09:00:00.000+08:00",
                                                                             "misread", idText(corrected->header.id)}));
        QCOMPARE(read.of("audit", moodAt, item("q3")).toArray().at(0), QJsonValue("U.participant"));
        QCOMPARE(read.of("audit", "SYN-001|SE.record||F.record", "I.anchor.incision").toArray().at(2),
                 QJsonValue("list was full"));
        const QJsonArray queried = read.of("notes", moodAt, item("q1")).toArray();
        QCOMPARE(queried.size(), 1);
        QVERIFY(queried.at(0).toArray().at(1).toString().endsWith("Is this right?"));
        // The record was signed before it was corrected: a broken signature is a note, not a signature.
        QCOMPARE(read.all("record").toObject().value("signed"), QJsonValue(QJsonValue::Null));
        QCOMPARE(read.all("record").toObject().value("notes").toArray().at(0).toArray().at(0),
                 QJsonValue("brokenSignature"));
    }
    void signatureThatHolds_isASignature() {
        Ward ward;
        ward.enrol();
        ward.give(mood, {{"q1", 1}});
        ward.happen(ledger::Signed{mood, "I confirm these data"}, "iris", "investigator");
        const Kept kept(ward);
        const Read read(kept.record());
        QCOMPARE(read.all("signed").toObject().value(moodAt),
                 QJsonValue(QJsonArray{"U.iris", "SD.I confirm these data"}));
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray()));
    }
    void history_replayed_comesToTheSnapshot() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const Read read(kept.record());
        QVERIFY(!read.all("now").toObject().isEmpty());
        QCOMPARE(read.all("replayed"), read.all("now"));
    }
    void bothFiles_areValidByTheOfficialSchema() {
        if (readers::schemas().isEmpty() || !readers::has("xmllint"))
            QSKIP("SEREIN_SCHEMAS names no folder of official schemas, or xmllint is not installed");
        Ward ward;
        live(ward);
        for (const QString& id : ward.library.ids()) // every item and code list that ships
            ward.give({"POD7", id, 1}, {}, {.submit = false});
        const Kept kept(ward);
        const Read read(kept.record());
        for (const QString& file : {odmFile, odmHistoryFile}) {
            const auto ran = readers::run("xmllint", {"--nonet", "--noout", "--schema",
                                                      readers::schemas() + "/odm-1.3.2/ODM1-3-2.xsd", read.path(file)});
            QVERIFY2(ran.status == 0, ran.said.left(2000).constData());
        }
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray()));
    }
    void textsSurvive_howeverLongAndAwkward() {
        Ward ward;
        ward.enrol();
        const QString longest = awkward + QString(10000 - awkward.size(), QChar(0x75bc));
        ward.makeRoomForLongTexts();
        ward.give(pittsburgh, {{"q1", "22:30"}, {"q2", 15}, {"q5j_text", awkward}, {"q5j", 1}}, {.language = "none"});
        ward.give({"BL", "psqi", 2}, {{"q5j_text", longest}}, {.language = "none"});
        const Kept kept(ward);
        const Read read(kept.record());
        const QString at = "SYN-001|SE.BL|1|F.psqi.1.0.0";
        QCOMPARE(read.of("now", at, "I.psqi.1.0.0.q5j_text"), QJsonValue(awkward));
        QCOMPARE(read.of("now", at, "I.psqi.1.0.0.q1"), QJsonValue("22:30:00"));
        QCOMPARE(read.of("now", "SYN-001|SE.BL|2|F.psqi.1.0.0", "I.psqi.1.0.0.q5j_text"), QJsonValue(longest));
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray()));
    }
    void hourThatComesTwice_keepsBothMoments() {
        Ward ward;
        ward.enrol();
        ward.now("2026-10-25T02:30+02:00"); // Berlin, before the clock goes back
        ward.give({"BL", "nrs-pain", 1}, {{"rest", 1}, {"movement", 2}});
        ward.now("2026-10-25T02:30+01:00");
        ward.give({"BL", "nrs-pain", 2}, {{"rest", 3}, {"movement", 4}});
        const Kept kept(ward);
        const Read read(kept.record());
        QCOMPARE(read.of("now", "SYN-001|SE.BL|1|F.nrs-pain.1.0.0", "I.assessment.openedAt"),
                 QJsonValue("2026-10-25T02:30:00.000+02:00"));
        QCOMPARE(read.of("now", "SYN-001|SE.BL|2|F.nrs-pain.1.0.0", "I.assessment.openedAt"),
                 QJsonValue("2026-10-25T02:30:00.000+01:00"));
    }
    void twoVersionsOfTheStudy_haveTheirOwnMetadata() {
        Ward ward;
        ward.enrol();
        ward.give(mood, {{"q1", 1}});
        QJsonObject json = ward.study.json;
        json.insert("version", "2.0.0");
        ward.happen(ledger::StudyMoved{ward.store(json), "amendment 1"}, "iris", "investigator");
        ward.give(lastNight, {{"q1", 4}});
        const Kept kept(ward);
        const Read read(kept.record());
        QCOMPARE(read.all("versions").toObject().value(moodAt), QJsonValue("MDV.1.0.0"));
        QCOMPARE(read.all("versions").toObject().value("SYN-001|SE.POD1|1|F.nrs-sleep.1.0.0"), QJsonValue("MDV.2.0.0"));
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray()));
    }
    void missedUnderOneVersion_begunUnderAnother_isOfTheLatter() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T06:30+08:00");
        ward.happen(ledger::Missed{lastNight, "asleep", {}}, "nora", "nurse");
        const QString form = "SYN-001|SE.POD1|1|F.nrs-sleep.1.0.0";
        const Kept before(ward);
        QCOMPARE(Read(before.record()).all("versions").toObject().value(form), QJsonValue("MDV.1.0.0"));
        QJsonObject json = ward.study.json;
        json.insert("version", "2.0.0");
        ward.happen(ledger::StudyMoved{ward.store(json), "amendment 1"}, "iris", "investigator");
        ward.now("2026-11-21T07:00+08:00");
        ward.give(lastNight, {{"q1", 4}});
        const Kept kept(ward);
        const Read read(kept.record());
        QCOMPARE(read.all("versions").toObject().value(form), QJsonValue("MDV.2.0.0"));
        QCOMPARE(read.of("now", form, "I.assessment.status"), QJsonValue("submitted"));
        QVERIFY(read.of("now", form, "I.assessment.missedReason").isUndefined());
        QCOMPARE(read.of("now", form, "I.nrs-sleep.1.0.0.q1"), QJsonValue("4"));
        QCOMPARE(read.all("problems"), QJsonValue(QJsonArray())); // the history, replayed, is the snapshot
        const Files files = *formatFiles({kept.record()}, {"odm"});
        // As it came to be: missed under the one version, taken back, begun under the other.
        const QByteArray history = files.value(odmHistoryFile);
        const qsizetype asleep = history.indexOf("Value=\"asleep\"");
        QVERIFY(asleep > 0 && asleep < history.lastIndexOf("<ClinicalData"));
        const auto done = reconcile({kept.record()}, files);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
        QCOMPARE(done->files, 2);
        for (const QString& file : {odmFile, odmHistoryFile}) {
            Files other = files;
            other[file].replace("MetaDataVersionOID=\"MDV.2.0.0\"", "MetaDataVersionOID=\"MDV.1.0.0\"");
            const auto found = reconcile({kept.record()}, other);
            QVERIFY(!found);
            QVERIFY2(found.error().toString().contains("SYN-001 SE.POD1/1 F.nrs-sleep"),
                     qPrintable(found.error().toString()));
        }
    }
    void blinded_holdsNothingThatUnblinds() {
        Ward ward;
        ward.enrol();
        ward.give(drug, {{"purpose", 1}, {"drug", 8}, {"drug_name", "Quetzalcoatlamine"}, {"dose", 25}},
                  {.mode = "staff"});
        const Kept full(ward);
        const auto all = formatFiles({full.record()}, {"odm"});
        QVERIFY(all && all->value(odmFile).contains("Quetzalcoatlamine"));
        const Kept kept(ward, "blinded");
        const auto files = formatFiles({kept.record()}, {"odm"});
        QVERIFY(files);
        for (const QByteArray& bytes : *files) {
            QVERIFY(!bytes.contains("Quetzalcoatlamine"));
            QVERIFY(!bytes.contains("StudyEventOID=\"SE.PACU\" StudyEventRepeatKey"));
        }
    }
    void wordsThatMayNotLeave_areReplacedByConcepts() {
        Ward ward;
        ward.enrol();
        ward.give(mood, {{"q1", 1}});
        const Kept kept(ward);
        QVERIFY(formatFiles({kept.record()}, {"odm"})->value(odmFile).contains("Little interest"));
        Ward closed;
        instrument::Entry entry = *closed.library.entry("phq9");
        for (instrument::TextPack& pack : entry.packs)
            pack = *instrument::parseTextPack(
                parseJson(canonicalJson(pack.json).replace("\"exportWording\":true", "\"exportWording\":false"))
                    ->toObject(),
                entry.instrument);
        closed.library.add(entry);
        closed.enrol();
        closed.give(mood, {{"q1", 1}});
        const Kept hidden(closed);
        const QByteArray bytes = formatFiles({hidden.record()}, {"odm"})->value(odmFile);
        QVERIFY(!bytes.contains("Little interest"));
        QVERIFY(!bytes.contains("Extremely difficult"));
        QVERIFY(bytes.contains("anhedonia") && bytes.contains("extremelyDifficult"));
    }
};

QTEST_GUILESS_MAIN(TestOdm)
#include "tst_odm.moc"
