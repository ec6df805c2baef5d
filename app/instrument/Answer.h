#pragma once
// One answer to one item, as the participant gave it. Never a number when it was declined, not reached or hidden.
#include "core/Decimal.h"
#include "core/Result.h"

#include <QDate>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <variant>

namespace serein::instrument {

struct Item;

/// Minutes after local midnight, 0 … 1439.
struct ClockTime {
    int minutes = 0;
    bool operator==(const ClockTime&) const = default;
};
/// Minutes.
struct Minutes {
    Decimal value;
    bool operator==(const Minutes&) const = default;
};

/// number, scale and choice: Decimal; multiChoice: list; text, datetime (as written): QString.
using AnswerValue = std::variant<Decimal, ClockTime, Minutes, QDate, QList<Decimal>, QString>;

struct Declined {
    QString reason; ///< may be empty
    bool operator==(const Declined&) const = default;
};

/// monostate: unanswered (null).
using Answer = std::variant<std::monostate, AnswerValue, Declined>;
/// Whether there is an answer: declined, unanswered and an empty text or list are none.
[[nodiscard]] bool isAnswered(const Answer& answer);
using Answers = QMap<QString, Answer>; ///< by item id

/// Reads an answer as the command line and the ledger write it; Unusable where it doesn't fit the item's type, range or
/// choices (the reason never repeats the answer). An empty text or list reads as unanswered.
[[nodiscard]] Result<Answer> answerFromJson(const Item& item, const QJsonValue& value);
[[nodiscard]] QJsonValue answerToJson(const Answer& answer);

} // namespace serein::instrument
