#include "ui/AskedWords.h"

#include "desk/AnswerWords.h"
#include "study/Words.h"
#include "ui/AssessmentWords.h"

namespace serein::ui {

namespace {

/// The words it was asked in, or the reader's own where the definition is still the one in use.
instrument::TextPack wordsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                             const ledger::AssessmentState& assessment, const instrument::Instrument& instrument,
                             const QString& language) {
    const QString inUse = protocol.instruments.value(assessment.key.instrument)[QLatin1String("definition")].toString();
    if (const instrument::Entry* entry = protocol.library.entry(assessment.key.instrument);
        entry != nullptr && inUse == assessment.definition)
        if (const instrument::TextPack* words = study::wordsFor(*entry, language))
            return *words;
    return assessment.pack.isEmpty() ? instrument::TextPack()
                                     : vault.packByHash(assessment.pack, instrument).value_or(instrument::TextPack());
}

} // namespace

AskedWords::AskedWords(const vault::Vault& vault, const vault::Protocol& protocol,
                       const ledger::AssessmentState& assessment, const instrument::Instrument& instrument,
                       const QString& language)
    : m_instrument(instrument), m_pack(wordsOf(vault, protocol, assessment, instrument, language)) {}

QString AskedWords::questionOf(const QString& item) const {
    const QString text = m_pack.items.value(item).text;
    const instrument::Item* known = m_instrument.item(item);
    return !text.isEmpty() ? text : known != nullptr ? known->concept_ : item;
}

QString AskedWords::answerOf(const QString& item, const QJsonValue& value) const {
    const instrument::Item* known = m_instrument.item(item);
    const auto answer = known != nullptr ? instrument::answerFromJson(*known, value) : Result<instrument::Answer>();
    if (!answer || std::holds_alternative<std::monostate>(*answer))
        return AssessmentWords::tr("no answer");
    if (const auto* declined = std::get_if<instrument::Declined>(&*answer))
        return declined->reason.isEmpty() ? AssessmentWords::tr("declined")
                                          : AssessmentWords::tr("declined: %1").arg(declined->reason);
    const QString words = desk::AnswerWords::of(*known, m_pack, *answer);
    return words.isEmpty() ? value.toVariant().toString() : words; // no words ship: what the ledger holds
}

} // namespace serein::ui
