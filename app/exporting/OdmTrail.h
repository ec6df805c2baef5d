#pragma once
// A participant's data as ODM has them, and every change that made them so: one walk over the events, so that what
// stands now and its history can't disagree.
#include "exporting/OdmCatalog.h"

namespace serein::exporting {

/// One ItemData.
struct OdmDatum {
    QString group;
    QString item;
    QString value;
    QString flag; ///< why there is no value: declined, not_reached, not_applicable, unanswered; empty: there is one
    QString comment;
    QString unit; ///< as the definition names it
    bool operator==(const OdmDatum&) const = default;
};

/// Where a datum stands: an assessment, or the participant's record (without timepoint).
using OdmPlace = ledger::AssessmentKey;

struct OdmChange {
    enum class Kind { Insert, Update, Remove };
    Kind kind = Kind::Insert;
    OdmDatum datum;
};
/// What one event changed in one place.
struct OdmTransaction {
    const ledger::Header* header = nullptr;
    QString reason;
    OdmPlace place;
    QString study; ///< hash of the version it was done under
    QString form;
    OdmChange::Kind formKind = OdmChange::Kind::Insert; ///< Remove: the whole form goes; Update: it was there
    QList<OdmChange> changes;
};

/// A form as it stands.
struct OdmForm {
    QString form;
    QString study;
    QList<OdmDatum> data;
    QMap<QString, qsizetype> lastChange; ///< item OID → transaction
    qsizetype opened = 0;                ///< transaction
};

class OdmTrail {
public:
    /// Wrong where an answer does not fit its definition.
    [[nodiscard]] static Result<OdmTrail> walk(const Record& record, const OdmCatalog& catalog);

    [[nodiscard]] const QList<OdmTransaction>& transactions() const { return m_transactions; }
    [[nodiscard]] const QMap<OdmPlace, OdmForm>& forms() const { return m_forms; }

private:
    OdmTrail(const Record& record, const OdmCatalog& catalog) : m_record(record), m_catalog(catalog) {}

    [[nodiscard]] Result<void> after(const ledger::Event& event, const ledger::ParticipantState& state,
                                     const ledger::Touched& touched);
    void put(const ledger::Event& event, const OdmPlace& place, const OdmForm& now);
    void remove(const ledger::Event& event, const OdmPlace& place);

    const Record& m_record;
    const OdmCatalog& m_catalog;
    QList<OdmTransaction> m_transactions;
    QMap<OdmPlace, OdmForm> m_forms;
};

/// An assessment's form, as far as its definition is here: nothing else. Wrong where an answer does not fit it.
[[nodiscard]] Result<std::optional<OdmForm>> odmForm(const ledger::ParticipantState& state,
                                                     const ledger::AssessmentState& assessment, const Record& record,
                                                     const OdmCatalog& catalog);
[[nodiscard]] OdmForm odmRecord(const ledger::ParticipantState& state, const Record& record);
/// Instruments that were missed and not begun; those of a whole timepoint by its battery.
[[nodiscard]] QMap<OdmPlace, OdmForm> odmMissed(const ledger::ParticipantState& state, const Record& record,
                                                const OdmCatalog& catalog);

} // namespace serein::exporting
