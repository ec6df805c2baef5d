#pragma once
// What is said about one assessment, or about the whole record, as rows for a page: corrections that were proposed,
// queries, signatures; each with what this person may do about it.
#include "ui/AskedWords.h"

#include <QTimeZone>
#include <QVariantList>

namespace serein::ui {

class ReviewRows {
public:
    /// `key` without instrument: the whole record.
    ReviewRows(const vault::Vault& vault, const ledger::ParticipantState& state, ledger::AssessmentKey key,
               const QTimeZone& zone)
        : m_vault(vault), m_state(state), m_key(std::move(key)), m_zone(zone) {}

    /// [{"id", "text", "reason", "canDecide", "canDecline"}], without those that stand beside their answer; `open`: the
    /// data are.
    [[nodiscard]] QVariantList proposals(const AskedWords& asked, bool open) const;
    /// [{"id", "about", "text", "answer", "stateText", "canAnswer", "canClose"}]
    [[nodiscard]] QVariantList queries(const AskedWords& asked) const;
    /// [{"text", "broken"}]
    [[nodiscard]] QVariantList signatures() const;

private:
    [[nodiscard]] QString when(const QDateTime& at) const;

    const vault::Vault& m_vault;
    const ledger::ParticipantState& m_state;
    ledger::AssessmentKey m_key;
    QTimeZone m_zone;
};

} // namespace serein::ui
