#pragma once
// Structured forms and observer's ratings as staff fill them in on the tablet.
#include "vault/Vault.h"

#include <QVariantMap>

namespace serein::ui {

/// The items that are asked for these entries, in the staff's language where the form has it: [{"id", "type", "number"
/// (0: it asks nothing), "text", "help", "unit", "optional", "low", "high", "options": [{"id", "label"}]}]; empty: the
/// study has no such form.
[[nodiscard]] QVariantList formItems(const vault::Protocol& protocol, const QString& instrument,
                                     const QVariantMap& entered, const QString& language);
/// What was entered, by item id; a moment is written "2026-11-20 14:05" in the site's `zone` (the first, where the
/// clock shows it twice), fields left empty are unanswered. Unusable with "/item" where an entry doesn't fit.
[[nodiscard]] Result<instrument::Answers> formAnswers(const instrument::Instrument& instrument,
                                                      const QVariantMap& entered, const QTimeZone& zone);
/// The same without what doesn't fit (yet).
[[nodiscard]] instrument::Answers usableAnswers(const instrument::Instrument& instrument, const QVariantMap& entered,
                                                const QTimeZone& zone);
/// The way back: what a field shows of an answer.
[[nodiscard]] QVariantMap formEntries(const instrument::Instrument& instrument, const instrument::Answers& answers,
                                      const QTimeZone& zone);
/// A moment of that local time comes twice that night.
[[nodiscard]] bool isTwice(const instrument::Item& item, const QVariant& entered, const QTimeZone& zone);

} // namespace serein::ui
