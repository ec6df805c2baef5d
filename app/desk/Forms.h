#pragma once
// Forms and ratings of staff's own: kept as they are filled in, like patients' answers, and submitted with their
// scores.
#include "desk/Actor.h"
#include "instrument/Scoring.h"

namespace serein::desk {

struct FormPlace {
    QUuid participant;
    QString timepoint;
    QString instrument;
    QString language = {}; ///< of its words; empty: the participant's
    QString reason = {};   ///< why outside the window
};

/// A moment that staff write down was observed; what is agreed for later is a date. Unusable at "/<item>".
[[nodiscard]] Result<void> checkMoment(const instrument::Item& item, const QJsonValue& answer, const QDateTime& now);

class Forms {
public:
    explicit Forms(vault::Vault& vault) : m_vault(vault) {}

    /// What was kept of it so far; empty: not begun. Unusable where it was submitted already, Refused where it would
    /// tell the treatment, or may not be filled in.
    [[nodiscard]] Result<instrument::Answers> kept(const FormPlace& place) const;
    /// Keeps what differs; the first entry opens the form. Alerts fire as they would on screen. Unusable at "/reason"
    /// outside the window without one.
    [[nodiscard]] Result<void> keep(const FormPlace& place, const instrument::Answers& answers);
    /// Keeps what differs, and submits all of it. Unusable at an item whose moment is still to come.
    [[nodiscard]] Result<QMap<QString, instrument::ScoreValue>> submit(const FormPlace& place,
                                                                       const instrument::Answers& answers);

private:
    struct Sheet;
    [[nodiscard]] Result<Sheet> find(const FormPlace& place, const vault::Actor& actor) const;
    /// What opens it, with the words in which it is filled in.
    [[nodiscard]] Result<ledger::Fact> opening(const FormPlace& place, const Sheet& sheet) const;
    /// What differs, and `fired` alerts that were not raised before, opened first where it wasn't.
    [[nodiscard]] Result<QList<ledger::Fact>> changes(const FormPlace& place, const Sheet& sheet,
                                                      const instrument::Answers& answers, QStringList fired) const;
    [[nodiscard]] Result<void> write(const Sheet& sheet, const QList<ledger::Fact>& facts, const vault::Actor& actor);

    vault::Vault& m_vault;
};

} // namespace serein::desk
