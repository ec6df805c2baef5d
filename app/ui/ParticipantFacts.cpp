#include "ui/ParticipantFacts.h"

#include "core/Ids.h"
#include "desk/AnswerWords.h"
#include "desk/Enrolling.h"
#include "desk/Gate.h"
#include "desk/Review.h"
#include "ui/Words.h"
#include "ui/WorkWords.h"

#include <algorithm>

namespace serein::ui {

using account::Action;

namespace {

QVariantMap fact(const char* id, const QString& label, const QString& text, bool warns = false) {
    return {{QStringLiteral("id"), QString::fromLatin1(id)},
            {QStringLiteral("label"), label},
            {QStringLiteral("text"), text},
            {QStringLiteral("warns"), warns}};
}

QVariantMap action(const char* place, const QString& label, const QString& hint, const QVariantMap& about,
                   const QVariantList& choices = {}) {
    return {{QStringLiteral("place"), QString::fromLatin1(place)},
            {QStringLiteral("label"), label},
            {QStringLiteral("hint"), hint},
            {QStringLiteral("about"), about},
            {QStringLiteral("choices"), choices}};
}

/// Which of them is looked at first.
QString alertStanding(const ledger::ParticipantState& participant) {
    const auto some = [&](const auto& holds) { return std::ranges::any_of(participant.alerts, holds); };
    return some([](const ledger::AlertState& one) { return !one.acknowledgedAt.isValid(); }) ? QStringLiteral("waiting")
           : some([](const ledger::AlertState& one) { return !one.closedAt.isValid(); })
               ? QStringLiteral("acknowledged")
               : QStringLiteral("closed");
}

/// The columns of which something is left, now or before: for the participant, or (`forms`) for this person to fill in.
QVariantList leftOf(const QVariantList& columns, bool forms) {
    QVariantList choices;
    for (const QVariant& one : columns) {
        const QVariantMap column = one.toMap();
        const QString state = column.value(QStringLiteral("state")).toString();
        const bool isLeft = column.value(QStringLiteral("selfLeft")).toInt() > 0 ||
                            (forms && !column.value(QStringLiteral("form")).toMap().isEmpty());
        if (isLeft && (state == QLatin1String("due") || state == QLatin1String("overdue")))
            choices += QVariantMap{{QStringLiteral("label"), column.value(QStringLiteral("label"))},
                                   {QStringLiteral("timepoint"), column.value(QStringLiteral("timepoint"))},
                                   {QStringLiteral("about"), column.value(QStringLiteral("about"))}};
    }
    return choices;
}

} // namespace

QVariantMap ParticipantFacts::standing() const {
    const QString label = tr("Standing");
    if (m_participant.screenFailed)
        return fact("standing", label, tr("screening failed"), true);
    if (const QDateTime died = m_participant.diedAt(); died.isValid())
        return fact("standing", label, tr("has died"), true);
    QStringList all;
    if (m_participant.withdrawn) {
        static const QMap<QString, const char*> words{{QStringLiteral("studyDrug"), QT_TR_NOOP("the study drug")},
                                                      {QStringLiteral("questionnaires"), QT_TR_NOOP("questionnaires")},
                                                      {QStringLiteral("calls"), QT_TR_NOOP("calls")},
                                                      {QStringLiteral("records"), QT_TR_NOOP("use of records")}};
        QStringList from;
        for (const QString& degree : m_participant.withdrawn->from())
            from += words.contains(degree) ? tr(words.value(degree)) : degree;
        all += tr("withdrawn from %1").arg(from.join(tr(", ", "between parts of a list")));
    }
    if (m_participant.suspended)
        all += m_participant.suspended->cause == QLatin1String("icu") ? tr("suspended: in intensive care")
               : m_participant.suspended->cause == QLatin1String("lostCapacity")
                   ? tr("suspended: can't decide for themselves now")
                   : tr("suspended");
    if (!all.isEmpty())
        return fact("standing", label, all.join(QStringLiteral(" · ")), true);
    if (desk::eligibilityOf(m_protocol.study, m_participant) == study::Ternary::No)
        return fact("standing", label, tr("not eligible by the form"), true);
    return fact("standing", label, tr("in the study"));
}

QVariantMap ParticipantFacts::consent() const {
    const study::Study& study = m_protocol.study;
    const QString label = tr("Consent");
    const auto bar = desk::barTo(study, m_participant,
                                 {.at = m_vault.clock().now(), .formInForce = m_vault.study().consentDocument});
    if (bar == desk::Bar::Consent) // which is so where there is none
        return fact("consent", label, tr("none yet"), true);
    const ledger::ConsentState& last = m_participant.consents.constLast();
    const QString given = tr("document %1, %2", "version, when").arg(last.document, Words::moment(last.at, study.zone));
    if (desk::consentDue(study, m_vault.study(), m_participant) == QLatin1String("amendment"))
        return fact("consent", label,
                    tr("%1; needed anew, to document %2", "a consent, a version")
                        .arg(given, desk::documentToSign(study, m_vault.study(), m_participant)),
                    true);
    return fact("consent", label, given);
}

int ParticipantFacts::openQueries() const {
    return static_cast<int>(std::ranges::count_if(m_participant.queries, [&](const ledger::QueryState& query) {
        return !query.closedAt.isValid() &&
               (desk::classOf(m_participant, query.assessment) != ledger::BodyClass::Unblinding ||
                desk::seesUnblinding(m_vault, m_participant));
    }));
}

QString ParticipantFacts::dataState() const {
    const QStringList states{m_vault.deviceState().dataState, m_participant.dataState};
    return states.contains(QLatin1String("locked"))   ? tr("locked", "data")
           : states.contains(QLatin1String("frozen")) ? tr("frozen", "data")
                                                      : tr("open", "data");
}

QVariantList ParticipantFacts::facts() const {
    const study::Study& study = m_protocol.study;
    QVariantList all;
    for (const study::Site& site : study.sites)
        if (site.id == m_participant.site)
            all += fact("site", tr("Site"), site.label.in(m_language));
    all += standing();
    if (!study.consentDocument.isEmpty())
        all += consent();
    const QString place = WorkWords::place(m_participant.whereabouts);
    all += fact("whereabouts", tr("Whereabouts"), place.isEmpty() ? tr("not recorded") : place);
    all += fact("language", tr("Language"), desk::languageLabel(m_participant.language));
    const int queries = openQueries();
    all += fact("queries", tr("Open queries"), QString::number(queries), queries > 0);
    const auto alerts = std::ranges::count_if(
        m_participant.alerts, [](const ledger::AlertState& alert) { return !alert.acknowledgedAt.isValid(); });
    all += fact("alerts", tr("Alerts waiting"), QString::number(alerts), alerts > 0);
    all += fact("data", tr("Data"), dataState());
    return all;
}

QVariantList ParticipantFacts::actions(const QVariantList& columns) const {
    const QVariantMap about{{QStringLiteral("participant"), idText(m_participant.id)},
                            {QStringLiteral("subject"), m_participant.subject}};
    const auto may = [&](Action one) { return m_vault.user().roleToDo(one).has_value(); };
    QVariantList all;
    if (may(Action::Enrol))
        all += action("consent", tr("Consent"), tr("Record it, or a new one"), about);
    if (may(Action::ChangeStatus) || may(Action::Enrol))
        all += action("standing", tr("Standing in the study"), tr("Screening failure, suspension, withdrawal"), about);
    if (may(Action::Record))
        all += action("whereabouts", tr("Whereabouts"), tr("Ward and bed, intensive care, home"), about);
    all += action("notes", tr("Notes"), tr("What others should know"), about);
    if (const QVariantList left = leftOf(columns, true); may(Action::SetAnchor) && !left.isEmpty())
        all += action("missed", tr("A timepoint was missed"), tr("Say why it was not asked"), {}, left);
    if (const QVariantList left = leftOf(columns, false); may(Action::Record) && !left.isEmpty())
        all += action("call", tr("A call"), tr("Who answered, and what came of it"), {}, left);
    all += action("stream", tr("Everything recorded"), tr("All events in order, for reading"), about);
    all += action("queries", tr("Queries"), tr("Questions about values, and their answers"), about);
    if (!m_participant.alerts.isEmpty()) {
        QVariantMap alerts = about;
        alerts.insert(QStringLiteral("standing"), alertStanding(m_participant));
        all += action("participantAlerts", tr("Alerts"), tr("All that were raised, and what was done"), alerts);
    }
    if (may(Action::Sign))
        all += action("sign", tr("Sign this participant's record"), tr("With your name, the time and what it means"),
                      about);
    if (may(Action::Export))
        all +=
            action("export", tr("Export this participant"), tr("Sealed for the data manager, or with a reason"), about);
    return all;
}

} // namespace serein::ui
