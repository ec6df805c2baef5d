// Looking at data again in words: where an assessment may be moved to, what is reopened, and what waits of everybody.
#include "support/ReviewVault.h"
#include "ui/ReviewModel.h"
#include "ui/ReviewWorkModel.h"

using namespace serein;
using namespace serein::test;

class TestReviewModel : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    std::unique_ptr<ui::DeskModel> m_desk;

    std::unique_ptr<ui::ReviewModel> read(const char* name, const QUuid& participant,
                                          const ledger::AssessmentKey& key) {
        m_desk->open(nullptr, QStringLiteral("en"));
        m_site->as(QString::fromLatin1(name));
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        auto model = std::make_unique<ui::ReviewModel>();
        model->setDesk(m_desk.get());
        model->setParticipant(idText(participant));
        model->open(key.timepoint, key.instrument, key.sequence);
        return model;
    }
    static QStringList all(const QVariantList& rows, const char* key) {
        QStringList texts;
        for (const QVariant& one : rows)
            texts += one.toMap().value(QString::fromLatin1(key)).toString();
        return texts;
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>(); // now 21 Nov 09:00: day 1 is open from 06:00 to 10:00
        m_desk = std::make_unique<ui::DeskModel>(nullptr);
    }
    void cleanup() { m_desk->open(nullptr, QStringLiteral("en")); }

    void moved_goesToAnyTimepointOfTheirs_thatAsksIt_inAnySequence() {
        m_site->write(m_site->second, {ledger::TimepointRepeated{"POD1", "again"}}, {"nora", "nurse"});
        m_site->write(m_site->second,
                      {ledger::AssessmentOpened{{"POD2", "nrs-sleep", 1}, {}, {}, "en", {}, false, "self"}},
                      {"nora", "nurse"});
        const auto model = read("iris", m_site->first, sleep1);
        const QVariantList places = model->destinations("SYN-002", "nrs-sleep");
        QVERIFY(all(places, "id").contains("POD1.1") && all(places, "id").contains("POD1.2"));
        QVERIFY(!all(places, "id").contains("POD2.1")); // begun there
        QVERIFY(!all(places, "id").contains("PACU.1")); // asks another battery
        const auto second = places.at(all(places, "id").indexOf("POD1.2")).toMap();
        QCOMPARE(second.value("label").toString(), QString::fromUtf8("Day 1 after surgery, morning · 2nd"));
        QVERIFY(model->destinations("SYN-999", "nrs-sleep").isEmpty());
        const QVariantMap order{{"subject", " SYN-002 "}, {"timepoint", "POD1"}, {"sequence", 2}, {"text", "swapped"}};
        QVERIFY2(model->act("reassign", order), qPrintable(m_desk->error()));
        QVERIFY(m_site->state(m_site->second)->assessment({"POD1", "nrs-sleep", 2}) != nullptr);
        QVERIFY(m_site->state(m_site->second)->assessment({"POD1", "nrs-sleep", 1}) == nullptr);
        QVERIFY(m_site->state(m_site->first)->assessment(sleep1) == nullptr);
    }
    void submitted_isReopenedWithAReason_whileItsWindowIsOpen() {
        const auto model = read("nora", m_site->first, sleep1);
        QVERIFY(model->assessment().value("canReopen").toBool());
        QVERIFY(!model->act("reopen", {{"text", " "}}));
        QCOMPARE(m_desk->errorField(), QString("text"));
        QVERIFY(model->act("reopen", {{"text", "the wrong night"}}));
        QCOMPARE(m_desk->notice(), QString("Reopened. Hand the tablet over again to go on."));
        QCOMPARE(m_site->state(m_site->first)->assessment(sleep1)->status, ledger::AssessmentStatus::Open);
        QVERIFY(!model->assessment().value("canReopen").toBool()); // it is open
    }
    void whatIsNotReopened_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("timepoint");
        QTest::addColumn<QString>("instrument");
        QTest::addColumn<int>("hours");
        QTest::newRow("who only reads") << "mona" << "POD1" << "nrs-sleep" << 0;
        QTest::newRow("its window has closed") << "nora" << "POD1" << "nrs-sleep" << 1;
        QTest::newRow("staff's own, which they correct") << "uma" << "POD1" << "treatment" << 0;
    }
    void whatIsNotReopened() {
        QFETCH(QString, who);
        QFETCH(QString, timepoint);
        QFETCH(QString, instrument);
        QFETCH(int, hours);
        m_site->clock.advance(std::chrono::hours(hours));
        const auto model = read(qPrintable(who), m_site->first, {timepoint, instrument, 1});
        QVERIFY(model->assessment().contains("canReopen"));
        QVERIFY(!model->assessment().value("canReopen").toBool());
    }
    void waitingReview_isNamedAndListed() {
        m_site->write(m_site->first,
                      {ledger::QueryRaised{mood, "q1", "right?"}, ledger::QueryRaised{mood, "q2", "sure?"},
                       ledger::CorrectionProposed{mood, "q1", 1, 2, "misread"}},
                      {"dana", "dataManager"});
        const auto model = read("iris", m_site->first, mood);
        ui::ReviewWorkModel work;
        work.setDesk(m_desk.get());
        QCOMPARE(work.text(), QString::fromUtf8("2 open query(ies) · 1 correction(s) to decide on"));
        QCOMPARE(work.rows()->rowCount(), 0); // read by the page that lists them
        work.setProperty("listed", true);
        QCOMPARE(work.rows()->rowCount(), 3);
        const auto cell = [&](const char* role) {
            return work.rows()->index(0, 0).data(work.rows()->roleNames().key(role)).toString();
        };
        QVERIFY(cell("what").startsWith(QString::fromUtf8("SYN-001 · PHQ-9")));
        QCOMPARE(cell("since"), QString("Query by dana, 21 Nov 2026, 09:00"));
        m_desk->open(nullptr, QStringLiteral("en"));
        QCOMPARE(work.text(), QString());
        QCOMPARE(work.rows()->rowCount(), 0);
    }
};

QTEST_MAIN(TestReviewModel)
#include "tst_review_model.moc"
