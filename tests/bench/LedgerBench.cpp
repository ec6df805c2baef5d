#include "bench/BenchVault.h"
#include "bench/Benches.h"

namespace serein::bench {

namespace {

template<class T> void need(const Result<T>& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
}

} // namespace

QList<Figure> commits() {
    constexpr int rounds = 1000;
    test::TestVault test;
    const QUuid participant = test.handOver();
    const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
    need(test.vault->append(
        participant, {{ledger::AssessmentOpened{key, {}, {}, QStringLiteral("en"), {}, false, QStringLiteral("self")}}},
        vault::participantActor));
    RawDatabase raw(test.folder.filePath(QStringLiteral("raw.db")));
    QList<double> ours;
    QList<double> theirs;
    ledger::StoredEvent last = test.vault->stream(idText(participant))->constLast();
    for (int i = 0; i < rounds; ++i) { // turn by turn, so that both meet the same disk
        auto start = std::chrono::steady_clock::now();
        const auto ids =
            test.vault->append(participant, {{ledger::Answered{key, QStringLiteral("q%1").arg(i % 9 + 1), i % 4}}},
                               vault::participantActor);
        ours.append(elapsedMicroseconds(start));
        need(ids);
        if (i % 100 == 0)
            last = *test.vault->event(ids->constFirst());
        start = std::chrono::steady_clock::now();
        need(raw.commit(last));
        theirs.append(elapsedMicroseconds(start));
    }
    return {{QStringLiteral("an answer committed, p50 (baseline: raw SQLCipher, same bytes)"), percentile(ours, 50),
             QStringLiteral("us"), percentile(theirs, 50)},
            {QStringLiteral("an answer committed, p99 (baseline: raw SQLCipher, same bytes)"), percentile(ours, 99),
             QStringLiteral("us"), percentile(theirs, 99)}};
}

QList<Figure> unlocking() {
    constexpr int rounds = 15;
    test::TestVault test;
    test.enrol();
    test.vault.reset();
    QList<double> whole;
    QList<double> derivation;
    for (int i = 0; i < rounds; ++i) {
        auto start = std::chrono::steady_clock::now();
        auto unlocking =
            vault::Vault::derive(test.place(), QStringLiteral("anna"), crypto::Secret(test::passphrase), test.clock);
        derivation.append(elapsedMicroseconds(start) / 1000);
        need(unlocking);
        start = std::chrono::steady_clock::now();
        const auto opened = vault::Vault::open(test.place(), *std::move(unlocking), test.clock);
        whole.append(elapsedMicroseconds(start) / 1000);
        need(opened);
    }
    const auto start = std::chrono::steady_clock::now();
    need(crypto::scrypt(crypto::Secret(test::passphrase), QByteArray(16, 's'), crypto::ScryptParameters{}));
    const double fullCost = elapsedMicroseconds(start) / 1000;
    return {{QStringLiteral("unlock, key derivation apart, p50 (baseline: scrypt at full cost, once)"),
             percentile(whole, 50), QStringLiteral("ms"), fullCost}};
}

} // namespace serein::bench
