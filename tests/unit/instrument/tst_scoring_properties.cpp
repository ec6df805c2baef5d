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
        return AnswerValue(Minutes{Decimal(*rc::gen::inRange(item.min->toInt(), item.max->toInt() + 1))});
    case ItemType::Text:
        return AnswerValue(QString("words"));
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
