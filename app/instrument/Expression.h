#pragma once
// A score's rule as a tree of operators (instruments/README.md lists them). Pure values.
#include "core/Decimal.h"

#include <QList>
#include <QMap>
#include <QString>
#include <memory>
#include <optional>

namespace serein::instrument {

/// One node of a score tree. `op` is the operator of instruments/README.md; leaves carry their value or name.
struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;
enum class Op {
    Number,
    Missing,
    Item,
    Score,
    Answered,
    Includes,
    Sum,
    Mean,
    Min,
    Max,
    Count,
    Reverse,
    Scale,
    Band,
    Ratio,
    Elapsed,
    Convert,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    All,
    Any,
    AtLeast,
    Not,
    First,
    When,
    Profile
};
enum class Rounding { None, HalfUp, Floor };
struct BandStep {
    std::optional<Decimal> bound; ///< none on the last step
    bool inclusive = false;       ///< upTo (≤) rather than below (<)
    Decimal value;
};
struct Expression {
    Op op = Op::Number;
    Decimal number;                         ///< Number; Includes: value; Reverse: low; Scale: by; AtLeast: n
    Decimal second;                         ///< Reverse: high; Scale: add
    QString name;                           ///< Item, Score, Answered, Includes; Elapsed: from; Convert: table
    QString otherName;                      ///< Elapsed: to; Convert: row
    QList<ExpressionPtr> parts;             ///< operands in order (When: if, then, else)
    QMap<QString, ExpressionPtr> byProfile; ///< Profile
    QList<BandStep> steps;                  ///< Band
    Rounding rounding = Rounding::None;     ///< Scale
    int digits = 0;                         ///< Scale
    QString pointer;                        ///< where it stands in its file, for faults
};

} // namespace serein::instrument
