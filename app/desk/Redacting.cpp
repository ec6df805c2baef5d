#include "desk/Redacting.h"

#include "core/Ids.h"
#include "desk/Review.h"
#include "ledger/Redaction.h"

#include <QJsonArray>
#include <algorithm>

namespace serein::desk {

namespace {

/// What `left` no longer says of `body`.
void gather(const QJsonValue& body, const QJsonValue& left, QStringList& texts) {
    if (body == left)
        return;
    if (body.isString()) {
        texts.append(body.toString());
    } else if (body.isObject()) {
        const QJsonObject object = body.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            gather(*it, left[it.key()], texts);
    } else {
        const QJsonArray array = body.toArray();
        for (qsizetype index = 0; index < array.size(); ++index)
            gather(array.at(index), left[index], texts);
    }
}

bool isAbout(const ledger::Fact& fact, const ledger::AssessmentKey& assessment, const QString& item) {
    if (const auto* answered = std::get_if<ledger::Answered>(&fact))
        return answered->assessment == assessment && answered->item == item;
    if (const auto* corrected = std::get_if<ledger::Corrected>(&fact))
        return corrected->assessment == assessment && corrected->item == item;
    if (const auto* proposed = std::get_if<ledger::CorrectionProposed>(&fact))
        return proposed->assessment == assessment && proposed->item == item;
    if (const auto* moved = std::get_if<ledger::Reassigned>(&fact))
        return moved->assessment == assessment && moved->content[QLatin1String("answers")].toObject().contains(item);
    return false;
}

using ItemOf = std::pair<ledger::AssessmentKey, QString>;

template<class Change> QList<ItemOf> answerIn(const Change& change) {
    return ledger::isWords(change.before) || ledger::isWords(change.answer)
               ? QList<ItemOf>{{change.assessment, change.item}}
               : QList<ItemOf>();
}

/// The answers in words that it holds. A number that was corrected holds none, only the reason.
QList<ItemOf> answersIn(const ledger::Fact& fact) {
    if (const auto* answered = std::get_if<ledger::Answered>(&fact))
        return {{answered->assessment, answered->item}};
    if (const auto* corrected = std::get_if<ledger::Corrected>(&fact))
        return answerIn(*corrected);
    if (const auto* proposed = std::get_if<ledger::CorrectionProposed>(&fact))
        return answerIn(*proposed);
    QList<ItemOf> all;
    if (const auto* moved = std::get_if<ledger::Reassigned>(&fact)) {
        const QJsonObject answers = moved->content[QLatin1String("answers")].toObject();
        for (auto answer = answers.begin(); answer != answers.end(); ++answer)
            if (ledger::isWords(answer->toObject()[QLatin1String("value")]))
                all.append({moved->assessment, answer.key()});
    }
    return all;
}

} // namespace

Result<QList<ledger::Event>> Redacting::eventsWithText(const QUuid& participant) const {
    if (!participant.isNull())
        return m_vault.events(idText(participant));
    vault::TrailQuery ofDevices; // a tablet's own stream is long, and little of it can hold any
    ofDevices.stream = ledger::deviceStream;
    ofDevices.kinds = ledger::freeTextKinds();
    ofDevices.most = -1;
    SEREIN_TRY(const QList<vault::TrailEvent> newestFirst, m_vault.trail(ofDevices));
    QList<ledger::Event> events;
    for (auto one = newestFirst.crbegin(); one != newestFirst.crend(); ++one)
        events.append(one->event);
    return events;
}

Result<QList<FreeText>> Redacting::texts(const QUuid& participant) {
    SEREIN_CHECK(actorFor(m_vault, account::Action::Redact));
    bool unblinded = true; // what the devices say of themselves tells no treatment
    if (!participant.isNull()) {
        SEREIN_TRY(const auto state, m_vault.participant(participant));
        unblinded = seesUnblinding(m_vault, *state);
    }
    SEREIN_TRY(const QList<ledger::Event> events, eventsWithText(participant));
    QList<FreeText> found;
    for (const ledger::Event& event : events) {
        if (event.header.bodyClass == ledger::BodyClass::Unblinding && !unblinded)
            continue;
        if (!ledger::holdsFreeText(event.fact))
            continue;
        const QJsonObject body = ledger::bodyOf(event.fact);
        FreeText text{event.header.id, event.header.kind, event.header.at, event.header.actor, {}};
        gather(body, ledger::withoutFreeText(event.header.kind, body), text.texts);
        if (!text.texts.isEmpty())
            found.append(text);
    }
    return found;
}

Result<bool> Redacting::redact(const QUuid& participant, const QList<QUuid>& events, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Redact));
    if (!participant.isNull()) {
        SEREIN_TRY(const auto state, m_vault.participant(participant));
        SEREIN_CHECK(requireNotLocked(m_vault, *state));
    }
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_TRY(const QList<FreeText> known, texts(participant));
    for (const QUuid& event : events)
        if (std::ranges::none_of(known, [&](const FreeText& one) { return one.event == event; }))
            return unusable((participant.isNull()
                                 ? QStringLiteral("%1 is no event of the tablets' own with free text in it")
                                 : QStringLiteral("%1 is no event of this participant with free text in it"))
                                .arg(idText(event)),
                            QStringLiteral("/event"));
    if (events.isEmpty())
        return unusable(QStringLiteral("there is no free text"), QStringLiteral("/event"));
    SEREIN_TRY(const bool destroyed, m_vault.redact(participant, events, why, actor));
    if (participant.isNull()) {
        SEREIN_CHECK(m_vault.checkpointAll(actor));
    } else {
        SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    }
    return destroyed;
}

Result<QList<QUuid>> Redacting::withRepeats(const QUuid& participant, const QUuid& event) {
    SEREIN_TRY(const QList<ledger::Event> events, eventsWithText(participant));
    const auto found = std::ranges::find(events, event, [](const ledger::Event& one) { return one.header.id; });
    QList<QUuid> ids{event};
    if (found == events.end())
        return ids; // redact() says so
    if (participant
            .isNull()) { // an export says its reason when it begins and when it has ended; of everybody, for each
        SEREIN_TRY(const QList<FreeText> known, texts(participant));
        const auto chosen = std::ranges::find(known, event, &FreeText::event);
        for (const FreeText& one : known)
            if (chosen != known.end() && one.texts == chosen->texts && !ids.contains(one.event))
                ids.append(one.event);
        return ids;
    }
    for (const auto& [assessment, item] : answersIn(found->fact)) {
        SEREIN_TRY(const QList<QUuid> repeated, eventsOf(participant, assessment, item));
        for (const QUuid& one : repeated)
            if (!ids.contains(one))
                ids.append(one);
    }
    return ids;
}

Result<QList<QUuid>> Redacting::eventsOf(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                         const QString& item) {
    SEREIN_TRY(const QList<FreeText> known, texts(participant));
    SEREIN_TRY(const QList<ledger::Event> events, m_vault.events(idText(participant)));
    QList<QUuid> ids;
    for (const ledger::Event& event : events)
        if (isAbout(event.fact, assessment, item) &&
            std::ranges::any_of(known, [&](const FreeText& one) { return one.event == event.header.id; }))
            ids.append(event.header.id);
    return ids;
}

} // namespace serein::desk
