// Looking at data again in words: where an assessment may be moved to, what is reopened, and what waits of everybody.
#include "support/ReviewVault.h"
#include "ui/PersonModel.h"
#include "ui/RedactModel.h"
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
    void signature_takesThePassphraseAlone_neverAmongWhatWasTypedBesides() {
        const auto model = read("iris", m_site->first, mood);
        const QString right = QString::fromUtf8(passphrase);
        const auto signatures = [this] { return m_site->state(m_site->first)->signatures.size(); };
        QVERIFY(!model->act("sign", {{"text", "reviewed"}, {"passphrase", right}}));
        QCOMPARE(signatures(), 0);
        QVERIFY(!model->sign("sign", "reviewed", "not the passphrase"));
        QCOMPARE(m_desk->errorField(), QString("passphrase"));
        m_site->clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        QVERIFY(!model->sign("sign", " ", right));
        QCOMPARE(m_desk->errorField(), QString("text"));
        QVERIFY2(model->sign("sign", "reviewed", right), qPrintable(m_desk->error()));
        QVERIFY2(model->sign("signRecord", "all of it", right), qPrintable(m_desk->error()));
        QCOMPARE(signatures(), 2);
    }
    void freeText_isMarkedInTheStream_andRedactedWithWhatRepeatsIt() {
        m_site->write(m_site->first,
                      {ledger::AnchorMoved{"incision", *parseInstant("2026-11-20T12:00+08:00"), "Mr Smith was late"}},
                      {"nora", "nurse"});
        const auto model = read("iris", m_site->first, mood);
        model->readStream();
        const QVariantMap newest = model->stream().constFirst().toMap();
        QVERIFY(newest.value("redactable").toBool());
        QVERIFY(!model->stream().constLast().toMap().value("redactable").toBool()); // enrolled: no free text
        ui::RedactModel redacting;
        redacting.setDesk(m_desk.get());
        redacting.open(idText(m_site->first), newest.value("event").toString());
        QCOMPARE(redacting.subject(), QString("SYN-001"));
        QCOMPARE(all(redacting.texts(), "text"), QStringList{"Mr Smith was late"});
        QCOMPARE(all(redacting.texts(), "by"), QStringList{"21 Nov 2026, 09:00, by nora"});
        QVERIFY(!redacting.redact(" "));
        QCOMPARE(m_desk->errorField(), QString("reason"));
        QVERIFY2(redacting.redact("a name"), qPrintable(m_desk->error()));
        QVERIFY(m_desk->notice().startsWith("Redacted for good."));
        QVERIFY(redacting.texts().isEmpty());
        QVERIFY(!all(model->stream(), "reason").join(u' ').contains("Smith"));
        QVERIFY(all(model->stream(), "reason").contains("a name")); // that it was, and why, stays
        const auto nurses = read("nora", m_site->first, mood);
        nurses->readStream();
        QVERIFY(!all(nurses->stream(), "redactable").contains("true"));
        redacting.open(idText(m_site->first), nurses->stream().constFirst().toMap().value("event").toString());
        QVERIFY(redacting.texts().isEmpty());
    }
    void note_saysWhichEventItIs_toWhoMayRedactIt() {
        m_site->write(m_site->first, {ledger::Noted{"call Mrs Smith first"}, ledger::Noted{"prefers mornings"}},
                      {"nora", "nurse"}, ledger::BodyClass::Note);
        const auto notesOf = [&](const char* name) {
            const auto model = read(name, m_site->first, mood);
            m_desk->openParticipant(idText(m_site->first));
            ui::PersonModel person;
            person.setDesk(m_desk.get());
            return person.notes();
        };
        QCOMPARE(all(notesOf("nora"), "event"), (QStringList{QString(), QString()}));
        const QVariantList notes = notesOf("iris");
        QCOMPARE(all(notes, "text"), (QStringList{"prefers mornings", "call Mrs Smith first"}));
        ui::RedactModel redacting;
        redacting.setDesk(m_desk.get());
        redacting.open(idText(m_site->first), all(notes, "event").value(1));
        QCOMPARE(all(redacting.texts(), "text"), QStringList{"call Mrs Smith first"});
        QVERIFY(redacting.redact("a name"));
        QCOMPARE(all(notesOf("iris"), "text"), (QStringList{"prefers mornings", "Redacted: it told who somebody is."}));
        QVERIFY(all(notesOf("iris"), "event").value(1).isEmpty());
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
                      {ledger::QueryRaised{mood, "q1", "right?"}, ledger::QueryRaised{mood, "q2", "sure?"}},
                      {"dana", "dataManager"});
        m_site->clock.advance(std::chrono::minutes(1)); // of one moment any may be first
        m_site->write(m_site->first, {ledger::CorrectionProposed{mood, "q1", 1, 2, "misread"}},
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
