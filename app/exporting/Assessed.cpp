#include "exporting/Assessed.h"

#include "exporting/Tables.h"
#include "ledger/Work.h"

#include <algorithm>
#include <tuple>

namespace serein::exporting {

Result<QList<AssessedItem>> assessedItems(const ledger::AssessmentState& assessment,
                                          const instrument::Instrument& instrument) {
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
    const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
    QList<AssessedItem> items;
    for (const instrument::Item& item : instrument.items) {
        if (!item.asks())
            continue;
        const instrument::Answer answer = answers.value(item.id);
        const ItemState state =
            itemState(item, answer, shown.contains(item.id), !assessment.notReached.contains(item.id));
        items.append({&item, answer, state.state, state.reason});
    }
    return items;
}

Timing timingOf(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                const Definitions& definitions) {
    const study::Study& study = definitions.study(assessment);
    return {ledger::plannedFor(study, state, assessment),
            study::punctualityText(ledger::punctualityOf(study, state, assessment))};
}

namespace {

/// What was submitted, as it stands in a column of items; the last reason of each.
QString correctedIn(const ledger::AssessmentState& assessment, const instrument::Instrument& instrument) {
    QMap<QString, QString> reasons;
    for (const ledger::Correction& correction : assessment.corrections)
        reasons.insert(correction.item, correction.reason);
    QStringList corrected;
    for (const instrument::Item& item : instrument.items) {
        const auto why = reasons.constFind(item.id);
        if (why == reasons.constEnd())
            continue;
        const auto answer = instrument::answerFromJson(item, assessment.submittedAnswer(item.id));
        const ItemState before = itemState(item, answer ? *answer : instrument::Answer(), true, true);
        QString one = item.id + u'=' + (before.state == QLatin1String("answered") ? before.value.text : before.state) +
                      QStringLiteral(": ") + *why;
        corrected += one.replace(u'|', u'/').replace(u'\n', u' ');
    }
    return corrected.join(u'|');
}

} // namespace

HowDone howDone(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                const Definitions& definitions) {
    const bool isDated = !assessment.filledInAt.isEmpty();
    return {ledger::statusText(assessment.status),
            assessment.mode,
            isDated ? assessment.filledInAt : timeOf(assessment.openedAt),
            timingOf(state, assessment, definitions).punctuality,
            assessment.reason,
            definitions.study(assessment).version,
            correctedIn(assessment, definitions.instrument(assessment))};
}

const QList<HowColumn>& howColumns() {
    static const QList<HowColumn> all{
        {"asmt_status", "open, submitted, endedEarly, missed", &HowDone::status},
        {"asmt_mode", "how it was asked, as it was begun", &HowDone::mode},
        {"asmt_at", "when it was begun, on paper when it was filled in", &HowDone::at},
        {"asmt_window", "inWindow, early, late, unscheduled", &HowDone::window},
        {"asmt_reason", "why it was outside its window, or missed", &HowDone::reason},
        {"asmt_study", "version of the study that was followed", &HowDone::study},
        {"asmt_corrected", "items corrected: what was submitted, and why", &HowDone::corrected}};
    return all;
}

HowDone howMissed(const Record& record, const MissedScale& one) {
    return {QStringLiteral("missed"),
            {},
            {},
            {},
            one.missed->reason,
            record.definitions.studyOf(one.missed->study).version};
}

study::Planned plannedFor(const Record& record, const MissedScale& one) {
    const study::Study& study = record.definitions.studyOf(one.missed->study);
    const study::Timepoint* timepoint = study.timepoint(one.key.timepoint);
    return timepoint ? study::planFor(study, *timepoint, record.whole().anchorsFor(one.key)) : study::Planned();
}

QList<WideRow> wideRows(const Record& record) {
    QList<WideRow> rows;
    const auto rowOf = [&rows](const ledger::AssessmentKey& key) -> WideRow& {
        const ledger::AssessmentKey place{key.timepoint, {}, key.sequence};
        const auto known = std::ranges::find(rows, place, &WideRow::key);
        if (known != rows.end())
            return *known;
        rows.append(WideRow{place, {}});
        return rows.last();
    };
    const study::Study& study = record.definitions.study();
    for (const ledger::AssessmentState* assessment : inStudyOrder(record.state, study)) {
        WideRow& row = rowOf(assessment->key);
        if (row.begun.isEmpty())
            row.planned = timingOf(record.state, *assessment, record.definitions).planned;
        row.begun += assessment;
        row.how.insert(assessment->key.instrument, howDone(record.state, *assessment, record.definitions));
    }
    for (const MissedScale& one : missedScales(record)) {
        WideRow& row = rowOf(one.key);
        if (row.how.isEmpty())
            row.planned = plannedFor(record, one);
        row.how.insert(one.key.instrument, howMissed(record, one));
    }
    std::ranges::stable_sort(rows, {}, [&study](const WideRow& row) {
        const auto at = std::ranges::find(study.timepoints, row.key.timepoint, &study::Timepoint::id);
        return std::tuple(at - study.timepoints.begin(), row.key.timepoint, row.key.sequence);
    });
    return rows;
}

QStringList wideInstruments(const Record& record) {
    QStringList ids;
    const auto add = [&ids](const QString& id) {
        if (!ids.contains(id))
            ids += id;
    };
    for (const QString& hash : record.definitions.inUse())
        add(record.definitions.byHash(hash).id);
    for (const MissedScale& one : missedScales(record))
        add(one.key.instrument);
    return ids;
}

QList<MissedScale> missedScales(const Record& record) {
    return missedScales(record, record.state);
}

QList<MissedScale> missedScales(const Record& record, const ledger::ParticipantState& state) {
    QList<MissedScale> scales;
    for (auto it = state.missed.begin(); it != state.missed.end(); ++it) {
        const bool isWholeTimepoint = it.key().instrument.isEmpty();
        QStringList instruments{it.key().instrument};
        if (isWholeTimepoint) {
            const study::Timepoint* timepoint = record.definitions.studyOf(it->study).timepoint(it.key().timepoint);
            instruments = timepoint ? timepoint->battery : QStringList();
        }
        for (const QString& instrument : std::as_const(instruments)) {
            if (!record.instruments.isEmpty() && !record.instruments.contains(instrument))
                continue; // of a timepoint that was missed as a whole, the part's own
            const ledger::AssessmentKey key{it.key().timepoint, instrument, it.key().sequence};
            const QString definition = record.definitions.latest(instrument);
            const ledger::MissedState* missed = state.missedAs(key);
            const bool isSaidOfItself = isWholeTimepoint && state.missed.contains(key);
            const bool isLeftOut = record.whole().assessment(key) && !record.state.assessment(key);
            if (missed && !definition.isEmpty() && !isSaidOfItself && !isLeftOut)
                scales.append({key, missed, definition});
        }
    }
    return scales;
}

} // namespace serein::exporting
