#include "exporting/Replay.h"

namespace serein::exporting {

Result<int> rescore(const ledger::AssessmentState& assessment, const instrument::Instrument& instrument) {
    if (assessment.status == ledger::AssessmentStatus::Open)
        return 0;
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
    const auto computed = instrument::score(instrument, answers, {assessment.profile, assessment.prorate});
    const QString engine = QString::fromLatin1(instrument::engineVersion);
    const QString otherEngine =
        assessment.engine == engine
            ? QString()
            : QStringLiteral(" (scored by engine %1; this program has %2)").arg(assessment.engine, engine);
    QList<Fault> faults;
    for (auto it = computed.begin(); it != computed.end(); ++it)
        if (assessment.scores.value(it.key()) != QJsonValue(instrument::scoreToJson(*it)))
            faults.append({sliceFile,
                           {},
                           QStringLiteral("%1: the score %2 computed again differs from the one submitted%3")
                               .arg(assessment.key.toString(), it.key(), otherEngine)});
    for (const QString& id : assessment.scores.keys())
        if (!computed.contains(id))
            faults.append({sliceFile,
                           {},
                           QStringLiteral("%1: the definition has no score %2").arg(assessment.key.toString(), id)});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults});
    return static_cast<int>(computed.size());
}

} // namespace serein::exporting
