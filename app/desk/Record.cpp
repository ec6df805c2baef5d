// Back-entry: a whole assessment that was filled in elsewhere.
#include "desk/Desk.h"
#include "instrument/Scoring.h"
#include "study/Words.h"

#include <QJsonObject>

namespace serein::desk {

Result<QMap<QString, instrument::ScoreValue>> Desk::record(const BackEntry& entry) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Record));
    static const QStringList modes{QStringLiteral("paper"), QStringLiteral("interview"), QStringLiteral("telephone")};
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
