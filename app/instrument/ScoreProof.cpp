#include "core/Json.h"
#include "instrument/Expressions.h"
#include "instrument/Proof.h"

#include <QSet>

namespace serein::instrument {

namespace {

QString forProfile(const QString& profile) {
    return profile.isEmpty() ? QString() : QStringLiteral(" in profile \"%1\"").arg(profile);
}

/// Whether a score reads itself by way of others.
bool readsItself(const Instrument& instrument, const Score& score) {
    QSet<QString> seen;
    QSet<QString> open = scoresNamedBy(score.expression);
    while (!open.isEmpty()) {
        const QString id = *open.begin();
        open.erase(open.begin());
        if (id == score.id)
            return true;
        const Score* next = seen.contains(id) ? nullptr : instrument.score(id);
        seen.insert(id);
        if (next)
            open += scoresNamedBy(next->expression);
    }
    return false;
}

/// The first table without a factor that the tree converts by; empty where there is none.
QString lackingFactor(const Instrument& instrument, const Expression& node) {
    if (node.op == Op::Convert && !instrument.conversions.value(node.name).factors.value(node.otherName))
        return QStringLiteral(": \"%1\" has no factor for \"%2\"").arg(node.name, node.otherName);
    for (const ExpressionPtr& part : node.parts + node.byProfile.values())
        if (QString reason = lackingFactor(instrument, *part); !reason.isEmpty())
            return reason;
    return {};
}

void proveRange(const Instrument& instrument, const Score& score, const QString& place, Faults& faults) {
    const QString range = pointerTo(place, QStringLiteral("range"));
    if (score.low >= score.high) {
        faults.add(range, QStringLiteral("the low end is not below the high end"));
        return;
    }
    const Interval stated{score.low, score.high};
    const QStringList profiles = profilesOf(instrument);
    QMap<QString, QStringList> wrong; // what the expression gives instead → in which profiles
    for (const QString& profile : profiles) {
        const auto computed = intervalOf(instrument, *score.expression, profile);
        if (computed && (*computed == stated || (!score.rangeNote.isEmpty() && computed->contains(stated))))
            continue;
        wrong[computed ? computed->toString()
                       : QStringLiteral("no value") + lackingFactor(instrument, *score.expression)]
            .append(profile);
    }
    for (auto it = wrong.begin(); it != wrong.end(); ++it)
        for (const QString& profile : it->size() == profiles.size() ? QStringList{QString()} : *it)
            faults.add(range, QStringLiteral("stated as %1, but its expression gives %2%3")
                                  .arg(stated.toString(), it.key(), forProfile(profile)));
}

void proveBandList(const Score& score, const QList<Band>& bands, const QString& place, Faults& faults) {
    QSet<QString> ids;
    for (qsizetype index = 0; index < bands.size(); ++index) {
        const Band& band = bands.at(index);
        const QString from = pointerTo(pointerTo(place, index), QStringLiteral("from"));
        if (index == 0 && band.from != score.low)
            faults.add(
                from,
                QStringLiteral("the first band does not start at the range's low end, %1").arg(score.low.toString()));
        if (index > 0 && band.from <= bands.at(index - 1).from)
            faults.add(from, QStringLiteral("not above the band before it"));
        if (band.from > score.high)
            faults.add(from, QStringLiteral("above the range's high end, %1").arg(score.high.toString()));
        if (ids.contains(band.id))
            faults.add(pointerTo(pointerTo(place, index), QStringLiteral("id")),
                       QStringLiteral("the id \"%1\" stands twice").arg(band.id));
        ids.insert(band.id);
    }
}

void proveBands(const Instrument& instrument, const Score& score, const QString& place, Faults& faults) {
    const QString bands = pointerTo(place, QStringLiteral("bands"));
    if (score.isBoolean && !score.bands.isEmpty()) {
        faults.add(bands, QStringLiteral("a boolean score has no bands"));
        return;
    }
    for (auto it = score.bands.begin(); it != score.bands.end(); ++it) {
        if (!it.key().isEmpty() && lacksProfile(instrument, it.key()))
            faults.add(pointerTo(bands, it.key()), QStringLiteral("no profile \"%1\"").arg(it.key()));
        proveBandList(score, it.value(), it.key().isEmpty() ? bands : pointerTo(bands, it.key()), faults);
    }
    if (!score.bands.isEmpty() && !score.bands.contains(QString()))
        for (const QString& profile : instrument.profiles)
            if (!score.bands.contains(profile))
                faults.add(bands, QStringLiteral("nothing for profile \"%1\"").arg(profile));
}

/// Scaling up what was answered is right only where every item weighs the same.
void proveProration(const Instrument& instrument, const Score& score, const QString& place, Faults& faults) {
    const QString prorate = pointerTo(place, QStringLiteral("prorate"));
    const Expression& tree = *score.expression;
    const auto isItem = [](const ExpressionPtr& part) {
        return part->op == Op::Item || (part->op == Op::Reverse && part->parts.first()->op == Op::Item);
    };
    if ((tree.op != Op::Sum && tree.op != Op::Mean) || !std::ranges::all_of(tree.parts, isItem)) {
        faults.add(prorate, QStringLiteral("stands only on a plain sum or mean of items"));
        return;
    }
    if (score.proration->maxMissing >= tree.parts.size())
        faults.add(pointerTo(prorate, QStringLiteral("maxMissing")),
                   QStringLiteral("not less than the number of items"));
    const auto first = intervalOf(instrument, *tree.parts.first(), instrument.defaultProfile);
    for (const ExpressionPtr& part : tree.parts)
        if (intervalOf(instrument, *part, instrument.defaultProfile) != first)
            faults.add(prorate, QStringLiteral("its items do not share one range"));
}

/// Whether every part that the score's bounds come from is without fault; else they would only repeat those faults.
bool canBeBounded(const Instrument& instrument, const Score& score, const QString& place, const Faults& faults) {
    if (score.isBoolean || instrument.items.isEmpty() || readsItself(instrument, score) ||
        faults.touch(QStringLiteral("/conversions")) || faults.touch(pointerTo(place, QStringLiteral("expression"))) ||
        faults.touch(pointerTo(place, QStringLiteral("range"))))
        return false;
    const QSet<QString> items = itemsReadBy(instrument, score.expression);
    for (qsizetype index = 0; index < instrument.items.size(); ++index) {
        const Item& item = instrument.items.at(index);
        if (items.contains(item.id) && (faults.touch(pointerTo(QStringLiteral("/items"), index)) ||
                                        faults.touch(pointerTo(QStringLiteral("/choices"), item.choiceList))))
            return false;
    }
    const QSet<QString> scores = scoresNamedBy(score.expression);
    for (qsizetype index = 0; index < instrument.scores.size(); ++index)
        if (scores.contains(instrument.scores.at(index).id) &&
            faults.touch(pointerTo(QStringLiteral("/scores"), index) + QStringLiteral("/range")))
            return false;
    return true;
}

void proveScore(const Instrument& instrument, const Score& score, const QString& place, Faults& faults) {
    const bool isKindKnown = !faults.refused(pointerTo(place, QStringLiteral("range")));
    faults.add(
        expressionFaults(instrument, score.expression, isKindKnown ? std::optional(score.isBoolean) : std::nullopt));
    if (readsItself(instrument, score))
        faults.add(pointerTo(place, QStringLiteral("expression")),
                   QStringLiteral("the score \"%1\" depends on itself").arg(score.id));
    if (score.isFlag && !score.isBoolean)
        faults.add(pointerTo(place, QStringLiteral("flag")), QStringLiteral("a flag's range is \"boolean\""));
    if (score.isBoolean && score.proration)
        faults.add(pointerTo(place, QStringLiteral("prorate")),
                   QStringLiteral("stands only on a plain sum or mean of items"));
    proveBands(instrument, score, place, faults);
    if (!canBeBounded(instrument, score, place, faults))
        return;
    proveRange(instrument, score, place, faults);
    if (score.proration)
        proveProration(instrument, score, place, faults);
}

} // namespace

void proveScores(const Instrument& instrument, Faults& faults) {
    if (!instrument.profiles.isEmpty() && lacksProfile(instrument, instrument.defaultProfile))
        faults.add(QStringLiteral("/defaultProfile"),
                   QStringLiteral("no profile \"%1\"").arg(instrument.defaultProfile));
    QSet<QString> ids;
    for (qsizetype index = 0; index < instrument.scores.size(); ++index) {
        const Score& score = instrument.scores.at(index);
        const QString place = pointerTo(QStringLiteral("/scores"), index);
        proveOnce(ids, score.id, place, faults);
        proveScore(instrument, score, place, faults);
    }
}

} // namespace serein::instrument
