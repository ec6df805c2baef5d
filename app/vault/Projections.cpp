#include "vault/Projections.h"

#include "core/Clock.h"
#include "core/Ids.h"
#include "core/Json.h"
#include "crypto/Crypto.h"
#include "vault/Schema.h"
#include "vault/WorkRows.h"

namespace serein::vault {

namespace {

QString timeText(const QDateTime& time) {
    return time.isValid() ? instantText(time) : QString();
}

QString jsonText(const QJsonValue& value) {
    return QString::fromUtf8(canonicalJson(value));
}

Result<void> projectParticipant(const Database& database, const ledger::ParticipantState& state) {
    SEREIN_TRY(Statement row,
               database.prepare("INSERT INTO participants VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE "
                                "SET subject=excluded.subject,"
                                "study=excluded.study,language=excluded.language,synthetic=excluded.synthetic,"
                                "enrolled_at=excluded.enrolled_at,handed_over=excluded.handed_over,site=excluded.site,"
                                "place=excluded.place,ward=excluded.ward,bed=excluded.bed,search=excluded.search"));
    const QString handedOver = state.handOver ? QStringLiteral("%1/%2/%3")
                                                    .arg(state.handOver->timepoint, state.handOver->mode)
                                                    .arg(state.handOver->sequence)
                                              : QString();
    SEREIN_CHECK(projectFindable(database, idText(state.id), searchText(state)));
    return row.bind(idText(state.id))
        .bind(state.subject)
        .bind(state.study)
        .bind(state.language)
        .bind(state.synthetic)
        .bind(timeText(state.enrolledAt))
        .bind(handedOver)
        .bind(state.site)
        .bind(state.whereabouts.place)
        .bind(state.whereabouts.ward)
        .bind(state.whereabouts.bed)
        .bind(searchText(state))
        .run();
}

Result<void> projectAnchors(const Database& database, const ledger::ParticipantState& state) {
    SEREIN_TRY(Statement clear, database.prepare("DELETE FROM anchors WHERE participant=?"));
    SEREIN_CHECK(clear.bind(idText(state.id)).run());
    for (auto it = state.anchors.begin(); it != state.anchors.end(); ++it) {
        SEREIN_TRY(Statement row, database.prepare("INSERT INTO anchors VALUES(?,?,?)"));
        SEREIN_CHECK(row.bind(idText(state.id)).bind(it.key()).bind(timeText(it.value())).run());
    }
    return {};
}

Result<void> projectAssessment(const Database& database, const QString& participant,
                               const ledger::AssessmentState& state) {
    SEREIN_TRY(
        Statement row,
        database.prepare("INSERT INTO assessments VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON "
                         "CONFLICT(participant,assessment) DO UPDATE SET "
                         "status=excluded.status,submitted_at=excluded.submitted_at,submitted_by=excluded.submitted_by,"
                         "current_item=excluded.current_item,engine=excluded.engine,not_reached=excluded.not_reached"));
    return row.bind(participant)
        .bind(state.key.toString())
        .bind(ledger::statusText(state.status))
        .bind(ledger::classText(state.bodyClass))
        .bind(state.definition)
        .bind(state.pack)
        .bind(state.language)
        .bind(state.profile)
        .bind(state.prorate)
        .bind(state.mode)
        .bind(timeText(state.openedAt))
        .bind(timeText(state.submittedAt))
        .bind(state.submittedBy)
        .bind(state.reviewing ? QStringLiteral("(review)") : state.currentItem)
        .bind(state.engine)
        .bind(state.notReached.join(u' '))
        .run();
}

Result<void> projectScores(const Database& database, const QString& participant, const ledger::AssessmentState& state) {
    // What was reopened has none until it is submitted again.
    SEREIN_TRY(Statement before, database.prepare("DELETE FROM scores WHERE participant=? AND assessment=?"));
    SEREIN_CHECK(before.bind(participant).bind(state.key.toString()).run());
    for (auto it = state.scores.begin(); it != state.scores.end(); ++it) {
        SEREIN_TRY(Statement row, database.prepare("INSERT INTO scores VALUES(?,?,?,?)"));
        SEREIN_CHECK(row.bind(participant).bind(state.key.toString()).bind(it.key()).bind(jsonText(it.value())).run());
    }
    return {};
}

Result<void> projectAnswer(const Database& database, const QString& participant, const ledger::AssessmentState& state,
                           const QString& item) {
    const ledger::AnswerState answer = state.answers.value(item);
    SEREIN_TRY(Statement row,
               database.prepare(
                   "INSERT INTO answers VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(participant,assessment,item) DO UPDATE SET "
                   "value=excluded.value,at=excluded.at,actor=excluded.actor,changes=excluded.changes,"
                   "response_ms=excluded.response_ms"));
    return row.bind(participant)
        .bind(state.key.toString())
        .bind(item)
        .bind(jsonText(answer.value))
        .bind(timeText(answer.at))
        .bind(answer.actor)
        .bind(answer.changes)
        .bind(answer.responseMs)
        .run();
}

Result<void> projectAlert(const Database& database, const ledger::AlertState& alert) {
    SEREIN_TRY(Statement row,
               database.prepare("INSERT INTO alerts VALUES(?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET "
                                "acknowledged_at=excluded.acknowledged_at,acknowledged_by=excluded.acknowledged_by,"
                                "action=excluded.action,closed_at=excluded.closed_at,"
                                "escalated_at=excluded.escalated_at"));
    return row.bind(idText(alert.id))
        .bind(idText(alert.participant))
        .bind(alert.assessment.toString())
        .bind(alert.rule)
        .bind(alert.item)
        .bind(timeText(alert.raisedAt))
        .bind(timeText(alert.acknowledgedAt))
        .bind(alert.acknowledgedBy)
        .bind(alert.action)
        .bind(timeText(alert.closedAt))
        .bind(timeText(alert.escalatedAt))
        .run();
}

/// What is said about an assessment is of its class, also once it was voided.
ledger::BodyClass classOf(const ledger::ParticipantState& state, const ledger::AssessmentKey& key) {
    if (const ledger::AssessmentState* one = state.assessment(key))
        return one->bodyClass;
    for (const ledger::VoidedState& one : state.voided)
        if (one.assessment.key == key && one.assessment.bodyClass == ledger::BodyClass::Unblinding)
            return one.assessment.bodyClass;
    return ledger::BodyClass::Data;
}

Result<void> projectReview(const Database& database, const ledger::ParticipantState& state) {
    SEREIN_TRY(Statement clear, database.prepare("DELETE FROM review WHERE participant=?"));
    SEREIN_CHECK(clear.bind(idText(state.id)).run());
    const auto write = [&](const QUuid& id, const char* kind, const ledger::AssessmentKey& key, const QString& by,
                           const QDateTime& at) -> Result<void> {
        SEREIN_TRY(Statement row, database.prepare("INSERT INTO review VALUES(?,?,?,?,?,?,?)"));
        return row.bind(idText(id))
            .bind(idText(state.id))
            .bind(QString::fromLatin1(kind))
            .bind(key.toString())
            .bind(ledger::classText(classOf(state, key)))
            .bind(by)
            .bind(timeText(at))
            .run();
    };
    for (const ledger::QueryState& one : state.queries)
        if (!one.closedAt.isValid())
            SEREIN_CHECK(one.answeredAt.isValid()
                             ? write(one.id, "answered", one.assessment, one.answeredBy, one.answeredAt)
                             : write(one.id, "query", one.assessment, one.raisedBy, one.raisedAt));
    for (const ledger::ProposalState& one : state.proposals)
        if (one.decision == ledger::ProposalState::Decision::Waiting)
            SEREIN_CHECK(write(one.id, "proposal", one.assessment, one.by, one.at));
    return {};
}

/// One that was voided stands no longer: whatever its rows held is in the ledger.
Result<void> removeAssessment(const Database& database, const QString& participant, const QString& key) {
    for (const char* table : {"assessments", "answers", "scores"}) {
        SEREIN_TRY(Statement rows,
                   database.prepare(
                       (QByteArray("DELETE FROM ") + table + " WHERE participant=? AND assessment=?").constData()));
        SEREIN_CHECK(rows.bind(participant).bind(key).run());
    }
    return {};
}

} // namespace

Result<void> project(const Database& database, const ledger::ParticipantState& state, const ledger::Touched& touched) {
    const QString participant = idText(state.id);
    if (touched.participant) {
        SEREIN_CHECK(projectParticipant(database, state));
        SEREIN_CHECK(projectReview(database, state));
    }
    if (touched.anchors)
        SEREIN_CHECK(projectAnchors(database, state));
    for (const QString& key : touched.assessments) {
        const ledger::AssessmentState* one = state.assessment(ledger::AssessmentKey::fromString(key));
        SEREIN_CHECK(one ? projectAssessment(database, participant, *one)
                         : removeAssessment(database, participant, key));
    }
    for (const auto& [key, item] : touched.answers)
        if (const auto* one = state.assessment(ledger::AssessmentKey::fromString(key)))
            SEREIN_CHECK(projectAnswer(database, participant, *one, item));
    for (const QString& key : touched.scores)
        if (const auto* one = state.assessment(ledger::AssessmentKey::fromString(key)))
            SEREIN_CHECK(projectScores(database, participant, *one));
    for (const QUuid& alert : touched.alerts)
        SEREIN_CHECK(projectAlert(database, state.alerts[alert]));
    return {};
}

Result<void> projectVouched(const Database& database, const ledger::Touched& touched) {
    for (auto it = touched.vouched.begin(); it != touched.vouched.end(); ++it) {
        SEREIN_TRY(Statement row,
                   database.prepare("INSERT INTO vouched VALUES(?,?,?,?,?,?) ON CONFLICT(stream,device,by) "
                                    "DO UPDATE SET sequence=excluded.sequence,hash=excluded.hash,"
                                    "checkpoint=excluded.checkpoint"));
        SEREIN_CHECK(row.bind(it.key().stream)
                         .bind(idText(it.key().device))
                         .bind(idText(it.key().by))
                         .bind(it->head.sequence)
                         .bind(it->head.hash)
                         .bind(idText(it->checkpoint))
                         .run());
    }
    return {};
}

Result<std::optional<ledger::Vouched>> vouched(const Database& database, const ledger::VouchKey& key) {
    SEREIN_TRY(Statement row,
               database.prepare("SELECT sequence,hash,checkpoint FROM vouched WHERE stream=? AND device=? AND by=?"));
    SEREIN_TRY(const bool found, row.bind(key.stream).bind(idText(key.device)).bind(idText(key.by)).step());
    if (!found)
        return std::nullopt;
    return ledger::Vouched{{key.stream, row.integer(0), row.blob(1), key.device == key.by ? QUuid() : key.device},
                           QUuid(row.text(2))};
}

Result<QByteArray> tableDigest(const Database& database, const char* table) {
    const QByteArray sql =
        QByteArray("SELECT * FROM ") + table + " ORDER BY 1,2,3"; // the first three columns hold every key
    SEREIN_TRY(Statement rows, database.prepare(sql.constData()));
    QByteArray bytes(table);
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return crypto::sha256(bytes);
        bytes += rows.rowBytes();
    }
}

Result<QByteArray> projectionDigest(const Database& database) {
    QByteArray all;
    for (const char* table : projectionTables) {
        SEREIN_TRY(const QByteArray digest, tableDigest(database, table));
        all += digest;
    }
    return crypto::sha256(all);
}

Result<void> clearProjections(const Database& database) {
    for (const char* table : projectionTables)
        SEREIN_CHECK(database.execute((QByteArray("DELETE FROM ") + table).constData()));
    return database.execute("DELETE FROM secrets WHERE name='refold'");
}

} // namespace serein::vault
