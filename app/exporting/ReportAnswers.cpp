// Every answer of a report, in the words of its language where they may be exported.
#include "exporting/ReportBlocks.h"
#include "exporting/Tables.h"
#include "instrument/Scoring.h"

namespace serein::exporting {

namespace {

QString scoreWords(const ReportPage& page, const instrument::Score& score, const QJsonObject& stored,
                   const QString& profile) {
    const QJsonValue value = stored.value(QLatin1String("value"));
    const QString status = stored.value(QLatin1String("status")).toString();
    if (value.isNull() || value.isUndefined())
        return page.words.missing;
    if (value.isBool())
        return value.toBool() ? page.words.yes : page.words.no;
    QString words = scoreCell(stored).text;
    for (const instrument::Band& band : score.bandsFor(profile))
        if (band.id == stored.value(QLatin1String("band")).toString())
            words += QStringLiteral(" (%1)").arg(band.label.in(page.language));
    return status == QLatin1String("complete") ? words : words + QStringLiteral(", ") + page.term(status);
}

} // namespace

Result<void> addAnswers(ReportPage& page) {
    const Definitions& definitions = page.record.definitions;
    page.heading(page.words.answers);
    for (const ledger::AssessmentState* assessment : inStudyOrder(page.record.state, definitions.study())) {
        const instrument::Instrument& instrument = definitions.instrument(*assessment);
        const instrument::TextPack* pack = page.packFor(assessment->definition);
        SEREIN_TRY(const instrument::Answers answers, answersOf(*assessment, instrument));
        const QStringList shown = instrument::visibleItems(instrument, answers, assessment->profile);
        page.heading(page.placeOf(assessment->key) + QStringLiteral(" · ") + page.titleOf(instrument), questionType);
        const QList<double> shares{0.6, 0.4};
        for (const instrument::Item& item : instrument.items) {
            if (!item.asks() || !shown.contains(item.id))
                continue;
            const QString text = pack ? pack->items.value(item.id).text : QString();
            const QString asked = text.isEmpty() ? QStringLiteral("%1 (%2)").arg(item.id, item.concept_) : text;
            const bool unreached =
                assessment->notReached.contains(item.id) && !instrument::isAnswered(answers.value(item.id));
            const QString given = unreached ? page.term(QStringLiteral("not_reached"))
                                            : page.answerWords(assessment->definition, item.id,
                                                               instrument::answerToJson(answers.value(item.id)));
            page.row({asked, given}, shares);
        }
        const QString profile = assessment->profile.isEmpty() ? instrument.defaultProfile : assessment->profile;
        for (const instrument::Score& score : instrument.scores)
            if (assessment->scores.contains(score.id))
                page.row({score.name.in(page.language),
                          scoreWords(page, score, assessment->scores.value(score.id).toObject(), profile)},
                         shares, questionType);
    }
    return {};
}

} // namespace serein::exporting
