#include "crypto/Secret.h"

#include <QFile>
#include <QTest>
#include <sys/mman.h>
#include <vector>

using serein::crypto::Secret;

class TestSecret : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sized_startsZeroed_atEverySize() {
        for (const std::size_t size :
             {std::size_t{1}, std::size_t{32}, std::size_t{4096}, std::size_t{4097}, std::size_t{1000000}}) {
            Secret secret(size);
            QCOMPARE(secret.size(), size);
            QCOMPARE(secret.view().toByteArray(), QByteArray(static_cast<qsizetype>(size), '\0'));
            secret.data()[size - 1] = 7;
        }
    }
    void move_emptiesTheSource() {
        Secret first(QByteArrayView("passphrase"));
        Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): what is tested
        QCOMPARE(second.view().toByteArray(), QByteArray("passphrase"));
        Secret third(QByteArrayView("other"));
        third = std::move(second);
        QCOMPARE(third.view().toByteArray(), QByteArray("passphrase"));
    }
    void clone_isEqualAndApart() {
        const Secret secret(QByteArrayView("passphrase"));
        Secret copy = secret.clone();
        QVERIFY(copy.equals(secret));
        copy.data()[0] = 'P';
        QVERIFY(!copy.equals(secret));
    }
    void equality_comparesBytesAndSize() {
        QVERIFY(Secret(QByteArrayView("a")).equals(Secret(QByteArrayView("a"))));
        QVERIFY(!Secret(QByteArrayView("a")).equals(Secret(QByteArrayView("b"))));
        QVERIFY(!Secret(QByteArrayView("a")).equals(Secret(QByteArrayView("ab"))));
        QVERIFY(Secret().equals(Secret(QByteArrayView())));
    }
    void released_isWiped() { // the heap's next block of that size is the one just freed
        const unsigned char* freed = nullptr;
        {
            const Secret secret(QByteArray(64, 's'));
            freed = secret.data();
        }
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(freed), 64).count('s'), 0);
    }
    void moreThanTheSharedHeap_stillFits() {
        std::vector<Secret> secrets;
        secrets.reserve(2000);
        for (int i = 0; i < 2000; ++i)
            secrets.emplace_back(QByteArray(1024, static_cast<char>(i)));
        for (int i = 0; i < 2000; ++i)
            QCOMPARE(secrets[static_cast<std::size_t>(i)].view().toByteArray(), QByteArray(1024, static_cast<char>(i)));
    }
    void pages_areLeftOutOfCoreDumps() { // "dd" among the flags of the page's mapping
        for (const std::size_t size : {std::size_t{32}, std::size_t{100000}}) {
            const Secret secret(size);
            QVERIFY2(flagsAt(secret.data()).contains(" dd"), flagsAt(secret.data()).constData());
        }
    }
    void pages_areLockedInMemory() {                         // "lo" among them: never written to swap
        constexpr std::size_t asMuch = std::size_t{4} << 20; // what the test below and the shared heap take
        void* const probe = mmap(nullptr, asMuch, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        const bool mayLock = probe != MAP_FAILED && mlock(probe, asMuch) == 0 && flagsAt(probe).contains(" lo");
        munmap(probe, asMuch);
        if (!mayLock)
            QSKIP(
                "4 MiB can't be locked here (ulimit -l; a sanitizer leaves locking out): nothing can be said about it");
        for (const std::size_t size : {std::size_t{32}, std::size_t{100000}}) {
            const Secret secret(size);
            QVERIFY2(flagsAt(secret.data()).contains(" lo"), flagsAt(secret.data()).constData());
        }
    }
    void wipe_emptiesTheArray() {
        QByteArray bytes("passphrase");
        bytes.detach();
        serein::crypto::wipe(bytes);
        QVERIFY(bytes.isEmpty());
    }

private:
    static QByteArray flagsAt(const void* address) {
        QFile maps(QStringLiteral("/proc/self/smaps"));
        if (!maps.open(QIODevice::ReadOnly))
            return {};
        const auto wanted = reinterpret_cast<quintptr>(address);
        bool inside = false;
        for (const QByteArray& line : maps.readAll().split('\n')) {
            const QByteArray range = line.left(line.indexOf(' '));
            const QList<QByteArray> ends = range.split('-');
            bool isRange = ends.size() == 2;
            const quintptr from = isRange ? ends[0].toULongLong(&isRange, 16) : 0;
            if (isRange)
                inside = wanted >= from && wanted < ends[1].toULongLong(nullptr, 16);
            else if (inside && line.startsWith("VmFlags:"))
                return line;
        }
        return {};
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
