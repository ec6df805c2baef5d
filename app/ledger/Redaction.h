#pragma once
// Free text that people type, in which who somebody is may stand; and how an event reads once that was taken out.
#include "ledger/State.h"

namespace serein::ledger {

inline const QString redactedText = QStringLiteral("[redacted]");

/// Facts of these kinds may hold free text.
[[nodiscard]] QStringList freeTextKinds();
[[nodiscard]] bool mayHoldFreeText(const QString& kind);
/// An answer that is a text, or declined with a reason.
[[nodiscard]] bool isWords(const QJsonValue& answer);
/// This one does. Clock times, dates and durations are none, nor is why something was redacted; whatever else was typed
/// is.
[[nodiscard]] bool holdsFreeText(const Fact& fact);
/// Such an event is sealed under a key of its own, so that it can be destroyed; but not one that decides who may do
/// what in the vault: that must outlast any single key, so its text can only be hidden.
[[nodiscard]] bool isPerishable(const Fact& fact);
/// The body of such a fact with every free text in it replaced by redactedText; what it counts for stays.
[[nodiscard]] QJsonObject withoutFreeText(const QString& kind, const QJsonObject& body);

/// What was redacted in one participant's stream. The event that says so comes after the one it is about, so all are
/// gathered before the stream is read.
class Redactions {
public:
    explicit Redactions(const QList<Event>& events);
    [[nodiscard]] bool contains(const QUuid& event) const { return m_redacted.contains(event); }
    /// As it reads: the event itself, or what is left of it.
    [[nodiscard]] Event applied(const Event& event) const;
    /// What is left of an event, which was redacted to this.
    [[nodiscard]] static Event left(const Header& header, const QJsonObject& content);

private:
    QHash<QUuid, QJsonObject> m_redacted;
};

/// One participant's events, of all devices, in their order (hybrid logical clock, device, sequence).
[[nodiscard]] ParticipantState fold(const QList<Event>& events, Touched& touched);

} // namespace serein::ledger
