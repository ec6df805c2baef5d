#pragma once
// A participant's way through one battery: one question a page, back until submitted, review, a breath between
// instruments, and the same place again after any interruption. Every step is committed before it returns.
#include "instrument/Library.h"
#include "vault/Vault.h"

namespace serein::session {

enum class Stage {
    Breath,  ///< before an instrument: what comes next, and the study's calm text where an alert has fired
    Item,    ///< one question
    Review,  ///< every answer of this instrument, to check before submitting
    Closing, ///< all done: give the tablet back
};

class Battery {
public:
    /// The battery that is handed over to this participant. Resumes at the same item. What was left open past its
    /// window (or on another day) is ended early first, with its unreached items marked.
    [[nodiscard]] static Result<std::unique_ptr<Battery>> resume(vault::Vault& vault, const QUuid& participant);

    [[nodiscard]] const QUuid& participant() const { return m_participant; }
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString language() const;
    /// Instruments still to come or under way / of the battery; from 1.
    [[nodiscard]] int instrumentNumber() const;
    [[nodiscard]] int instrumentCount() const;
    /// At Breath: the instrument that comes next. At Item and Review: the one under way.
    [[nodiscard]] const instrument::Instrument& instrument() const;
    [[nodiscard]] const instrument::TextPack& words() const;
    [[nodiscard]] const instrument::Item& item() const; ///< at Item only
    [[nodiscard]] int itemNumber() const;               ///< from 1, among those shown for the answers so far
    [[nodiscard]] int itemCount() const;
    [[nodiscard]] instrument::Answer answer(const QString& itemId) const;
    [[nodiscard]] QStringList shownItems() const; ///< in the order of the pack
    [[nodiscard]] bool isFirstItem() const;
    /// At the first breath, before anything is answered: the languages in which all that is asked has usable words.
    [[nodiscard]] QStringList languagesOffered() const;
    /// At Review: flag scores that are true, have a gentle question in the pack, and were not kept yet.
    [[nodiscard]] QStringList openChecks() const;
    [[nodiscard]] const ledger::Reading& reading() const { return m_state->reading; }
    [[nodiscard]] QString mode() const { return m_state->handOver->mode; }
    /// True while the study's calm text is due: an alert has fired in this battery.
    [[nodiscard]] bool alertFired() const;

    [[nodiscard]] Result<void> begin();                                ///< Breath → first item
    [[nodiscard]] Result<void> give(const instrument::Answer& answer); ///< choose, change or decline; stays on the page
    [[nodiscard]] Result<void> next();                                 ///< Item → next item or Review
    [[nodiscard]] Result<void> back();                                 ///< Item → previous item; Review → last item
    [[nodiscard]] Result<void> goTo(const QString& itemId); ///< Review → that item; next() leads back to Review
    [[nodiscard]] Result<void> submit();                    ///< Review → Breath or Closing
    [[nodiscard]] Result<void> chooseLanguage(const QString& language);
    [[nodiscard]] Result<void> keep(const QString& check); ///< the answers behind this check are meant
    [[nodiscard]] Result<void> prefer(const ledger::Reading& reading);
    /// Something tried to leave the battery's screen.
    [[nodiscard]] Result<void> refuseEscape(const QString& what);
    /// Before a break: alerts of questions that were shown and left unanswered.
    [[nodiscard]] Result<void> pause();

private:
    Battery(vault::Vault& vault, QUuid participant) : m_vault(vault), m_participant(participant) {}
    [[nodiscard]] Result<void> settle(); ///< finds stage, instrument and item from the ledger
    /// The battery's instruments that the participant answers: what staff fill in is not on their way.
    [[nodiscard]] QStringList asked(const study::Timepoint& timepoint) const;
    [[nodiscard]] bool canAsk(const QString& id, const QString& language) const;
    [[nodiscard]] Result<void> show(const QString& itemId);
    [[nodiscard]] Result<void> endEarly(const ledger::AssessmentState& open);
    [[nodiscard]] Result<void> append(const QList<ledger::Fact>& facts);
    [[nodiscard]] QList<ledger::Fact> alertFacts(const QStringList& rules) const;
    [[nodiscard]] const ledger::AssessmentState* current() const;
    [[nodiscard]] instrument::Answers answers() const;

    vault::Vault& m_vault;
    QUuid m_participant;
    std::shared_ptr<const ledger::ParticipantState> m_state;
    std::shared_ptr<const vault::Protocol> m_protocol; ///< the version of the study that this participant follows
    Stage m_stage = Stage::Closing;
    ledger::AssessmentKey m_key;
    instrument::Instrument m_instrument;
    instrument::TextPack m_words;
    QString m_item;
    bool m_fromReview = false;
};

} // namespace serein::session
