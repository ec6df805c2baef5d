#include "exporting/PaperWords.h"
#include "instrument/Evaluation.h"
#include "instrument/Expressions.h"

namespace serein::exporting {

using instrument::Choice;
using instrument::Expression;
using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;
using instrument::Op;
using instrument::TextPack;

namespace {

constexpr qsizetype mostAlternatives = 4; // more are no longer simple

/// The one item that the rule reads; null where it reads several.
const Item* itemRead(const Instrument& instrument, const Item& item) {
    const QSet<QString> read = instrument::itemsReadBy(instrument, item.showWhen);
    return read.size() == 1 ? instrument.item(*read.begin()) : nullptr;
}

/// The same instrument with every item open: what an answer opens is asked of each answer by itself.
Instrument withoutBranches(Instrument instrument) {
    for (Item& item : instrument.items)
        item.showWhen = nullptr;
    return instrument;
}

QString choiceBranch(const Instrument& instrument, const Item& item, const Item& read, const TextPack& pack,
                     const SheetWords& words, int number) {
    const Instrument open = withoutBranches(instrument);
    QStringList opening;
    QStringList others;
    for (const Choice& choice : read.choices) {
        const instrument::Answers answers{{read.id, instrument::AnswerValue(choice.value)}};
        const auto value = instrument::Evaluation(open, answers, {}).value(*item.showWhen);
        const bool opens = std::holds_alternative<bool>(value) && std::get<bool>(value);
        (opens ? opening : others).append(words.quoted.arg(pack.choiceWords(read, choice.value)));
    }
    if (others.size() == 1 && opening.size() > 1)
        return words.ifIsNot.arg(number).arg(others.constFirst());
    if (opening.isEmpty() || opening.size() > mostAlternatives)
        return {};
    return words.ifIs.arg(number).arg(opening.join(words.either));
}

QString severalBranch(const Expression& rule, const Item& read, const TextPack& pack, const SheetWords& words,
                      int number) {
    const bool turned = rule.op == Op::Not;
    const Expression& inner = turned ? *rule.parts.constFirst() : rule;
    if (inner.op != Op::Includes)
        return {};
    return (turned ? words.ifHasNot : words.ifHas)
        .arg(number)
        .arg(words.quoted.arg(pack.choiceWords(read, inner.number)));
}

/// A comparison of the answer itself with a number.
QString numberBranch(const Expression& rule, const SheetWords& words, int number) {
    if (rule.parts.size() != 2 || rule.parts.at(0)->op != Op::Item || rule.parts.at(1)->op != Op::Number)
        return {};
    const QString bound = rule.parts.at(1)->number.toString();
    switch (rule.op) {
    case Op::Eq:
        return words.ifIs.arg(number).arg(bound);
    case Op::Ne:
        return words.ifIsNot.arg(number).arg(bound);
    case Op::Ge:
        return words.ifIs.arg(number).arg(words.atLeast.arg(bound));
    case Op::Gt:
        return words.ifIs.arg(number).arg(words.moreThan.arg(bound));
    case Op::Le:
        return words.ifIs.arg(number).arg(words.atMost.arg(bound));
    case Op::Lt:
        return words.ifIs.arg(number).arg(words.lessThan.arg(bound));
    default:
        return {};
    }
}

} // namespace

QString branchWords(const Instrument& instrument, const Item& item, const TextPack& pack,
                    const QMap<QString, int>& numbers) {
    if (item.showWhen == nullptr)
        return {};
    const SheetWords words = sheetWords(pack.language);
    const Item* const read = itemRead(instrument, item);
    QString said;
    if (read != nullptr && read->type == ItemType::Choice)
        said = choiceBranch(instrument, item, *read, pack, words, numbers.value(read->id));
    else if (read != nullptr && read->type == ItemType::MultiChoice)
        said = severalBranch(*item.showWhen, *read, pack, words, numbers.value(read->id));
    else if (read != nullptr && (read->type == ItemType::Number ||
                                 (read->type == ItemType::Scale && read->display == QLatin1String("nrs"))))
        said = numberBranch(*item.showWhen, words, numbers.value(read->id)); // a line on paper has no numbers to name
    return said.isEmpty() ? words.ifApplies : said;
}

} // namespace serein::exporting
