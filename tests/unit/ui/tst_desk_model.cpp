#include "UiVault.h"
#include "ui/AlertModel.h"
#include "ui/DeskModel.h"

#include <QSignalSpy>

using namespace serein;
using namespace serein::test;
using ui::DeskModel;

namespace {

QVariantMap fields(const QString& subject, const QString& born) {
    return {{QStringLiteral("subject"), subject},
            {QStringLiteral("language"), QStringLiteral("en")},
            {QStringLiteral("secondIdentifier"), born}};
}

} // namespace

class TestDeskModel : public QObject {
    Q_OBJECT

    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<DeskModel> m_desk;

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>();
        m_desk = std::make_unique<DeskModel>(nullptr);
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
    }

    void lists_keepTheContractOfModels() {
        ui::AlertModel alertModel;
        alertModel.setDesk(m_desk.get());
        const QAbstractItemModelTester alerts(alertModel.rows(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_desk->enrol(fields(QStringLiteral("SYN-003"), QStringLiteral("1970"))));
        m_desk->open(nullptr, QStringLiteral("en"));
        m_desk->open(m_site->vault.get(), QStringLiteral("zh-CN"));
        QCOMPARE(m_desk->participantCount(), 3);
    }

    void enrolled_opensThePage_andSaysSo() {
        QVERIFY(m_desk->enrol(fields(QStringLiteral("SYN-003"), QStringLiteral("1970"))));
        QCOMPARE(m_desk->participant().value(QStringLiteral("subject")).toString(), QStringLiteral("SYN-003"));
        QVERIFY(m_desk->notice().contains(QStringLiteral("SYN-003")) && m_desk->error().isEmpty());
    }

    void wrongField_isNamed_andNothingIsSaved_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("field");
        QTest::newRow("another form") << QStringLiteral("P7") << QStringLiteral("1970") << QStringLiteral("subject");
        QTest::newRow("taken") << QStringLiteral("SYN-001") << QStringLiteral("1970") << QStringLiteral("subject");
        QTest::newRow("no year") << QStringLiteral("SYN-003") << QString() << QStringLiteral("secondIdentifier");
    }
    void wrongField_isNamed_andNothingIsSaved() {
        QFETCH(QString, subject);
        QFETCH(QString, born);
        QVERIFY(!m_desk->enrol(fields(subject, born)));
        QTEST(m_desk->errorField(), "field");
        QVERIFY(!m_desk->error().isEmpty() && m_desk->notice().isEmpty());
        QCOMPARE(m_desk->participantCount(), 2);
    }

    void anchor_isReadInTheSitesZone() {
        const QString id = idText(m_site->first);
        QCOMPARE(m_desk->siteNow(), QStringLiteral("2026-11-20 09:00"));
        QVERIFY(!m_desk->setAnchor(id, QStringLiteral("incision"), QStringLiteral("20.11. 14:05"),
                                   QStringLiteral("set"), {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("at"));
        QVERIFY(m_desk->setAnchor(id, QStringLiteral("incision"), QStringLiteral("2026-11-20 14:05"),
                                  QStringLiteral("set"), {}));
        QCOMPARE((*m_site->vault->participant(m_site->first))->anchors.value(QStringLiteral("incision")),
                 *parseInstant(QStringLiteral("2026-11-20T14:05+08:00")));
        QVERIFY(!m_desk->setAnchor(id, QStringLiteral("incision"), QStringLiteral("2026-11-21 08:00"),
                                   QStringLiteral("move"), {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("reason"));
    }

    void wrongSecondIdentifier_isNotHandedOver() {
        QSignalSpy given(m_desk.get(), &DeskModel::handedOver);
        const QString id = idText(m_site->first);
        QVERIFY(!m_desk->handOver({{QStringLiteral("participant"), id},
                                   {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                   {QStringLiteral("secondIdentifier"), QStringLiteral("1968")},
                                   {QStringLiteral("mode"), QStringLiteral("self")},
                                   {QStringLiteral("language"), QStringLiteral("en")}}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("secondIdentifier"));
        QCOMPARE(given.size(), 0);
        QVERIFY(m_desk->handOver({{QStringLiteral("participant"), id},
                                  {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                  {QStringLiteral("secondIdentifier"), QStringLiteral("1957")},
                                  {QStringLiteral("mode"), QStringLiteral("self")},
                                  {QStringLiteral("language"), QStringLiteral("en")}}));
        QCOMPARE(given.size(), 1);
    }

    void handOverCutShort_isOfferedAgain_orEnded() {
        QVERIFY(m_desk->resumeHandOver().isEmpty());
        m_site->handOver(m_site->first, QStringLiteral("1957"));
        m_desk->refresh();
        QCOMPARE(m_desk->resumeHandOver().value(QStringLiteral("subject")).toString(), QStringLiteral("SYN-001"));
        QCOMPARE(m_desk->resumeHandOver().value(QStringLiteral("timepoint")).toString(), QStringLiteral("BL"));
        QVERIFY(m_desk->endHandOver());
        QVERIFY(m_desk->resumeHandOver().isEmpty());
    }

    void locked_everythingIsForgotten() {
        m_desk->openParticipant(idText(m_site->first));
        QVERIFY(!m_desk->participant().isEmpty());
        m_desk->open(nullptr, QStringLiteral("en"));
        QVERIFY(m_desk->participant().isEmpty() && m_desk->participantCount() == 0 && m_desk->studyTitle().isEmpty());
        QVERIFY(!m_desk->enrol(fields(QStringLiteral("SYN-003"), QStringLiteral("1970"))));
    }
};

QTEST_GUILESS_MAIN(TestDeskModel)
#include "tst_desk_model.moc"
