// What the replayed slice says of every item, score and missed scale.
#include "core/Ids.h"
#include "exporting/Assessed.h"
#include "exporting/Reconcile.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

/// Words where they may be exported, else what the choices are about.
QString asGiven(const instrument::Item& item, const ItemState& state, const QString& words) {
    if (item.choices.isEmpty() || !words.isEmpty() || state.value.text.isEmpty())
        return words.isEmpty() ? state.value.text : words;
    QStringList concepts;
    for (const QString& chosen : state.value.text.split(u'|'))
        for (const instrument::Choice& choice : item.choices)
            if (choice.value.toString() == chosen)
                concepts += choice.concept_.isEmpty() ? chosen : choice.concept_;
    return concepts.join(u'|');
}

Result<void> addItems(Dues& dues, const Record& record, const ledger::AssessmentState& assessment) {
    const instrument::Instrument& instrument = record.definitions.instrument(assessment);
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
    const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
    for (const instrument::Item& item : instrument.items) {
        if (!item.asks())
            continue;
        const instrument::Answer answer = answers.value(item.id);
        const ItemState state =
            itemState(item, answer, shown.contains(item.id), !assessment.notReached.contains(item.id));
        const bool isAnswered = state.state == QLatin1String("answered");
        const QString words = isAnswered ? wordsChosen(item, answer, record.definitions.pack(assessment)) : QString();
        const QString value = sayingValue(&item, state.value.text);
        dues.insert(sayingKey(record.state.subject, assessment.key, false, item.id),
                    {{value, state.state, state.reason, words, asGiven(item, state, words),
                      state.value.isNumber ? value : QString()},
                     &record,
                     assessment.definition,
                     Due::Kind::Item,
                     assessment.status == ledger::AssessmentStatus::Open,
                     assessment.answers.contains(item.id)});
    }
    return {};
}

void addScores(Dues& dues, const Record& record, const ledger::AssessmentState& assessment) {
    const instrument::Instrument& instrument = record.definitions.instrument(assessment);
    for (auto it = assessment.scores.begin(); it != assessment.scores.end(); ++it) {
        const QJsonObject stored = it->toObject();
        const QString value = scoreCell(stored).text;
        const instrument::Score* score = instrument.score(it.key());
        QString original = value;
        if (score && score->isBoolean && !value.isEmpty())
            original = value == QLatin1String("1") ? QStringLiteral("Y") : QStringLiteral("N");
        dues.insert(
            sayingKey(record.state.subject, assessment.key, true, it.key()),
            {{value, stored.value("status").toString(), stored.value("band").toString(), QString(), original, value},
             &record,
             assessment.definition,
             Due::Kind::Score,
             assessment.status == ledger::AssessmentStatus::Open,
             true});
    }
}

} // namespace

QString sayingKey(const QString& subject, const ledger::AssessmentKey& key, bool isScore, const QString& id) {
    return QStringLiteral("%1 %2 %3 %4")
        .arg(subject, key.toString(), isScore ? QStringLiteral("score") : QStringLiteral("item"), id);
}
QString missedKey(const QString& subject, const ledger::AssessmentKey& key) {
    return QStringLiteral("%1 %2 missed").arg(subject, key.toString());
}

QString sayingValue(const instrument::Item* item, const QString& text) {
    if (item && item->type == instrument::ItemType::DateTime) {
        const auto instant = parseInstant(text);
        return instant ? instantText(instant->toUTC()) : text;
    }
    if (item && item->type == instrument::ItemType::Text)
        return text;
    const auto number = Decimal::fromString(text);
    return number ? number->toString() : text;
}

Result<Dues> saidBySlice(const Records& records) {
    Dues dues;
    for (const Record& record : records) {
        for (const ledger::AssessmentState& assessment : record.state.assessments) {
            SEREIN_CHECK(addItems(dues, record, assessment));
            addScores(dues, record, assessment);
        }
        for (const MissedScale& one : missedScales(record))
            dues.insert(missedKey(record.state.subject, one.key),
                        {{one.missed->reason, QStringLiteral("missed")}, &record, one.definition, Due::Kind::Missed});
    }
    return dues;
}

} // namespace serein::exporting
