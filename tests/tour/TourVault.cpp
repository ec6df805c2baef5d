#include "TourVault.h"

#include "Certificates.h"

#include "core/Json.h"

#include <QProcess>

namespace serein::tour {

Result<TourVault> makeTourVault(const QString& folder, const QDateTime& now) {
    const QString demo = folder + QStringLiteral("/demo");
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SEREIN_STATE_DIR"), demo + QStringLiteral("/state"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(SEREINCTL), {QStringLiteral("--at"), instantText(now), QStringLiteral("demo"), demo,
                                              QStringLiteral("--participants"), QStringLiteral("6")});
    constexpr int twoMinutes = 120000;
    if (!program.waitForFinished(twoMinutes) || program.exitCode() != 0)
        return wrong(QStringLiteral("sereinctl demo failed: %1")
                         .arg(QString::fromUtf8(program.readAllStandardError()).trimmed()));

    TourVault made;
    made.place = {demo + QStringLiteral("/vault"), demo + QStringLiteral("/state")};
    SEREIN_TRY(const QByteArray passphrase, readFile(demo + QStringLiteral("/passphrase.txt")));
    made.passphrase = QString::fromUtf8(passphrase).trimmed();
    made.deviceKeys = made.place.folder + QStringLiteral("/device-key.json");

    const QDateTime from = now.addDays(-1);
    const test::TestCertificate recipient =
        test::makeCertificate({.notBefore = static_cast<std::time_t>(from.toSecsSinceEpoch()),
                               .notAfter = static_cast<std::time_t>(from.addYears(1).toSecsSinceEpoch()),
                               .name = "Data management of the tour"});
    made.certificateFile = folder + QStringLiteral("/data-management.pem");
    made.privateKeyPem = recipient.privateKeyPem;
    SEREIN_CHECK(writeFile(made.certificateFile, recipient.certificatePem));
    SEREIN_CHECK(writeFile(folder + QStringLiteral("/data-management.key"), recipient.privateKeyPem,
                           true)); // so that the reader can open the bundle too
    return made;
}

} // namespace serein::tour
