// A participant's events that are no answers: who they are, and what the windows hang on.
#include "desk/AnswerWords.h"
#include "desk/EventWords.h"
#include "desk/FactWords.h"

namespace serein::desk {

using namespace ledger; // NOLINT(google-build-using-namespace): one line for each kind of fact

EventLine EventWords::operator()(const Enrolled& fact) const {
    return {tr("Enrolled as %1").arg(fact.subject)};
}
EventLine EventWords::operator()(const Identified& /*fact*/) const {
    return {tr("Identity written down (kept apart, not shown here)")};
}
EventLine EventWords::operator()(const Noted& fact) const {
    return {m_readsNotes ? tr("Note: %1").arg(fact.text) : tr("A note (withheld)")};
}
EventLine EventWords::operator()(const Consented& fact) const {
    return {tr("Consent of %1, document %2, by %3").arg(moment(fact.at), fact.document, FactWords::giver(fact.by))};
}
EventLine EventWords::operator()(const ScreenFailed& fact) const {
    return {tr("Screen failure"), fact.reason};
}
EventLine EventWords::operator()(const Suspended& fact) const {
    return {tr("Suspended: %1").arg(FactWords::cause(fact.cause)), fact.reason};
}
EventLine EventWords::operator()(const Resumed& fact) const {
    return {tr("Resumed"), fact.reason};
}
EventLine EventWords::operator()(const Withdrawn& fact) const {
    QStringList ended;
    for (const QString& degree : fact.from)
        ended += FactWords::degree(degree);
    const QString what = tr("Withdrawn from: %1").arg(ended.join(tr(", ", "between things that ended")));
    return {fact.identity == QLatin1String("destroyed") ? tr("%1; who they are was destroyed").arg(what) : what,
            fact.reason};
}
EventLine EventWords::operator()(const StudyMoved& fact) const {
    const auto protocol = m_vault.protocol(fact.study);
    return {tr("Follows version %1 of the study from here on").arg(protocol ? (*protocol)->study.version : fact.study),
            fact.reason};
}
EventLine EventWords::operator()(const Located& fact) const {
    return {tr("Whereabouts: %1").arg(FactWords::whereabouts({fact.place, fact.ward, fact.bed, {}}))};
}
EventLine EventWords::operator()(const CallAttempted& fact) const {
    return {tr("Called for %1: reached %2, %3")
                .arg(label(fact.timepoint), FactWords::reached(fact.reached), FactWords::outcome(fact.outcome)),
            fact.remark};
}
EventLine EventWords::operator()(const Unblinded& fact) const {
    return {fact.manner == QLatin1String("emergency")
                ? tr("Unblinded in an emergency: whoever wrote this saw the allocation")
                : tr("Unblinded as planned: whoever wrote this saw the allocation"),
            fact.reason};
}
EventLine EventWords::operator()(const AnchorSet& fact) const {
    return {tr("%1: %2").arg(anchor(fact.anchor), moment(fact.at))};
}
EventLine EventWords::operator()(const AnchorMoved& fact) const {
    return {tr("%1 postponed to %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const AnchorCorrected& fact) const {
    return {tr("%1 corrected to %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const AnchorRevoked& fact) const {
    return {tr("%1 cancelled").arg(anchor(fact.anchor)), fact.reason};
}
EventLine EventWords::operator()(const AnchorRepeated& fact) const {
    return {tr("%1 again: %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const TimepointRepeated& fact) const {
    return {tr("%1 is asked once more").arg(label(fact.timepoint)), fact.reason};
}
EventLine EventWords::operator()(const Missed& fact) const {
    return {tr("Missed: %1 (%2)").arg(about(fact.assessment), FactWords::missedReason(fact.reason)), fact.remark};
}
EventLine EventWords::operator()(const MissedTakenBack& fact) const {
    return {tr("Not missed after all: %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const HandedOver& fact) const {
    return {tr("Tablet handed over for %1 (%2)").arg(label(fact.timepoint), FactWords::mode(fact.mode)), fact.reason};
}
EventLine EventWords::operator()(const LanguageChosen& fact) const {
    return {tr("Chose %1").arg(languageLabel(fact.language))};
}
EventLine EventWords::operator()(const ReadingPreferred& fact) const {
    return {tr("Text at %1 %").arg(fact.textPercent)};
}
EventLine EventWords::operator()(const EscapeRefused& fact) const {
    return {tr("Tried to leave the screen (%1)").arg(fact.what)};
}
EventLine EventWords::operator()(const HandedBack& /*fact*/) const {
    return {tr("Tablet given back")};
}

} // namespace serein::desk
