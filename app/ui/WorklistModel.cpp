#include "ui/WorklistModel.h"

#include "ui/WorkWords.h"

#include <limits>
#include <utility>

namespace serein::ui {

namespace {

using desk::WorkState;
using namespace std::chrono_literals;

/// In the order that they are read; what no longer applies is on nobody's list.
constexpr WorkState listed[] = {WorkState::Due,         WorkState::Overdue, WorkState::Upcoming,
                                WorkState::Unscheduled, WorkState::Done,    WorkState::Missed};
constexpr int firstRows = 20; ///< of each state, where all are shown
constexpr int firstAlerts = 5;
constexpr qsizetype sight = 20; ///< rows that fill a screen
constexpr qsizetype everything = std::numeric_limits<qsizetype>::max();
constexpr int page = 50; ///< of one state, at a time
const QString alertsState = QStringLiteral("alerts");

QVariantMap choice(const QString& id, const QString& label) {
    return {{QStringLiteral("id"), id}, {QStringLiteral("label"), label}};
}

/// `kind`: section, or more: the way to the rest of it.
QVariantMap heading(const QString& kind, const QString& state, int count) {
    return {{QStringLiteral("key"), kind + u'/' + state},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("state"), state},
            {QStringLiteral("stateText"), WorkWords::section(state, count)},
            {QStringLiteral("count"), count}};
}
const QString section = QStringLiteral("section");
const QString rest = QStringLiteral("more");

} // namespace

WorklistModel::WorklistModel(QObject* parent)
    : StaffModel(parent),
      m_rows(new RowsModel({QStringLiteral("key"), QStringLiteral("kind"), QStringLiteral("state"),
                            QStringLiteral("stateText"), QStringLiteral("count"), QStringLiteral("participant"),
                            QStringLiteral("subject"), QStringLiteral("timepoint"), QStringLiteral("label"),
                            QStringLiteral("what"), QStringLiteral("window"), QStringLiteral("place"),
                            QStringLiteral("remarks"), QStringLiteral("action")},
                           this)),
      m_reach(page) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { reload(); });
    m_completing.setSingleShot(true);
    m_completing.setInterval(0);
    connect(&m_completing, &QTimer::timeout, this, [this] { complete(); });
    connect(m_rows, &RowsModel::moreWanted, this, [this] {
        m_reach += page;
        reload();
    });
}

void WorklistModel::reload() {
    m_trouble.clear();
    if (vault() == nullptr) {
        m_rows->clear();
        m_shown.clear();
        m_counts.clear();
        m_states = m_sites = m_timepoints = m_wards = m_beds = {};
        m_condition = QStringLiteral("loading");
        m_isNew = true;
        Q_EMIT loaded();
        return;
    }
    const auto choices = readChoices();
    keep(choices ? read(m_isNew ? sight : everything) : std::unexpected(choices.error()));
    if (m_isNew)
        m_rows->begin(m_shown, m_more);
    else
        m_rows->set(m_shown, m_more);
    m_completing.start();
    Q_EMIT loaded();
}

void WorklistModel::keep(const Result<QList<QVariantMap>>& rows) {
    m_shown = rows.value_or(QList<QVariantMap>());
    if (!rows) {
        m_condition = QStringLiteral("failed");
        m_trouble = Words::error(rows.error());
    }
}

Result<QList<QVariantMap>> WorklistModel::read(qsizetype most) {
    m_more = false;
    const desk::WorkQuery query(*vault());
    SEREIN_TRY(const auto alerts, query.alerts(m_search, 0, -1));
    m_alertCount = static_cast<int>(m_search.timepoint.isEmpty() ? alerts.size() : 0);
    QList<QVariantMap> rows;
    if (m_alertCount > 0 && (m_state.isEmpty() || m_state == alertsState))
        SEREIN_CHECK(addAlerts(rows, alerts));
    for (const WorkState state : listed) {
        const QString id = desk::workStateText(state);
        if (!m_state.isEmpty() && m_state != id)
            continue;
        if (rows.size() > most)
            break;
        const int reach = m_state.isEmpty() ? firstRows : m_reach;
        SEREIN_TRY(const auto entries,
                   query.entries(state, m_search, 0, reach + 1)); // one more says that there are others
        if (entries.isEmpty())
            continue;
        rows += heading(section, id, m_counts.value(state, -1));
        for (const desk::WorkEntry& entry : entries.mid(0, reach))
            rows += WorkWords::entry(*vault(), entry, language());
        const bool isMore = entries.size() > reach;
        if (m_state.isEmpty() && isMore)
            rows += heading(rest, id, m_counts.value(state, -1));
        m_more = !m_state.isEmpty() && isMore;
    }
    m_condition = QStringLiteral("list");
    if (rows.isEmpty()) {
        SEREIN_TRY(const auto anybody, query.participants({}, 0, 1));
        m_condition = anybody.isEmpty() ? QStringLiteral("empty") : QStringLiteral("none");
    }
    return rows;
}

void WorklistModel::complete() {
    if (vault() == nullptr)
        return;
    if (std::exchange(m_isNew, false)) {
        keep(read(everything));
        m_rows->set(m_shown, m_more);
        Q_EMIT loaded();
    }
    const auto counts = desk::WorkQuery(*vault()).counts(m_search);
    if (!counts)
        return; // the rows stand; whatever is wrong is said when they are read again
    m_counts = *counts;
    for (QVariantMap& row : m_shown)
        if (const QString kind = row.value(QStringLiteral("kind")).toString(); kind == section || kind == rest)
            for (const WorkState state : listed)
                if (const QString id = desk::workStateText(state); row.value(QStringLiteral("state")) == id)
                    row = heading(kind, id, m_counts.value(state));
    m_rows->set(m_shown, m_more);
    int all = 0;
    m_states = {QVariant()};
    if (m_alertCount > 0)
        m_states += choice(alertsState, WorkWords::section(alertsState, m_alertCount));
    for (const WorkState state : listed) {
        const QString id = desk::workStateText(state);
        all += m_counts.value(state);
        if (m_counts.value(state) > 0 || m_state == id)
            m_states += choice(id, WorkWords::section(id, m_counts.value(state)));
    }
    m_states[0] = choice({}, WorkWords::section({}, all));
    Q_EMIT loaded();
}

Result<void> WorklistModel::addAlerts(QList<QVariantMap>& rows, const QList<vault::WaitingAlert>& alerts) const {
    const auto count = static_cast<int>(alerts.size());
    rows += heading(section, alertsState, count);
    for (const vault::WaitingAlert& alert : alerts.mid(0, m_state.isEmpty() ? firstAlerts : -1)) {
        SEREIN_TRY(const bool hidden, desk::WorkQuery(*vault()).isHidden(alert));
        SEREIN_TRY(const QVariantMap row, WorkWords::alert(*vault(), alert, hidden, language()));
        rows += row;
    }
    if (m_state.isEmpty() && count > firstAlerts)
        rows += heading(rest, alertsState, count);
    return {};
}

Result<void> WorklistModel::readChoices() {
    const study::Study& study = vault()->study();
    SEREIN_TRY(const auto wards, vault()->work().wards());
    const QVariantMap all = choice({}, tr("All"));
    m_sites = m_timepoints = m_wards = m_beds = {};
    if (study.sites.size() > 1) {
        m_sites += all;
        for (const study::Site& site : study.sites)
            m_sites += choice(site.id, site.label.in(language()));
    }
    m_timepoints += all;
    for (const study::Timepoint& timepoint : study.timepoints)
        m_timepoints += choice(timepoint.id, timepoint.label.in(language()));
    if (!wards.isEmpty()) {
        m_wards += all;
        for (auto ward = wards.begin(); ward != wards.end(); ++ward)
            m_wards += choice(ward.key(), ward.key());
    }
    if (const QStringList beds = wards.value(m_search.ward); !beds.isEmpty()) {
        m_beds += all;
        for (const QString& bed : beds)
            m_beds += choice(bed, bed);
    }
    return {};
}

bool WorklistModel::mayEnrol() const {
    return vault() != nullptr && vault()->user().roleToDo(account::Action::Enrol);
}

void WorklistModel::setText(const QString& text) {
    if (text == m_search.text)
        return;
    m_search.text = text;
    m_counts.clear(); // of another search
    m_isNew = true;
    m_reach = page;
    m_typing.start();
    Q_EMIT searchChanged();
}

void WorklistModel::setState(const QString& state) {
    choose(m_state, state);
}

void WorklistModel::setWard(const QString& ward) {
    m_search.bed.clear(); // of another ward
    choose(m_search.ward, ward);
}

void WorklistModel::choose(QString& member, const QString& chosen) {
    member = chosen;
    if (&member != &m_state)
        m_counts.clear();
    m_isNew = true;
    m_reach = page;
    Q_EMIT searchChanged();
    reload();
}

void WorklistModel::forgetSearch() {
    m_search = {};
    m_counts.clear();
    choose(m_state, {});
}

QVariantMap WorklistModel::form(const QString& participant, const QString& timepoint) const {
    if (vault() == nullptr)
        return {};
    const auto next = desk::WorkQuery(*vault()).nextForm(QUuid::fromString(participant), timepoint);
    if (!next || next->isEmpty())
        return {};
    const instrument::Instrument* known = vault()->library().instrument(*next);
    return {{QStringLiteral("instrument"), *next},
            {QStringLiteral("name"), known != nullptr ? known->name.in(language()) : *next}};
}

} // namespace serein::ui
