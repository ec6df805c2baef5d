#include "../crypto/Certificates.h"
#include "UiVault.h"
#include "ui/BackupSchedule.h"
#include "ui/DeskModel.h"
#include "vault/Backup.h"

#include <QDir>

using namespace serein;
using namespace serein::test;

class TestBackupSchedule : public QObject {
    Q_OBJECT

    const TestCertificate m_certificate = makeCertificate();
    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<QTemporaryDir> m_stick;

    [[nodiscard]] qsizetype backups() const {
        const QString vault = QStringLiteral("serein-") + idText(m_site->vault->deviceState().vault);
        return QDir(m_stick->filePath(vault + u'/' + idText(m_site->vault->device())))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
            .size();
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>();
        m_stick = std::make_unique<QTemporaryDir>();
        const auto certificate = crypto::readCertificate(m_certificate.certificatePem, m_site->clock.now());
        QVERIFY(certificate);
        const vault::Actor actor{userName, QStringLiteral("administrator")};
        QVERIFY(m_site->vault->nameRecovery({{*certificate}, false}, actor));
        QVERIFY(vault::backUp(*m_site->vault, {m_stick->path(), 7}, actor));
    }

    void dueBackup_isMadeByItself_toTheLastFolder() {
        ui::DeskModel desk(nullptr);
        ui::BackupSchedule schedule(&desk);
        schedule.open(m_site->vault.get());
        m_site->clock.advance(std::chrono::hours(23));
        schedule.look();
        QVERIFY(!schedule.running()); // planned for every 24 hours, if nobody said otherwise
        m_site->clock.advance(std::chrono::hours(2));
        schedule.look();
        QVERIFY(schedule.running());
        QTRY_VERIFY_WITH_TIMEOUT(!schedule.running(), 60000);
        QCOMPARE(backups(), 2);
        QCOMPARE(m_site->vault->deviceState().backedUpAt, m_site->clock.now());
        schedule.look();
        QVERIFY(!schedule.running());
    }
    void lockedMeanwhile_leavesNothingBehind() {
        ui::DeskModel desk(nullptr);
        ui::BackupSchedule schedule(&desk);
        schedule.open(m_site->vault.get());
        m_site->clock.advance(std::chrono::hours(25));
        schedule.look();
        QVERIFY(schedule.running());
        schedule.open(nullptr);
        QVERIFY(!schedule.running());
        QCOMPARE(backups(), 1);
    }
    void stickThatIsGone_isSaid_andTriedAgainAnHourLater() {
        ui::DeskModel desk(nullptr);
        ui::BackupSchedule schedule(&desk);
        schedule.open(m_site->vault.get());
        const QString stick = m_stick->path();
        QVERIFY(QDir().rename(stick, stick + QStringLiteral("-pulled")));
        m_site->clock.advance(std::chrono::hours(25));
        schedule.look();
        QVERIFY(!schedule.running());
        QVERIFY(!desk.error().isEmpty());
        QVERIFY(QDir().rename(stick + QStringLiteral("-pulled"), stick));
        m_site->clock.advance(std::chrono::minutes(59));
        schedule.look();
        QVERIFY(!schedule.running());
        m_site->clock.advance(std::chrono::minutes(1));
        schedule.look();
        QVERIFY(schedule.running());
    }
    void clockThatWasSetBackAfterAFailure_putsNothingOff() {
        ui::DeskModel desk(nullptr);
        ui::BackupSchedule schedule(&desk);
        schedule.open(m_site->vault.get());
        const QString stick = m_stick->path();
        const QDateTime right = m_site->clock.now();
        QVERIFY(QDir().rename(stick, stick + QStringLiteral("-pulled")));
        m_site->clock.set(right.addYears(3));
        schedule.look();
        QVERIFY(!schedule.running() && !desk.error().isEmpty());
        QVERIFY(QDir().rename(stick + QStringLiteral("-pulled"), stick));
        m_site->clock.set(right.addDays(2));
        schedule.look();
        QVERIFY(schedule.running());
    }
};

QTEST_MAIN(TestBackupSchedule)
#include "tst_backup_schedule.moc"
