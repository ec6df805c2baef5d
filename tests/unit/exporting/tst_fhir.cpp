// FHIR as others read it: an independent FHIRPath engine computes the scores again, the official JSON schema judges the
// resources (both from npm, see tests/fhir/; skipped where deploy/test has not fetched them).
#include "ExportFixture.h"
#include "exporting/Fhir.h"
#include "exporting/FhirPath.h"
#include "instrument/Scoring.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryFile>
#include <random>

using namespace serein;
using namespace serein::exporting;
using fixture::at;
using instrument::Item;
using instrument::ItemType;

namespace {

constexpr int randomSets = 40;

QString modules() {
    const QString named = qEnvironmentVariable("SEREIN_FHIR_MODULES");
    return named.isEmpty() ? QStringLiteral(SEREIN_SOURCE_DIR "/build/fhir/node_modules") : named;
}

QJsonObject evaluated(const QJsonObject& input) {
    QTemporaryFile file;
    if (!file.open() || file.write(QJsonDocument(input).toJson(QJsonDocument::Compact)) < 0 || !file.flush())
        return {};
    QProcess node;
    node.start("node", {SEREIN_SOURCE_DIR "/tests/fhir/evaluate.js", modules(), file.fileName()});
    if (!node.waitForFinished(240000) || node.exitCode() != 0)
        qWarning().noquote() << node.readAllStandardError();
    return QJsonDocument::fromJson(node.readAllStandardOutput()).object();
}

/// Answers at random, at the edges, declined and missing; to hidden items too, which must not count.
class AnswerMaker {
public:
    enum class How { Random, Lowest, Highest, Unanswered, Declined };

    QJsonObject answers(const instrument::Instrument& instrument, How how) {
        QJsonObject all;
        for (const Item& item : instrument.items)
            if (item.asks() && how != How::Unanswered)
                all.insert(item.id, how == How::Declined ? QJsonObject{{"declined", true}} : answer(item, how));
        return all;
    }
    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

private:
    QJsonValue number(const Item& item, How how) {
        const Decimal scale = *Decimal::fromString("1" + QString(item.decimals, '0'));
        const int low = (item.min.value_or(0) * scale).toInt();
        const int high = (item.max.value_or(1440) * scale).toInt();
        const int value = how == How::Lowest ? low : how == How::Highest ? high : low + below(high - low + 1);
        return (Decimal(value) / scale).toJson();
    }
    QJsonValue answer(const Item& item, How how) {
        const int luck = how == How::Random ? below(20) : 10;
        if (luck == 0)
            return QJsonValue::Null;
        if (luck == 1)
            return QJsonObject{{"declined", true}, {"reason", "\"tired\"\n累了"}};
        switch (item.type) {
        case ItemType::Choice: {
            const auto last = item.choices.size() - 1;
            const auto which = how == How::Lowest ? 0 : how == How::Highest ? last : below(int(last) + 1);
            return item.choices.at(which).value.toJson();
        }
        case ItemType::MultiChoice: {
            QJsonArray chosen;
            for (const instrument::Choice& choice : item.choices)
                if (how == How::Highest || (how == How::Random && below(3) == 0))
                    chosen.append(choice.value.toJson());
            return chosen;
        }
        case ItemType::Clock:
            return how == How::Lowest    ? "00:00"
                   : how == How::Highest ? "23:59"
                                         : QString::asprintf("%02d:%02d", below(24), below(4) * 15);
        case ItemType::Date:
            return "2026-11-20";
        case ItemType::DateTime:
            return "2026-11-20T14:05+08:00";
        case ItemType::Text:
            return "=cmd \"疼\"\n🙂";
        default:
            return number(item, how);
        }
    }
    std::mt19937 m_random{20261130};
};

} // namespace

class TestFhir : public QObject {
    Q_OBJECT
    instrument::Library m_library;
    StoredDefinitions m_stored;
    ledger::ParticipantState m_state;

    QString store(const QJsonObject& json) {
        const QString hash = fixture::hashOf(json);
        m_stored.insert(hash, instrument::definitionBytes(json));
        return hash;
    }
    void add(const instrument::Entry& entry, const QJsonObject& answers, const QString& profile, bool prorate) {
        ledger::AssessmentState one;
        one.key = {"BL", entry.instrument.id, int(m_state.assessments.size()) + 1};
        one.definition = store(entry.instrument.json);
        for (const instrument::TextPack& pack : entry.packs)
            one.pack = store(pack.json);
        one.language = entry.packs.isEmpty() ? QString() : entry.packs.lastKey();
        one.profile = profile;
        one.prorate = prorate;
        one.mode = "self";
        one.openedAt = at("2026-11-20T08:00+08:00");
        one.status = ledger::AssessmentStatus::Submitted;
        one.submittedAt = at("2026-11-20T08:05+08:00");
        one.engine = instrument::engineVersion;
        instrument::Answers values;
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            const auto read = instrument::answerFromJson(*entry.instrument.item(it.key()), it.value());
            if (!read)
                qFatal("%s: %s", qPrintable(it.key()), qPrintable(read.error().toString()));
            values.insert(it.key(), *read);
            one.answers.insert(it.key(), {instrument::answerToJson(*read), one.openedAt, "participant"});
        }
        one.scores = instrument::scoresToJson(instrument::score(entry.instrument, values, {profile, prorate}));
        m_state.assessments.insert(one.key, one);
    }
    Definitions definitions() {
        auto read = Definitions::read(m_stored, m_state);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return *read;
    }
    void fill(const instrument::Entry& entry) {
        using How = AnswerMaker::How;
        AnswerMaker maker;
        const instrument::Instrument& instrument = entry.instrument;
        const bool prorates = std::ranges::any_of(instrument.scores, [](const auto& one) { return !!one.proration; });
        for (const QString& profile : instrument.profiles.isEmpty() ? QStringList{QString()} : instrument.profiles)
            for (int prorate = 0; prorate <= int(prorates); ++prorate) {
                for (const How how : {How::Lowest, How::Highest, How::Unanswered, How::Declined})
                    add(entry, maker.answers(instrument, how), profile, prorate);
                for (const Item& item : instrument.items) { // one missing, the others at their highest
                    QJsonObject answers = maker.answers(instrument, How::Highest);
                    answers.remove(item.id);
                    add(entry, answers, profile, prorate);
                }
                for (int set = 0; set < randomSets; ++set)
                    add(entry, maker.answers(instrument, How::Random), profile, prorate);
            }
    }

private Q_SLOTS:
    void initTestCase() {
        m_library = fixture::library();
        if (!QDir(modules()).exists())
            QSKIP("no FHIRPath engine: deploy/test fetches it into build/fhir (tests/fhir/package-lock.json)");
    }
    void init() {
        m_stored.clear();
        m_state = {};
        m_state.id = QUuid("019ab000-0000-7000-8000-000000000001");
        m_state.subject = "SYN-001";
        m_state.synthetic = true;
        m_state.study = store(fixture::study(m_library).json);
    }

    void everyScale_computesTheAppsOwnScores_data() {
        QTest::addColumn<QString>("id");
        for (const QString& id : fixture::library().ids())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyScale_computesTheAppsOwnScores() {
        QFETCH(QString, id);
        const instrument::Entry& entry = *m_library.entry(id);
        fill(entry);
        const Definitions defs = definitions();
        QJsonObject questionnaires;
        QJsonArray responses;
        for (const ledger::AssessmentState& one : m_state.assessments) {
            const FhirForm form = fhirFormOf(one, defs);
            if (!questionnaires.contains(form.canonical()))
                questionnaires.insert(form.canonical(), fhirQuestionnaire(form));
            const auto response = fhirResponse(m_state, one, defs);
            QVERIFY2(response, qPrintable(response ? QString() : response.error().toString()));
            responses.append(*response);
        }
        const QJsonObject result = evaluated({{"questionnaires", questionnaires}, {"responses", responses}});
        const QJsonArray computed = result.value("responses").toArray();
        QCOMPARE(computed.size(), m_state.assessments.size());
        qsizetype index = 0;
        for (const ledger::AssessmentState& one : m_state.assessments) {
            const QJsonObject scores = computed.at(index).toObject().value("scores").toObject();
            QCOMPARE(scores.size(), one.scores.size());
            for (auto it = one.scores.begin(); it != one.scores.end(); ++it) {
                const QJsonValue ours = it.value().toObject().value("value");
                const QJsonValue theirs = scores.value(fhirScoreLink(it.key()));
                const bool same = ours.isDouble() && theirs.isDouble()
                                      ? std::abs(ours.toDouble() - theirs.toDouble()) < 1e-7
                                      : ours == theirs;
                QVERIFY2(same, qPrintable(QStringLiteral("%1 %2 (%3%4): %5, the engine has %6 from %7")
                                              .arg(id, it.key(), one.profile, one.prorate ? " prorated" : "",
                                                   QString::fromUtf8(canonicalJson(QJsonArray{ours})),
                                                   QString::fromUtf8(canonicalJson(QJsonArray{theirs})),
                                                   QString::fromUtf8(canonicalJson(responses.at(index))))));
            }
            // and shows what the app shows
            QStringList shown;
            for (const auto& item : responses.at(index).toObject().value("item").toArray())
                if (const QString link = item.toObject().value("linkId").toString(); !link.startsWith("score."))
                    shown += link;
            QStringList enabled;
            for (const auto& link : computed.at(index).toObject().value("enabled").toArray())
                enabled += link.toString();
            QCOMPARE(enabled, shown);
            ++index;
        }
    }
    void officialSchema_takesEveryResource() {
        QJsonArray resources;
        for (const QString& id : m_library.ids()) {
            init();
            const instrument::Entry& entry = *m_library.entry(id);
            AnswerMaker maker;
            for (const auto how : {AnswerMaker::How::Random, AnswerMaker::How::Declined, AnswerMaker::How::Unanswered})
                add(entry, maker.answers(entry.instrument, how), entry.instrument.defaultProfile, false);
            const Definitions defs = definitions();
            const QList<ledger::Event> none;
            const auto files = formatFiles(Records{Record{m_state, defs, none, "blinded"}}, {"fhir"});
            QVERIFY2(files, qPrintable(files ? QString() : files.error().toString()));
            const QJsonObject bundle = QJsonDocument::fromJson(files->value(fhirFile)).object();
            QCOMPARE(bundle.value("type"), QJsonValue("transaction"));
            for (const auto& one : bundle.value("entry").toArray())
                resources.append(one.toObject().value("resource"));
        }
        QVERIFY(resources.size() > 400);
        const QJsonArray faults = evaluated({{"resources", resources}}).value("faults").toArray({"it did not run"});
        QVERIFY2(faults.isEmpty(), qPrintable(faults.first().toString()));
    }
};

QTEST_GUILESS_MAIN(TestFhir)
#include "tst_fhir.moc"
