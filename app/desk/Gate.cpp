#include "desk/Gate.h"

#include "desk/Standing.h"

#include <QJsonObject>
#include <algorithm>
#include <ranges>

namespace serein::desk {

namespace {

std::optional<Bar> consentMissing(const study::Study& study, const ledger::ParticipantState& participant,
                                  const Asking& asking) {
    if (study.consentDocument.isEmpty())
        return std::nullopt;
    // A revoked anchor says that the consent had not been given after all; the last entry of the first consent is the
    // one that counts, for a mistyped time is entered again.
    const bool isDated = study.consentAnchor.isEmpty() || participant.anchors.contains(study.consentAnchor);
    const auto initial = std::ranges::find(std::ranges::reverse_view(participant.consents), QStringLiteral("initial"),
                                           &ledger::ConsentState::occasion);
    if (!isDated || initial == participant.consents.crend() || initial->at > asking.at)
        return Bar::Consent;
    if (study.reconsent && !hasSigned(participant, study.consentDocument) &&
        (asking.formInForce.isEmpty() || !hasSigned(participant, asking.formInForce)))
        return Bar::Reconsent;
    return std::nullopt;
}

QString inWords(Bar bar, const study::Study& study) {
    switch (bar) {
    case Bar::Consent:
        return QStringLiteral("consent has not been recorded: it comes before the first question");
    case Bar::Reconsent:
        return QStringLiteral("consent to document %1 is needed before anything else is asked")
            .arg(study.consentDocument);
    case Bar::ScreenFailed:
        return QStringLiteral("screening failed: nothing is asked");
    case Bar::NotEligible:
        return QStringLiteral("the form of eligibility says that this person can't take part");
    case Bar::Suspended:
        return QStringLiteral("participation is suspended: resume it first");
    case Bar::Withdrawn:
        return QStringLiteral("this participant has withdrawn from it");
    case Bar::Calls:
        return QStringLiteral("this participant has withdrawn from calls");
    case Bar::Died:
        return QStringLiteral("it was recorded that this participant has died");
    }
    return {};
}

} // namespace

QString barText(Bar bar) {
    switch (bar) {
    case Bar::Consent:
        return QStringLiteral("consent");
    case Bar::Reconsent:
        return QStringLiteral("reconsent");
    case Bar::ScreenFailed:
        return QStringLiteral("screenFailed");
    case Bar::NotEligible:
        return QStringLiteral("notEligible");
    case Bar::Suspended:
        return QStringLiteral("suspended");
    case Bar::Withdrawn:
        return QStringLiteral("withdrawn");
    case Bar::Calls:
        return QStringLiteral("calls");
    case Bar::Died:
        return QStringLiteral("died");
    }
    return {};
}

std::optional<Bar> barTo(const study::Study& study, const ledger::ParticipantState& participant, const Asking& asking) {
    if (const auto missing = consentMissing(study, participant, asking))
        return missing;
    if (participant.screenFailed)
        return Bar::ScreenFailed;
    const QString degree = asking.isForParticipant ? QStringLiteral("questionnaires") : QStringLiteral("records");
    // What was answered on paper before it all may still be typed in.
    if (const auto* ended = participant.withdrawnFrom(degree); ended != nullptr && ended->reason.at <= asking.at)
        return Bar::Withdrawn;
    if (!asking.isForParticipant)
        return std::nullopt;
    if (eligibilityOf(study, participant) == study::Ternary::No)
        return Bar::NotEligible;
    if (const QDateTime died = participant.diedAt(); died.isValid() && died <= asking.at)
        return Bar::Died;
    if (participant.suspended && participant.suspended->reason.at <= asking.at)
        return Bar::Suspended;
    const auto* calls = participant.withdrawnFrom(QStringLiteral("calls"));
    if (asking.mode == QLatin1String("telephone") && calls != nullptr && calls->reason.at <= asking.at)
        return Bar::Calls;
    return std::nullopt;
}

Result<void> requireAskable(const study::Study& study, const ledger::ParticipantState& participant,
                            const Asking& asking) {
    if (const auto bar = barTo(study, participant, asking))
        return std::unexpected(Error{Error::Kind::Refused, {{{}, u'/' + barText(*bar), inWords(*bar, study)}}});
    return {};
}

study::Ternary eligibilityOf(const study::Study& study, const ledger::ParticipantState& participant) {
    const ledger::AssessmentState* last = nullptr;
    if (study.eligibility)
        for (const ledger::AssessmentState& one : participant.assessments)
            if (one.key.instrument == study.eligibility->instrument && one.submittedAt.isValid() &&
                (last == nullptr || last->submittedAt <= one.submittedAt))
                last = &one;
    if (last == nullptr)
        return study::Ternary::Unknown;
    return study::holds(*study.eligibility, scoreFrom(last->scores.value(study.eligibility->score)));
}

instrument::ScoreValue scoreFrom(const QJsonValue& stored) {
    const QJsonValue value = stored[QLatin1String("value")];
    instrument::ScoreValue score;
    if (value.isBool())
        score.value = value.toBool();
    else if (const auto number = Decimal::fromJson(value))
        score.value = *number;
    return score;
}

study::Punctuality punctualityOf(const study::Study& study, const ledger::ParticipantState& participant,
                                 const ledger::AssessmentKey& key, const QDateTime& at) {
    const study::Timepoint* timepoint = study.timepoint(key.timepoint);
    return timepoint == nullptr
               ? study::Punctuality::Unscheduled
               : study::punctualityOf(study::planFor(study, *timepoint, participant.anchorsFor(key)), at);
}

Result<QString> reasonOutside(study::Punctuality punctuality, const QString& typed) {
    if (punctuality == study::Punctuality::InWindow)
        return QString();
    if (typed.trimmed().isEmpty())
        return unusable(punctuality == study::Punctuality::Early  ? QStringLiteral("its window has not opened yet: "
                                                                                    "please say why it is asked early")
                        : punctuality == study::Punctuality::Late ? QStringLiteral("its window has closed: please say "
                                                                                   "why it is asked late")
                                                                  : QStringLiteral("its window has no date yet: please "
                                                                                   "say why it is asked all the same"),
                        QStringLiteral("/reason"));
    return typedText(typed, QStringLiteral("reason"));
}

} // namespace serein::desk
