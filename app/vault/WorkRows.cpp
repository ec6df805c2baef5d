#include "vault/WorkRows.h"

#include "core/Ids.h"

#include <algorithm>

namespace serein::vault {

namespace {

Settled settled(const ledger::Work& work) {
    if (work.left() > 0)
        return work.planned.scheduled ? Settled::Open : Settled::Unscheduled;
    return work.instrumentsDone > 0 ? Settled::Done : work.missed > 0 ? Settled::Missed : Settled::NotApplicable;
}

Result<void> writeRow(const Database& database, const ledger::ParticipantState& participant, const ledger::Work& work,
                      int position) {
    SEREIN_TRY(Statement row,
               database.prepare("INSERT INTO work VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    const study::Planned& planned = work.planned;
    return row.bind(idText(participant.id))
        .bind(work.timepoint)
        .bind(work.sequence)
        .bind(participant.subject)
        .bind(participant.study)
        .bind(participant.site)
        .bind(participant.whereabouts.place)
        .bind(participant.whereabouts.ward)
        .bind(participant.whereabouts.bed)
        .bind(searchText(participant))
        .bind(position)
        .bind(static_cast<int>(settled(work)))
        .bind(planned.scheduled)
        .bind(planned.scheduled ? planned.opensAt.toMSecsSinceEpoch() : 0)
        .bind(planned.scheduled ? planned.closesAt.toMSecsSinceEpoch() : 0)
        .bind(work.instrumentCount)
        .bind(work.instrumentsDone)
        .bind(work.missed)
        .bind(work.notApplicable)
        .bind(work.selfLeft)
        .bind(work.staffLeft)
        .bind(work.unblindingLeft)
        .bind(work.left() > 0 && work.left() == work.unblindingLeft)
        .bind(work.begun)
        .bind(work.stale)
        .bind(work.telephone)
        .bind(work.suspended)
        .run();
}

/// Of an assessment as far as the plan goes by it.
std::pair<bool, ledger::AssessmentStatus> standing(const ledger::ParticipantState& participant, const QString& key) {
    const ledger::AssessmentState* state = participant.assessment(ledger::AssessmentKey::fromString(key));
    return {state != nullptr, state != nullptr ? state->status : ledger::AssessmentStatus::Open};
}

Result<void> writeEndings(const Database& database, const char* sql, const QString& participant,
                          const QString& searchText) {
    static const QStringList fields{QStringLiteral("subject"), QStringLiteral("ward"), QStringLiteral("bed")};
    const QStringList lines = searchText.split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), fields.size()); ++i)
        for (qsizetype from = 0; from < lines[i].size(); ++from) {
            if (lines[i][from].isLowSurrogate())
                continue; // half a character
            SEREIN_TRY(Statement row, database.prepare(sql));
            SEREIN_CHECK(row.bind(lines[i].mid(from, longestEnding)).bind(participant).bind(fields[i]).run());
        }
    return {};
}

} // namespace

Result<void> projectFindable(const Database& database, const QString& participant, const QString& searchText) {
    QString before;
    {
        SEREIN_TRY(Statement row, database.prepare("SELECT search FROM participants WHERE id=?"));
        SEREIN_TRY(const bool known, row.bind(participant).step());
        before = known ? row.text(0) : QString();
    }
    if (searchText == before)
        return {};
    SEREIN_CHECK(writeEndings(database, "DELETE FROM findable WHERE ending=? AND participant=? AND field=?",
                              participant, before));
    // What repeats itself ("44444…") has the same cut ending twice.
    return writeEndings(database, "INSERT OR IGNORE INTO findable VALUES(?,?,?)", participant, searchText);
}

Result<void> projectWork(const Database& database, const Protocol& protocol,
                         const ledger::ParticipantState& participant) {
    SEREIN_TRY(Statement clear, database.prepare("DELETE FROM work WHERE participant=?"));
    SEREIN_CHECK(clear.bind(idText(participant.id)).run());
    int position = 0;
    for (const ledger::Work& work : ledger::workOf(protocol.study, protocol.library, participant))
        SEREIN_CHECK(writeRow(database, participant, work, position++));
    return {};
}

bool concernsWork(const ledger::Touched& touched, const ledger::ParticipantState& before,
                  const ledger::ParticipantState& after) {
    return touched.participant || touched.anchors || std::ranges::any_of(touched.assessments, [&](const QString& key) {
               return standing(before, key) != standing(after, key);
           });
}

QString searchText(const ledger::ParticipantState& participant) {
    QStringList lines{participant.subject, participant.whereabouts.ward, participant.whereabouts.bed};
    for (QString& line : lines)
        line = line.simplified().toLower();
    return lines.join(u'\n');
}

} // namespace serein::vault
