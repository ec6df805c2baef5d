#include "ledger/State.h"

#include "ledger/ParticipantFold.h"

namespace serein::ledger {

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

QStringList Withdrawal::from() const {
    QStringList all;
    for (const WithdrawnDegree& one : degrees)
        all.append(one.degree);
    return all;
}

const WithdrawnDegree* ParticipantState::withdrawnFrom(const QString& degree) const {
    if (withdrawn)
        for (const WithdrawnDegree& one : withdrawn->degrees)
            if (one.degree == degree)
                return &one;
    return nullptr;
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

} // namespace serein::ledger
