#include "vault/WorkTable.h"

#include "vault/WorkFinding.h"
#include "vault/WorkRows.h"

namespace serein::vault {

namespace {

Settled settled(WorkStanding standing) {
    switch (standing) {
    case WorkStanding::Due:
    case WorkStanding::Overdue:
    case WorkStanding::Upcoming:
        return Settled::Open;
    case WorkStanding::Unscheduled:
        return Settled::Unscheduled;
    case WorkStanding::Done:
        return Settled::Done;
    case WorkStanding::Missed:
        return Settled::Missed;
    case WorkStanding::NotApplicable:
        return Settled::NotApplicable;
    }
    return Settled::Open;
}

Statement& bindAll(Statement& statement, const QStringList& values) {
    for (const QString& value : values)
        statement.bind(value);
    return statement;
}

QByteArray orderOf(WorkStanding standing) {
    switch (standing) {
    case WorkStanding::Due:
    case WorkStanding::Overdue:
        return "w.closes_at,w.subject,w.position";
    case WorkStanding::Upcoming:
        return "w.opens_at,w.subject,w.position";
    default:
        return "w.subject,w.position";
    }
}

/// Against now, bound once; empty: whatever the hour.
QByteArray windowOf(WorkStanding standing) {
    switch (standing) {
    case WorkStanding::Due:
        return "w.closes_at>?1 AND w.opens_at<=?1";
    case WorkStanding::Overdue:
        return "w.closes_at<=?1";
    case WorkStanding::Upcoming:
        return "w.opens_at>?1";
    default:
        return "?1 IS NOT NULL";
    }
}

WorkRow rowOf(const Statement& row) {
    WorkRow one;
    int column = 0;
    one.participant = QUuid(row.text(column++));
    one.subject = row.text(column++);
    one.study = row.text(column++);
    one.site = row.text(column++);
    one.place.place = row.text(column++);
    one.place.ward = row.text(column++);
    one.place.bed = row.text(column++);
    ledger::Work& work = one.work;
    work.timepoint = row.text(column++);
    const auto number = [&] { return static_cast<int>(row.integer(column++)); };
    work.sequence = number();
    work.planned.timepoint = work.timepoint;
    const qint64 opens = row.integer(column++);
    const qint64 closes = row.integer(column++);
    work.instrumentCount = number();
    work.instrumentsDone = number();
    work.missed = number();
    work.notApplicable = number();
    work.selfLeft = number();
    work.staffLeft = number();
    work.unblindingLeft = number();
    work.begun = number() != 0;
    work.stale = number() != 0;
    work.telephone = number() != 0;
    work.suspended = number() != 0;
    work.planned.scheduled = number() != 0;
    if (work.planned.scheduled) {
        work.planned.opensAt = QDateTime::fromMSecsSinceEpoch(opens, Qt::UTC);
        work.planned.closesAt = QDateTime::fromMSecsSinceEpoch(closes, Qt::UTC);
    }
    return one;
}

constexpr auto rowColumns =
    "w.participant,w.subject,w.study,w.site,w.place,w.ward,w.bed,w.timepoint,w.sequence,w.opens_at,w.closes_at,"
    "w.instruments,w.done,w.missed,w.not_applicable,w.self_left,w.staff_left,w.unblinding_left,w.begun,w.stale,"
    "w.telephone,w.suspended,w.scheduled";

} // namespace

Result<WorkFilter> WorkTable::narrowed(WorkFilter filter) const {
    SEREIN_TRY(filter.only, fewParticipants(m_database, filter));
    return filter;
}

Result<QList<WorkRow>> WorkTable::rows(WorkStanding standing, const WorkFilter& filter, const QDateTime& now,
                                       int offset, int most) const {
    const std::optional<QStringList>& people = filter.only;
    if (people && people->isEmpty())
        return QList<WorkRow>();
    Condition condition;
    // A plus keeps SQLite from walking an index by what is named after it.
    condition.add((people ? "+w.settled=" : "w.settled=") + QByteArray::number(static_cast<int>(settled(standing))),
                  {});
    condition.add(windowOf(standing), {}); // first: it names its value by number
    addWork(condition, filter);
    if (people)
        condition.add("w.participant IN (SELECT value FROM json_each(?))", {jsonArray(*people)});
    // The page is found in an index alone; only its rows are read.
    const QByteArray sql = "WITH page AS MATERIALIZED (SELECT w.participant,w.timepoint FROM work w" + condition.sql +
                           " ORDER BY " + orderOf(standing) + " LIMIT ? OFFSET ?) SELECT " + rowColumns +
                           " FROM page JOIN work w ON w.participant=page.participant AND w.timepoint=page.timepoint "
                           "ORDER BY " +
                           orderOf(standing);
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAll(statement.bind(now.toMSecsSinceEpoch()), condition.values).bind(most).bind(offset);
    QList<WorkRow> rows;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.append(rowOf(statement));
    }
}

Result<QMap<WorkStanding, int>> WorkTable::counts(const WorkFilter& filter, const QDateTime& now) const {
    const std::optional<QStringList>& people = filter.only;
    Condition condition;
    condition.add("?1 IS NOT NULL", {});
    addWork(condition, filter);
    if (people)
        condition.add("w.participant IN (SELECT value FROM json_each(?))", {jsonArray(*people)});
    const QByteArray sql =
        "SELECT w.settled,CASE WHEN w.settled>0 THEN 0 WHEN w.closes_at<=?1 THEN 1 WHEN w.opens_at>?1 THEN 2 ELSE 0 END"
        ",count(*) FROM work w" +
        condition.sql + " GROUP BY 1,2";
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAll(statement.bind(now.toMSecsSinceEpoch()), condition.values);
    QMap<WorkStanding, int> counts;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return counts;
        // Settled::Open is three standings, and the rest follow in the same order.
        const qint64 standing = statement.integer(0) == 0 ? statement.integer(1) : statement.integer(0) + 2;
        counts.insert(static_cast<WorkStanding>(standing), static_cast<int>(statement.integer(2)));
    }
}

Result<QList<FoundParticipant>> WorkTable::participants(const WorkFilter& filter, int offset, int most) const {
    const std::optional<QStringList>& people = filter.only;
    Condition condition;
    if (people)
        condition.add("p.id IN (SELECT value FROM json_each(?))", {jsonArray(*people)});
    else
        condition = ofPeople(filter);
    // Where they are more than a few, the index that orders them soon meets some.
    const QByteArray sql =
        "SELECT p.id,p.subject,p.language,p.synthetic,p.enrolled_at,p.site,p.place,p.ward,p.bed FROM participants p" +
        QByteArray(people ? "" : " INDEXED BY participants_subject") + condition.sql +
        " ORDER BY p.subject LIMIT ? OFFSET ?";
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAll(statement, condition.values).bind(most).bind(offset);
    QList<FoundParticipant> found;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return found;
        found.append({{QUuid(statement.text(0)), statement.text(1), statement.text(2), statement.integer(3) != 0,
                       QDateTime::fromString(statement.text(4), Qt::ISODateWithMs), statement.text(5)},
                      {statement.text(6), statement.text(7), statement.text(8), {}}});
    }
}

Result<int> WorkTable::participantCount(const WorkFilter& filter) const {
    const std::optional<QStringList>& people = filter.only;
    if (people)
        return static_cast<int>(people->size());
    const Condition condition = ofPeople(filter);
    const QByteArray sql = "SELECT count(*) FROM participants p" + condition.sql;
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    SEREIN_CHECK(bindAll(statement, condition.values).step());
    return static_cast<int>(statement.integer(0));
}

Result<QMap<QString, QStringList>> WorkTable::wards() const {
    // From one to the next in the index alone, however many have lain in each.
    SEREIN_TRY(Statement statement,
               m_database.prepare(
                   "WITH RECURSIVE wards(ward) AS (SELECT min(ward) FROM participants WHERE ward>'' UNION ALL SELECT "
                   "(SELECT min(ward) FROM participants p WHERE p.ward>wards.ward) FROM wards WHERE ward IS NOT NULL), "
                   "beds(ward,bed) AS (SELECT ward,(SELECT min(bed) FROM participants p WHERE p.ward=wards.ward) FROM "
                   "wards WHERE ward IS NOT NULL UNION ALL SELECT ward,(SELECT min(bed) FROM participants p WHERE "
                   "p.ward=beds.ward AND p.bed>beds.bed) FROM beds WHERE bed IS NOT NULL) "
                   "SELECT ward,bed FROM beds WHERE bed IS NOT NULL ORDER BY 1,2"));
    QMap<QString, QStringList> wards;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return wards;
        QStringList& beds = wards[statement.text(0)];
        if (const QString bed = statement.text(1); !bed.isEmpty())
            beds.append(bed);
    }
}

Result<QList<WaitingAlert>> WorkTable::alerts(const WorkFilter& filter, int offset, int most) const {
    const Condition people = ofPeople(filter);
    const QByteArray sql =
        "SELECT a.id,a.participant,a.assessment,a.rule,a.item,a.raised_at,a.escalated_at,p.subject,p.study,s.class "
        "FROM alerts a JOIN participants p ON p.id=a.participant LEFT JOIN assessments s ON "
        "s.participant=a.participant "
        "AND s.assessment=a.assessment" +
        (people.sql.isEmpty() ? QByteArray(" WHERE ") : people.sql + " AND ") +
        "a.acknowledged_at='' ORDER BY a.raised_at,a.id LIMIT ? OFFSET ?";
    SEREIN_TRY(Statement statement, m_database.prepare(sql.constData()));
    bindAll(statement, people.values).bind(most).bind(offset);
    QList<WaitingAlert> alerts;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return alerts;
        WaitingAlert one;
        one.alert.id = QUuid(statement.text(0));
        one.alert.participant = QUuid(statement.text(1));
        one.alert.assessment = ledger::AssessmentKey::fromString(statement.text(2));
        one.alert.rule = statement.text(3);
        one.alert.item = statement.text(4);
        one.alert.raisedAt = QDateTime::fromString(statement.text(5), Qt::ISODateWithMs);
        one.alert.escalatedAt = QDateTime::fromString(statement.text(6), Qt::ISODateWithMs);
        one.subject = statement.text(7);
        one.study = statement.text(8);
        one.bodyClass = ledger::classFrom(statement.text(9)).value_or(ledger::BodyClass::Data);
        alerts.append(one);
    }
}

Result<QList<QUuid>> WorkTable::writtenSince(const QDateTime& moment) const {
    // What another device wrote earlier and came in later has a later ordinal, too.
    SEREIN_TRY(Statement last, m_database.prepare("SELECT ordinal FROM events WHERE stream=? AND hlc<? ORDER BY hlc "
                                                  "DESC LIMIT 1"));
    last.bind(ledger::deviceStream).bind(ledger::HybridTime{}.after(moment).toString());
    SEREIN_TRY(const bool known, last.step());
    SEREIN_TRY(Statement streams,
               m_database.prepare("SELECT DISTINCT stream FROM events WHERE ordinal>? AND stream<>?"));
    streams.bind(known ? last.integer(0) : 0).bind(ledger::deviceStream);
    QList<QUuid> participants;
    for (;;) {
        SEREIN_TRY(const bool row, streams.step());
        if (!row)
            return participants;
        participants.append(QUuid(streams.text(0)));
    }
}

} // namespace serein::vault
