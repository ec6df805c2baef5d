#include "core/Ids.h"
#include "exporting/Audit.h"
#include "support/TestVault.h"

using namespace serein;
using namespace serein::test;

class TestAuditFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void auditTrailThatLeaves_isVouchedFor_alongWithItsEvent() {
        TestVault test;
        const QUuid participant = test.enrol();
        const QUuid here = test.vault->device();
        const auto vouched = [&](const QString& stream) { return *test.vault->vouched(here, here, stream); };
        QVERIFY(!vouched(idText(participant))); // nobody has named it yet
        exporting::AuditOrder order{{}, "csv", test.folder.filePath("audit.csv"), "en", {}, {}, "inspection"};
        VERIFY_DONE(exporting::writeAudit(*test.vault, order, {}));
        QCOMPARE(vouched(idText(participant))->head, test.vault->heads(idText(participant))->constFirst());
        const auto stream = test.vault->stream(ledger::deviceStream);
        const auto named = vouched(ledger::deviceStream)->head;
        QCOMPARE(named.sequence, stream->size() - 1); // all before the checkpoint itself
        QCOMPARE(ledger::Header::fromBytes((*stream)[named.sequence - 1].header)->kind, QString("auditExported"));
        const auto witness = test.vault->deviceFolder().witness();
        QCOMPARE((*witness)->sequence, stream->size());
        QCOMPARE((*witness)->hash, stream->constLast().hash);
    }
};

QTEST_GUILESS_MAIN(TestAuditFile)
#include "tst_audit_file.moc"
