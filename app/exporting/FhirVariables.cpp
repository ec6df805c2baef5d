// The named values of a form: what its expressions read.
#include "exporting/FhirPath.h"
#include "exporting/FhirTerms.h"
#include "instrument/Expressions.h"

namespace serein::exporting {

namespace {

using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;

/// The item's answer as the number that scores are made of; several for a multiChoice.
QString itemPath(const Item& item) {
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::MultiChoice:
        return QStringLiteral("%questionnaire.item.where(linkId = '%1').answerOption.where(value.code in "
                              "%2.value.code).extension.where(url = "
                              "'http://hl7.org/fhir/StructureDefinition/ordinalValue').value")
            .arg(item.id, fhirAnswerOf(item.id));
    case ItemType::Clock: // minutes after midnight
        return fhirAnswerOf(item.id) + QStringLiteral(".value.select(toString().substring(0, 2).toInteger() * 60 + "
                                                      "toString().substring(3, 2).toInteger())");
    default:
        return fhirAnswerOf(item.id) + QStringLiteral(".value");
    }
}

/// Depth first: a score stands after the scores it reads. Definitions have no cycles (the loader proves it).
void addScores(const Instrument& instrument, const QSet<QString>& names, const QString& profile, QStringList& known,
               QList<FhirVariable>& variables) {
    for (const instrument::Score& score : instrument.scores) {
        if (!names.contains(score.id) || known.contains(score.id))
            continue;
        addScores(instrument, instrument::scoresNamedBy(score.expression), profile, known, variables);
        known += score.id;
        variables += {fhirScoreVariable(score.id), fhirPath(instrument, *score.expression, profile)};
    }
}

} // namespace

QList<FhirVariable> fhirVariables(const Instrument& instrument, const QString& profile) {
    QSet<QString> items;
    QSet<QString> scores;
    for (const instrument::Score& score : instrument.scores) {
        items += instrument::itemsReadBy(instrument, score.expression);
        scores += instrument::scoresNamedBy(score.expression);
    }
    for (const Item& item : instrument.items)
        if (item.showWhen)
            items += instrument::itemsReadBy(instrument, item.showWhen);
    QList<FhirVariable> variables;
    for (const Item& item : instrument.items)
        if (items.contains(item.id) && item.type != ItemType::Text)
            variables += {fhirItemVariable(item.id), itemPath(item)};
    QStringList known;
    addScores(instrument, scores, profile, known, variables);
    return variables;
}

} // namespace serein::exporting
