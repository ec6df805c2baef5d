// Reading the trail (Trail.h).
#include "core/Clock.h"
#include "vault/Database.h"
#include "vault/Vault.h"

namespace serein::vault {

namespace {

// The conditions name the expressions of the index events_trail (Schema.cpp) as it does, so that only rows which are
// wanted are read. As literals: statements are kept by their text.
#define SEREIN_TRAIL_CONDITIONS                                                                                        \
    " AND (?3='' OR CAST(header AS TEXT)->>'actor'=?3)"                                                                \
    " AND (?4='' OR instr(?4,'|'||(CAST(header AS TEXT)->>'kind')||'|')>0)"                                            \
    " AND (?5='' OR CAST(header AS TEXT)->>'at'>=?5) AND (?6='' OR CAST(header AS TEXT)->>'at'<?6)"                    \
    " ORDER BY hlc DESC,ordinal DESC LIMIT ?7) AS chosen USING (ordinal) ORDER BY chosen.hlc DESC,ordinal DESC"
constexpr auto ofAll = "SELECT header,body,hash,chosen.hlc,ordinal FROM events JOIN (SELECT ordinal,hlc FROM events "
                       "INDEXED BY events_trail WHERE (hlc,ordinal)<(?1,?2)" SEREIN_TRAIL_CONDITIONS;
constexpr auto ofStream = "SELECT header,body,hash,chosen.hlc,ordinal FROM events JOIN (SELECT ordinal,hlc FROM events "
                          "INDEXED BY events_stream WHERE stream=?8 AND (hlc,ordinal)<(?1,?2)" SEREIN_TRAIL_CONDITIONS;
#undef SEREIN_TRAIL_CONDITIONS

const QString afterEverything = QStringLiteral("~"); // sorts after every hybrid time

QString utc(const QDateTime& at) {
    return at.isValid() ? instantText(at.toUTC()) : QString();
}

} // namespace

Result<QList<TrailEvent>> Vault::trail(const TrailQuery& query) const {
    SEREIN_TRY(Statement rows, m_database->prepare(query.stream.isEmpty() ? ofAll : ofStream));
    rows.bind(query.before.order.isEmpty() ? afterEverything : query.before.order)
        .bind(query.before.ordinal)
        .bind(query.actor)
        .bind(query.kinds.isEmpty() ? QString() : u'|' + query.kinds.join(u'|') + u'|')
        .bind(utc(query.from))
        .bind(utc(query.to))
        .bind(query.most);
    if (!query.stream.isEmpty())
        rows.bind(query.stream);
    QList<TrailEvent> found;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return found;
        SEREIN_TRY(ledger::Event event, read({rows.blob(0), rows.blob(1), rows.blob(2)}));
        found.append({std::move(event), rows.blob(2), {rows.text(3), rows.integer(4)}});
    }
}

} // namespace serein::vault
