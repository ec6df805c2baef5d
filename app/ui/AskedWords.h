#pragma once
// The questions of one assessment and what was answered, in the words that it was asked in.
#include "instrument/TextPack.h"
#include "vault/Vault.h"

namespace serein::ui {

class AskedWords {
public:
    AskedWords(const vault::Vault& vault, const vault::Protocol& protocol, const ledger::AssessmentState& assessment,
               const instrument::Instrument& instrument, const QString& language);
    [[nodiscard]] const instrument::TextPack& pack() const { return m_pack; }
    /// Its concept where no words ship.
    [[nodiscard]] QString questionOf(const QString& item) const;
    [[nodiscard]] QString answerOf(const QString& item, const QJsonValue& value) const;

private:
    const instrument::Instrument& m_instrument;
    instrument::TextPack m_pack;
};

} // namespace serein::ui
