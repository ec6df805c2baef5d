// The worst insider: the disk, the device secret and a passphrase, so every key. They change one answer and forge every
// hash and signature after it. Their vault is whole in itself; whoever kept a checkpoint of before finds them out.
#include "Forger.h"
#include "Site.h"
#include "vault/Vault.h"

using namespace serein::test;
using namespace serein;

class TestForged : public QObject {
    Q_OBJECT
    const Site m_site;
    QString m_bundle;
    QString m_stream;

    /// The pain at movement is another one from now on.
    int forge(bool alsoTheWitness) {
        return forge(alsoTheWitness, m_stream, "answered", [](ledger::Fact fact) {
            if (auto* answered = std::get_if<ledger::Answered>(&fact);
                answered != nullptr && answered->item == "movement")
                answered->answer = 1;
            return fact;
        });
    }
    int forge(bool alsoTheWitness, const QString& stream, const QString& kind,
              const std::function<ledger::Fact(ledger::Fact)>& change) {
        const vault::Place place{m_site.path("vault"), m_site.path("state")};
        const SystemClock clock;
        const auto unlocking = vault::Vault::derive(place, "ada", crypto::Secret("correct horse battery ada"), clock);
        if (!unlocking)
            qFatal("%s", qPrintable(unlocking.error().toString()));
        Forger forger(m_site.path("vault/serein.db"), unlocking->databaseKey);
        const int forged = forger.rewrite(stream, kind, change);
        if (alsoTheWitness) {
            const auto locked = vault::Vault::inspect(place);
            const auto device = account::DeviceFolder::open(place.state, locked->vault);
            const ledger::Head head = forger.deviceHead();
            if (!device || !device->setWitness({head.sequence, head.hash}))
                qFatal("no witness");
        }
        return forged;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands() && m_site.enrolOne());
        m_stream = m_site.as("nora", {"participant", "list"}).array()[0]["id"].toString();
        const Ran kept =
            m_site.as("nora", {"export", "--all", "-o", m_site.path("kept"), "--unsealed", "--reason", "a copy"});
        QVERIFY2(kept.status == 0, kept.said());
        m_bundle = kept.array()[0]["path"].toString();
    }
    void untouched_agreesWithWhatWasKept() {
        const Ran ran = m_site.as(
            "ada", {"vault", "verify", "--against", m_bundle, "--device-keys", m_site.path("vault/device-key.json")});
        QVERIFY2(ran.status == 0, ran.said());
    }
    void revokedOrUnknownDevice_isNamed() {
        QJsonObject key = QJsonDocument::fromJson([&] {
                              QFile file(m_site.path("vault/device-key.json"));
                              return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                          }())
                              .object();
        key.insert("revokedAt", "2026-11-20T13:00+08:00"); // an hour before all of this
        const QString revoked = m_site.write("revoked.json", QJsonDocument(key).toJson());
        for (const QStringList& command : {QStringList{"vault", "verify", "--device-keys", revoked},
                                           QStringList{"export", "verify", m_bundle, "--device-keys", revoked}}) {
            const Ran ran = m_site.as("ada", command);
            QVERIFY2(ran.status == 1 && ran.err.contains("revoked"), ran.said());
        }
        key.insert("revokedAt", "2026-12-01T00:00+08:00"); // after it: the bundle holds, with a warning
        const QString later = m_site.write("later.json", QJsonDocument(key).toJson());
        const Ran warned = m_site.as("ada", {"export", "verify", m_bundle, "--device-keys", later});
        QVERIFY2(warned.status == 0 && !warned.object()["deviceRevoked"].isNull(), warned.said());
        key.insert("revokedAt", "yesterday");
        const Ran bad = m_site.as("ada", {"export", "verify", m_bundle, "--device-keys",
                                          m_site.write("bad.json", QJsonDocument(key).toJson())});
        QVERIFY2(bad.status != 0 && bad.err.contains("/revoked"), bad.said());
        key.remove("revokedAt");
        key.insert("device", "01890000-0000-7000-8000-000000000000");
        const Ran other = m_site.as(
            "ada", {"vault", "verify", "--device-keys", m_site.write("other.json", QJsonDocument(key).toJson())});
        QVERIFY2(other.status == 1 && other.err.contains("not registered"), other.said());
    }
    void deviceStreamRewritten_isFoundByAnyBundle() { // who had which role, not what a participant answered
        const int forged = forge(true, ledger::deviceStream, "accountAdded", [](ledger::Fact fact) {
            if (auto* added = std::get_if<ledger::AccountAdded>(&fact); added != nullptr && added->name == "nora")
                added->roles += "monitor";
            return fact;
        });
        QVERIFY(forged > 3);
        (void)m_site.as("ada", {"vault", "rebuild"});
        const Ran alone = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(alone.status == 0, alone.said());
        const Ran ran = m_site.as("ada", {"vault", "verify", "--against", m_bundle});
        QVERIFY2(ran.status == 1 && ran.err.contains("device stream") && ran.err.contains("rewritten"), ran.said());
    }
    void rewritten_butForTheWitness_isFoundByTheVaultItself() {
        QVERIFY(forge(false) > 3);
        const Ran ran = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(ran.status == 1 && ran.err.contains("device stream"), ran.said());
    }
    void rewrittenWithTheWitness_isWholeInItself_andFoundByWhatWasKept() {
        QVERIFY(forge(true) > 3);
        const Ran rows = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(rows.status == 1 && rows.err.contains("not what the ledger says"), rows.said());
        QCOMPARE(m_site.as("ada", {"vault", "rebuild"}).status, 1); // who can do the one can do the other
        const Ran alone = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(alone.status == 0, alone.said()); // the tail that app/account/README.md names
        const Ran against = m_site.as("ada", {"vault", "verify", "--against", m_bundle});
        QVERIFY2(against.status == 1 && against.err.contains(m_stream.toUtf8()) && against.err.contains("rewritten"),
                 against.said());
    }
};

QTEST_GUILESS_MAIN(TestForged)
#include "tst_forged.moc"
