#include "ui/StreamWords.h"

#include "core/Ids.h"
#include "desk/Trends.h"
#include "ui/EventWords.h"
#include "ui/Words.h"

namespace serein::ui {

QVariantList StreamWords::kinds() {
    const auto kind = [](const char* id, const QString& label) {
        return QVariantMap{{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("label"), label}};
    };
    return {kind("", tr("All")),
            kind("person", tr("Person")),
            kind("plan", tr("Plan")),
            kind("answers", tr("Answers")),
            kind("alerts", tr("Alerts")),
            kind("review", tr("Review")),
            kind("screen", tr("On screen"))};
}

Result<QVariantList> StreamWords::rows(const vault::Vault& vault, const QUuid& participant, const QString& language,
                                       const QString& kind) {
    SEREIN_TRY(const auto state, vault.participant(participant));
    SEREIN_TRY(const auto protocol, vault.protocolOf(*state));
    SEREIN_TRY(const QList<ledger::Event> events, vault.events(idText(participant)));
    const account::Person& reader = vault.user();
    const bool unblinded = desk::seesUnblinding(vault, *state);
    EventWords words(vault, *protocol, language, reader.roleToDo(account::Action::Record).has_value(),
                     desk::hidesTrends(vault, protocol->study));
    QVariantList rows;
    for (const ledger::Event& event : events) {
        const bool mayRead = event.header.bodyClass != ledger::BodyClass::Unblinding || unblinded;
        const EventLine line = words.lineOf(event, mayRead);
        if (kind.isEmpty() ? line.kind == QLatin1String("screen") : line.kind != kind)
            continue;
        rows.prepend(QVariantMap{
            {QStringLiteral("number"), event.header.sequence},
            {QStringLiteral("at"), Words::moment(event.header.at, protocol->study.zone)},
            {QStringLiteral("who"), event.header.actor == vault::participantActor.name
                                        ? tr("the participant")
                                        : tr("%1 (%2)", "name, role").arg(event.header.actor, event.header.role)},
            {QStringLiteral("kind"), line.kind},
            {QStringLiteral("what"), line.what},
            {QStringLiteral("reason"), line.reason},
            {QStringLiteral("withheld"), !mayRead}});
    }
    return rows;
}

} // namespace serein::ui
