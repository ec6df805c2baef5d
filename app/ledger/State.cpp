#include "ledger/State.h"

#include "ledger/ParticipantFold.h"

namespace serein::ledger {

namespace {

class DeviceFold {
public:
    DeviceFold(DeviceState& state, const Header& header, Touched& touched)
        : m_state(state), m_header(header), m_touched(touched) {}

    void operator()(const VaultCreated& fact) {
        m_state.vault = fact.vault;
        m_state.synthetic = fact.synthetic;
        m_touched.device = true;
    }
    void operator()(const StudyAdopted& fact) {
        m_state.study = fact.study;
        m_state.instruments = fact.instruments;
        m_state.adopted.insert(fact.study, fact.instruments);
        m_touched.device = true;
    }
    void operator()(const AccountAdded& fact) {
        if (m_state.accounts.contains(fact.name))
            return; // names are never used twice
        m_state.accounts.insert(fact.name, {fact.name, fact.roles, true});
        m_touched.accounts.insert(fact.name);
    }
    void operator()(const AccountDisabled& fact) {
        const auto account = m_state.accounts.find(fact.name);
        if (account == m_state.accounts.end())
            return;
        account->active = false;
        m_touched.accounts.insert(fact.name);
    }
    void operator()(const RolesChanged& fact) {
        const auto account = m_state.accounts.find(fact.name);
        if (account == m_state.accounts.end())
            return;
        account->roles = fact.roles;
        m_touched.accounts.insert(fact.name);
    }
    void operator()(const RecoveryNamed& fact) {
        m_state.recovery = fact.certificate;
        m_touched.device = true;
    }
    void operator()(const ClockChecked& fact) {
        m_state.clockCheckedAt = m_header.at;
        m_state.clockDriftSeconds = fact.driftSeconds;
        m_touched.device = true;
    }
    void operator()(const BackedUp& fact) {
        m_state.backedUpAt = m_header.at;
        m_state.backedUpEvents = fact.events;
        m_touched.device = true;
    }
    void operator()(const StudySigned& fact) {
        m_state.signedAt = m_header.at;
        m_state.signedBy = m_header.actor;
        m_state.signedMeaning = fact.meaning;
        m_touched.device = true;
    }
    void operator()(const StudyDataStateChanged& fact) {
        m_state.dataState = fact.state;
        m_touched.device = true;
    }
    void operator()(const Checkpoint& fact) {
        for (const Head& head : fact.heads) {
            m_state.vouched.insert(head.stream, {head, m_header.id});
            m_touched.vouched.insert(head.stream);
        }
    }
    template<class Other> void operator()(const Other&) {}

private:
    DeviceState& m_state;
    const Header& m_header;
    Touched& m_touched;
};

} // namespace

QString statusText(AssessmentStatus status) {
    switch (status) {
    case AssessmentStatus::Open:
        return QStringLiteral("open");
    case AssessmentStatus::Submitted:
        return QStringLiteral("submitted");
    case AssessmentStatus::EndedEarly:
        return QStringLiteral("endedEarly");
    }
    return {};
}

QJsonValue AssessmentState::submittedAnswer(const QString& item) const {
    for (const Correction& correction : corrections)
        if (correction.item == item)
            return correction.before; // of the first
    return answers.value(item).value;
}

const AssessmentState* ParticipantState::assessment(const AssessmentKey& key) const {
    const auto found = assessments.constFind(key);
    return found == assessments.constEnd() ? nullptr : &*found;
}

int ParticipantState::sequenceOf(const QString& timepoint) const {
    return 1 + static_cast<int>(repeats.value(timepoint).size());
}

QMap<QString, QDateTime> ParticipantState::anchorsAt(const QDateTime& moment) const {
    QMap<QString, QDateTime> then;
    for (auto it = anchorHistory.begin(); it != anchorHistory.end(); ++it) {
        AnchorEntry entry = it->constFirst();
        for (const AnchorEntry& next : *it)
            if (next.since <= moment)
                entry = next;
        if (entry.at.isValid())
            then.insert(it.key(), entry.at);
    }
    return then;
}

QMap<QString, QDateTime> ParticipantState::anchorsFor(const AssessmentKey& key) const {
    if (const AssessmentState* begun = assessment(key))
        return anchorsAt(begun->openedAt);
    const QList<QDateTime> further = repeats.value(key.timepoint);
    if (key.sequence <= further.size())
        return anchorsAt(further[key.sequence - 1].addMSecs(-1));
    return anchors;
}

const MissedState* ParticipantState::missedAs(const AssessmentKey& key) const {
    if (assessments.contains(key))
        return nullptr;
    for (const AssessmentKey& said : {key, AssessmentKey{key.timepoint, {}, key.sequence}})
        if (const auto found = missed.constFind(said); found != missed.constEnd())
            return &*found;
    return nullptr;
}

bool ParticipantState::hasWithdrawnFrom(const QString& degree) const {
    return withdrawn && withdrawn->from.contains(degree);
}

QDateTime ParticipantState::diedAt() const {
    QDateTime first;
    for (const MissedState& one : missed)
        if (one.reason == QLatin1String("died") && (!first.isValid() || one.remark.at < first))
            first = one.remark.at;
    return first;
}

void apply(ParticipantState& state, const Event& event, Touched& touched) {
    std::visit(ParticipantFold(state, event.header, touched), event.fact);
}

void apply(DeviceState& state, const Event& event, Touched& touched) {
    std::visit(DeviceFold(state, event.header, touched), event.fact);
}

} // namespace serein::ledger
