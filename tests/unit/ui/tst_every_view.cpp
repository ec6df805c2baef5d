// Every role against every view: a form that tells the treatment was filled in with a drug that has no other name; whom
// the study keeps it from finds that name nowhere, and whom it doesn't can find it (or the walk would prove nothing).
#include "desk/Desk.h"
#include "desk/Planning.h"
#include "desk/Review.h"
#include "desk/Trends.h"
#include "desk/WorkQuery.h"
#include "exporting/Bundle.h"
#include "support/ReviewVault.h"
#include "ui/AdminModel.h"
#include "ui/AlertModel.h"
#include "ui/AskingModel.h"
#include "ui/AssessmentWords.h"
#include "ui/AuditModel.h"
#include "ui/BackupModel.h"
#include "ui/DeskModel.h"
#include "ui/ExportJob.h"
#include "ui/FormModel.h"
#include "ui/InstructionModel.h"
#include "ui/KeysModel.h"
#include "ui/ParticipantPage.h"
#include "ui/PersonModel.h"
#include "ui/PlanModel.h"
#include "ui/RecordWords.h"
#include "ui/RedactModel.h"
#include "ui/ReviewModel.h"
#include "ui/SearchModel.h"
#include "ui/StreamWords.h"
#include "ui/StudyDataModel.h"
#include "ui/StudyModel.h"
#include "ui/TrendModel.h"
#include "ui/WorklistModel.h"

#include <QAbstractItemModel>
#include <QFile>
#include <QMetaProperty>
#include <QTemporaryDir>

using namespace serein;
using namespace serein::test;

namespace {

QByteArray bytesOf(const QVariant& value) {
    return canonicalJson(QJsonValue::fromVariant(value));
}

QByteArray rowsOf(const QAbstractItemModel& model) {
    QByteArray all;
    for (int row = 0; row < model.rowCount(); ++row)
        for (const int role : model.roleNames().keys())
            all += bytesOf(model.data(model.index(row, 0), role));
    return all;
}

/// All that a page could show of a model.
QByteArray told(const QObject& model) {
    QByteArray all;
    const QMetaObject* meta = model.metaObject();
    for (int index = QObject::staticMetaObject.propertyCount(); index < meta->propertyCount(); ++index) {
        const QVariant value = meta->property(index).read(&model);
        if (const auto* rows = qobject_cast<QAbstractItemModel*>(value.value<QObject*>()))
            all += rowsOf(*rows);
        else if (!value.canConvert<QObject*>())
            all += bytesOf(value);
    }
    return all;
}

/// Of whoever sits at the desk, with the first participant's page open.
QByteArray atDesk(ReviewVault& site, const std::function<QByteArray(ui::DeskModel&)>& see) {
    ui::DeskModel desk(nullptr);
    desk.open(site.vault.get(), "en");
    desk.openParticipant(idText(site.first));
    const QByteArray seen = see(desk) + desk.error().toUtf8();
    desk.open(nullptr, "en");
    return seen;
}

template<class Model> QByteArray toldOf(ReviewVault& site, const std::function<void(Model&)>& set = {}) {
    return atDesk(site, [&](ui::DeskModel& desk) {
        Model model;
        if (set)
            set(model);
        model.setDesk(&desk);
        return told(model);
    });
}

/// By every state, filter and word that could lead to it.
QByteArray worklist(ReviewVault& site) {
    return atDesk(site, [](ui::DeskModel& desk) {
        ui::WorklistModel work;
        work.setDesk(&desk);
        QByteArray all;
        const auto look = [&] {
            QAbstractItemModel& rows = *work.rows();
            while (rows.canFetchMore({}))
                rows.fetchMore({});
            all += told(work);
        };
        for (const char* state : {"", "alerts", "due", "overdue", "upcoming", "unscheduled", "done", "missed"}) {
            work.setState(state);
            look();
        }
        work.setState({});
        for (const char* timepoint : {"BL", "PACU", "POD1"}) {
            work.setTimepoint(timepoint);
            look();
        }
        work.forgetSearch();
        for (const QString& word : {QString("syn"), QString("treatment"), sentinel.toLower().left(6)}) {
            work.setText(word);
            work.again();
            // What was typed is the reader's own.
            all += rowsOf(*work.rows()) + work.condition().toUtf8();
        }
        return all;
    });
}

/// Every page of it, and the file where this person may write one.
QByteArray auditTrail(ReviewVault& site) {
    return atDesk(site, [&](ui::DeskModel& desk) {
        ui::AuditModel audit;
        audit.setDesk(&desk);
        QByteArray all = told(audit);
        for (; audit.hasOlder(); all += told(audit))
            audit.older();
        const QTemporaryDir folder;
        if (audit.write("csv", folder.path(), {}, "a test"))
            for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
                QFile file(folder.filePath(name));
                all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            }
        return all;
    });
}

/// What a person at the desk gets to see by one way.
using View = std::function<QByteArray(ReviewVault&)>;

/// One row for each function that gives data to a screen or a file. A new view is a new row.
const QList<std::pair<const char*, View>>& views() {
    static const QList<std::pair<const char*, View>> table{
        {"participant's page",
         [](ReviewVault& site) {
             return bytesOf(ui::participantPage(*site.vault, site.first, "en").value_or(QVariantMap()));
         }},
        {"assessment",
         [](ReviewVault& site) {
             return bytesOf(ui::AssessmentWords::of(*site.vault, site.first, drug, "en").value_or(QVariantMap()));
         }},
        {"record",
         [](ReviewVault& site) {
             return bytesOf(ui::RecordWords::of(*site.vault, site.first, "en").value_or(QVariantMap()));
         }},
        {"stream",
         [](ReviewVault& site) {
             QByteArray rows;
             for (const QVariant& kind : ui::StreamWords::kinds())
                 rows +=
                     bytesOf(ui::StreamWords::rows(*site.vault, site.first, "en", kind.toMap().value("id").toString())
                                 .value_or(QVariantList()));
             return rows;
         }},
        {"desk",
         [](ReviewVault& site) {
             ui::DeskModel desk(nullptr);
             desk.open(site.vault.get(), "en");
             desk.openParticipant(idText(site.first));
             QByteArray all = bytesOf(desk.participant());
             for (QAbstractItemModel* list : desk.findChildren<QAbstractItemModel*>())
                 all += rowsOf(*list);
             ui::ReviewModel review;
             review.setDesk(&desk);
             review.setParticipant(idText(site.first));
             review.open(drug.timepoint, drug.instrument, 1);
             review.readStream();
             all += bytesOf(review.assessment()) + bytesOf(review.record()) + bytesOf(review.stream());
             desk.open(nullptr, "en");
             return all;
         }},
        {"redaction",
         [](ReviewVault& site) {
             QByteArray all;
             for (const QUuid& participant : {site.first, site.second}) {
                 const auto events = site.vault->events(idText(participant));
                 for (const ledger::Event& event : *events)
                     all += toldOf<ui::RedactModel>(site, [&](ui::RedactModel& redacting) {
                         redacting.open(idText(participant), idText(event.header.id));
                     });
             }
             return all;
         }},
        {"worklist", worklist},
        {"search",
         [](ReviewVault& site) {
             return toldOf<ui::SearchModel>(site) +
                    toldOf<ui::SearchModel>(site, [](ui::SearchModel& search) { search.setText("syn"); });
         }},
        {"alerts",
         [](ReviewVault& site) {
             QByteArray all;
             for (const char* standing : {"waiting", "acknowledged", "closed"})
                 all += toldOf<ui::AlertModel>(site, [&](ui::AlertModel& alerts) { alerts.setStanding(standing); });
             return all;
         }},
        {"person", [](ReviewVault& site) { return toldOf<ui::PersonModel>(site); }},
        {"form",
         [](ReviewVault& site) {
             return toldOf<ui::FormModel>(site, [&](ui::FormModel& form) {
                 form.setParticipant(idText(site.first));
                 form.setTimepoint(drug.timepoint);
                 form.setInstrument(drug.instrument);
             });
         }},
        {"asking",
         [](ReviewVault& site) {
             return toldOf<ui::AskingModel>(site, [&](ui::AskingModel& asking) {
                 asking.setProperty("participant", idText(site.first));
                 asking.setProperty("timepoint", drug.timepoint);
             });
         }},
        {"courses",
         [](ReviewVault& site) {
             return toldOf<ui::TrendModel>(site,
                                           [&](ui::TrendModel& trend) { trend.setParticipant(idText(site.first)); });
         }},
        {"administration",
         [](ReviewVault& site) {
             return toldOf<ui::AdminModel>(site) + toldOf<ui::StudyModel>(site) + toldOf<ui::StudyDataModel>(site) +
                    toldOf<ui::InstructionModel>(site) + toldOf<ui::PlanModel>(site) + toldOf<ui::BackupModel>(site) +
                    toldOf<ui::ExportJob>(site) + toldOf<ui::KeysModel>(site);
         }},
        {"audit trail", auditTrail},
        {"what was missed",
         [](ReviewVault& site) {
             return bytesOf(ui::participantPage(*site.vault, site.second, "en").value_or(QVariantMap())) +
                    bytesOf(ui::StreamWords::rows(*site.vault, site.second, "en").value_or(QVariantList()));
         }},
        {"trends",
         [](ReviewVault& site) {
             QByteArray all;
             const auto state = site.state(site.first);
             const auto protocol = *site.vault->protocolOf(*state);
             const auto trends = desk::trendsOf(*site.vault, *protocol, *state);
             for (const desk::Trend& trend : trends)
                 all += trend.instrument.toUtf8() + trend.score.toUtf8();
             return all;
         }},
        {"export", [](ReviewVault& site) {
             QByteArray all;
             QDir(site.folder.path()).mkpath("out");
             for (const char* audience : {"blinded", "full"}) {
                 const auto made = exporting::exportParticipant(
                     *site.vault, {site.first, audience, site.folder.filePath("out"), {}, "a test"});
                 if (!made)
                     continue;
                 const auto files = exporting::buildBundle(*site.vault, site.first, audience);
                 for (const QByteArray& file : *files)
                     all += file;
             }
             return all;
         }}};
    return table;
}

} // namespace

class TestEveryView : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;

private Q_SLOTS:
    void initTestCase() {
        m_site = std::make_unique<ReviewVault>();
        // Everything that can be said about it, by those who may.
        m_site->as("dana");
        const auto query =
            desk::Review(*m_site->vault).raiseQuery(m_site->first, drug, "drug_name", "Was it " + sentinel + "?");
        VERIFY_DONE(query);
        m_site->as("uma");
        desk::Review review(*m_site->vault);
        VERIFY_DONE(review.answerQuery(m_site->first, *query, "It was " + sentinel));
        VERIFY_DONE(review.correct({m_site->first, drug, "dose", 30, sentinel + " 30 mg"}));
        VERIFY_DONE(review.propose({m_site->first, drug, "weight_kg", 61, sentinel}));
        VERIFY_DONE(desk::Planning(*m_site->vault)
                        .recordMissed(m_site->second, {drug.timepoint, drug.instrument, "other", sentinel}));
    }
    void blinded_findsItNowhere_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("view");
        QTest::addColumn<bool>("blinded");
        for (const auto& [who, blinded] : QList<std::pair<const char*, bool>>{
                 {"nora", true}, {"iris", true}, {"mona", true}, {"anna", true}, {"uma", false}, {"dana", false}})
            for (int view = 0; view < views().size(); ++view)
                QTest::addRow("%s: %s", who, views()[view].first) << QString::fromLatin1(who) << view << blinded;
    }
    void blinded_findsItNowhere() {
        QFETCH(QString, who);
        QFETCH(int, view);
        QFETCH(bool, blinded);
        m_site->as(who);
        const QByteArray seen = views()[view].second(*m_site);
        // The data have it where somebody may see it: in the assessment, the stream, and what leaves.
        static const QStringList shows{"assessment", "stream", "desk", "what was missed", "audit trail"};
        if (blinded)
            QVERIFY2(!seen.contains(sentinel.toUtf8()),
                     seen.mid(std::max<qsizetype>(0, seen.indexOf(sentinel.toUtf8()) - 200), 400).constData());
        else if (shows.contains(QLatin1String(views()[view].first)))
            QVERIFY(seen.contains(sentinel.toUtf8()));
        // Identity is on the one page that is there for it; who may export finds no more.
        static const QStringList identifies{"person", "asking"};
        if (!identifies.contains(QLatin1String(views()[view].first)))
            QVERIFY(!seen.contains("SECRETNAME") && !seen.contains("PHONE4711"));
    }
    void search_tellsNobodyWhatWasGiven_data() {
        QTest::addColumn<QString>("who");
        for (const char* who : {"nora", "uma", "iris", "dana", "mona", "anna"})
            QTest::newRow(who) << who;
    }
    void search_tellsNobodyWhatWasGiven() {
        QFETCH(QString, who);
        m_site->as(who);
        desk::WorkQuery query(*m_site->vault);
        for (const QString& word : {sentinel, sentinel.left(4), QString("treatment"), QString("unblinding")}) {
            QCOMPARE(*query.participantCount({word}), 0);
            QVERIFY(query.counts({word})->isEmpty());
        }
        QCOMPARE(*query.participantCount({"syn"}), 2);
    }
    void missedForm_tellsNoBlindedRoleWhy() {
        const auto cell = [&] {
            QString text;
            const QVariantMap page = *ui::participantPage(*m_site->vault, m_site->second, "en");
            for (const QVariant& timepoint : page.value("timepoints").toList())
                for (const QVariant& one : timepoint.toMap().value("cells").toList())
                    if (one.toMap().value("instrument") == drug.instrument)
                        text = one.toMap().value("text").toString() + u'|' + one.toMap().value("spoken").toString();
            return text;
        };
        for (const char* who : {"nora", "iris", "mona"}) {
            m_site->as(who);
            QVERIFY2(cell().startsWith("missed|") && !cell().contains("another reason"), qPrintable(cell()));
        }
        m_site->as("uma");
        QVERIFY2(cell().startsWith("missed: another reason|"), qPrintable(cell()));
    }
    void unblinded_seesThisParticipantFromThenOn() {
        m_site->as("ivan");
        const View assessment = views()[1].second;
        QVERIFY(!assessment(*m_site).contains(sentinel.toUtf8()));
        VERIFY_DONE(desk::Review(*m_site->vault).unblind(m_site->first, "emergency", "convulsions"));
        QVERIFY(assessment(*m_site).contains(sentinel.toUtf8()));
        m_site->as("iris");
        QVERIFY(!assessment(*m_site).contains(sentinel.toUtf8()));
    }
    void streamIsReadableWords_newestFirst_withReasons() {
        m_site->as("uma");
        const QVariantList rows = *ui::StreamWords::rows(*m_site->vault, m_site->first, "en");
        QVERIFY(rows.size() > 20);
        QVERIFY(rows.first().toMap().value("number").toInt() > rows.last().toMap().value("number").toInt());
        QCOMPARE(rows.last().toMap().value("what").toString(), QString("Enrolled as SYN-001"));
        QCOMPARE(rows.last().toMap().value("who").toString(), QString("nora (nurse)"));
        bool corrected = false;
        for (const QVariant& one : rows) {
            const QVariantMap row = one.toMap();
            QVERIFY2(!row.value("what").toString().contains("%1"), qPrintable(row.value("what").toString()));
            corrected = corrected || (row.value("what").toString().contains("\"30\" instead of \"25\"") &&
                                      row.value("reason").toString() == sentinel + " 30 mg");
        }
        QVERIFY(corrected);
        const auto says = [&](const QString& words) {
            return std::ranges::any_of(
                rows, [&](const QVariant& one) { return one.toMap().value("what").toString().contains(words); });
        };
        QVERIFY(says("; scores: Total 4")); // by its name
        QVERIFY(!says("dose_mg_per_kg"));   // and no id
        QVERIFY(says("(answered alone)"));
        const QVariantList plan = *ui::StreamWords::rows(*m_site->vault, m_site->first, "en", "plan");
        QVERIFY(!plan.isEmpty());
        for (const QVariant& one : plan)
            QCOMPARE(one.toMap().value("kind").toString(), QString("plan"));
    }
    void assessmentPage_offersOnlyWhatThisPersonMayDo() {
        m_site->as("mona");
        QVariantMap page = *ui::AssessmentWords::of(*m_site->vault, m_site->first, mood, "en");
        QCOMPARE(page.value("canQuery").toBool(), true);
        QCOMPARE(page.value("canVerify").toBool(), true);
        QCOMPARE(page.value("canSign").toBool(), false);
        QCOMPARE(page.value("canVoid").toBool(), false);
        for (const QVariant& item : page.value("items").toList())
            QCOMPARE(item.toMap().value("can").toString(), QString()); // a monitor reads
        QCOMPARE(page.value("items").toList().first().toMap().value("answer").toString(), QString("Several days"));
        m_site->as("nora");
        page = *ui::AssessmentWords::of(*m_site->vault, m_site->first, mood, "en");
        QCOMPARE(page.value("items").toList().first().toMap().value("can").toString(), QString("propose"));
        QCOMPARE(page.value("canQuery").toBool(), false);
        m_site->as("iris");
        page = *ui::AssessmentWords::of(*m_site->vault, m_site->first, mood, "en");
        QCOMPARE(page.value("canSign").toBool(), true);
        QCOMPARE(page.value("canVoid").toBool(), true);
    }
};

QTEST_MAIN(TestEveryView)
#include "tst_every_view.moc"
