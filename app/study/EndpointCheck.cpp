#include "study/References.h"

namespace serein::study {

namespace {

bool looksUp(Operator op) {
    return op == Operator::Ge || op == Operator::Gt;
}

/// Why a comparison with this cut-off says nothing, or empty.
QString emptiness(Operator op, const Decimal& cut, const Decimal& low, const Decimal& high) {
    if (cut < low || cut > high)
        return QStringLiteral("the cut-off %1 lies outside the score's range %2 to %3")
            .arg(cut.toString(), low.toString(), high.toString());
    const bool always = (op == Operator::Ge && cut == low) || (op == Operator::Le && cut == high);
    const bool never = (op == Operator::Gt && cut == high) || (op == Operator::Lt && cut == low);
    if (always || never)
        return QStringLiteral("with the cut-off %1 at the end of the score's range the criterion holds %2")
            .arg(cut.toString(), always ? QStringLiteral("always") : QStringLiteral("never"));
    return {};
}

void checkCriterion(const Criterion& criterion, const QString& pointer, const instrument::Library& library,
                    Faults& faults) {
    const instrument::Instrument* instrument = library.instrument(criterion.instrument);
    if (!instrument)
        return faults.add(pointerTo(pointer, "instrument"), noInstrument(criterion.instrument));
    const instrument::Score* score = instrument->score(criterion.score);
    if (!score)
        return faults.add(pointerTo(pointer, "score"),
                          QStringLiteral("%1 has no score \"%2\"").arg(instrument->id, criterion.score));
    const Decimal low = score->isBoolean ? Decimal(0) : score->low;
    const Decimal high = score->isBoolean ? Decimal(1) : score->high;
    if (const QString reason = emptiness(criterion.op, criterion.cut, low, high); !reason.isEmpty())
        faults.add(pointerTo(pointer, "cut"), reason);
    const bool higherIsWorse = score->direction == instrument::Direction::HigherWorse;
    const bool higherIsBetter = score->direction == instrument::Direction::HigherBetter;
    if ((higherIsWorse && !looksUp(criterion.op)) || (higherIsBetter && looksUp(criterion.op)))
        faults.add(
            pointerTo(pointer, "operator"),
            QStringLiteral("an endpoint looks for worse, but a %1 %2 of %3 is better")
                .arg(higherIsWorse ? QStringLiteral("lower") : QStringLiteral("higher"), score->id, instrument->id));
}

void checkNights(const Endpoint& endpoint, const QString& pointer, const Study& study,
                 const instrument::Library& library, Faults& faults) {
    const QString nights = pointerTo(pointer, "timepoints");
    for (qsizetype i = 0; i < endpoint.timepoints.size(); ++i) {
        const QString& id = endpoint.timepoints[i];
        const Timepoint* timepoint = study.timepoint(id);
        if (!timepoint) {
            faults.add(pointerTo(nights, i), noTimepoint(id));
            continue;
        }
        QStringList absent;
        for (const Criterion& criterion : endpoint.criteria)
            if (library.instrument(criterion.instrument) && !timepoint->battery.contains(criterion.instrument) &&
                !absent.contains(criterion.instrument))
                absent += criterion.instrument;
        for (const QString& instrument : absent)
            faults.add(pointerTo(nights, i), notAskedAt(id, instrument));
    }
}

} // namespace

void checkEndpoints(const Study& study, const instrument::Library& library, Faults& faults) {
    for (qsizetype i = 0; i < study.endpoints.size(); ++i) {
        const QString criteria = at("/endpoints", i, "criteria");
        for (qsizetype j = 0; j < study.endpoints[i].criteria.size(); ++j)
            checkCriterion(study.endpoints[i].criteria[j], pointerTo(criteria, j), library, faults);
        checkNights(study.endpoints[i], pointerTo("/endpoints", i), study, library, faults);
    }
}

} // namespace serein::study
