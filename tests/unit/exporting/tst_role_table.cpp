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

/// One real call for each action. Where somebody may, it may fail for another reason: only the role is looked at.
Result<void> attempt(ReviewVault& site, Action action) {
    const QUuid one = site.first;
    const QUuid unknown = QUuid::createUuid();
    vault::Vault& vault = *site.vault;
    desk::Desk desk(vault);
    desk::Review review(vault);
    desk::Administration administration(vault);
    const QString why = QStringLiteral("a reason");
    const crypto::Secret secret(passphrase);
    switch (action) {
    case Action::ReadParticipants:
        return done(desk.worklist());
    case Action::Enrol:
        return done(desk.enrol({QStringLiteral("SYN-009"), QStringLiteral("en"), QStringLiteral("1957"), {}, {}, {}}));
    case Action::SetAnchor:
        return desk.moveAnchor(one, QStringLiteral("incision"), vault.clock().now().addSecs(-3600), why);
    case Action::HandOver:
        return desk.handOver({.participant = one,
                              .timepoint = QStringLiteral("BL"),
                              .secondIdentifier = QStringLiteral("1957"),
                              .language = QStringLiteral("en")});
    case Action::Reopen:
        return desk.reopen(one, sleep1, why);
    case Action::Record:
        return done(desk.record({.participant = one,
                                 .timepoint = QStringLiteral("POD1"),
                                 .instrument = QStringLiteral("nrs-pain"),
                                 .mode = QStringLiteral("interview"),
                                 .answers = {},
                                 .language = QStringLiteral("en")}));
    case Action::ChangeStatus:
        return desk::Standing(vault).suspend(one, QStringLiteral("other"), why);
    case Action::AcknowledgeAlert:
        return desk::Alerting(vault).acknowledge(one, unknown, why);
    case Action::CloseAlert:
        return desk::Alerting(vault).close(one, unknown, why);
    case Action::ProposeCorrection:
        return done(review.propose({one, mood, QStringLiteral("q1"), 0, why}));
    case Action::DecideCorrection:
        return review.approve(one, unknown);
    case Action::RaiseQuery:
        return done(review.raiseQuery(one, mood, {}, why));
    case Action::AnswerQuery:
        return review.answerQuery(one, unknown, why);
    case Action::VerifySource:
        return review.verifySource(one, mood);
    case Action::Sign:
        return review.sign(one, mood, why, secret);
    case Action::FreezeData:
        return review.setDataState(one, QStringLiteral("frozen"), why);
    case Action::LockData:
        return review.setDataState(one, QStringLiteral("locked"), why);
    case Action::Unblind:
        return review.unblind(one, QStringLiteral("emergency"), why);
    case Action::Redact:
        return done(desk::Redacting(vault).redact(one, {unknown}, why));
    case Action::MoveStudy:
        return administration.move(one, why);
    case Action::CheckClock:
        return done(administration.checkClock(QStringLiteral("14:05")));
    case Action::Export:
        return done(exporting::exportParticipant(
            vault, {one, QStringLiteral("blinded"), site.folder.path(), certificates(vault), {}}));
    case Action::ExportUnsealed:
        return done(exporting::exportParticipant(vault, {one, QStringLiteral("blinded"), site.folder.path(), {}, why}));
    case Action::BackUp:
        return done(administration.backUp(site.folder.filePath(QStringLiteral("nowhere")), 7));
    case Action::ManageAccounts:
        return administration.addAccount(QStringLiteral("newcomer"), {}, secret, secret, cheap);
    case Action::AdoptStudy:
        return administration.amend(vault.study(), vault.library(), {});
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
        for (int index = 0; index < account::actionCount; ++index) {
            const qsizetype before = eventsIn(*site.vault).size();
            const auto result = attempt(site, static_cast<Action>(index));
            const QString said = result ? QStringLiteral("done") : result.error().toString();
            const QString place = m_table.rows.at(index).action + QStringLiteral(": ") + said;
            const bool refusedForRole =
                !result && result.error().kind == Error::Kind::Refused && said.contains(QLatin1String("may not"));
            QVERIFY2(refusedForRole != m_table.rows.at(index).may.at(column), qPrintable(place));
            if (!refusedForRole)
                continue;
            const auto after = eventsIn(*site.vault);
            QVERIFY2(after.size() == before + 1, qPrintable(place));
            const ledger::Event& last = after.constFirst().event;
            const auto* refusal = std::get_if<ledger::Refused>(&last.fact);
            QVERIFY2(refusal != nullptr, qPrintable(place));
            QCOMPARE(refusal->action, m_table.rows.at(index).action);
            QCOMPARE(last.header.actor, people.at(column));
        }
    }
};

QTEST_GUILESS_MAIN(TestRoleTable)
#include "tst_role_table.moc"
