#include "account/Passphrases.h"

#include <QSet>
#include <QTest>

using namespace serein;
using namespace serein::account;
using crypto::Secret;

class TestPassphrases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passphrase_isTakenOrRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("refusal"); // a part of it; empty: taken
        const auto row = [](const char* text, const char* refusal) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(refusal);
        };
        row("correct horse battery", "");
        row("a long enough one", "");
        row("tovi kale suno pari mide gabu", "");
        row("夜班护士喜欢安静的走廊灯光", ""); // 13 characters
        row("夜班护士喜欢安静走廊", "too short");
        row("tiny", "too short");
        row("elevenchars", "too short");
        row("aaaaaaaaaaaaaaaa", "too few different");
        row("1111222233334444", "too few different");
        row("mimosamimosa", "repeats");
        row("Password1234", "guessed");
        row("MyPassword123456", "guessed");
        row("qwertyuiop1234", "guessed");
        row("0987654321abcd", "guessed");
        row("abcdefghijklmnop", "guessed");
        row("1qaz2wsx3edc", "guessed");
        row("anna2026demo!", "guessed"); // the account, the study, and little else
        row("Administrator1", "guessed");
        row("welcome hospital", "guessed");
        row("computer2024!", "one word");
        row("liverpool1234", "one word");
        row("2024-Grasshopper", "one word");
        row("gr4ssh0pper.2024", "one word");
        row("correcthorsebattery", ""); // long enough for what it is
        row("xK9#fP2q!mZ7", "");
        row("anna keeps bees quietly", ""); // a name may be in it
    }
    void passphrase_isTakenOrRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, refusal);
        const auto checked = checkPassphrase(Secret(text), {QStringLiteral("anna"), QStringLiteral("demo")});
        QCOMPARE(checked.has_value(), refusal.isEmpty());
        if (!checked) {
            QVERIFY2(checked.error().toString().contains(refusal), qPrintable(checked.error().toString()));
            QVERIFY(!checked.error().toString().contains(QString::fromUtf8(text))); // never repeated
        }
    }
    void proposedPassphrase_isTaken_andNeverTheSame() {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const Secret proposed = proposePassphrase();
            QVERIFY(checkPassphrase(proposed));
            QCOMPARE(proposed.view().toByteArray().split(' ').size(), 6);
            seen.insert(proposed.view().toByteArray());
        }
        QCOMPARE(seen.size(), 200);
    }
};

QTEST_APPLESS_MAIN(TestPassphrases)
#include "tst_passphrases.moc"
