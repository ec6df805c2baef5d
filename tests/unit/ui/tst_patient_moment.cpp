// A date with a time is of the study's site: its zone, its offset on that day, whatever zone the tablet is set to.
#include "support/OwnWords.h"
#include "support/TestVault.h"
#include "ui/PatientModel.h"

#include <ctime>

using namespace serein;
using namespace serein::test;
using ui::PatientModel;

class TestPatientMoment : public QObject {
    Q_OBJECT

    std::unique_ptr<TestVault> m_site;
    QUuid m_participant;

    [[nodiscard]] QString stored() const {
        const auto state = *m_site->vault->participant(m_participant);
        const auto* open = state->assessment({QStringLiteral("BL"), QStringLiteral("own-words"), 1});
        return open->answers.value(QStringLiteral("woke_at")).value.toString();
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("TZ", "America/Los_Angeles"); // 9 hours behind the site, 8 for three weeks of March
        tzset();
        m_site = std::make_unique<TestVault>(
            QList<account::Role>{account::Role::Administrator, account::Role::Nurse}, ownWordsLibrary(),
            [](const instrument::Library& library) { return ownWordsStudy(library, "Europe/Berlin"); });
        m_participant = m_site->handOver();
    }
    void moment_isStoredAndShownByTheSitesClock_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("inLedger");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* typed, const char* inLedger, const char* shown,
                            const char* words) {
            QTest::newRow(name) << QString(typed) << QString(inLedger) << QString(shown) << QString(words);
        };
        // Berlin: clocks go forward on 29 March 2026 at 02:00, back on 25 October at 03:00.
        row("summer", "2026-07-01T14:05", "2026-07-01T14:05:00.000+02:00", "2026-07-01T14:05", "1 Jul 2026, 14:05");
        row("winter", "2026-12-01T14:05", "2026-12-01T14:05:00.000+01:00", "2026-12-01T14:05", "1 Dec 2026, 14:05");
        row("before spring", "2026-03-29T01:59", "2026-03-29T01:59:00.000+01:00", "2026-03-29T01:59",
            "29 Mar 2026, 01:59");
        row("after spring", "2026-03-29T03:30", "2026-03-29T03:30:00.000+02:00", "2026-03-29T03:30",
            "29 Mar 2026, 03:30");
        row("an hour that comes twice is its first", "2026-10-25T02:30", "2026-10-25T02:30:00.000+02:00",
            "2026-10-25T02:30", "25 Oct 2026, 02:30");
        row("after the second", "2026-10-25T03:30", "2026-10-25T03:30:00.000+01:00", "2026-10-25T03:30",
            "25 Oct 2026, 03:30");
        row("skipped where the tablet is set to", "2026-03-08T02:30", "2026-03-08T02:30:00.000+01:00",
            "2026-03-08T02:30", "8 Mar 2026, 02:30");
        // As a tool may have written it: kept to the letter, shown by the site's clock.
        row("another offset", "2026-07-01T12:05Z", "2026-07-01T12:05Z", "2026-07-01T14:05", "1 Jul 2026, 14:05");
        row("the second of the two hours", "2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00", "2026-10-25T02:30",
            "25 Oct 2026, 02:30");
    }
    void moment_isStoredAndShownByTheSitesClock() {
        QFETCH(QString, typed);
        QFETCH(QString, inLedger);
        QFETCH(QString, shown);
        QFETCH(QString, words);
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site->vault.get(), m_participant));
        model.begin();
        if (model.itemId() == QStringLiteral("night"))
            model.next();
        if (model.page() == PatientModel::Page::Review)
            model.goTo(QStringLiteral("woke_at"));
        model.give(typed);
        QCOMPARE(model.trouble(), QString());
        QCOMPARE(stored(), inLedger);
        QCOMPARE(model.answer().toString(), shown);
        model.next();
        QCOMPARE(model.review().at(1).toMap().value(QStringLiteral("answer")).toString(), words);
    }
    void hourThatSpringSkips_isNotSaved() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site->vault.get(), m_participant));
        model.goTo(QStringLiteral("woke_at"));
        model.give(QStringLiteral("2026-12-01T14:05"));
        model.give(QStringLiteral("2026-03-29T02:30"));
        QVERIFY(!model.trouble().isEmpty());
        QCOMPARE(stored(), QStringLiteral("2026-12-01T14:05:00.000+01:00"));
        model.give(QVariant());
        QCOMPARE(model.trouble(), QString());
        QVERIFY(!model.answered());
    }
};

QTEST_GUILESS_MAIN(TestPatientMoment)
#include "tst_patient_moment.moc"
