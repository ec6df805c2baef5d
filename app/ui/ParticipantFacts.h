#pragma once
// What stands above a participant's plan, and where one can go from there.
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace serein::ui {

class ParticipantFacts {
    Q_DECLARE_TR_FUNCTIONS(ParticipantFacts)

public:
    /// All of them outlive this.
    ParticipantFacts(const vault::Vault& vault, const vault::Protocol& protocol,
                     const ledger::ParticipantState& participant, QString language)
        : m_vault(vault), m_protocol(protocol), m_participant(participant), m_language(std::move(language)) {}

    /// [{"id", "label", "text", "warns"}]: site, standing, consent, whereabouts, language, queries, alerts, data; what
    /// the study doesn't keep is left out.
    [[nodiscard]] QVariantList facts() const;
    /// What this person may do or read, by the place that it leads to: [{"place", "label", "hint", "about",
    /// "choices"}]. `columns` as participantPage makes them; where there are "choices", [{"label", "about"}], one of
    /// them is asked for.
    [[nodiscard]] QVariantList actions(const QVariantList& columns) const;

private:
    [[nodiscard]] QVariantMap standing() const;
    [[nodiscard]] QVariantMap consent() const;
    [[nodiscard]] int openQueries() const;
    [[nodiscard]] QString dataState() const;

    const vault::Vault& m_vault;
    const vault::Protocol& m_protocol;
    const ledger::ParticipantState& m_participant;
    QString m_language;
};

} // namespace serein::ui
