#pragma once
// Comparisons as FHIR, FHIRPath and XPath all write them.
#include "instrument/Expression.h"

namespace serein::exporting {

/// Null: it compares nothing.
[[nodiscard]] constexpr const char* comparisonSign(instrument::Op op) {
    switch (op) {
    case instrument::Op::Eq:
        return "=";
    case instrument::Op::Ne:
        return "!=";
    case instrument::Op::Lt:
        return "<";
    case instrument::Op::Le:
        return "<=";
    case instrument::Op::Gt:
        return ">";
    case instrument::Op::Ge:
        return ">=";
    default:
        return nullptr;
    }
}

} // namespace serein::exporting
