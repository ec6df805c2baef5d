// Every format says the same as the replayed slice, read back by readers of their own; whatever is changed in any of
// them is found.
#include "HardToCarry.h"
#include "Readers.h"
#include "exporting/Reconcile.h"
#include "exporting/Selection.h"
#include "exporting/StatFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <random>

using namespace serein;
using namespace serein::exporting;
using fixture::awkward;
using fixture::fill;
using fixture::Kept;
using fixture::Ward;
using instrument::Item;
using instrument::ItemType;

namespace {

QJsonValue anyAnswer(const Item& item, std::mt19937& random) {
    const auto below = [&](int bound) { return std::uniform_int_distribution(0, bound - 1)(random); };
    switch (below(12)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return QJsonObject{{"declined", true}, {"reason", awkward}};
    default:
        break;
    }
    switch (item.type) {
    case ItemType::Choice:
        return item.choices.at(below(int(item.choices.size()))).value.toJson();
    case ItemType::MultiChoice: {
        QJsonArray chosen;
        for (const instrument::Choice& choice : item.choices)
            if (below(3) == 0)
                chosen.append(choice.value.toJson());
        return chosen;
    }
    case ItemType::Clock:
        return QString::asprintf("%02d:%02d", below(24), below(60));
    case ItemType::Date:
        return "2026-11-20";
    case ItemType::DateTime:
        return "2026-11-01T01:30-04:00"; // the second time that this hour struck there
    case ItemType::Text:
        return awkward.left(item.maxLength > 0 ? item.maxLength : 10000);
    default: {
        const Decimal scale = *Decimal::fromString("1" + QString(item.decimals, '0'));
        const int low = (item.min.value_or(0) * scale).toInt();
        return (Decimal(low + below((item.max.value_or(1440) * scale).toInt() - low + 1)) / scale).toJson();
    }
    }
}

} // namespace

class TestReconcile : public QObject {
    Q_OBJECT

    static QString faultOf(const Record& record, const Files& files) {
        const auto done = reconcile({record}, files);
        return done ? QString() : done.error().toString();
    }

private Q_SLOTS:
    void everyShippedScale_saysTheSameInEveryFormat_data() {
        QTest::addColumn<QString>("id");
        for (const QString& id : fixture::library().ids())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyShippedScale_saysTheSameInEveryFormat() {
        QFETCH(QString, id);
        std::mt19937 random{7};
        Ward ward;
        ward.enrol();
        const instrument::Instrument& scale = *ward.library.instrument(id);
        for (int sequence = 1; sequence <= 12; ++sequence) {
            QJsonObject answers;
            for (const Item& item : scale.items)
                if (item.asks())
                    answers.insert(item.id, anyAnswer(item, random));
            ward.give({"BL", id, sequence}, answers);
        }
        const Kept kept(ward);
        const auto done = reconcile({kept.record()}, fixture::filesOf({kept.record()}));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
        // Tables and records; wide and long twice; FHIR; ODM as it stands and its history; a domain twice.
        QCOMPARE(done->files, 3 + 4 + 1 + 2 + 2);
        QVERIFY(done->values >= done->files * 12);
    }
    void whatIsHardToCarry_arrives() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const Files files = fixture::filesOf({kept.record()});
        QCOMPARE(faultOf(kept.record(), files), QString());
        const auto wide = fromSav(files.value("wide.sav"));
        QVERIFY(wide);
        const auto column = std::ranges::find(wide->variables, QString("psqi_q5j_text"), &StatVariable::name);
        QVERIFY(column != wide->variables.end());
        QCOMPARE(std::get<QString>(wide->rows.at(0).at(column - wide->variables.begin())),
                 awkward + QString(9900, QChar(0x75bc)));
    }
    void statFile_ofOtherAnswers_isFound() {
        Ward ward;
        fill(ward);
        Ward other;
        other.makeRoomForLongTexts();
        other.enrol();
        other.now("2026-11-18T20:00+08:00");
        other.give({"BL", "psqi", 1}, {{"q1", "23:14"}});
        const Kept kept(ward);
        const Kept otherKept(other);
        for (const QString& format : {savFormat, dtaFormat}) {
            const Files files = *formatFiles({otherKept.record()}, {format});
            QVERIFY(!faultOf(kept.record(), files).isEmpty());
        }
    }
    void pandas_readsEveryAnswerAndText() {
        if (!readers::has("python3"))
            QSKIP("python3 is not installed");
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        readers::unpack(*formatFiles({kept.record()}, {"csv"}), folder);
        const auto ran = readers::run(readers::python(),
                                      {SEREIN_SOURCE_DIR "/tests/stat/read_csv.py", folder.filePath(answersFile)});
        if (ran.said.contains("No module named"))
            QSKIP("pandas is not installed: deploy/test installs it");
        const QJsonArray rows = QJsonDocument::fromJson(ran.out).array();
        QVERIFY2(!rows.isEmpty(), ran.said);
        const auto slice = saidBySlice({kept.record()});
        int compared = 0;
        for (const auto& one : rows) {
            const QJsonObject row = one.toObject();
            if (row["kind"] == assessmentKind)
                continue; // missed: of no item
            const ledger::AssessmentKey key{row["timepoint"].toString(), row["instrument"].toString(),
                                            row["sequence"].toString().toInt()};
            const Said said =
                slice->value(sayingKey("SYN-001", key, row["kind"] == "score", row["id"].toString())).said;
            QString value = row["value"].toString();
            if (value.startsWith('\'')) // made safe for spreadsheets
                value = value.mid(1);
            QCOMPARE(value, said.value);
            QCOMPARE(row[row["kind"] == "score" ? "score_status" : "state"].toString(), *said.state);
            QVERIFY(!row["label"].toString().isEmpty());
            ++compared;
        }
        QCOMPARE(compared, int(slice->size()));
    }
    void redcap_dictionaryHasEveryColumnOfTheImport() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const Files files = *formatFiles({kept.record()}, {"redcap"});
        const auto dictionary = fromCsv(files.value("redcap/dictionary.csv"), CsvReader::Program);
        QVERIFY(dictionary);
        QCOMPARE(dictionary->first().size(), 18);
        QCOMPARE(dictionary->at(1).first(), QString("record_id"));
        QSet<QString> fields;
        for (const QStringList& row : dictionary->sliced(1)) {
            QVERIFY2(!fields.contains(row.first()), qPrintable(row.first()));
            fields.insert(row.first());
        }
        const auto import = fromCsv(files.value("redcap/import.csv"), CsvReader::Program);
        for (const QString& column : import->first())
            QVERIFY2(column.startsWith("redcap_") || fields.contains(column.section("___", 0, 0)), qPrintable(column));
        QVERIFY(files.value("redcap/event-forms.csv").contains("1,bl_arm_1,phq9\r\n"));
        QVERIFY(files.value("redcap/events.csv").startsWith("event_name,arm_num\r\nBL,1\r\n"));
        QVERIFY(files.value("redcap/import.csv").contains("q5b=declined"));
    }
    void selection_leavesOutTheRest() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const Selection anxiety{{}, {"gad7"}, {}, {}, {}};
        const ledger::ParticipantState chosen = selected(kept.state, anxiety);
        QCOMPARE(chosen.assessments.size(), 1);
        QCOMPARE(chosen.assessments.first().key.instrument, QString("gad7"));
        for (const ledger::Event& event : selected(kept.events, kept.state, anxiety))
            QVERIFY(!QString::fromUtf8(canonicalJson(ledger::bodyOf(event.fact))).contains("BL/psqi"));
        QVERIFY(selected(kept.state, {{"PACU"}, {}, {}, {}, {}}).assessments.isEmpty());
        QVERIFY(selected(kept.state, {{}, {}, {}, QDate(2026, 11, 19), {}}).assessments.isEmpty());
        QCOMPARE(selected(kept.state, {{}, {}, {}, QDate(2026, 11, 18), QDate(2026, 11, 18)}).assessments.size(), 3);
        QCOMPARE(Selection::fromJson(anxiety.toJson()), anxiety);
        const auto unknown = checkSelection({{"POD99"}, {"nothing"}, {"nowhere"}, {}, {}}, ward.study);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().faults.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
