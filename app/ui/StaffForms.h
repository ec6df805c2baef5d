#pragma once
// Structured forms and observer's ratings as staff fill them in on the tablet.
#include "vault/Vault.h"

#include <QVariantMap>

namespace serein::ui {

/// The items that are asked for these answers, in the staff's language where the form has it: [{"id", "type", "text",
/// "help", "unit", "optional", "low", "high", "options": [{"id", "label"}]}]; empty: the study has no such form.
[[nodiscard]] QVariantList formItems(const vault::Vault& vault, const QString& instrument, const QVariantMap& answers,
                                     const QString& language);
/// What was entered, by item id; a moment is written "2026-11-20 14:05" in the site's `zone`, fields left empty are
/// unanswered. Unusable with "/item" where an entry doesn't fit.
[[nodiscard]] Result<instrument::Answers> formAnswers(const instrument::Instrument& instrument,
                                                      const QVariantMap& entered, const QTimeZone& zone);

} // namespace serein::ui
