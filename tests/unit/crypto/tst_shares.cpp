#include "crypto/Crypto.h"
#include "crypto/Shares.h"

#include <QTest>

using namespace serein;
using crypto::Secret;
using crypto::Share;

namespace {

/// GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1, by hand.
int times(int a, int b) {
    int product = 0;
    for (; b > 0; b >>= 1) {
        if ((b & 1) != 0)
            product ^= a;
        a <<= 1;
        if ((a & 0x100) != 0)
            a ^= 0x11d;
    }
    return product;
}
int inverse(int a) {
    for (int b = 1; b < 256; ++b)
        if (times(a, b) == 1)
            return b;
    qFatal("0 has none");
}
/// q(0) by Lagrange's formula (Shamir 1979, doi:10.1145/359168.359176).
QByteArray interpolated(const std::vector<const Share*>& shares) {
    QByteArray secret;
    for (std::size_t at = 0; at < shares.front()->bytes.size(); ++at) {
        int sum = 0;
        for (const Share* one : shares) {
            int term = one->bytes.data()[at];
            for (const Share* other : shares)
                if (other != one)
                    term = times(term, times(other->number, inverse(other->number ^ one->number)));
            sum ^= term;
        }
        secret.append(static_cast<char>(sum));
    }
    return secret;
}

std::vector<Share> copies(const std::vector<Share>& shares, const QList<int>& numbers) {
    std::vector<Share> chosen;
    for (const int number : numbers)
        chosen.push_back({number, shares[static_cast<std::size_t>(number - 1)].bytes.clone()});
    return chosen;
}

} // namespace

class TestShares : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySubsetThatIsLargeEnough_givesItBack_andNoSmallerOne() {
        const Secret secret = crypto::randomSecret();
        const auto shares = crypto::splitSecret(secret, 3, 5);
        QVERIFY(shares);
        QCOMPARE(shares->size(), std::size_t{5});
        for (unsigned int subset = 1; subset < 32; ++subset) {
            QList<int> numbers;
            for (int number = 1; number <= 5; ++number)
                if ((subset & (1U << (number - 1))) != 0)
                    numbers.append(number);
            const auto joined = crypto::joinSecret(copies(*shares, numbers));
            QVERIFY(joined);
            QCOMPARE(joined->equals(secret), numbers.size() >= 3);
        }
    }
    void shares_areShamirsOwn() {
        const Secret secret(QByteArrayView("what only three of five may say"));
        const auto shares = crypto::splitSecret(secret, 3, 5);
        QCOMPARE(interpolated({&(*shares)[4], &(*shares)[0], &(*shares)[2]}), secret.view().toByteArray());
        for (const Share& share : *shares)
            QVERIFY(!share.bytes.equals(secret));
    }
    void splitTwice_differs() { // the library's own source of randomness is none
        const Secret secret(std::size_t{32});
        const auto first = crypto::splitSecret(secret, 2, 2);
        const auto second = crypto::splitSecret(secret, 2, 2);
        QVERIFY(!(*first)[0].bytes.equals((*second)[0].bytes));
        QVERIFY(!(*first)[0].bytes.equals(secret));
    }
    void mostShares_areShared() {
        const Secret secret = crypto::randomSecret();
        const auto shares = crypto::splitSecret(secret, 255, 255);
        QVERIFY(shares);
        QVERIFY(crypto::joinSecret(*shares)->equals(secret));
    }
    void whatCannotBeShared_isRefusedWithWords_data() {
        QTest::addColumn<int>("needed");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << 0 << 3 << "at least 2 shares have to be needed, not 0";
        QTest::newRow("one") << 1 << 3 << "at least 2 shares have to be needed, not 1";
        QTest::newRow("more than there are") << 4 << 3 << "4 shares cannot be needed where there are 3";
        QTest::newRow("too many") << 2 << 256 << "a secret is shared among at most 255, not 256";
    }
    void whatCannotBeShared_isRefusedWithWords() {
        QFETCH(int, needed);
        QFETCH(int, count);
        const auto shares = crypto::splitSecret(crypto::randomSecret(), needed, count);
        QVERIFY(!shares);
        QTEST(shares.error().faults.constFirst().reason, "words");
    }
    void nothing_isNotShared() { QVERIFY(!crypto::splitSecret(Secret(), 2, 3)); }
    void sharesThatDoNotGoTogether_areRefused() {
        const auto shares = crypto::splitSecret(crypto::randomSecret(), 2, 3);
        QVERIFY(!crypto::joinSecret({}));
        QVERIFY(!crypto::joinSecret(copies(*shares, {2, 2})));
        auto shorter = copies(*shares, {1});
        shorter.push_back({2, Secret(std::size_t{31})});
        QVERIFY(!crypto::joinSecret(shorter));
        auto zero = copies(*shares, {1});
        zero.push_back({0, Secret(std::size_t{32})}); // would be the secret itself
        QVERIFY(!crypto::joinSecret(zero));
    }
};

QTEST_APPLESS_MAIN(TestShares)
#include "tst_shares.moc"
