// A vault of a million events (SEREIN_BENCH_EVENTS says otherwise): unlocking, verifying and backing it up.
#include "bench/BenchVault.h"
#include "bench/Benches.h"
#include "unit/crypto/Certificates.h"
#include "vault/Backup.h"

#include <QFile>
#include <QFileInfo>

namespace serein::bench {

namespace {

constexpr int perAssessment = 20; ///< opened, nine shown and answered, submitted
constexpr int perParticipant = 500;
constexpr int perCheckpoint = 100;

template<class T> void need(const Result<T>& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
}

/// Memory of this process that is not shared, in MiB.
double residentMiB() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').constFirst().toDouble() / 1024;
    return 0;
}

/// The demonstration with room for more than 999 subjects.
study::Study thousands(const instrument::Library& library) {
    QJsonObject json = test::demoStudy(library).json;
    json.insert(QStringLiteral("subject"), QJsonObject{{QStringLiteral("pattern"), QStringLiteral("SYN-[0-9]{5}")},
                                                       {QStringLiteral("example"), QStringLiteral("SYN-00001")}});
    return *study::parseStudy(json, library);
}

QList<vault::Draft> assessment(int number, const QString& definition) {
    const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), number};
    QList<vault::Draft> drafts{
        {ledger::AssessmentOpened{key, definition, {}, QStringLiteral("en"), {}, false, QStringLiteral("self")}}};
    for (int item = 1; item <= 9; ++item) {
        drafts.append({ledger::ItemShown{key, QStringLiteral("q%1").arg(item)}});
        drafts.append({ledger::Answered{key, QStringLiteral("q%1").arg(item), item % 4}});
    }
    drafts.append({ledger::Submitted{
        key,
        {{QStringLiteral("total"),
          QJsonObject{{QStringLiteral("value"), 13}, {QStringLiteral("status"), QStringLiteral("complete")}}}},
        QStringLiteral("1"),
        false,
        {}}});
    return drafts;
}

void fill(test::TestVault& test, int events) {
    const QString definition = test.vault->deviceState()
                                   .instruments.value(QStringLiteral("phq9"))
                                   .toObject()
                                   .value(QStringLiteral("definition"))
                                   .toString();
    for (int person = 0; person < events / perParticipant; ++person) {
        const QUuid participant = test.enrol(QStringLiteral("SYN-%1").arg(person, 5, 10, QChar(u'0')));
        int number = 0;
        for (int done = 0; done < perParticipant; done += perCheckpoint) {
            QList<vault::Draft> drafts;
            while (drafts.size() < perCheckpoint)
                drafts += assessment(++number, definition);
            test.clock.advance(std::chrono::minutes(1));
            need(test.vault->append(participant, drafts, vault::participantActor));
            need(test.vault->checkpoint(participant, vault::participantActor));
        }
    }
}

Figure unlockFigure(test::TestVault& test) {
    constexpr int rounds = 7;
    QList<double> whole;
    for (int round = 0; round < rounds; ++round) {
        need(test.vault->signOff());
        test.vault.reset();
        auto unlocking =
            vault::Vault::derive(test.place(), QStringLiteral("anna"), crypto::Secret(test::passphrase), test.clock);
        need(unlocking);
        const auto start = std::chrono::steady_clock::now();
        auto opened = vault::Vault::open(test.place(), *std::move(unlocking), test.clock);
        whole.append(elapsedMicroseconds(start) / 1000);
        need(opened);
        test.vault = *std::move(opened);
    }
    return {QStringLiteral("unlock beyond key derivation, this many events, p50 (wanted: 50)"), percentile(whole, 50),
            QStringLiteral("ms"), 50};
}

Figure verifyFigure(const test::TestVault& test) {
    constexpr int rounds = 5;
    QList<double> rates;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const auto found = test.vault->verify();
        const double seconds = elapsedMicroseconds(start) / 1e6;
        need(found);
        rates.append(static_cast<double>(found->events) / seconds);
    }
    return {QStringLiteral("verify, with every page's HMAC, p50 of 5 (wanted: 200,000)"), percentile(rates, 50),
            QStringLiteral("events/s"), 200'000};
}

QList<Figure> backupFigures(test::TestVault& test) {
    const test::TestCertificate site = test::makeCertificate();
    const auto certificate = crypto::readCertificate(site.certificatePem, test.clock.now());
    need(certificate);
    const vault::Actor anna{QStringLiteral("anna"), QStringLiteral("administrator")};
    need(test.vault->nameRecovery({{*certificate}, false}, anna));
    const QTemporaryDir stick;
    const double before = residentMiB();
    double most = before;
    QList<double> steps;
    const auto start = std::chrono::steady_clock::now();
    const auto job = vault::BackupJob::begin(*test.vault, {stick.path(), 7}, anna);
    need(job);
    for (bool done = false; !done;) {
        const auto step = std::chrono::steady_clock::now();
        const auto stepped = (*job)->step();
        steps.append(elapsedMicroseconds(step) / 1000);
        need(stepped);
        done = *stepped;
        most = std::max(most, residentMiB());
    }
    const double seconds = elapsedMicroseconds(start) / 1e6;
    const QString copy = (*job)->report().path + QStringLiteral("/serein.db");
    const double mebibytes = static_cast<double>(QFileInfo(copy).size()) / (1 << 20);
    const auto plain = std::chrono::steady_clock::now();
    QFile::copy(copy, stick.filePath(QStringLiteral("plain")));
    return {
        {QStringLiteral("backup, read back and hashed (baseline: copying its file)"), mebibytes / seconds,
         QStringLiteral("MiB/s"), mebibytes / (elapsedMicroseconds(plain) / 1e6)},
        {QStringLiteral("backup, its size"), mebibytes, QStringLiteral("MiB"), 1024},
        {QStringLiteral("backup, memory it took at most (baseline: before it)"), most - before, QStringLiteral("MiB"),
         before},
        {QStringLiteral("backup, one slice of the event loop, p99"), percentile(steps, 99), QStringLiteral("ms"), 30}};
}

} // namespace

QList<Figure> vaults() {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SEREIN_BENCH_EVENTS", &given);
    test::TestVault test({account::Role::Administrator, account::Role::Nurse}, test::shippedLibrary(), thousands);
    fill(test, given ? asked : 1'000'000);
    QList<Figure> figures{unlockFigure(test), verifyFigure(test)};
    return figures + backupFigures(test);
}

} // namespace serein::bench
