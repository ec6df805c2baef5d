#pragma once
// The value of a score tree over one set of answers: exact numbers, three-valued logic, missing never a number.
#include "instrument/Instrument.h"

#include <QHash>
#include <QSet>

namespace serein::instrument {

/// monostate: missing.
using Value = std::variant<std::monostate, Decimal, bool>;

/// Works on proven instruments only. Keeps references: instrument and answers must outlive it.
class Evaluation {
public:
    /// `profile` empty: the instrument's default. Decides first which items are hidden.
    Evaluation(const Instrument& instrument, const Answers& answers, const QString& profile);

    [[nodiscard]] bool isHidden(const QString& item) const { return m_hidden.contains(item); }
    [[nodiscard]] Value value(const Expression& expression);
    /// Of a score's tree, before any proration.
    [[nodiscard]] Value scoreValue(const Score& score);
    [[nodiscard]] const QString& profile() const { return m_profile; }

private:
    Value itemValue(const QString& id) const;
    Value includes(const Expression& node) const;
    Value converted(const Expression& node);
    Value sum(const Expression& node, bool mean);
    Value extreme(const Expression& node);
    Value count(const Expression& node);
    Value band(const Expression& node);
    Value scale(const Expression& node);
    Value ratio(const Expression& node);
    Value elapsed(const Expression& node) const;
    Value compare(const Expression& node);
    Value quantified(const Expression& node, bool decides);
    Value atLeast(const Expression& node);
    Value first(const Expression& node);
    Value when(const Expression& node);

    const Instrument& m_instrument;
    const Answers& m_answers;
    QString m_profile;
    QSet<QString> m_hidden;
    QHash<const Score*, Value> m_scores; ///< those that others name, once worked out
};

} // namespace serein::instrument
