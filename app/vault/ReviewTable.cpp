// What waits for somebody to look at it again, without folding anybody.
#include "vault/Database.h"
#include "vault/WorkFinding.h"
#include "vault/WorkTable.h"

namespace serein::vault {

namespace {

const QList<std::pair<ReviewWait::Kind, QString>>& kinds() {
    static const QList<std::pair<ReviewWait::Kind, QString>> all{
        {ReviewWait::Kind::Query, QStringLiteral("query")},
        {ReviewWait::Kind::Answered, QStringLiteral("answered")},
        {ReviewWait::Kind::Proposal, QStringLiteral("proposal")}};
    return all;
}

ReviewWait::Kind kindFrom(const QString& text) {
    for (const auto& [kind, name] : kinds())
        if (name == text)
            return kind;
    return ReviewWait::Kind::Query;
}

QString namesOf(const QList<ReviewWait::Kind>& asked) {
    QStringList names;
    for (const auto& [kind, name] : kinds())
        if (asked.contains(kind))
            names += name;
    return jsonArray(names);
}

constexpr auto asked = " WHERE r.kind IN (SELECT value FROM json_each(?)) AND (?=1 OR r.class<>'unblinding') AND "
                       "NOT (r.kind='proposal' AND r.by=?)";

Statement& bindAsked(Statement& statement, const ReviewFilter& filter) {
    return statement.bind(namesOf(filter.kinds)).bind(filter.withUnblinding ? 1 : 0).bind(filter.notBy);
}

} // namespace

Result<QList<ReviewWait>> WorkTable::review(const ReviewFilter& filter, int offset, int most) const {
    const QByteArray sql =
        QByteArray("SELECT r.kind,r.participant,r.assessment,r.by,r.at,p.subject,p.study,EXISTS(SELECT 1 FROM "
                   "assessments a WHERE a.participant=r.participant AND a.assessment=r.assessment),r.id "
                   "FROM review r JOIN participants p ON p.id=r.participant") +
        asked + " ORDER BY r.at,r.id LIMIT ? OFFSET ?";
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAsked(statement, filter).bind(most).bind(offset);
    QList<ReviewWait> waits;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return waits;
        ReviewWait one;
        one.kind = kindFrom(statement.text(0));
        one.participant = QUuid(statement.text(1));
        one.assessment = ledger::AssessmentKey::fromString(statement.text(2));
        one.by = statement.text(3);
        one.at = QDateTime::fromString(statement.text(4), Qt::ISODateWithMs);
        one.subject = statement.text(5);
        one.study = statement.text(6);
        one.stands = statement.integer(7) != 0;
        one.id = QUuid(statement.text(8));
        waits.append(one);
    }
}

Result<QMap<ReviewWait::Kind, int>> WorkTable::reviewCounts(const ReviewFilter& filter) const {
    const QByteArray sql = QByteArray("SELECT r.kind,count(*) FROM review r") + asked + " GROUP BY 1";
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAsked(statement, filter);
    QMap<ReviewWait::Kind, int> counts;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return counts;
        counts.insert(kindFrom(statement.text(0)), static_cast<int>(statement.integer(1)));
    }
}

} // namespace serein::vault
