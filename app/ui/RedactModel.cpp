#include "ui/RedactModel.h"

#include "core/Ids.h"
#include "desk/Redacting.h"
#include "ui/AdminWords.h"
#include "ui/Words.h"

#include <algorithm>

namespace serein::ui {

using account::Action;

namespace {

/// None where this person may not redact: asking without that right is a refusal that is written down.
QList<desk::FreeText> freeTexts(vault::Vault& vault, const QUuid& participant) {
    if (!vault.user().roleToDo(Action::Redact))
        return {};
    return desk::Redacting(vault).texts(participant).value_or(QList<desk::FreeText>());
}

} // namespace

void RedactModel::open(const QString& participant, const QString& event) {
    m_participant = QUuid::fromString(participant);
    m_event = QUuid::fromString(event);
    reload();
}

void RedactModel::reload() {
    m_subject.clear();
    m_events.clear();
    m_texts.clear();
    if (vault() != nullptr && !m_event.isNull() && vault()->user().roleToDo(Action::Redact)) {
        m_subject = tr("the tablet's own events");
        if (!m_participant.isNull())
            if (const auto state = vault()->participant(m_participant))
                m_subject = (*state)->subject;
        m_events = desk::Redacting(*vault()).withRepeats(m_participant, m_event).value_or(QList<QUuid>());
        for (const desk::FreeText& one : freeTexts(*vault(), m_participant))
            if (m_events.contains(one.event))
                m_texts +=
                    QVariantMap{{QStringLiteral("text"), one.texts.join(u'\n')},
                                {QStringLiteral("by"),
                                 tr("%1, by %2", "when, who")
                                     .arg(Words::moment(one.at, vault()->study().zone),
                                          one.by == vault::participantActor.name ? tr("the participant") : one.by)}};
    }
    Q_EMIT changed();
}

bool RedactModel::redact(const QString& reason) {
    if (vault() == nullptr)
        return false;
    const auto destroyed = desk::Redacting(*vault()).redact(m_participant, m_events, reason);
    if (destroyed)
        return conclude({}, Action::Redact,
                        *destroyed
                            ? tr("Redacted for good. Please back up soon, so that no backup holds it either.")
                            : tr("Redacted: no screen and no export shows it any more. But it stands where the vault "
                                 "itself needs it, or was written by an older Serein: whoever has this tablet's files "
                                 "and its keys could still read it."));
    conclude(std::unexpected(destroyed.error()), Action::Redact, {});
    if (AdminWords::field(destroyed.error()) == QLatin1String("reason"))
        desk()->say(AdminWords::trouble(destroyed.error()), QStringLiteral("reason"));
    return false;
}

QVariantList RedactModel::marked(vault::Vault& vault, const QUuid& participant, QVariantList rows) {
    QSet<QString> events;
    for (const desk::FreeText& one : freeTexts(vault, participant))
        events.insert(idText(one.event));
    for (QVariant& row : rows) {
        QVariantMap marked = row.toMap();
        marked.insert(QStringLiteral("redactable"), events.contains(marked.value(QStringLiteral("event")).toString()));
        row = marked;
    }
    return rows;
}

std::function<QString(const ledger::Remark&)> RedactModel::notes(vault::Vault& vault, const QUuid& participant) {
    QList<desk::FreeText> known = freeTexts(vault, participant);
    return [known = std::move(known)](const ledger::Remark& note) {
        const auto found = std::ranges::find_if(known, [&](const desk::FreeText& one) {
            return one.kind == ledger::Noted::kind && one.at == note.at && one.by == note.by &&
                   one.texts.contains(note.text);
        });
        return found != known.end() ? idText(found->event) : QString();
    };
}

} // namespace serein::ui
