// Enrolment, consent, standing, whereabouts and notes in staff's words: what is wrong stands at its field.
#include "UiVault.h"
#include "ui/PersonModel.h"
#include "ui/PersonWords.h"

using namespace serein;
using namespace serein::test;
using ui::DeskModel;
using ui::PersonModel;

class TestPersonModel : public QObject {
    Q_OBJECT

    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<DeskModel> m_desk;
    std::unique_ptr<PersonModel> m_person;

    [[nodiscard]] ledger::ParticipantState state() const { return **m_site->vault->participant(m_site->first); }
    void sit(const QString& name) {
        m_person.reset();
        m_desk = std::make_unique<DeskModel>(nullptr);
        if (m_site->vault->user().name != name) {
            m_site->vault.reset();
            m_site->vault =
                *vault::Vault::unlock(m_site->place, name, crypto::Secret(passphrase.toUtf8()), m_site->clock);
        }
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        m_desk->openParticipant(idText(m_site->first));
        m_person = std::make_unique<PersonModel>();
        m_person->setDesk(m_desk.get());
    }
    static QStringList ids(const QVariantList& rows) {
        QStringList ids;
        for (const QVariant& row : rows)
            ids += row.toMap().value(QStringLiteral("id")).toString();
        return ids;
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>();
        sit(userName);
    }

    void enrolledWithConsent_opensThePage_andSaysSo() {
        QVERIFY2(m_person->enrol({{"subject", "SYN-003"},
                                  {"language", "zh-CN"},
                                  {"secondIdentifier", "1970"},
                                  {"textPercent", 150},
                                  {"consented", true},
                                  {"document", "1.0"},
                                  {"at", "2026-11-20 08:30"},
                                  {"by", "representative"}}),
                 qPrintable(m_desk->error()));
        QCOMPARE(m_desk->participant().value("subject").toString(), QString("SYN-003"));
        QCOMPARE(m_desk->notice(), QString("Enrolled SYN-003."));
        const auto enrolled =
            *m_site->vault->participant(QUuid::fromString(m_desk->participant().value("id").toString()));
        QCOMPARE(enrolled->anchors.value("consent"), *parseInstant("2026-11-20T08:30+08:00"));
        QCOMPARE(enrolled->reading.textPercent, 150);
        QCOMPARE(m_person->consents().constFirst().toMap().value("text").toString(),
                 QString("Form 1.0, 20 Nov 2026, 08:30, by a representative"));
    }
    void wrongField_isSaidInPlainWords_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("another form") << "subject" << "P7"
                                      << "In this study a subject id looks like SYN-001. Nothing was saved.";
        QTest::newRow("taken") << "subject" << "SYN-001"
                               << "Somebody is enrolled under this subject id already. Nothing was saved.";
        QTest::newRow("no year") << "secondIdentifier" << ""
                                 << "Year of birth: please write it as the example shows. Nothing was saved.";
        QTest::newRow("long") << "name" << QString(300, u'x')
                              << "This is 300 characters long. At most 200 fit. Nothing was saved.";
        QTest::newRow("hidden") << "phone" << QString(QChar(0x202E)) + "1"
                                << "This holds characters that can't be seen. Please type it again. Nothing was saved.";
        QTest::newRow("to come") << "at" << "2026-11-21 08:30"
                                 << "This is still to come. Consent is entered once it was given. Nothing was saved.";
        QTest::newRow("long ago") << "at" << "2025-11-19 08:30"
                                  << "This is more than a year before the enrolment. Nothing was saved.";
        QTest::newRow("no form") << "document" << "7"
                                 << "This study has no consent form of that version. It stands on the form itself. "
                                    "Nothing was saved.";
    }
    void wrongField_isSaidInPlainWords() {
        QFETCH(QString, key);
        QFETCH(QString, typed);
        QVariantMap fields{{"subject", "SYN-003"}, {"language", "en"},         {"secondIdentifier", "1970"},
                           {"consented", true},    {"at", "2026-11-20 08:30"}, {"by", "participant"}};
        fields.insert(key, typed);
        QVERIFY(!m_person->enrol(fields));
        QCOMPARE(m_desk->errorField(), key);
        QTEST(m_desk->error(), "words");
        QCOMPARE(m_desk->participantCount(), 2);
    }
    void timeThatIsNone_isSaidAtItsField() {
        QVERIFY(!m_person->enrol({{"subject", "SYN-003"}, {"consented", true}, {"at", "20.11. 14:05"}}));
        QCOMPARE(m_desk->errorField(), QString("at"));
    }
    void suspended_showsWhy_andOffersToResume() {
        QVERIFY(m_person->standing().isEmpty());
        QCOMPARE(ids(m_person->acts()), (QStringList{"suspend", "withdraw", "failScreening"}));
        QVERIFY(!m_person->suspend("other", " "));
        QCOMPARE(m_desk->errorField(), QString("reason"));
        QVERIFY(m_person->suspend("lostCapacity", "delirium"));
        QCOMPARE(m_person->standing(), QString("Suspended, capacity lost: 20 Nov 2026, 09:00, by nurse1. delirium"));
        QCOMPARE(ids(m_person->acts()), (QStringList{"resume", "withdraw", "failScreening"}));
        QCOMPARE(m_person->consentDue(), QString("capacityRegained"));
        QVERIFY(m_person->consentFirst() && !m_person->resume({}));
        QVERIFY(m_person->consent({{"at", "2026-11-20 09:00"}, {"by", "participant"}}));
        QVERIFY(!m_person->consentFirst() && m_person->resume({}));
        QVERIFY(m_person->standing().isEmpty());
    }
    void withdrawal_offersWhatHasNotEnded_andAsksForTheSubjectId() {
        QCOMPARE(ids(m_person->degrees()), (QStringList{"studyDrug", "questionnaires", "calls", "records"}));
        QVERIFY(m_person->withdraw({{"from", QStringList{"studyDrug"}}, {"by", "participant"}, {"identity", "kept"}}));
        QCOMPARE(ids(m_person->degrees()), (QStringList{"questionnaires", "calls", "records"}));
        QVariantMap all{{"from", QStringList{"questionnaires", "calls", "records"}},
                        {"by", "participant"},
                        {"identity", "destroyed"},
                        {"confirmation", "SYN-01"}};
        QVERIFY(!m_person->withdraw(all));
        QCOMPARE(m_desk->errorField(), QString("confirmation"));
        QCOMPARE(state().name, QString("Erste Person"));
        all.insert("confirmation", "SYN-001");
        QVERIFY(m_person->withdraw(all));
        QVERIFY(m_person->isErased() && !m_person->isErasureUnfinished() && state().name.isEmpty());
        QCOMPARE(ids(m_person->acts()), QStringList{"failScreening"});
        QCOMPARE(m_person->identity().value("name").toString(), QString());
    }
    void whereaboutsAndNotes_areReadBack() {
        QVERIFY(m_person->locate("ward", "7 B", "12"));
        QCOMPARE(m_person->whereabouts().value("text").toString(), QString("Ward, 7 B, bed 12"));
        QCOMPARE(m_person->whereabouts().value("since").toString(), QString("20 Nov 2026, 09:00"));
        QVERIFY(!m_person->note(QString(10'001, u'x')));
        QCOMPARE(m_desk->errorField(), QString("note"));
        QVERIFY(m_person->note("first"));
        QVERIFY(m_person->note("second"));
        QCOMPARE(m_person->notes().constFirst().toMap().value("text").toString(), QString("second"));
        QVERIFY(m_person->identify({{"secondIdentifier", "1957"}, {"name", "Erste Person"}, {"phone", "139"}}));
        QCOMPARE(m_person->identity().value("phone").toString(), QString("139"));
    }
    void whoDoesNotMeetParticipants_seesNoIdentity_data() {
        QTest::addColumn<int>("role");
        QTest::newRow("monitor") << int(account::Role::Monitor);
        QTest::newRow("data manager") << int(account::Role::DataManager);
    }
    void whoDoesNotMeetParticipants_seesNoIdentity() {
        QFETCH(int, role);
        QVERIFY(m_person->note("sister visits"));
        QVERIFY(desk::Desk(*m_site->vault)
                    .addAccount("mona", {static_cast<account::Role>(role)}, crypto::Secret(passphrase.toUtf8()),
                                {.logN = 14}));
        sit("mona");
        QVERIFY(!m_person->seesIdentity() && m_person->identity().isEmpty() && m_person->notes().isEmpty());
        QCOMPARE(m_person->consents().size(), 1);
        QVERIFY(!m_person->note("looked"));
        QVERIFY(m_desk->error().startsWith("Your account may not do this."));
    }
    void locked_everythingIsForgotten() {
        QVERIFY(m_person->note("sister visits"));
        m_desk->open(nullptr, QStringLiteral("en"));
        QVERIFY(m_person->notes().isEmpty() && m_person->identity().isEmpty() && m_person->consents().isEmpty());
        QVERIFY(m_person->standing().isEmpty() && !m_person->suspend("icu", {}));
    }
};

QTEST_GUILESS_MAIN(TestPersonModel)
#include "tst_person_model.moc"
