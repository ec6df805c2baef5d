// Parts of a record, languages, what is new since the last export, and who the participants are: each asked for by
// name, each replayed or sealed.
#include "crypto/Cms.h"
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/Fhir.h"
#include "exporting/StatFile.h"
#include "exporting/Tables.h"
#include "support/ReviewVault.h"
#include "unit/crypto/Certificates.h"
#include "unit/exporting/ExportFixture.h"

#include <QDir>

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;

class TestParts : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    QString m_out;

    exporting::ExportOrder order(const QUuid& participant, const QString& audience, exporting::Presentation as = {}) {
        exporting::ExportOrder made{participant, audience, m_out, {}, "test"};
        made.as = std::move(as);
        return made;
    }
    [[nodiscard]] exporting::VerifyOptions registered() const {
        return {m_site->folder.filePath("vault/device-key.json"), {}};
    }
    [[nodiscard]] bool isExported(const exporting::ExportOrder& asked) const {
        return *exporting::ExportedBefore::of(*m_site->vault)->holds(*m_site->vault, asked);
    }
    static exporting::Files files(const QString& path) { return exporting::readBundle(path, {})->files; }
    static crypto::Certificate certificate(const TestCertificate& made) {
        return *crypto::readCertificate(made.certificatePem, *parseInstant(QStringLiteral("2026-11-21T09:00+08:00")));
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>();
        m_out = m_site->folder.filePath("out");
        QVERIFY(QDir().mkpath(m_out));
        m_site->as("dana");
    }
    void everyFormat_isReplayedAndReconciled() {
        const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full"));
        VERIFY_DONE(made);
        const exporting::Files all = files(made->path);
        for (const char* name : {"answers.csv", "redcap/import.csv", "wide.sav", "long.sav", "wide.dta", "long.dta",
                                 "fhir.json", "report.pdf"})
            QVERIFY2(all.contains(name), name);
        VERIFY_DONE(exporting::verifyBundle(made->path, registered()));
    }
    void blinded_holdsNothingThatUnblinds_inNoFormat() {
        const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "blinded"));
        VERIFY_DONE(made);
        const exporting::Files all = files(made->path);
        for (auto it = all.begin(); it != all.end(); ++it) {
            QVERIFY2(!it->contains(sentinel.toUtf8()), qPrintable(it.key()));
            QVERIFY2(!it->contains("SECRETNAMEONE"), qPrintable(it.key()));
        }
        QVERIFY(!all.value(exporting::fhirFile).contains("treatment"));
        VERIFY_DONE(exporting::verifyBundle(made->path, registered()));
    }
    void oneInstrument_isAllThatTheTablesHold() {
        const exporting::Presentation sleep{"en", {{}, {"nrs-sleep"}, {}, {}, {}}};
        const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full", sleep));
        VERIFY_DONE(made);
        const auto rows = rowsOf(files(made->path).value(exporting::answersFile));
        QVERIFY(!rows.isEmpty());
        for (const auto& row : rows)
            QCOMPARE(row.value("instrument"), QString("nrs-sleep"));
        QVERIFY(!files(made->path).value(exporting::fhirFile).contains("BL/phq9"));
        VERIFY_DONE(exporting::verifyBundle(made->path, registered()));
        const auto whole = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full"));
        QVERIFY(whole->bundle != made->bundle);
    }
    void missedTimepoint_isOfThePart_onlyAsFarAsThePartGoes() {
        m_site->as("nora"); // who records it on 21 November
        VERIFY_DONE(m_site->vault->append(m_site->first, {{ledger::Missed{{"POD1", "", 1}, "asleep", ""}}},
                                          vault::Actor{"nora", "nurse"}));
        m_site->as("dana");
        const QDate recorded = (*m_site->vault->participant(m_site->first))->missed.first().remark.at.date();
        const auto missedOf = [&](const exporting::Selection& part) {
            const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full", {"en", part}));
            QStringList missed;
            for (const auto& row : rowsOf(files(made->path).value(exporting::assessmentsFile)))
                if (row.value("timepoint") == QLatin1String("POD1") && row.value("status") == QLatin1String("missed"))
                    missed += row.value("instrument");
            if (const auto verified = exporting::verifyBundle(made->path, registered()); !verified)
                qFatal("%s", qPrintable(verified.error().toString()));
            return missed;
        };
        const QStringList all = missedOf({});
        QVERIFY(all.size() > 1);
        QCOMPARE(missedOf({{}, {all.first()}, {}, {}, {}}), QStringList{all.first()});
        QCOMPARE(missedOf({{}, {}, {}, recorded, recorded}), all);
        QCOMPARE(missedOf({{}, {}, {}, recorded.addDays(1), {}}), QStringList());
        QCOMPARE(missedOf({{}, {}, {}, {}, recorded.addDays(-1)}), QStringList());
    }
    void exportedForOneReader_isNotForAnother() {
        const TestCertificate x = makeCertificate();
        const TestCertificate y = makeCertificate();
        const auto sealedTo = [&](const QList<crypto::Certificate>& readers) {
            exporting::ExportOrder sealed = order(m_site->first, "full");
            sealed.sealTo = readers;
            sealed.reason.clear();
            return sealed;
        };
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, sealedTo({certificate(x), certificate(y)})));
        QVERIFY(isExported(sealedTo({certificate(x)})));
        QVERIFY(isExported(sealedTo({certificate(y), certificate(x)})));
        QVERIFY(!isExported(sealedTo({certificate(makeCertificate())})));
        QVERIFY(!isExported(sealedTo({certificate(x), certificate(makeCertificate())})));
        QVERIFY(!isExported(order(m_site->first, "full")));
    }
    void unknownTimepoint_isRefused_andNothingIsWritten() {
        const exporting::Presentation wrong{"en", {{"POD99"}, {}, {}, {}, {}}};
        const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full", wrong));
        QVERIFY(!made);
        QVERIFY(made.error().toString().contains("POD99"));
        QVERIFY(QDir(m_out).isEmpty());
    }
    void chosenLanguage_isThatOfTheLabels() {
        const auto made = exporting::exportParticipant(*m_site->vault, order(m_site->first, "full", {"zh-CN", {}}));
        VERIFY_DONE(made);
        const auto table = exporting::fromSav(files(made->path).value("wide.sav"));
        VERIFY_DONE(table);
        const auto found = std::ranges::find(table->variables, QString("phq9_q1"), &exporting::StatVariable::name);
        QVERIFY(found != table->variables.end());
        QCOMPARE(found->label, m_site->library.pack("phq9", "zh-CN")->items.value("q1").text);
        VERIFY_DONE(exporting::verifyBundle(made->path, registered()));
    }
    void exported_untilSomethingHappens() {
        QVERIFY(!isExported(order(m_site->first, "full")));
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, order(m_site->first, "full")));
        QVERIFY(isExported(order(m_site->first, "full")));
        QVERIFY(!isExported(order(m_site->first, "blinded")));
        QVERIFY(!isExported(order(m_site->second, "full")));
        m_site->give(m_site->first, {"POD2", "nrs-sleep", 1}, {{"q1", 2}}, "self", "2026-11-22T07:00+08:00");
        QVERIFY(!isExported(order(m_site->first, "full")));
    }
    void exportedBefore_isGoneThroughOnce_forEverybody() {
        const auto before = exporting::ExportedBefore::of(*m_site->vault);
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, order(m_site->second, "full")));
        const auto after = exporting::ExportedBefore::of(*m_site->vault);
        QVERIFY(!*before->holds(*m_site->vault, order(m_site->second, "full")));
        QVERIFY(*after->holds(*m_site->vault, order(m_site->second, "full")));
        QVERIFY(!*after->holds(*m_site->vault, order(m_site->first, "full")));
        QVERIFY(!after->holds(*m_site->vault, order(QUuid::createUuid(), "full"))); // nobody
        // Of one who was exported before, whatever happens after is looked up anew.
        m_site->give(m_site->second, {"POD2", "nrs-sleep", 1}, {{"q1", 2}}, "self", "2026-11-22T07:00+08:00");
        QVERIFY(!*after->holds(*m_site->vault, order(m_site->second, "full")));
    }
    void exportedOtherwise_isNotExported() {
        const auto ordered = [this](const QStringList& formats, const exporting::Selection& part) {
            exporting::ExportOrder made = order(m_site->first, "full", {"en", part});
            made.formats = formats;
            return made;
        };
        const exporting::Selection sleep{{}, {"nrs-sleep"}, {}, {}, {}};
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, ordered({"csv"}, sleep)));
        QVERIFY(isExported(ordered({"csv"}, sleep)));
        QVERIFY(!isExported(ordered({"csv"}, {})));
        QVERIFY(!isExported(ordered({"odm"}, sleep)));
        QVERIFY(!isExported(order(m_site->first, "full")));
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault, ordered({"odm", "csv"}, {})));
        QVERIFY(isExported(ordered({"csv", "odm"}, {})));
        QVERIFY(!isExported(order(m_site->first, "full")));
    }
    void identities_leaveSealed_forWhoMay() {
        const TestCertificate site = makeCertificate();
        exporting::ExportOrder asked{{}, {}, m_out, {certificate(site)}, "contact list"};
        VERIFY_REFUSED(exporting::exportIdentities(*m_site->vault, asked),
                       "who the participants are"); // a data manager
        m_site->as("iris");
        QVERIFY(!exporting::exportIdentities(*m_site->vault, {{}, {}, m_out, {}, "unsealed"}));
        const auto made = exporting::exportIdentities(*m_site->vault, asked);
        VERIFY_DONE(made);
        const QByteArray sealed = *readFile(made->path);
        QVERIFY(!sealed.contains("SECRETNAMEONE"));
        const auto plain = crypto::cmsOpen(sealed, site.privateKeyPem);
        VERIFY_DONE(plain);
        QVERIFY(plain->startsWith("subject,site,second_identifier,name,phone,record_number\r\n"));
        QVERIFY(plain->contains("SYN-001,,1957,SECRETNAMEONE,PHONE4711,\r\n"));
        const auto last = m_site->vault->events(ledger::deviceStream)->constLast();
        const auto* exported = std::get_if<ledger::Exported>(&last.fact);
        QVERIFY(exported);
        QCOMPARE(exported->audience, QString("identity"));
    }
};

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
