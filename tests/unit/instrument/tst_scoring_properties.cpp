// What must hold for whatever a person answers, on the shipped scales.
#include "unit/instrument/Definitions.h"

#include <algorithm>
#include <random>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::instrument;

namespace {

Answer anyAnswer(const Item& item) {
    switch (item.type) {
    case ItemType::Choice:
        return AnswerValue(item.choices.at(*rc::gen::inRange<int>(0, static_cast<int>(item.choices.size()))).value);
    case ItemType::Scale:
    case ItemType::Number:
        return AnswerValue(Decimal(*rc::gen::inRange(item.min->toInt(), item.max->toInt() + 1)));
    case ItemType::Clock:
        return AnswerValue(ClockTime{*rc::gen::inRange(0, 1440)});
    case ItemType::Duration:
        return AnswerValue(
            Minutes{Decimal(*rc::gen::inRange(item.min.value_or(Decimal(0)).toInt(), item.max->toInt() + 1))});
    case ItemType::Text:
        return AnswerValue(QString("words"));
    case ItemType::MultiChoice: {
        QList<Decimal> chosen{item.choices.at(*rc::gen::inRange<qsizetype>(0, item.choices.size())).value};
        for (const Choice& choice : item.choices)
            if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}}) && !chosen.contains(choice.value))
                chosen.append(choice.value);
        return AnswerValue(chosen);
    }
    case ItemType::Date:
        return AnswerValue(QDate(2026, 11, *rc::gen::inRange(1, 31)));
    case ItemType::DateTime:
        return AnswerValue(QString("2026-11-20T14:05+08:00"));
    default:
        return {};
    }
}

Answers complete(const Instrument& instrument) {
    Answers answers;
    for (const Item& item : instrument.items)
        answers.insert(item.id, anyAnswer(item));
    return answers;
}

bool readsWhether(const Expression& node, const QString& item) {
    return (node.op == Op::Answered && node.name == item) ||
           std::ranges::any_of(node.parts, [&](const ExpressionPtr& part) { return readsWhether(*part, item); });
}

/// Where a rule asks whether there is an answer, its absence is meant to count.
bool readsWhetherAnswered(const Instrument& instrument, const QString& item) {
    const auto reads = [&](const ExpressionPtr& tree) { return tree && readsWhether(*tree, item); };
    return std::ranges::any_of(instrument.scores, reads, &Score::expression) ||
           std::ranges::any_of(instrument.items, reads, &Item::showWhen);
}

bool inRange(const Score& score, const ScoreValue& value) {
    if (const auto* number = std::get_if<Decimal>(&value.value))
        return !score.isBoolean && *number >= score.low && *number <= score.high;
    return score.isBoolean || value.status == ScoreStatus::Missing;
}

} // namespace

class TestScoringProperties : public QObject {
    Q_OBJECT
    const Library m_library = Library::load(Library::defaultFolder()).value();

    void forEveryScale(const std::function<void(const Instrument&)>& property) {
        for (const QString& id : m_library.ids())
            QVERIFY2(rc::check([&] { property(*m_library.instrument(id)); }), qUtf8Printable(id));
    }

private Q_SLOTS:
    void everyScore_staysInItsRange() {
        forEveryScale([](const Instrument& instrument) {
            Answers answers = complete(instrument);
            for (const Item& item : instrument.items)
                if (*rc::gen::weightedElement<bool>({{4, false}, {1, true}}))
                    answers.remove(item.id);
            for (const QString& profile : instrument.profiles + QStringList{QString()}) {
                const auto scores = score(instrument, answers, {profile, *rc::gen::arbitrary<bool>()});
                for (const Score& each : instrument.scores)
                    RC_ASSERT(inRange(each, scores.value(each.id)));
            }
        });
    }
    void completeAnswers_areNeverProrated() {
        forEveryScale([](const Instrument& instrument) {
            const Answers answers = complete(instrument);
            RC_ASSERT(score(instrument, answers, {{}, true}) == score(instrument, answers, {{}, false}));
        });
    }
    void sumOfItems_doesNotDependOnWhichItemHasWhichAnswer() {
        for (const char* id : {"phq9", "gad7", "ais"})
            QVERIFY2(rc::check([&] {
                         const Instrument& instrument = *m_library.instrument(QString::fromUtf8(id));
                         const Answers answers = complete(instrument);
                         QStringList summed;
                         for (const ExpressionPtr& part : instrument.score("total")->expression->parts)
                             summed.append(part->name);
                         QStringList shuffled = summed;
                         std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
                         Answers again = answers;
                         for (qsizetype index = 0; index < summed.size(); ++index)
                             again.insert(shuffled.at(index), answers.value(summed.at(index)));
                         RC_ASSERT(score(instrument, again).value("total") ==
                                   score(instrument, answers).value("total"));
                     }),
                     id);
    }
    void orderOfAnswering_isIrrelevant() {
        forEveryScale([](const Instrument& instrument) {
            const Answers answers = complete(instrument);
            QStringList ids = answers.keys();
            std::shuffle(ids.begin(), ids.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
            Answers again;
            for (const QString& id : ids) {
                again.insert(id, anyAnswer(*instrument.item(id))); // changed later
                again.insert(id, answers.value(id));
            }
            RC_ASSERT(score(instrument, again) == score(instrument, answers));
        });
    }
    /// A score that stands with an answer missing stands whatever that answer would have been: or it is prorated, and
    /// says so.
    void missingAnswer_givesNoNumberItCouldChange() {
        forEveryScale([](const Instrument& instrument) {
            Answers answers = complete(instrument);
            const Item& left = instrument.items.at(*rc::gen::inRange<qsizetype>(0, instrument.items.size()));
            if (!left.asks() || left.optional || readsWhetherAnswered(instrument, left.id))
                return;
            answers.remove(left.id);
            const auto without = score(instrument, answers, {{}, true});
            for (int tries = 0; tries < 5; ++tries) {
                answers.insert(left.id, anyAnswer(left));
                const auto with = score(instrument, answers, {{}, true});
                for (const Score& each : instrument.scores)
                    if (without.value(each.id).status == ScoreStatus::Complete)
                        RC_ASSERT(with.value(each.id) == without.value(each.id));
            }
        });
    }
    /// Sums and means of items: each answer moves the score the way it counts.
    void sumsOfItems_areMonotone() {
        forEveryScale([](const Instrument& instrument) {
            Answers answers = complete(instrument);
            for (const Score& each : instrument.scores) {
                const Expression& tree = *each.expression;
                if (tree.op != Op::Sum && tree.op != Op::Mean)
                    continue;
                const ExpressionPtr& part = *rc::gen::elementOf(tree.parts);
                const bool reversed = part->op == Op::Reverse;
                const Expression& leaf = reversed ? *part->parts.first() : *part;
                const Item* item = leaf.op == Op::Item ? instrument.item(leaf.name) : nullptr;
                const auto before = score(instrument, answers).value(each.id).value;
                const auto* low = item ? std::get_if<AnswerValue>(&answers[item->id]) : nullptr;
                const auto* was = low ? std::get_if<Decimal>(low) : nullptr;
                if (!was || !std::holds_alternative<Decimal>(before))
                    continue;
                const Decimal from = *was;
                const Answer next = anyAnswer(*item);
                const Decimal to = std::get<Decimal>(std::get<AnswerValue>(next));
                Answers changed = answers;
                changed.insert(item->id, next);
                const auto after = score(instrument, changed).value(each.id).value;
                if (!std::holds_alternative<Decimal>(after))
                    continue; // the answer decides what else is asked
                const Decimal rise = std::get<Decimal>(after) - std::get<Decimal>(before);
                const Decimal step = reversed ? from - to : to - from;
                RC_ASSERT((step > Decimal(0)) == (rise > Decimal(0)));
                RC_ASSERT((step < Decimal(0)) == (rise < Decimal(0)));
            }
        });
    }
    void answersWrittenAndReadAgain_scoreTheSame() {
        forEveryScale([](const Instrument& instrument) {
            const Answers answers = complete(instrument);
            Answers again;
            for (auto it = answers.begin(); it != answers.end(); ++it)
                again.insert(it.key(), answerFromJson(*instrument.item(it.key()), answerToJson(it.value())).value());
            RC_ASSERT(score(instrument, again) == score(instrument, answers));
        });
    }
    void everyNumberOfABandedScore_hasItsBand() {
        forEveryScale([](const Instrument& instrument) {
            const auto scores = score(instrument, complete(instrument));
            for (const Score& each : instrument.scores) {
                const ScoreValue value = scores.value(each.id);
                const bool banded = std::holds_alternative<Decimal>(value.value) && !each.bands.isEmpty();
                RC_ASSERT(banded == !value.band.isEmpty());
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestScoringProperties)
#include "tst_scoring_properties.moc"
