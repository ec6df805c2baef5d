#include "ui/TrendModel.h"

#include "ui/ParticipantCells.h"

#include <algorithm>

namespace serein::ui {

namespace {

double placeOf(const Decimal& value, const instrument::Score& score) {
    return score.high == score.low ? 0 : ((value - score.low) / (score.high - score.low)).toDouble();
}

QVariantList bandRows(const instrument::Score& score, const QString& profile, const QString& language) {
    QVariantList rows;
    const QList<instrument::Band> bands = score.bandsFor(profile);
    for (qsizetype i = 0; i < bands.size(); ++i)
        rows += QVariantMap{{QStringLiteral("from"), placeOf(bands[i].from, score)},
                            {QStringLiteral("to"), i + 1 < bands.size() ? placeOf(bands[i + 1].from, score) : 1.0},
                            {QStringLiteral("label"), TrendModel::tr("%1 from %2", "a band, its lowest score")
                                                          .arg(bands[i].label.in(language), bands[i].from.toString())}};
    return rows;
}

} // namespace

struct TrendModel::Look {
    const vault::Protocol& protocol;
    ParticipantCells names;
    QString language;
};

void TrendModel::setParticipant(const QString& id) {
    if (id == m_participant)
        return;
    m_participant = id;
    reload();
}

void TrendModel::reload() {
    m_trends.clear();
    m_endpoints.clear();
    m_condition.clear();
    if (vault() != nullptr && !m_participant.isEmpty())
        if (const auto done = read(); !done) {
            conclude(done, account::Action::ReadParticipants, {});
            m_condition = QStringLiteral("failed");
        }
    Q_EMIT changed();
}

Result<void> TrendModel::read() {
    SEREIN_TRY(const auto state, vault()->participant(QUuid::fromString(m_participant)));
    SEREIN_TRY(const auto protocol, vault()->protocolOf(*state));
    if (desk::hidesTrends(*vault(), protocol->study)) {
        m_condition = QStringLiteral("hidden");
        return {};
    }
    const Look look{*protocol, {*vault(), *protocol, *state, language()}, language()};
    for (const desk::Trend& trend : desk::trendsOf(*vault(), *protocol, *state))
        if (std::ranges::any_of(trend.points, [](const desk::TrendPoint& point) { return point.value.has_value(); }))
            m_trends += trendRow(look, trend);
    for (const desk::Judged& judged : desk::endpointsOf(*vault(), *protocol, *state))
        m_endpoints += endpointRow(look, judged);
    m_condition = m_trends.isEmpty() && m_endpoints.isEmpty() ? QStringLiteral("none") : QStringLiteral("list");
    return {};
}

QVariantMap TrendModel::trendRow(const Look& look, const desk::Trend& trend) const {
    const instrument::Score& score = *look.protocol.library.instrument(trend.instrument)->score(trend.score);
    QVariantList points;
    const desk::TrendPoint* before = nullptr;
    for (const desk::TrendPoint& point : trend.points) {
        const study::Timepoint& timepoint = *look.protocol.study.timepoint(point.timepoint);
        const QString value = point.value ? point.value->toString() : QString();
        QVariantMap row{
            {QStringLiteral("tick"),
             point.sequence == 1
                 ? point.timepoint
                 : tr("%1 (%2)", "a timepoint, how many times by now").arg(point.timepoint).arg(point.sequence)},
            {QStringLiteral("text"), value},
            {QStringLiteral("spoken"),
             tr("%1: %2", "a timepoint, a score")
                 .arg(look.names.label(timepoint, point.sequence), point.value ? value : tr("no value"))},
            {QStringLiteral("joins"),
             point.value && before != nullptr && before->value && before->sequence == point.sequence}};
        if (point.value)
            row.insert(QStringLiteral("at"), placeOf(*point.value, score));
        points += row;
        before = &point;
    }
    const QString range = tr("%1 to %2").arg(score.low.toString(), score.high.toString());
    return {{QStringLiteral("id"), trend.instrument + u'.' + trend.score},
            {QStringLiteral("title"), tr("%1: %2", "an instrument, one of its scores")
                                          .arg(look.names.name(trend.instrument), score.name.in(look.language))},
            {QStringLiteral("range"),
             score.direction == instrument::Direction::HigherWorse    ? tr("%1, higher is worse", "a range").arg(range)
             : score.direction == instrument::Direction::HigherBetter ? tr("%1, higher is better", "a range").arg(range)
                                                                      : range},
            {QStringLiteral("low"), score.low.toString()},
            {QStringLiteral("high"), score.high.toString()},
            {QStringLiteral("points"), points},
            {QStringLiteral("bands"),
             look.protocol.study.showsBands ? bandRows(score, trend.profile, look.language) : QVariantList()}};
}

QVariantMap TrendModel::endpointRow(const Look& look, const desk::Judged& judged) const {
    const study::Study& study = look.protocol.study;
    const auto endpoint = std::ranges::find(study.endpoints, judged.endpoint, &study::Endpoint::id);
    const auto labelOf = [&](const QString& id) { return study.timepoint(id)->label.in(look.language); };
    QVariantList timepoints;
    for (const QString& id : endpoint->timepoints)
        timepoints += QVariantMap{{QStringLiteral("label"), labelOf(id)},
                                  {QStringLiteral("text"), answer(judged.result.byTimepoint.value(id))}};
    QStringList missing;
    for (const desk::MissingScore& one : judged.missing)
        missing +=
            tr("%1 (%2)", "an instrument, a timepoint").arg(look.names.name(one.instrument), labelOf(one.timepoint));
    missing.removeDuplicates();
    return {{QStringLiteral("id"), judged.endpoint},
            {QStringLiteral("label"), endpoint->label.in(look.language)},
            {QStringLiteral("source"), endpoint->source},
            {QStringLiteral("result"), study::ternaryText(judged.result.overall)},
            {QStringLiteral("text"), answer(judged.result.overall)},
            {QStringLiteral("timepoints"), timepoints},
            {QStringLiteral("missing"), missing.join(tr("; ", "between parts of a list"))}};
}

QString TrendModel::answer(study::Ternary value) {
    return value == study::Ternary::Yes ? tr("yes") : value == study::Ternary::No ? tr("no") : tr("unknown");
}

} // namespace serein::ui
