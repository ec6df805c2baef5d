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
    /// Of an assessment in the state that these were read for.
    [[nodiscard]] const instrument::Instrument& instrument(const ledger::AssessmentState& assessment) const;
    /// Of the study that the participant followed when it was opened.
    [[nodiscard]] QString versionOf(const ledger::AssessmentState& assessment) const {
        return m_versions.value(assessment.study, m_study.version);
    }
    /// Null for entry from paper by item id.
    [[nodiscard]] const instrument::TextPack* pack(const ledger::AssessmentState& assessment) const;
    /// Hashes of the instruments in use, in the study's order of asking, versions in the order they were opened.
    [[nodiscard]] const QStringList& inUse() const { return m_inUse; }
    [[nodiscard]] const instrument::Instrument& byHash(const QString& hash) const {
        return *m_instruments.constFind(hash);
    }
    /// English words of that instrument, if there are any here.
    [[nodiscard]] const instrument::TextPack* englishWords(const QString& hash) const;

private:
    [[nodiscard]] Result<void> readStudy(const StoredDefinitions& stored, const QString& hash);
    [[nodiscard]] Result<void> readVersions(const StoredDefinitions& stored, const ledger::ParticipantState& state);
    [[nodiscard]] Result<void> readPacks(const StoredDefinitions& stored, const ledger::ParticipantState& state);
    void order(const ledger::ParticipantState& state);

    study::Study m_study;
    QMap<QString, QString> m_versions;                               ///< of studies, by hash
    QMap<QString, instrument::Instrument> m_instruments;             ///< by hash
    QMap<std::pair<QString, QString>, instrument::TextPack> m_packs; ///< by hash of instrument, hash of pack
    QStringList m_inUse;
};

/// Assessments in the study's order: timepoint, sequence, battery.
[[nodiscard]] QList<const ledger::AssessmentState*> inStudyOrder(const ledger::ParticipantState& state,
                                                                 const study::Study& study);

/// What was answered, as instrument values. Wrong where an answer does not fit its definition.
[[nodiscard]] Result<instrument::Answers> answersOf(const ledger::AssessmentState& assessment,
                                                    const instrument::Instrument& instrument);

} // namespace serein::exporting
