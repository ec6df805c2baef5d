#pragma once
// The definitions that a participant's assessments were asked and scored by, read back from their stored bytes.
#include "instrument/Library.h"
#include "ledger/State.h"
#include "study/Study.h"

namespace serein::exporting {

using StoredDefinitions = QMap<QString, QByteArray>; ///< hash → canonical JSON

class Definitions {
public:
    /// Wrong where bytes do not match their hash, or where what `state` names is absent or does not read.
    [[nodiscard]] static Result<Definitions> read(const StoredDefinitions& stored,
                                                  const ledger::ParticipantState& state);

    [[nodiscard]] const study::Study& study() const { return m_study; }
    /// The version that the participant followed when it was opened.
    [[nodiscard]] const study::Study& study(const ledger::AssessmentState& assessment) const {
        return studyOf(assessment.study);
    }
    [[nodiscard]] QString versionOf(const ledger::AssessmentState& assessment) const {
        return study(assessment).version;
    }
    /// Of that hash; the one that the participant follows where there is no such.
    [[nodiscard]] const study::Study& studyOf(const QString& hash) const {
        const auto found = m_studies.constFind(hash);
        return found == m_studies.constEnd() ? m_study : *found;
    }
    [[nodiscard]] QString version(const QString& hash) const { return studyOf(hash).version; }
    /// Every version at hand, by hash.
    [[nodiscard]] const QMap<QString, study::Study>& studies() const { return m_studies; }
    /// Of an assessment in the state that these were read for.
    [[nodiscard]] const instrument::Instrument& instrument(const ledger::AssessmentState& assessment) const;
    /// Null for entry from paper by item id.
    [[nodiscard]] const instrument::TextPack* pack(const ledger::AssessmentState& assessment) const;
    /// Hashes of the instruments in use, in the study's order of asking, versions in the order they were opened.
    [[nodiscard]] const QStringList& inUse() const { return m_inUse; }
    /// Those, then the ones of the study's batteries that were not begun, by id.
    [[nodiscard]] QStringList all() const;
    [[nodiscard]] bool has(const QString& hash) const { return m_instruments.contains(hash); }
    /// The hash of the instrument of that name that was begun last, else of one that was not begun; empty: none is
    /// here.
    [[nodiscard]] QString latest(const QString& id) const;
    [[nodiscard]] const instrument::Instrument& byHash(const QString& hash) const {
        return *m_instruments.constFind(hash);
    }
    /// By language.
    [[nodiscard]] QList<const instrument::TextPack*> packsOf(const QString& hash) const;
    /// Their hashes, by language: of two in one language the one that an assessment was asked in.
    [[nodiscard]] QMap<QString, QString> packHashes(const QString& hash) const;
    /// English words of that instrument, if there are any here.
    [[nodiscard]] const instrument::TextPack* englishWords(const QString& hash) const;

private:
    [[nodiscard]] Result<void> readStudies(const StoredDefinitions& stored, const ledger::ParticipantState& state);
    [[nodiscard]] Result<void> readInstruments(const StoredDefinitions& stored, const ledger::ParticipantState& state);
    [[nodiscard]] Result<void> readPacks(const StoredDefinitions& stored, const ledger::ParticipantState& state);
    void order(const ledger::ParticipantState& state);

    study::Study m_study;
    QMap<QString, study::Study> m_studies;                           ///< earlier versions too, by hash
    QMap<QString, instrument::Instrument> m_instruments;             ///< by hash
    QMap<std::pair<QString, QString>, instrument::TextPack> m_packs; ///< by hash of instrument, hash of pack
    QStringList m_inUse;
    QSet<QString> m_packsInUse;
};

/// Assessments in the study's order: timepoint, sequence, battery.
[[nodiscard]] QList<const ledger::AssessmentState*> inStudyOrder(const ledger::ParticipantState& state,
                                                                 const study::Study& study);

/// What was answered, as instrument values. Wrong where an answer does not fit its definition.
[[nodiscard]] Result<instrument::Answers> answersOf(const ledger::AssessmentState& assessment,
                                                    const instrument::Instrument& instrument);

} // namespace serein::exporting
