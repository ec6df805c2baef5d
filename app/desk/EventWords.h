#pragma once
// One event in words, for screens, PDF and CSV alike. Internal to AuditTrail.
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QHash>

namespace serein::desk {

struct EventLine {
    QString what;
    QString reason = {};
};

/// Where the words go: a scale's wording leaves the tablet only where its licence lets it; else its concept stands in.
enum class Reader { Screen, File };

/// Walks a stream in order: an answer is read with the definition that its assessment was opened with. Identity is kept
/// from everybody, notes from whoever doesn't write them, scores from whom the study keeps trends.
class EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

public:
    /// `subjects`: of every participant in this vault; they outlive this object, as the vault does.
    EventWords(const vault::Vault& vault, std::shared_ptr<const vault::Protocol> protocol, QString language,
               Reader reader, const QHash<QUuid, QString>& subjects);
    /// What says with which definition the events after it are read; lineOf does it too.
    void remember(const ledger::Fact& fact);
    /// The kinds that remember() looks at.
    [[nodiscard]] static QStringList remembered();
    /// `mayRead` false: the event is remembered, and its line says that it is withheld.
    [[nodiscard]] EventLine lineOf(const ledger::Event& event, bool mayRead);

    // One for each kind of fact.
    [[nodiscard]] EventLine operator()(const ledger::UnknownKind& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Withheld& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::VaultCreated& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::StudyAdopted& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AccountAdded& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AccountDisabled& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::PassphraseChanged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::RecoveryNamed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::DeviceAdded& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::DeviceRevoked& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Merged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AccessRecovered& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Rekeyed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::BackupPlanned& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ClockJumped& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::RolesChanged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Unlocked& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Locked& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::PassphraseRefused& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AttemptsChanged& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::PinRefused& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::WitnessFailed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::AuditExported& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Refused& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ExportBegun& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ExportFailed& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Exported& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::Checkpoint& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::ClockChecked& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::BackedUp& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::StudySigned& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::StudyDataStateChanged& fact) const;
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
    [[nodiscard]] EventLine operator()(const ledger::MissedTakenBack& fact) const;
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
    [[nodiscard]] EventLine operator()(const ledger::InstructionRead& fact) const;
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
    [[nodiscard]] EventLine operator()(const ledger::Redacted& fact) const;
    [[nodiscard]] EventLine operator()(const ledger::DataStateChanged& fact) const;

private:
    struct Asked {
        instrument::Instrument instrument;
        instrument::TextPack words;
    };
    void remember(const QString& assessment, const QString& definition, const QString& pack);
    [[nodiscard]] QString about(const ledger::AssessmentKey& key) const;
    [[nodiscard]] QString question(const ledger::AssessmentKey& key, const QString& item) const;
    [[nodiscard]] QString answer(const ledger::AssessmentKey& key, const QString& item, const QJsonValue& value) const;
    [[nodiscard]] QString score(const ledger::AssessmentKey& key, const QString& id) const;
    [[nodiscard]] QString label(const QString& timepoint) const;
    [[nodiscard]] QString anchor(const QString& id) const;
    [[nodiscard]] QString moment(const QDateTime& at) const;
    [[nodiscard]] static QString roles(const QStringList& texts);
    [[nodiscard]] static QString sealing(const QStringList& sealedTo);
    [[nodiscard]] QString exported(const QUuid& participant, const QString& audience) const;

    const vault::Vault& m_vault;
    std::shared_ptr<const vault::Protocol> m_protocol;
    QString m_language;
    Reader m_reader;
    const QHash<QUuid, QString>& m_subjects;
    bool m_readsNotes;
    bool m_hidesScores;
    QMap<QString, Asked> m_asked; ///< by assessment
};

} // namespace serein::desk
