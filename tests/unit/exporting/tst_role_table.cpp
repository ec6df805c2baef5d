// Every action × every role: the table that app/account/README.md shows is the one that Roles.cpp has and that desk and
// exporting enforce. Who may not is refused, the refusal is an event, and nothing else is written; who may is never
// refused for their role.
#include "account/Roles.h"
#include "desk/Administration.h"
#include "desk/Alerting.h"
#include "desk/Redacting.h"
#include "desk/Review.h"
#include "desk/Standing.h"
#include "desk/WorkQuery.h"
#include "exporting/Bundle.h"
#include "support/ReviewVault.h"
#include "unit/crypto/Certificates.h"

#include <QTest>

using namespace serein;
using namespace serein::test;
using account::Action;
using account::Role;

namespace {

struct Row {
    QString action;
    QList<bool> may; ///< in the order of the columns
};
struct RoleTable {
    QStringList roles;
    QList<Row> rows;
};

/// The first table of that page whose first column is headed "to …".
RoleTable shownTable() {
    QFile file(QStringLiteral(SEREIN_SOURCE_DIR "/app/account/README.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no role table");
    RoleTable table;
    bool inside = false;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        QStringList cells = line.split(u'|');
        if (cells.size() < 3) {
            inside = false;
            continue;
        }
        cells = cells.mid(1, cells.size() - 2);
        for (QString& cell : cells)
            cell = cell.trimmed();
        if (cells.constFirst() == QStringLiteral("to …")) {
            inside = true;
            table.roles = cells.mid(1);
        } else if (inside && !cells.constFirst().startsWith(u'-')) {
            Row row{cells.constFirst(), {}};
            for (const QString& cell : cells.mid(1)) {
                if (cell != QLatin1String("yes") && cell != QStringLiteral("–"))
                    qFatal("neither yes nor – in the row %s", qPrintable(row.action));
                row.may.append(cell == QLatin1String("yes"));
            }
            table.rows.append(row);
        }
    }
    return table;
}

/// An error, or none, without the value.
template<class T> Result<void> done(Result<T> result) {
    if (!result)
        return std::unexpected(std::move(result).error());
    return {};
}

QList<crypto::Certificate> certificates(const vault::Vault& vault) {
    return {*crypto::readCertificate(makeCertificate().certificatePem, vault.clock().now())};
}

using Call = std::function<Result<void>()>;

/// Every real call that does it. Where somebody may, it may fail for another reason: only the role is looked at.
QList<Call> callsOf(ReviewVault& site, Action action) {
    const QUuid one = site.first;
    const QUuid unknown = QUuid::createUuid();
    vault::Vault& vault = *site.vault;
    const QString why = QStringLiteral("a reason");
    const auto desk = [&vault] { return desk::Desk(vault); };
    const auto review = [&vault] { return desk::Review(vault); };
    const auto administration = [&vault] { return desk::Administration(vault); };
    const QString nowhere = site.folder.filePath(QStringLiteral("nowhere"));
    const QString out = site.folder.path();
    switch (action) {
    case Action::ReadParticipants:
        return {[=] { return done(desk().worklist()); }};
    case Action::Enrol:
        return {[=] {
            return done(
                desk().enrol({QStringLiteral("SYN-009"), QStringLiteral("en"), QStringLiteral("1957"), {}, {}, {}}));
        }};
    case Action::SetAnchor: {
        const QDateTime at = vault.clock().now().addSecs(-3600);
        return {[=] { return desk().moveAnchor(one, QStringLiteral("incision"), at, why); },
                [=] { return desk().setAnchor(one, QStringLiteral("endOfSurgery"), at); }};
    }
    case Action::HandOver:
        return {[=] {
            return desk().handOver({.participant = one,
                                    .timepoint = QStringLiteral("BL"),
                                    .secondIdentifier = QStringLiteral("1957"),
                                    .language = QStringLiteral("en")});
        }};
    case Action::Reopen:
        return {[=] { return desk().reopen(one, sleep1, why); }};
    case Action::Record:
        return {[=] { return review().correct({one, mood, QStringLiteral("q1"), 0, why}); },
                [&vault, one, why] { return desk::Standing(vault).note(one, why); },
                [=] {
                    return done(desk().record({.participant = one,
                                               .timepoint = QStringLiteral("POD1"),
                                               .instrument = QStringLiteral("nrs-pain"),
                                               .mode = QStringLiteral("interview"),
                                               .answers = {},
                                               .language = QStringLiteral("en")}));
                }};
    case Action::ChangeStatus:
        return {[&vault, one, why] { return desk::Standing(vault).suspend(one, QStringLiteral("other"), why); },
                [&vault, one, why] { return desk::Standing(vault).resume(one, why); },
                [&vault, one] { return desk::Standing(vault).finishErasure(one); }};
    case Action::AcknowledgeAlert:
        return {[&vault, one, unknown, why] { return desk::Alerting(vault).acknowledge(one, unknown, why); }};
    case Action::CloseAlert:
        return {[&vault, one, unknown, why] { return desk::Alerting(vault).close(one, unknown, why); }};
    case Action::ProposeCorrection:
        return {[=] { return done(review().propose({one, mood, QStringLiteral("q1"), 0, why})); }};
    case Action::DecideCorrection:
        return {[=] { return review().approve(one, unknown); }, [=] { return review().decline(one, unknown, why); },
                [=] { return review().voidAssessment(one, sleep1, why); }};
    case Action::RaiseQuery:
        return {[=] { return done(review().raiseQuery(one, mood, {}, why)); },
                [=] { return review().closeQuery(one, unknown, why); }};
    case Action::AnswerQuery:
        return {[=] { return review().answerQuery(one, unknown, why); }};
    case Action::VerifySource:
        return {[=] { return review().verifySource(one, mood); }};
    case Action::Sign:
        return {[=] { return review().sign(one, mood, why, crypto::Secret(passphrase)); },
                [=] { return review().signRecord(one, why, crypto::Secret(passphrase)); },
                [=] { return review().signStudy(why, crypto::Secret(passphrase)); }};
    case Action::FreezeData:
        return {[=] { return review().setDataState(one, QStringLiteral("frozen"), why); },
                [=] { return review().setStudyDataState(QStringLiteral("frozen"), why); }};
    case Action::LockData:
        return {[=] { return review().setDataState(one, QStringLiteral("locked"), why); },
                [=] { return review().setStudyDataState(QStringLiteral("locked"), why); }};
    case Action::Unblind:
        return {[=] { return review().unblind(one, QStringLiteral("emergency"), why); }};
    case Action::Redact:
        return {[&vault, one, unknown, why] { return done(desk::Redacting(vault).redact(one, {unknown}, why)); },
                [&vault, unknown, why] { return done(desk::Redacting(vault).redact({}, {unknown}, why)); },
                [&vault, one] { return done(desk::Redacting(vault).texts(one)); },
                [&vault] { return done(desk::Redacting(vault).texts({})); }};
    case Action::MoveStudy:
        return {[=] { return administration().move(one, why); }};
    case Action::CheckClock:
        return {[=] { return done(administration().checkClock(QStringLiteral("14:05"))); }};
    case Action::Export: {
        const QList<crypto::Certificate> sealTo = certificates(vault);
        return {[&vault, one, out, sealTo] {
                    return done(exporting::exportParticipant(vault, {one, QStringLiteral("blinded"), out, sealTo, {}}));
                },
                [&vault, out, sealTo] {
                    return done(exporting::exportStudy(vault, {{}, QStringLiteral("blinded"), out, sealTo, {}}));
                }};
    }
    case Action::ExportUnsealed:
        return {[&vault, one, out, why] {
                    return done(exporting::exportParticipant(vault, {one, QStringLiteral("blinded"), out, {}, why}));
                },
                [&vault, out, why] {
                    return done(exporting::exportStudy(vault, {{}, QStringLiteral("blinded"), out, {}, why}));
                }};
    case Action::BackUp:
        return {[=] { return done(administration().backUp(nowhere, 7)); }};
    case Action::ManageAccounts: {
        const QString nora = QStringLiteral("nora");
        return {[=] {
                    return administration().addAccount(QStringLiteral("newcomer"), {}, crypto::Secret(passphrase),
                                                       crypto::Secret(passphrase), cheap);
                },
                [=] { return administration().changeRoles(nora, {Role::Monitor}, why); },
                [=] {
                    return administration().resetPassphrase(nora, crypto::Secret(passphrase),
                                                            crypto::Secret(passphrase), cheap, why);
                },
                [=] { return desk().disableAccount(nora, why); },
                [=] { return administration().nameRecovery({nowhere}); },
                [=] { return administration().planBackups(12); },
                [=] { return done(administration().merge(nowhere, {})); },
                [=] { return administration().rekey(); }};
    }
    case Action::AdoptStudy: {
        return {[&vault] { return desk::Administration(vault).amend(vault.study(), vault.library(), {}); },
                [=] { return done(administration().addPack(nowhere)); }};
    }
    }
    qFatal("an action without a call");
}

/// The newest first.
QList<vault::TrailEvent> eventsIn(const vault::Vault& vault) {
    vault::TrailQuery all;
    all.most = -1;
    return *vault.trail(all);
}

} // namespace

class TestRoleTable : public QObject {
    Q_OBJECT
    const RoleTable m_table = shownTable();

    static void hold(const ReviewVault& site, const Call& call, const Row& row, int column, const QString& person) {
        const qsizetype before = eventsIn(*site.vault).size();
        const auto result = call();
        const QString said = result ? QStringLiteral("done") : result.error().toString();
        const QString place = row.action + QStringLiteral(": ") + said;
        const bool refusedForRole =
            !result && result.error().kind == Error::Kind::Refused && said.contains(QLatin1String("may not"));
        QVERIFY2(refusedForRole != row.may.at(column), qPrintable(place));
        if (!refusedForRole)
            return;
        const auto after = eventsIn(*site.vault);
        QVERIFY2(after.size() == before + 1, qPrintable(place));
        const ledger::Event& last = after.constFirst().event;
        const auto* refusal = std::get_if<ledger::Refused>(&last.fact);
        QVERIFY2(refusal != nullptr, qPrintable(place));
        QCOMPARE(refusal->action, row.action);
        QCOMPARE(last.header.actor, person);
    }

private Q_SLOTS:
    void tableShown_isTheTableAsked() {
        QCOMPARE(m_table.roles, account::roleTexts({std::begin(account::allRoles), std::end(account::allRoles)}));
        QCOMPARE(m_table.rows.size(), static_cast<qsizetype>(account::actionCount));
        for (int index = 0; index < account::actionCount; ++index) {
            const auto action = static_cast<Action>(index);
            QCOMPARE(m_table.rows.at(index).action, account::actionText(action));
            for (qsizetype column = 0; column < m_table.roles.size(); ++column)
                QVERIFY2(account::may(*account::roleFrom(m_table.roles.at(column)), action) ==
                             m_table.rows.at(index).may.at(column),
                         qPrintable(m_table.rows.at(index).action + u' ' + m_table.roles.at(column)));
        }
    }
    void tableShown_isWhatTheDeskEnforces_data() {
        QTest::addColumn<int>("column");
        for (qsizetype column = 0; column < m_table.roles.size(); ++column)
            QTest::newRow(qPrintable(m_table.roles.at(column))) << static_cast<int>(column);
    }
    void tableShown_isWhatTheDeskEnforces() {
        QFETCH(int, column);
        const QStringList people{QStringLiteral("nora"), QStringLiteral("uma"),  QStringLiteral("iris"),
                                 QStringLiteral("dana"), QStringLiteral("mona"), QStringLiteral("anna")};
        ReviewVault site;
        if (column != m_table.roles.size() - 1)
            VERIFY_DONE(site.reopen(people.at(column)));
        QCOMPARE(account::roleTexts(site.vault->user().roles), QStringList{m_table.roles.at(column)});
        for (int index = 0; index < account::actionCount; ++index)
            for (const Call& call : callsOf(site, static_cast<Action>(index)))
                hold(site, call, m_table.rows.at(index), column, people.at(column));
    }
};

QTEST_GUILESS_MAIN(TestRoleTable)
#include "tst_role_table.moc"
