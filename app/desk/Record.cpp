// Back-entry: a whole assessment that was filled in elsewhere.
#include "desk/Desk.h"
#include "instrument/Scoring.h"
#include "study/Words.h"

#include <QJsonObject>

namespace serein::desk {

namespace {

/// A date, or an instant with its offset, and not still to come.
Result<void> checkFilledIn(const QString& written, const QDateTime& now) {
    if (written.isEmpty())
        return {};
    const QDate date = QDate::fromString(written, Qt::ISODate);
    const auto instant = parseInstant(written);
    if (!date.isValid() && !instant)
        return unusable(QStringLiteral("not a date or a time such as 2026-11-20T14:05+08:00"),
                        QStringLiteral("/filledInAt"));
    if (instant ? *instant > now : date > now.date())
        return unusable(QStringLiteral("is still to come"), QStringLiteral("/filledInAt"));
    return {};
}

} // namespace

Result<void> agree(const instrument::Answers& first, const instrument::Answers& second) {
    QStringList items = first.keys() + second.keys();
    items.removeDuplicates();
    QList<Fault> faults;
    for (const QString& item : std::as_const(items))
        if (first.value(item) != second.value(item))
            faults.append({{}, u'/' + item, QStringLiteral("differs from the first entry")});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return {};
}

Result<QMap<QString, instrument::ScoreValue>> Desk::record(const BackEntry& entry) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Record));
    static const QStringList modes{QStringLiteral("paper"), QStringLiteral("interview"), QStringLiteral("telephone"),
                                   QStringLiteral("staff")};
    if (!modes.contains(entry.mode))
        return unusable(
            QStringLiteral("\"%1\" is not a mode of back-entry: %2").arg(entry.mode, modes.join(QStringLiteral(", "))),
            QStringLiteral("/mode"));
    const study::Study& study = m_vault.study();
    const study::Timepoint* timepoint = study.timepoint(entry.timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(entry.timepoint),
                        QStringLiteral("/timepoint"));
    const instrument::Instrument* instrument = m_vault.library().instrument(entry.instrument);
    if (!instrument || !timepoint->battery.contains(entry.instrument))
        return unusable(QStringLiteral("\"%1\" is not asked at %2").arg(entry.instrument, entry.timepoint),
                        QStringLiteral("/instrument"));
    if (instrument->dataClass == QLatin1String("unblinding") && !seesUnblinding(m_vault))
        return refused(
            QStringLiteral("%1 would tell the arm, which this study keeps from %2").arg(entry.instrument, actor.role));
    if (entry.mode == QLatin1String("staff") && instrument->audience == QLatin1String("self"))
        return unusable(QStringLiteral("%1 is answered by the participant").arg(entry.instrument),
                        QStringLiteral("/mode"));
    if (entry.mode == QLatin1String("paper") && !entry.secondEntry)
        return unusable(QStringLiteral("what stands on paper is typed in twice"), QStringLiteral("/secondEntry"));
    if (entry.secondEntry)
        SEREIN_CHECK(agree(entry.answers, *entry.secondEntry));
    SEREIN_CHECK(checkFilledIn(entry.filledInAt, m_vault.clock().now()));
    const ledger::AssessmentKey key{entry.timepoint, entry.instrument, entry.sequence};
    SEREIN_TRY(const auto state, m_vault.participant(entry.participant));
    if (state->assessment(key))
        return unusable(
            QStringLiteral("%1 at %2 has been begun or submitted already").arg(entry.instrument, entry.timepoint),
            QStringLiteral("/instrument"));

    const QString language = entry.language.isEmpty() ? state->language : entry.language;
    if (!study.languages.contains(language))
        return unusable(QStringLiteral("the study has no language \"%1\"").arg(language), QStringLiteral("/language"));
    const instrument::TextPack* words = study::wordsFor(*m_vault.library().entry(entry.instrument), language);
    if (!words)
        return unusable(QStringLiteral("%1 has no words in %2").arg(entry.instrument, language),
                        QStringLiteral("/language"));
    const QJsonObject adopted = m_vault.deviceState().instruments.value(entry.instrument).toObject();
    const QString profile = study.profiles.value(entry.instrument, instrument->defaultProfile);
    const bool prorate = study.prorated.contains(entry.instrument);
    QList<ledger::Fact> facts{
        ledger::AssessmentOpened{key, adopted.value(QStringLiteral("definition")).toString(),
                                 adopted.value(QStringLiteral("packs")).toObject().value(words->language).toString(),
                                 words->language, profile, prorate, entry.mode}};
    if (entry.mode != QLatin1String("staff"))
        facts.append(ledger::Transcribed{key, entry.filledInAt, entry.secondEntry.has_value()});
    QStringList fired = instrument::alertsOnUnanswered(*instrument, entry.answers, profile);
    for (auto it = entry.answers.begin(); it != entry.answers.end(); ++it) {
        facts.append(ledger::Answered{key, it.key(), instrument::answerToJson(*it)});
        fired += instrument::alertsOnAnswer(*instrument, entry.answers, it.key(), profile);
    }
    bool alerts = false;
    for (const instrument::AlertRule& rule : instrument->alerts)
        if (fired.contains(rule.id) && study.alerts.value(entry.instrument).contains(rule.id)) {
            facts.append(ledger::AlertRaised{key, rule.id, rule.item});
            alerts = true;
        }
    auto scores = instrument::score(*instrument, entry.answers, {profile, prorate});
    facts.append(ledger::Submitted{
        key, instrument::scoresToJson(scores), QString::fromLatin1(instrument::engineVersion), false, {}});

    QList<vault::Draft> drafts;
    for (const ledger::Fact& fact : std::as_const(facts))
        drafts.append({fact, ledger::classFrom(instrument->dataClass)});
    if (alerts)
        SEREIN_CHECK(m_vault.deviceFolder().setAlertMarker(true));
    SEREIN_CHECK(m_vault.append(entry.participant, drafts, actor));
    SEREIN_CHECK(m_vault.checkpoint(entry.participant, actor));
    return scores;
}

} // namespace serein::desk
