#include "ledger/State.h"

namespace serein::ledger {

namespace {

class ParticipantFold {
public:
    ParticipantFold(ParticipantState& state, const Header& header, Touched& touched)
        : m_state(state), m_header(header), m_touched(touched) {}

    void operator()(const Enrolled& fact) {
        m_state.id = QUuid(m_header.stream);
        m_state.subject = fact.subject;
        m_state.study = fact.study;
        m_state.language = fact.language;
        m_state.synthetic = fact.synthetic;
        m_state.enrolledAt = m_header.at;
        m_touched.participant = true;
    }
    void operator()(const Identified& fact) {
        m_state.secondIdentifier = fact.secondIdentifier;
        m_state.name = fact.name;
        m_touched.participant = true;
    }
    void operator()(const AnchorSet& fact) { setAnchor(fact.anchor, fact.at); }
    void operator()(const AnchorMoved& fact) { setAnchor(fact.anchor, fact.at); }
    void operator()(const AnchorCorrected& fact) { setAnchor(fact.anchor, fact.at); }
    void operator()(const AnchorRevoked& fact) {
        m_state.anchors.remove(fact.anchor);
        m_touched.anchors = true;
    }
    void operator()(const HandedOver& fact) {
        m_state.handOver =
            HandOverState{fact.timepoint, fact.sequence, fact.mode, fact.language, fact.helper, fact.place};
        m_touched.participant = true;
    }
    void operator()(const LanguageChosen& fact) {
        if (m_state.handOver)
            m_state.handOver->language = fact.language;
    }
    void operator()(const ReadingPreferred& fact) { m_state.reading = {fact.textPercent, fact.look}; }
    void operator()(const HandedBack&) {
        m_state.handOver.reset();
        m_touched.participant = true;
    }
    void operator()(const AssessmentOpened& fact) {
        if (m_state.assessments.contains(fact.assessment))
            return;
        AssessmentState opened;
        opened.key = fact.assessment;
        opened.bodyClass = m_header.bodyClass;
        opened.definition = fact.definition;
        opened.pack = fact.pack;
        opened.language = fact.language;
        opened.profile = fact.profile;
        opened.prorate = fact.prorate;
        opened.mode = fact.mode;
        opened.modeNow = fact.mode;
        opened.openedAt = m_header.at;
        m_state.assessments.insert(fact.assessment, opened);
        m_touched.assessments.insert(fact.assessment.toString());
    }
    void operator()(const ItemShown& fact) {
        if (AssessmentState* open = openAssessment(fact.assessment)) {
            open->currentItem = fact.item;
            open->reviewing = fact.item.isEmpty();
            if (!fact.item.isEmpty())
                open->shownAt.insert(fact.item, m_header.at);
            m_touched.assessments.insert(fact.assessment.toString());
        }
    }
    void operator()(const Answered& fact) {
        AssessmentState* open = openAssessment(fact.assessment);
        if (!open)
            return; // what was submitted changes only by a correction
        const auto before = open->answers.constFind(fact.item);
        const bool changed = before != open->answers.constEnd() && before->value != fact.answer;
        const int changes = before == open->answers.constEnd() ? 0 : before->changes + (changed ? 1 : 0);
        const auto shown = open->shownAt.constFind(fact.item);
        const qint64 response = shown == open->shownAt.constEnd() ? -1 : shown->msecsTo(m_header.at);
        open->answers.insert(fact.item, {fact.answer, m_header.at, m_header.actor, changes, response, open->modeNow});
        m_touched.answers.insert({fact.assessment.toString(), fact.item});
    }
    void operator()(const Submitted& fact) {
        if (AssessmentState* open = openAssessment(fact.assessment)) {
            open->status = fact.endedEarly ? AssessmentStatus::EndedEarly : AssessmentStatus::Submitted;
            open->submittedAt = m_header.at;
            open->submittedBy = m_header.actor;
            open->scores = fact.scores;
            open->engine = fact.engine;
            open->notReached = fact.notReached;
            m_touched.assessments.insert(fact.assessment.toString());
            m_touched.scores.insert(fact.assessment.toString());
        }
    }
    void operator()(const ModeChanged& fact) {
        if (AssessmentState* open = openAssessment(fact.assessment))
            open->modeNow = fact.mode;
    }
    void operator()(const CheckKept& fact) {
        if (AssessmentState* open = openAssessment(fact.assessment); open && !open->keptChecks.contains(fact.check))
            open->keptChecks.append(fact.check);
    }
    void operator()(const Reopened& fact) {
        const auto found = m_state.assessments.find(fact.assessment);
        if (found == m_state.assessments.end() || found->status == AssessmentStatus::Open)
            return;
        found->status = AssessmentStatus::Open;
        found->submittedAt = {};
        found->submittedBy.clear();
        found->scores = {};
        found->notReached.clear();
        found->reviewing = true;
        found->currentItem.clear();
        m_touched.assessments.insert(fact.assessment.toString());
        m_touched.scores.insert(fact.assessment.toString());
    }
    void operator()(const Transcribed& fact) {
        if (AssessmentState* open = openAssessment(fact.assessment))
            open->filledInAt = fact.filledInAt;
    }
    void operator()(const AlertRaised& fact) {
        m_state.alerts.insert(
            m_header.id,
            {m_header.id, QUuid(m_header.stream), fact.assessment, fact.rule, fact.item, m_header.at, {}, {}, {}});
        m_touched.alerts.insert(m_header.id);
    }
    void operator()(const AlertAcknowledged& fact) {
        const auto alert = m_state.alerts.find(fact.alert);
        if (alert == m_state.alerts.end() || alert->acknowledgedAt.isValid())
            return;
        alert->acknowledgedAt = m_header.at;
        alert->acknowledgedBy = m_header.actor;
        alert->action = fact.action;
        m_touched.alerts.insert(fact.alert);
    }
    template<class Other> void operator()(const Other&) {} // notes, the device's own, unknown and withheld

private:
    void setAnchor(const QString& anchor, const QDateTime& at) {
        m_state.anchors.insert(anchor, at);
        m_touched.anchors = true;
    }
    AssessmentState* openAssessment(const AssessmentKey& key) {
        const auto found = m_state.assessments.find(key);
        return found == m_state.assessments.end() || found->status != AssessmentStatus::Open ? nullptr : &*found;
    }

    ParticipantState& m_state;
    const Header& m_header;
    Touched& m_touched;
};

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

const AssessmentState* ParticipantState::assessment(const AssessmentKey& key) const {
    const auto found = assessments.constFind(key);
    return found == assessments.constEnd() ? nullptr : &*found;
}

void apply(ParticipantState& state, const Event& event, Touched& touched) {
    std::visit(ParticipantFold(state, event.header, touched), event.fact);
}

void apply(DeviceState& state, const Event& event, Touched& touched) {
    std::visit(DeviceFold(state, event.header, touched), event.fact);
}

} // namespace serein::ledger
