// A bundle opens read-only with the projections that the vault has of that participant, and takes nothing in.
#include "desk/AuditTrail.h"
#include "desk/Desk.h"
#include "exporting/BundleFiles.h"
#include "exporting/OpenBundle.h"
#include "unit/crypto/Certificates.h"
#include "unit/exporting/Happenings.h"

using namespace serein;
using namespace serein::test;

class TestOpenBundle : public QObject {
    Q_OBJECT
    std::unique_ptr<Happenings> m_site;

    [[nodiscard]] exporting::VerifyOptions registered() const {
        return {m_site->folder.filePath("vault/device-key.json"), {}};
    }
    [[nodiscard]] Result<exporting::ExportResult> exported(const QString& audience,
                                                           const QList<crypto::Certificate>& sealTo = {}) {
        m_site->as("dana");
        const QString out = m_site->folder.filePath("out");
        QDir().mkpath(out);
        return exporting::exportParticipant(*m_site->vault, {m_site->first, audience, out, sealTo, "test", {"csv"}});
    }
    /// Opened, with what the vault said of the participant then.
    [[nodiscard]] exporting::OpenedBundle opened(const QString& audience) {
        const auto made = exported(audience);
        if (!made)
            qFatal("%s", qPrintable(made.error().toString()));
        auto opened = exporting::openBundle(made->path, registered(), m_site->clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        return *std::move(opened);
    }
    using Rows = QMap<QString, QByteArray>;
    [[nodiscard]] static QList<ledger::AuditLine> audit(const vault::Vault& vault, const QUuid& participant) {
        desk::AuditFilter filter;
        filter.participant = participant;
        return *desk::AuditTrail(vault, "en").all(filter);
    }

private Q_SLOTS:
    void init() { m_site = std::make_unique<Happenings>(); }

    void full_hasTheProjectionsOfTheVault_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"",
                                 "correction",
                                 "proposal",
                                 "moved away",
                                 "moved here",
                                 "nobody's",
                                 "query closed",
                                 "verified",
                                 "signature",
                                 "broken signature",
                                 "locked and unlocked",
                                 "unblinded",
                                 "withdrawn from what is asked",
                                 "withdrawn from everything",
                                 "suspended",
                                 "screen failure",
                                 "reconsent",
                                 "missed",
                                 "missed, not so",
                                 "late",
                                 "telephone",
                                 "read aloud from the second question",
                                 "alert",
                                 "alert closed",
                                 "alert escalated"})
            QTest::newRow(*what ? what : "nothing more") << QString::fromLatin1(what);
    }
    void full_hasTheProjectionsOfTheVault() {
        QFETCH(QString, what);
        if (!what.isEmpty())
            QCOMPARE(m_site->happen(what), QString());
        const exporting::OpenedBundle bundle = opened("full");
        const auto expected = m_site->vault->projectionRows(m_site->first);
        const auto found = bundle.vault->projectionRows(m_site->first);
        VERIFY_DONE(expected);
        VERIFY_DONE(found);
        QVERIFY(expected->value("answers").contains(sentinel.toUtf8()));
        for (auto table = expected->begin(); table != expected->end(); ++table)
            QVERIFY2(found->value(table.key()) == *table, qPrintable(table.key()));
        QCOMPARE(found->keys(), expected->keys());
    }
    void auditTrail_isThatOfTheVault() {
        QCOMPARE(m_site->happen("correction"), QString());
        const exporting::OpenedBundle bundle = opened("full");
        const QList<ledger::AuditLine> expected = audit(*m_site->vault, m_site->first);
        const QList<ledger::AuditLine> found = audit(*bundle.vault, m_site->first);
        QCOMPARE(found.size(), expected.size());
        int withheld = 0;
        for (qsizetype i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].hash, expected[i].hash);
            if (found[i].header.bodyClass == ledger::BodyClass::Identity) {
                ++withheld; // identity is in no bundle
                continue;
            }
            QCOMPARE(found[i].what, expected[i].what);
            QCOMPARE(found[i].reason, expected[i].reason);
        }
        QCOMPARE(withheld, 1);
    }
    void worklist_isThatOfTheVault() {
        const exporting::OpenedBundle bundle = opened("full");
        const auto ofVault = m_site->desk().worklist();
        const auto ofBundle = desk::Desk(*bundle.vault).worklist();
        VERIFY_DONE(ofVault);
        VERIFY_DONE(ofBundle);
        QStringList expected;
        for (const desk::WorkItem& item : *ofVault)
            if (item.participant == m_site->first)
                expected += item.timepoint + desk::workStateText(item.state) + instantText(item.planned.opensAt);
        QStringList found;
        for (const desk::WorkItem& item : *ofBundle)
            found += item.timepoint + desk::workStateText(item.state) + instantText(item.planned.opensAt);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found, expected);
    }
    void blinded_holdsNoValueThatUnblinds() {
        const exporting::OpenedBundle bundle = opened("blinded");
        const auto rows = bundle.vault->projectionRows(m_site->first);
        VERIFY_DONE(rows);
        for (auto table = rows->begin(); table != rows->end(); ++table)
            QVERIFY2(!table->contains(sentinel.toUtf8()) && !table->contains("treatment"), qPrintable(table.key()));
        const auto state = *bundle.vault->participant(m_site->first);
        QVERIFY(!state->assessment(drug));
        QCOMPARE(state->assessment(mood)->scores["total"].toObject()["value"].toInt(), 4);
        QVERIFY(!bundle.vault->library().instrument("treatment"));
        for (const ledger::AuditLine& line : audit(*bundle.vault, m_site->first))
            QVERIFY(!line.what.contains(sentinel));
    }
    void identity_isInNone() {
        const exporting::OpenedBundle bundle = opened("full");
        const auto state = *bundle.vault->participant(m_site->first);
        QCOMPARE(state->subject, QString("SYN-001"));
        QCOMPARE(state->name + state->phone + state->secondIdentifier, QString());
        QCOMPARE(bundle.vault->participants()->size(), 1);
    }
    void nothingCanBeDone_andNothingIsWritten() {
        const exporting::OpenedBundle bundle = opened("full");
        vault::Vault& vault = *bundle.vault;
        QVERIFY(vault.isForReading());
        for (int action = 0; action < account::actionCount; ++action)
            QCOMPARE(vault.user().roleToDo(static_cast<account::Action>(action)).has_value(),
                     static_cast<account::Action>(action) == account::Action::ReadParticipants);
        const qsizetype before = vault.stream(idText(m_site->first))->size();
        const ledger::Fact fact = ledger::Noted{"scribbled"};
        QCOMPARE(vault.append(m_site->first, {{fact}}, {"reader", "monitor"}).error().kind, Error::Kind::Refused);
        QCOMPARE(vault.appendToDevice({{ledger::Fact(ledger::Locked{})}}, {"reader", "monitor"}).error().kind,
                 Error::Kind::Refused);
        QCOMPARE(desk::Desk(vault).setAnchor(m_site->first, "incision", m_site->clock.now()).error().kind,
                 Error::Kind::Refused);
        QCOMPARE(desk::Review(vault).raiseQuery(m_site->first, mood, "q1", "Why?").error().kind, Error::Kind::Refused);
        const QString out = m_site->folder.filePath("out");
        QCOMPARE(exporting::exportParticipant(vault, {m_site->first, "blinded", out, {}, "on", {"csv"}}).error().kind,
                 Error::Kind::Refused);
        QCOMPARE(vault.stream(idText(m_site->first))->size(), before);
    }
    void sealed_isOpenedWithItsKey() {
        const TestCertificate site = makeCertificate();
        const auto made = exported("full", {*crypto::readCertificate(site.certificatePem, m_site->clock.now())});
        VERIFY_DONE(made);
        VERIFY_REFUSED(exporting::openBundle(made->path, registered(), m_site->clock), "private key");
        exporting::VerifyOptions options = registered();
        options.privateKeyPem = site.privateKeyPem;
        VERIFY_DONE(exporting::openBundle(made->path, options, m_site->clock));
    }
    void changedBundle_isNotOpened() {
        const auto made = exported("full");
        VERIFY_DONE(made);
        QByteArray bytes = *readFile(made->path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        VERIFY_DONE(writeFile(made->path, bytes));
        QCOMPARE(exporting::openBundle(made->path, registered(), m_site->clock).error().kind, Error::Kind::Wrong);
    }
    void mergedTables_areNoRecord() {
        VERIFY_DONE(exported("full"));
        const QString out = m_site->folder.filePath("out");
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, {m_site->second, "full", out, {}, "test", {"csv"}}));
        const auto merged = exporting::exportStudy(*m_site->vault, {{}, "full", out, {}, "test", {"csv"}});
        VERIFY_DONE(merged);
        VERIFY_REFUSED(exporting::openBundle(merged->path, registered(), m_site->clock), "hold no record");
    }
};

QTEST_GUILESS_MAIN(TestOpenBundle)
#include "tst_open_bundle.moc"
