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

void checkCriterion(const Criterion& criterion, bool better, const QString& pointer, const instrument::Library& library,
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
    if (score->direction == instrument::Direction::None)
        return;
    const bool upIsBetter = score->direction == instrument::Direction::HigherBetter;
    const bool findsBetter = looksUp(criterion.op) == upIsBetter;
    if (findsBetter != better)
        faults.add(pointerTo(pointer, "operator"),
                   QStringLiteral("this endpoint looks for %1, but a %2 %3 of %4 is %5")
                       .arg(better ? QStringLiteral("better") : QStringLiteral("worse"),
                            looksUp(criterion.op) ? QStringLiteral("higher") : QStringLiteral("lower"), score->id,
                            instrument->id, findsBetter ? QStringLiteral("better") : QStringLiteral("worse")));
}

/// Why this version of a scale cannot answer for this timepoint, or empty: a night wants the version that asks about
/// the last night.
QString recallMismatch(const Timepoint& timepoint, const instrument::Instrument& instrument, const Study& study) {
    constexpr std::chrono::seconds aDay = std::chrono::days(1);
    const bool declared = study.recallDeclared.value(timepoint.id).contains(instrument.id);
    if (timepoint.asksAboutNight && !instrument.recallsNight && instrument.recall.nominal() > aDay && !declared)
        return QStringLiteral("%1 asks about %2, not the night before %3: take its last-night version, or declare it")
            .arg(instrument.id, instrument.recall.toString(), timepoint.id);
    if (!timepoint.asksAboutNight && instrument.recallsNight)
        return QStringLiteral("%1 asks about the last night, but %2 is not a timepoint about a night")
            .arg(instrument.id, timepoint.id);
    return {};
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
        if (faults.touch(at("/timepoints", timepoint - study.timepoints.data(), "battery")))
            continue; // what is asked there isn't known
        QStringList absent;
        for (const Criterion& criterion : endpoint.criteria)
            if (library.instrument(criterion.instrument) && !timepoint->battery.contains(criterion.instrument) &&
                !absent.contains(criterion.instrument))
                absent += criterion.instrument;
        for (const QString& instrument : absent)
            faults.add(pointerTo(nights, i), notAskedAt(id, instrument));
        for (const Criterion& criterion : endpoint.criteria)
            if (const auto* instrument = library.instrument(criterion.instrument);
                instrument && timepoint->battery.contains(instrument->id))
                if (const QString mismatch = recallMismatch(*timepoint, *instrument, study); !mismatch.isEmpty())
                    faults.add(pointerTo(nights, i), mismatch);
    }
}

} // namespace

void checkEndpoints(const Study& study, const instrument::Library& library, Faults& faults) {
    for (qsizetype i = 0; i < study.endpoints.size(); ++i) {
        const QString criteria = at("/endpoints", i, "criteria");
        for (qsizetype j = 0; j < study.endpoints[i].criteria.size(); ++j)
            checkCriterion(study.endpoints[i].criteria[j], study.endpoints[i].better, pointerTo(criteria, j), library,
                           faults);
        checkNights(study.endpoints[i], pointerTo("/endpoints", i), study, library, faults);
    }
}

} // namespace serein::study
