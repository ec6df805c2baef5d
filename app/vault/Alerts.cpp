// Alerts by how far they have been looked after, and scores, without folding anybody.
#include "core/Json.h"
#include "vault/Database.h"
#include "vault/Vault.h"

namespace serein::vault {

namespace {

/// As literals: statements are kept by their text. The longest waiting first; what is closed, the latest first.
const char* page(AlertStanding standing) {
    switch (standing) {
    case AlertStanding::Waiting:
        return "SELECT participant,id FROM alerts WHERE acknowledged_at='' ORDER BY raised_at,id LIMIT ? OFFSET ?";
    case AlertStanding::Acknowledged:
        return "SELECT participant,id FROM alerts WHERE acknowledged_at<>'' AND closed_at='' "
               "ORDER BY acknowledged_at,id LIMIT ? OFFSET ?";
    case AlertStanding::Closed:
        return "SELECT participant,id FROM alerts WHERE closed_at<>'' ORDER BY closed_at DESC,id LIMIT ? OFFSET ?";
    }
    return "";
}

} // namespace

Result<QList<AlertPlace>> Vault::alerts(AlertStanding standing, int offset, int most) const {
    SEREIN_TRY(Statement rows, m_database->prepare(page(standing)));
    rows.bind(most).bind(offset);
    QList<AlertPlace> places;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return places;
        places.append({QUuid(rows.text(0)), QUuid(rows.text(1))});
    }
}

Result<QMap<AlertStanding, int>> Vault::alertCounts() const {
    SEREIN_TRY(Statement row, m_database->prepare("SELECT count(*) FILTER (WHERE acknowledged_at=''),"
                                                  "count(*) FILTER (WHERE acknowledged_at<>'' AND closed_at=''),"
                                                  "count(*) FILTER (WHERE closed_at<>'') FROM alerts"));
    SEREIN_CHECK(row.step());
    return QMap<AlertStanding, int>{{AlertStanding::Waiting, static_cast<int>(row.integer(0))},
                                    {AlertStanding::Acknowledged, static_cast<int>(row.integer(1))},
                                    {AlertStanding::Closed, static_cast<int>(row.integer(2))}};
}

Result<QList<ScoredPlace>> Vault::scored(const QString& instrument, const QString& score) const {
    SEREIN_TRY(
        Statement rows,
        m_database->prepare("SELECT participant,assessment,value FROM scores WHERE score=? AND assessment LIKE ?"));
    rows.bind(score).bind(QStringLiteral("%/") + instrument + QStringLiteral("/%"));
    QList<ScoredPlace> places;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return places;
        const auto value = parseJson(rows.text(2).toUtf8(), {});
        places.append(
            {QUuid(rows.text(0)), ledger::AssessmentKey::fromString(rows.text(1)), value ? *value : QJsonValue()});
    }
}

} // namespace serein::vault
