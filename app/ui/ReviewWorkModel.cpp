#include "ui/ReviewWorkModel.h"

#include "core/Ids.h"
#include "desk/ReviewWork.h"
#include "ui/Words.h"

namespace serein::ui {

namespace {

using Kind = vault::ReviewWait::Kind;
constexpr int reviewPage = 50;

QString sinceText(const vault::ReviewWait& one, const QTimeZone& zone) {
    const QString when = Words::moment(one.at, zone);
    switch (one.kind) {
    case Kind::Query:
        return ReviewWorkModel::tr("Query by %1, %2", "who, when").arg(one.by, when);
    case Kind::Answered:
        return ReviewWorkModel::tr("Query answered by %1, %2", "who, when").arg(one.by, when);
    case Kind::Proposal:
        return ReviewWorkModel::tr("Correction proposed by %1, %2", "who, when").arg(one.by, when);
    }
    return {};
}

} // namespace

ReviewWorkModel::ReviewWorkModel(QObject* parent)
    : StaffModel(parent),
      m_rows(new RowsModel({QStringLiteral("key"), QStringLiteral("participant"), QStringLiteral("timepoint"),
                            QStringLiteral("instrument"), QStringLiteral("sequence"), QStringLiteral("what"),
                            QStringLiteral("since"), QStringLiteral("stands")},
                           this)),
      m_reach(reviewPage) {
    connect(this, &ReviewWorkModel::asked, this, &ReviewWorkModel::reload);
    connect(m_rows, &RowsModel::moreWanted, this, [this] {
        m_reach += reviewPage;
        reload();
    });
}

void ReviewWorkModel::reload() {
    m_text.clear();
    if (vault() == nullptr)
        m_rows->clear();
    else if (const auto done = read(); !done)
        desk()->fail(account::Action::ReadParticipants, done.error());
    Q_EMIT loaded();
}

Result<void> ReviewWorkModel::read() {
    const desk::ReviewWork work(*vault());
    SEREIN_TRY(const auto counts, work.counts());
    QStringList parts;
    if (const int open = counts.value(Kind::Query); open > 0)
        parts += tr("%n open query(ies)", "", open);
    if (const int answered = counts.value(Kind::Answered); answered > 0)
        parts += tr("%n answered query(ies) to close", "", answered);
    if (const int proposals = counts.value(Kind::Proposal); proposals > 0)
        parts += tr("%n correction(s) to decide on", "", proposals);
    m_text = parts.join(QStringLiteral(" · "));
    if (!m_isListed)
        return {};
    SEREIN_TRY(QList<vault::ReviewWait> waiting, work.waiting(0, m_reach + 1));
    const bool more = waiting.size() > m_reach;
    QList<QVariantMap> rows;
    for (const vault::ReviewWait& one : waiting.mid(0, m_reach)) {
        SEREIN_TRY(const auto protocol,
                   vault()->protocol(one.study.isEmpty() ? vault()->deviceState().study : one.study));
        const instrument::Instrument* known = protocol->library.instrument(one.assessment.instrument);
        const study::Timepoint* timepoint = protocol->study.timepoint(one.assessment.timepoint);
        rows.append({{QStringLiteral("key"), idText(one.id)},
                     {QStringLiteral("participant"), idText(one.participant)},
                     {QStringLiteral("timepoint"), one.assessment.timepoint},
                     {QStringLiteral("instrument"), one.assessment.instrument},
                     {QStringLiteral("sequence"), one.assessment.sequence},
                     {QStringLiteral("what"),
                      tr("%1 · %2 · %3", "subject, instrument, timepoint")
                          .arg(one.subject, known != nullptr ? known->name.in(language()) : one.assessment.instrument,
                               timepoint != nullptr ? timepoint->label.in(language()) : one.assessment.timepoint)},
                     {QStringLiteral("since"), sinceText(one, protocol->study.zone)},
                     {QStringLiteral("stands"), one.stands}});
    }
    m_rows->set(rows, more);
    return {};
}

} // namespace serein::ui
