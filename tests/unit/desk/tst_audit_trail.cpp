// The audit trail: every event of every stream in the order in which it happened, in words; pages, filters, and nothing
// that its reader may not know.
#include "desk/AuditTrail.h"
#include "desk/EventGroups.h"
#include "desk/Review.h"
#include "support/ReviewVault.h"

#include <QTest>

using namespace serein;
using namespace serein::desk;
using namespace serein::test;

namespace {

/// Of every kind of fact there is, one without content.
template<std::size_t Index = 2> void everyFact(QList<ledger::Fact>& facts) {
    if constexpr (Index < std::variant_size_v<ledger::AnyKind>) {
        facts.append(ledger::Fact(std::variant_alternative_t<Index, ledger::AnyKind>()));
        everyFact<Index + 1>(facts);
    }
}

QList<ledger::AuditLine> all(const ReviewVault& site, const AuditFilter& filter = {}) {
    return *AuditTrail(*site.vault, QStringLiteral("en")).all(filter);
}

QStringList said(const QList<ledger::AuditLine>& lines) {
    QStringList texts;
    for (const ledger::AuditLine& line : lines)
        texts += line.what;
    return texts;
}

} // namespace

class TestAuditTrail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKind_hasAGroupAndWords() {
        ReviewVault site;
        QList<ledger::Fact> facts;
        everyFact(facts);
        QVERIFY(facts.size() > 60);
        const QHash<QUuid, QString> nobody;
        EventWords words(*site.vault, *site.vault->protocol(site.vault->deviceState().study), QStringLiteral("en"),
                         Reader::Screen, nobody);
        QStringList grouped;
        for (const QString& group : eventGroups())
            grouped += kindsIn(group);
        for (const ledger::Fact& fact : facts) {
            const QString kind = ledger::kindOf(fact);
            QVERIFY2(grouped.count(kind) == 1, qPrintable(kind));
            ledger::Header header;
            header.kind = kind;
            QVERIFY2(!words.lineOf({header, fact}, true).what.isEmpty(), qPrintable(kind));
        }
    }
    void trail_holdsEveryEvent_inTheOrderInWhichItHappened() {
        ReviewVault site;
        const auto lines = all(site);
        qsizetype events = site.vault->stream(ledger::deviceStream)->size();
        for (const QUuid& one : {site.first, site.second})
            events += site.vault->stream(idText(one))->size();
        QCOMPARE(lines.size(), events);
        for (qsizetype at = 1; at < lines.size(); ++at)
            QVERIFY(lines.at(at - 1).header.order < lines.at(at).header.order);
        QVERIFY(said(lines).contains(QStringLiteral("Vault made, for a demonstration")));
        QVERIFY(said(lines).contains(QStringLiteral("Account uma added: unblinded nurse")));
        QVERIFY(said(lines).contains(QStringLiteral("Enrolled as SYN-001")));
    }
    void pages_areTheWhole_eachEventOnce() {
        ReviewVault site;
        const AuditTrail trail(*site.vault, QStringLiteral("en"));
        QStringList paged;
        vault::TrailPlace before;
        for (int turns = 0; turns < 1000; ++turns) {
            const auto page = trail.page({}, before, 7);
            VERIFY_DONE(page);
            QVERIFY(page->lines.size() == 7 || !page->next);
            for (const ledger::AuditLine& line : page->lines)
                paged.prepend(line.what);
            if (!page->next)
                break;
            before = *page->next;
        }
        QCOMPARE(paged, said(all(site))); // an answer is read as well on a page of its own as after its questions
    }
    void filters_leaveOutTheRest() {
        ReviewVault site;
        AuditFilter one;
        one.participant = site.second;
        for (const ledger::AuditLine& line : all(site, one))
            QCOMPARE(line.subject, QStringLiteral("SYN-002"));
        AuditFilter device;
        device.deviceOnly = true;
        for (const ledger::AuditLine& line : all(site, device))
            QVERIFY(line.subject.isEmpty());
        AuditFilter nora;
        nora.actor = QStringLiteral("nora");
        const auto byNora = all(site, nora);
        QVERIFY(!byNora.isEmpty() && byNora.size() < all(site).size());
        for (const ledger::AuditLine& line : byNora)
            QCOMPARE(line.header.actor, QStringLiteral("nora"));
        AuditFilter access;
        access.group = QStringLiteral("access");
        const auto people = all(site, access);
        QCOMPARE(people.size(), 7); // seven accounts, nobody unlocked yet
        AuditFilter morning;
        morning.from = *parseInstant(QStringLiteral("2026-11-21T07:00+08:00"));
        morning.to = *parseInstant(QStringLiteral("2026-11-20T23:30Z")); // 07:30 at the site, exclusive
        const auto early = all(site, morning);
        QVERIFY(!early.isEmpty());
        for (const ledger::AuditLine& line : early)
            QVERIFY(line.header.at >= morning.from && line.header.at < morning.to);
    }
    void refusedPassphrase_refusal_andReasonedAct_areInIt() {
        ReviewVault site;
        QCOMPARE(site.reopen(QStringLiteral("nora"), "not the passphrase").error().exitStatus(), 3);
        QCOMPARE(site.reopen(QStringLiteral("nobody"), "not the passphrase").error().exitStatus(), 3);
        VERIFY_DONE(site.reopen(QStringLiteral("mona")));
        QVERIFY(
            !site.desk().enrol({QStringLiteral("SYN-003"), QStringLiteral("en"), QStringLiteral("1957"), {}, {}, {}}));
        VERIFY_DONE(site.reopen(QStringLiteral("iris")));
        VERIFY_DONE(
            Review(*site.vault).setDataState(site.first, QStringLiteral("frozen"), QStringLiteral("interim look")));
        const auto lines = all(site);
        const QStringList texts = said(lines);
        QVERIFY(
            texts.contains(QStringLiteral("Passphrase refused for nora, 1 time(s), from 21 Nov 2026, 09:00 to 21 Nov "
                                          "2026, 09:00")));
        QVERIFY(
            texts.contains(QStringLiteral("Passphrase refused, for no account of this vault, 1 time(s), from 21 Nov "
                                          "2026, 09:00 to 21 Nov 2026, 09:00")));
        QVERIFY(texts.contains(QStringLiteral("Refused, this role may not: enrol a participant")));
        const auto frozen = std::ranges::find_if(lines, [](const auto& line) { return line.what == u"Data: frozen"; });
        QVERIFY(frozen != lines.end());
        QCOMPARE(frozen->reason, QStringLiteral("interim look"));
        QCOMPARE(frozen->header.actor, QStringLiteral("iris"));
        QCOMPARE(frozen->roleWords, QStringLiteral("investigator"));
        QVERIFY(!frozen->header.app.isEmpty() && !frozen->header.device.isNull() && frozen->header.at.isValid());
    }
    void recoveryHolders_readWithHowManyOfThemAreNeeded_data() {
        QTest::addColumn<int>("further");
        QTest::addColumn<bool>("all");
        QTest::addColumn<int>("needed");
        QTest::addColumn<QString>("line");
        // SHA-256 of "second" and "third", by sha256sum.
        const QString three = QStringLiteral("f1f1f1f1f1f1f1f1, 16367aacb67a4a01, b1e99324505bd32d");
        QTest::newRow("one") << 0 << false << 0 << QStringLiteral("Recovery certificate named: f1f1f1f1f1f1f1f1");
        QTest::newRow("any of three") << 2 << false << 0
                                      << QStringLiteral("Recovery certificates named, any one of their 3 keys is "
                                                        "enough: ") +
                                             three;
        QTest::newRow("all of three") << 2 << true << 0
                                      << QStringLiteral("Recovery certificates named, all their 3 keys are needed "
                                                        "together: ") +
                                             three;
        QTest::newRow("two of three") << 2 << true << 2 // as the ledger holds it
                                      << QStringLiteral("Recovery certificates named, any 2 of their 3 keys are needed "
                                                        "together: ") +
                                             three;
    }
    void recoveryHolders_readWithHowManyOfThemAreNeeded() {
        QFETCH(int, further);
        QFETCH(bool, all);
        QFETCH(int, needed);
        QFETCH(QString, line);
        const ReviewVault site;
        const QHash<QUuid, QString> nobody;
        EventWords words(*site.vault, *site.vault->protocol(site.vault->deviceState().study), QStringLiteral("en"),
                         Reader::Screen, nobody);
        const QStringList others{QString::fromLatin1(QByteArray("second").toBase64()),
                                 QString::fromLatin1(QByteArray("third").toBase64())};
        const ledger::RecoveryNamed fact{"first", QStringLiteral("f1").repeated(32), others.first(further), all,
                                         needed};
        QCOMPARE(words(fact).what, line);
    }
    void wordsThatMayNotLeave_areConceptsInAFile() {
        ReviewVault site;
        AuditFilter answers;
        answers.participant = site.first;
        answers.group = QStringLiteral("answers");
        const auto onScreen = said(*AuditTrail(*site.vault, QStringLiteral("en")).all(answers));
        const auto inFile = said(*AuditTrail(*site.vault, QStringLiteral("en"), Reader::File).all(answers));
        QCOMPARE(onScreen.size(), inFile.size());
        const instrument::TextPack* pack = site.vault->library().pack(QStringLiteral("phq9"), QStringLiteral("en"));
        QCOMPARE(onScreen == inFile, pack->allowsExport);
    }
};

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audit_trail.moc"
