#pragma once
// One event in words. Internal to StreamWords.
#include "vault/Vault.h"

#include <QCoreApplication>

namespace serein::ui {

/// What an event says: `kind` as StreamWords::kinds() names it.
struct EventLine {
    QString kind;
    QString what;
    QString reason = {};
};

/// Walks a stream in order: an answer is read with the definition that its assessment was opened with.
class EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

public:
    EventWords(const vault::Vault& vault, const vault::Protocol& protocol, const QString& language, bool readsNotes,
               bool hidesScores);
    /// `mayRead` false: the event is remembered, and its line says that it is withheld.
    [[nodiscard]] EventLine lineOf(const ledger::Event& event, bool mayRead);

    // One for each kind of fact.
    [[nodiscard]] EventLine operator()(const ledger::Enrolled& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Identified& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Noted& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Consented& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ScreenFailed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Suspended& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Resumed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Withdrawn& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::StudyMoved& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Located& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::CallAttempted& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Unblinded& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AnchorSet& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AnchorMoved& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AnchorCorrected& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AnchorRevoked& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AnchorRepeated& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::TimepointRepeated& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Missed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::HandedOver& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::LanguageChosen& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ReadingPreferred& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::EscapeRefused& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::HandedBack& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AssessmentOpened& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ItemShown& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Answered& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Submitted& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ModeChanged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::CheckKept& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Reopened& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Transcribed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AlertRaised& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AlertAcknowledged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AlertEscalated& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AlertClosed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Corrected& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::CorrectionProposed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::CorrectionDeclined& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Voided& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Reassigned& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::QueryRaised& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::QueryAnswered& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::QueryClosed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::SourceVerified& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Signed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::DataStateChanged& fact) const;
    /// The device's own, unknown, withheld.
    template<class Other> [[nodiscard]] EventLine operator()(const Other&) const { return unknown(); }

private:
    struct Asked {
        instrument::Instrument instrument;
        instrument::TextPack words;
    };
    [[nodiscard]] EventLine unknown() const;
    void remember(const QString& assessment, const QString& definition, const QString& pack);
    [[nodiscard]] QString about(const ledger::AssessmentKey& key) const;
    [[nodiscard]] QString question(const ledger::AssessmentKey& key, const QString& item) const;
    [[nodiscard]] QString answer(const ledger::AssessmentKey& key, const QString& item, const QJsonValue& value) const;
    [[nodiscard]] QString label(const QString& timepoint) const;
    [[nodiscard]] QString anchor(const QString& id) const;
    [[nodiscard]] QString moment(const QDateTime& at) const;

    const vault::Vault& m_vault;
    const vault::Protocol& m_protocol;
    QString m_language;
    bool m_readsNotes;
    bool m_hidesScores;
    QMap<QString, Asked> m_asked; ///< by assessment
};

} // namespace serein::ui
