// Back-entry: a whole assessment that was filled in elsewhere.
#include "desk/Desk.h"
#include "desk/Gate.h"
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

namespace {

/// What an entry is about, once it has been found usable.
struct Entered {
    std::shared_ptr<const ledger::ParticipantState> state;
    std::shared_ptr<const vault::Protocol> protocol;
    const instrument::Instrument* instrument = nullptr;
    const instrument::TextPack* words = nullptr;
    ledger::AssessmentKey key;
    QString reason;
};

Result<void> checkWay(const BackEntry& entry, const instrument::Instrument& instrument) {
    static const QStringList modes{QStringLiteral("paper"), QStringLiteral("interview"), QStringLiteral("telephone"),
                                   QStringLiteral("staff")};
    if (!modes.contains(entry.mode))
        return unusable(
            QStringLiteral("\"%1\" is not a mode of back-entry: %2").arg(entry.mode, modes.join(QStringLiteral(", "))),
            QStringLiteral("/mode"));
    if (entry.mode == QLatin1String("staff") && instrument.audience == QLatin1String("self"))
        return unusable(QStringLiteral("%1 is answered by the participant").arg(entry.instrument),
                        QStringLiteral("/mode"));
    if (entry.mode == QLatin1String("paper") && !entry.secondEntry)
        return unusable(QStringLiteral("what stands on paper is typed in twice"), QStringLiteral("/secondEntry"));
    return entry.secondEntry ? agree(entry.answers, *entry.secondEntry) : Result<void>();
}

/// Whether they could be asked when it was answered, and whether that was in time.
Result<void> checkTime(const vault::Vault& vault, const BackEntry& entry, Entered& entered) {
    const QDateTime now = vault.clock().now();
    SEREIN_CHECK(checkFilledIn(entry.filledInAt, now));
    const study::Study& study = entered.protocol->study;
    const study::Moments moments = study::momentsOf(entry.filledInAt, now, study.zone);
    SEREIN_CHECK(requireAskable(study, *entered.state,
                                {.at = moments.last,
                                 .isForParticipant = entered.instrument->audience == QLatin1String("self"),
                                 .mode = entry.mode,
                                 .formInForce = vault.study().consentDocument}));
    // A sheet filled in within the window may be typed in later.
    const study::Timepoint& timepoint = *study.timepoint(entry.timepoint);
    const study::Planned planned = study::planFor(study, timepoint, entered.state->anchorsFor(entered.key));
    SEREIN_TRY(entered.reason, reasonOutside(study::punctualityOf(planned, moments), entry.reason));
    return {};
}

Result<Entered> check(const BackEntry& entry, const vault::Vault& vault, const vault::Actor& actor) {
    Entered entered;
    SEREIN_TRY(entered.state, vault.participant(entry.participant));
    SEREIN_TRY(entered.protocol, vault.protocolOf(*entered.state));
    const study::Study& study = entered.protocol->study;
    const instrument::Library& library = entered.protocol->library;
    const study::Timepoint* timepoint = study.timepoint(entry.timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(entry.timepoint),
                        QStringLiteral("/timepoint"));
    entered.instrument = library.instrument(entry.instrument);
    if (!entered.instrument || !timepoint->battery.contains(entry.instrument))
        return unusable(QStringLiteral("\"%1\" is not asked at %2").arg(entry.instrument, entry.timepoint),
                        QStringLiteral("/instrument"));
    if (entered.instrument->dataClass == QLatin1String("unblinding") && !seesUnblinding(vault, *entered.state))
        return refused(
            QStringLiteral("%1 would tell the arm, which this study keeps from %2").arg(entry.instrument, actor.role));
    SEREIN_CHECK(checkWay(entry, *entered.instrument));
    SEREIN_CHECK(requireOpenData(vault, *entered.state));
    const int sequence = entered.state->sequenceOf(entry.timepoint);
    entered.key = {entry.timepoint, entry.instrument, entry.sequence == 0 ? sequence : entry.sequence};
    if (entry.sequence < 0 || entry.sequence > sequence)
        return unusable(QStringLiteral("%1 has not been asked %2 times").arg(entry.timepoint).arg(entry.sequence),
                        QStringLiteral("/sequence"));
    if (entered.state->assessment(entered.key))
        return unusable(
            QStringLiteral("%1 at %2 has been begun or submitted already").arg(entry.instrument, entry.timepoint),
            QStringLiteral("/instrument"));
    const QString language = entry.language.isEmpty() ? entered.state->language : entry.language;
    if (!study.languages.contains(language))
        return unusable(QStringLiteral("the study has no language \"%1\"").arg(language), QStringLiteral("/language"));
    entered.words = study::wordsFor(*library.entry(entry.instrument), language);
    if (!entered.words)
        return unusable(QStringLiteral("%1 has no words in %2").arg(entry.instrument, language),
                        QStringLiteral("/language"));
    SEREIN_CHECK(checkTime(vault, entry, entered));
    return entered;
}

} // namespace

Result<QMap<QString, instrument::ScoreValue>> Desk::record(const BackEntry& entry) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Record));
    SEREIN_TRY(const Entered entered, check(entry, m_vault, actor));
    const study::Study& study = entered.protocol->study;
    const instrument::Instrument* instrument = entered.instrument;
    const ledger::AssessmentKey& key = entered.key;
    const QString language = entered.words->language;
    const QJsonObject adopted = entered.protocol->instruments.value(entry.instrument).toObject();
    const QString profile = study.profiles.value(entry.instrument, instrument->defaultProfile);
    const bool prorate = study.prorated.contains(entry.instrument);
    QList<ledger::Fact> facts{
        ledger::AssessmentOpened{key, adopted.value(QStringLiteral("definition")).toString(),
                                 adopted.value(QStringLiteral("packs")).toObject().value(language).toString(), language,
                                 profile, prorate, entry.mode, entered.reason}};
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
