#pragma once
// Who somebody is stood in a note or a free text: it is taken out for good, and that it was, and why, stays. Everywhere
// here a null participant stands for the devices' own streams: reasons of exports, of changed roles, and such.
#include "desk/Actor.h"

namespace serein::desk {

/// An event that holds free text, as whoever redacts reads it.
struct FreeText {
    QUuid event;
    QString kind;
    QDateTime at;
    QString by;
    QStringList texts;
};

class Redacting {
public:
    explicit Redacting(vault::Vault& vault) : m_vault(vault) {}

    /// What of this participant (null: of the tablets' own events) could be redacted, in order; without what would tell
    /// the treatment, where this person may not know it.
    [[nodiscard]] Result<QList<FreeText>> texts(const QUuid& participant);
    /// False: one of them was written before free texts had keys of their own, so that its bytes still open for whoever
    /// has the database and its keys; it is out of every screen and export all the same.
    [[nodiscard]] Result<bool> redact(const QUuid& participant, const QList<QUuid>& events, const QString& reason);
    /// This event, and where it is about an answer everything that repeats that answer; of the tablets' own events,
    /// whatever says the same words.
    [[nodiscard]] Result<QList<QUuid>> withRepeats(const QUuid& participant, const QUuid& event);
    /// An answer with everything that repeats it: as it was typed bit by bit, corrected, proposed, or carried here.
    [[nodiscard]] Result<QList<QUuid>> eventsOf(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                                const QString& item);

private:
    [[nodiscard]] Result<QList<ledger::Event>> eventsWithText(const QUuid& participant) const;
    vault::Vault& m_vault;
};

} // namespace serein::desk
