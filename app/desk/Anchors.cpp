#include "desk/Anchors.h"

#include "desk/Enrolling.h"

#include <QRegularExpression>

namespace serein::desk {

namespace {

constexpr int furthestAhead = 365; // days: an operation is planned months ahead, not years
constexpr int furthestBack = 10;   // years before the enrolment

const QString fieldAnchor = QStringLiteral("/anchor");
const QString fieldAt = QStringLiteral("/at");

/// Timepoints whose windows hang on the anchor, directly or through day zero.
QStringList dependants(const study::Study& study, const QString& anchor) {
    QStringList ids;
    for (const study::Timepoint& timepoint : study.timepoints)
        if ((timepoint.window.anchor.isEmpty() ? study.dayZero : timepoint.window.anchor) == anchor)
            ids.append(timepoint.id);
    return ids;
}

QString policyText(study::OnRepeat policy) {
    switch (policy) {
    case study::OnRepeat::Restart:
        return QStringLiteral("restart");
    case study::OnRepeat::Continue:
        return QStringLiteral("continue");
    case study::OnRepeat::Ignore:
        break;
    }
    return QStringLiteral("ignore");
}

Result<void> checkTime(const study::Study& study, const ledger::ParticipantState& participant,
                       const AnchorChange& change, const QDateTime& now) {
    if (!change.at.isValid())
        return unusable(QStringLiteral("please say when"), fieldAt);
    if (change.anchor == study.consentAnchor)
        SEREIN_CHECK(checkConsentTime(change.at, participant.enrolledAt, now));
    if (change.at > now.addDays(furthestAhead))
        return unusable(QStringLiteral("this is more than a year ahead"), fieldAt);
    if (change.at < participant.enrolledAt.addYears(-furthestBack))
        return unusable(QStringLiteral("this is more than ten years before the enrolment"), fieldAt);
    const QDateTime before = participant.anchors.value(change.anchor);
    if (change.act == AnchorAct::Repeat && change.at <= before)
        return unusable(QStringLiteral("it happened again, so this has to be later than the first time"), fieldAt);
    if (change.act != AnchorAct::Set && change.at == before)
        return unusable(QStringLiteral("this is the time that stands there already"), fieldAt);
    return {};
}

} // namespace

std::optional<AnchorAct> anchorActFrom(const QString& text) {
    static const QMap<QString, AnchorAct> acts{{QStringLiteral("set"), AnchorAct::Set},
                                               {QStringLiteral("move"), AnchorAct::Move},
                                               {QStringLiteral("correct"), AnchorAct::Correct},
                                               {QStringLiteral("revoke"), AnchorAct::Revoke},
                                               {QStringLiteral("repeat"), AnchorAct::Repeat}};
    const auto found = acts.constFind(text);
    return found == acts.constEnd() ? std::nullopt : std::optional(*found);
}

ledger::Fact anchorFact(const study::Study& study, const AnchorChange& change) {
    switch (change.act) {
    case AnchorAct::Set:
        return ledger::AnchorSet{change.anchor, change.at};
    case AnchorAct::Move:
        return ledger::AnchorMoved{change.anchor, change.at, change.reason};
    case AnchorAct::Correct:
        return ledger::AnchorCorrected{change.anchor, change.at, change.reason};
    case AnchorAct::Revoke:
        return ledger::AnchorRevoked{change.anchor, change.reason};
    case AnchorAct::Repeat:
        break;
    }
    const study::Anchor* anchor = study.anchor(change.anchor);
    const study::OnRepeat policy = anchor != nullptr ? anchor->onRepeat : study::OnRepeat::Ignore;
    return ledger::AnchorRepeated{change.anchor, change.at, policyText(policy),
                                  policy == study::OnRepeat::Restart ? dependants(study, change.anchor) : QStringList(),
                                  change.reason};
}

QList<vault::Draft> consentDrafts(const study::Study& study, const ledger::Consented& consent,
                                  const AnchorChange& change) {
    return {{anchorFact(study, change)}, {consent}};
}

Result<void> checkAnchor(const study::Study& study, const ledger::ParticipantState& participant,
                         const AnchorChange& change, const QDateTime& now) {
    if (!study.anchor(change.anchor))
        return unusable(QStringLiteral("the study has no anchor \"%1\"").arg(change.anchor), fieldAnchor);
    const bool isSet = participant.anchors.contains(change.anchor);
    if (change.act == AnchorAct::Set && isSet)
        return unusable(QStringLiteral("the anchor \"%1\" is set already: move it (postponed) or correct it (mistyped)")
                            .arg(change.anchor),
                        fieldAnchor);
    if (change.act != AnchorAct::Set && !isSet)
        return unusable(QStringLiteral("the anchor \"%1\" is not set yet").arg(change.anchor), fieldAnchor);
    if (change.act == AnchorAct::Repeat && change.anchor == study.consentAnchor)
        return unusable(QStringLiteral("consent given anew is recorded with the consents"), fieldAnchor);
    return change.act == AnchorAct::Revoke ? Result<void>() : checkTime(study, participant, change, now);
}

Result<LocalTime> localTime(const QString& typed, const QTimeZone& zone) {
    // A Chinese keyboard types full-width digits, colons and spaces.
    const QString plain = typed.normalized(QString::NormalizationForm_KC).simplified();
    static const QRegularExpression form(QStringLiteral(R"(^(\d{4}-\d{1,2}-\d{1,2})[ T](\d{1,2}:\d\d)$)"));
    const auto parts = form.match(plain);
    const QDate date = QDate::fromString(parts.captured(1), QStringLiteral("yyyy-M-d"));
    const QTime time = QTime::fromString(parts.captured(2), QStringLiteral("H:mm"));
    if (!date.isValid() || !time.isValid())
        return unusable(QStringLiteral("please write date and time like 2026-11-20 14:05"), fieldAt);
    const QDateTime at = localMoment(date, time, zone);
    if (const QDateTime local = at.toTimeZone(zone); local.date() != date || local.time() != time)
        return unusable(QStringLiteral("this time does not exist on that day: the clock is put forward past it"),
                        fieldAt);
    // The clock goes back by an hour, or by half of one on Lord Howe Island.
    for (const int step : {1800, 3600}) {
        const QDateTime later = at.addSecs(step);
        const QDateTime local = later.toTimeZone(zone);
        if (local.date() == date && local.time() == time)
            return LocalTime{at, later.toOffsetFromUtc(zone.offsetFromUtc(later))};
    }
    return LocalTime{at, {}};
}

} // namespace serein::desk
