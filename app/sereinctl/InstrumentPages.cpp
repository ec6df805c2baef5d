#include "sereinctl/InstrumentPages.h"

#include "instrument/InWords.h"

namespace serein::ctl {

namespace {

using namespace instrument;

const QString english = QStringLiteral("en");

QString joined(const QStringList& parts, const QString& between = QStringLiteral(", ")) {
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(between);
}

QString codesText(const Codes& codes) {
    const QString words = joined({codes.loinc.isEmpty() ? QString() : QStringLiteral("LOINC ") + codes.loinc,
                                  codes.cdisc.isEmpty() ? QString() : QStringLiteral("CDISC ") + codes.cdisc,
                                  codes.sponsor.isEmpty() ? QString() : QStringLiteral("sponsor ") + codes.sponsor});
    return words.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(words);
}

QString typeText(const Item& item) {
    static const QMap<ItemType, QString> names{
        {ItemType::Choice, QStringLiteral("one of")}, {ItemType::MultiChoice, QStringLiteral("any of")},
        {ItemType::Number, QStringLiteral("number")}, {ItemType::Scale, QStringLiteral("scale")},
        {ItemType::Clock, QStringLiteral("clock")},   {ItemType::Duration, QStringLiteral("minutes")},
        {ItemType::Date, QStringLiteral("date")},     {ItemType::DateTime, QStringLiteral("date and time")},
        {ItemType::Text, QStringLiteral("text")},     {ItemType::Section, QStringLiteral("heading")},
        {ItemType::Note, QStringLiteral("note")}};
    QStringList choices;
    for (const Choice& choice : item.choices)
        choices.append(choice.value.toString() + u' ' + choice.concept_);
    const QString range = item.min || item.max ? QStringLiteral("%1 to %2")
                                                     .arg(item.min ? item.min->toString() : QString(),
                                                          item.max ? item.max->toString() : QString())
                                               : QString();
    return joined({names.value(item.type), choices.join(QStringLiteral(" | ")), range, item.unit}, QStringLiteral(" "));
}

QString directionText(Direction direction) {
    if (direction == Direction::None)
        return {};
    return direction == Direction::HigherWorse ? QStringLiteral("higher is worse") : QStringLiteral("higher is better");
}

QString recallText(const Instrument& instrument) {
    if (instrument.recallsNight)
        return QStringLiteral("about the last night");
    const IsoDuration& recall = instrument.recall;
    if (recall == IsoDuration())
        return QStringLiteral("about now");
    const auto some = [](int number, const QString& unit) {
        return QStringLiteral("about the last %1 %2%3")
            .arg(number)
            .arg(unit, number == 1 ? QString() : QStringLiteral("s"));
    };
    if (recall.months > 0)
        return some(recall.months, QStringLiteral("month"));
    if (recall.days > 0)
        return recall.days % 7 == 0 ? some(recall.days / 7, QStringLiteral("week"))
                                    : some(recall.days, QStringLiteral("day"));
    return some(static_cast<int>(recall.time / std::chrono::hours(1)), QStringLiteral("hour"));
}

QStringList bandLines(const Score& score) {
    QStringList lines;
    for (auto it = score.bands.begin(); it != score.bands.end(); ++it) {
        QStringList bands;
        for (const Band& band : *it)
            bands.append(QStringLiteral("%1 from %2").arg(band.label.in(english), band.from.toString()));
        lines.append(QStringLiteral("      bands%1: %2 (%3)")
                         .arg(it.key().isEmpty() ? QString() : QStringLiteral(" in profile ") + it.key(),
                              bands.join(QStringLiteral(", ")), score.bandsSource));
    }
    return lines;
}

QStringList scoreLines(const Score& score) {
    const QString range = score.isBoolean ? QStringLiteral("yes or no")
                                          : QStringLiteral("%1 to %2").arg(score.low.toString(), score.high.toString());
    QStringList lines{QStringLiteral("  %1  %2%3").arg(score.id, score.name.in(english), codesText(score.codes)),
                      QStringLiteral("      = ") + inWords(*score.expression),
                      QStringLiteral("      ") +
                          joined({range, directionText(score.direction),
                                  score.isFlag ? QStringLiteral("a note on data quality") : QString()})};
    if (!score.rangeNote.isEmpty())
        lines.append(QStringLiteral("      range: ") + score.rangeNote);
    lines += bandLines(score);
    if (score.proration)
        lines.append(QStringLiteral("      may be prorated with up to %1 unanswered (%2)")
                         .arg(score.proration->maxMissing)
                         .arg(score.proration->source));
    return lines;
}

/// English where there is, and only words that may be handed on.
const TextPack* wordsToPrint(const Entry& entry) {
    const auto found = entry.packs.constFind(english);
    return found != entry.packs.cend() && found->allowsExport ? &*found : nullptr;
}

QStringList itemLines(const Entry& entry) {
    const TextPack* words = wordsToPrint(entry);
    QStringList lines;
    for (const Item& item : entry.instrument.items) {
        lines.append(QStringLiteral("  %1  %2: %3%4%5")
                         .arg(item.id, item.concept_, typeText(item),
                              item.optional ? QStringLiteral(", may stay empty") : QString(), codesText(item.codes)));
        if (words)
            lines.append(QStringLiteral("      \"%1\"").arg(words->items.value(item.id).text));
        if (item.showWhen)
            lines.append(QStringLiteral("      asked when ") + inWords(*item.showWhen));
    }
    return lines;
}

QStringList conversionLines(const Instrument& instrument) {
    QStringList lines;
    for (auto table = instrument.conversions.begin(); table != instrument.conversions.end(); ++table) {
        lines.append(QStringLiteral("Conversion %1 %2, to %3 (%4)")
                         .arg(table.key(), table->version, table->unit, table->source.citation));
        for (auto row = table->factors.begin(); row != table->factors.end(); ++row)
            lines.append(QStringLiteral("  %1  %2")
                             .arg(row.key(), *row ? QStringLiteral("× ") + (*row)->toString()
                                                  : QStringLiteral("not converted: no factor")));
    }
    return lines;
}

QString wordsText(const TextPack& pack) {
    return QStringLiteral("%1 %2, %3. %4: %5")
        .arg(pack.language, pack.version, pack.provenance, pack.licenceHolder, pack.licenceStatement);
}

/// A cell of a Markdown table.
QString cell(QString text) {
    return text.replace(u'|', QStringLiteral("\\|")).replace(u'\n', u' ');
}

QString shipsAs(const Entry& entry) {
    QStringList packs;
    for (const TextPack& pack : entry.packs)
        packs.append(QStringLiteral("%1 (%2)").arg(pack.language, pack.provenance));
    return packs.isEmpty() ? QStringLiteral("structure and scoring, **no words**")
                           : QStringLiteral("structure, scoring, words in ") + packs.join(QStringLiteral(", "));
}

QString ground(const Entry& entry) {
    QStringList grounds;
    for (const TextPack& pack : entry.packs)
        if (const QString one = QStringLiteral("%1: %2").arg(pack.licenceHolder, pack.licenceStatement);
            !grounds.contains(one))
            grounds.append(one);
    if (entry.packs.isEmpty())
        grounds.append(QStringLiteral("%1: %2").arg(entry.instrument.wordsHolder, entry.instrument.wordsStatement));
    return grounds.join(QStringLiteral(" / "));
}

QString toBring(const Entry& entry) {
    if (entry.packs.isEmpty())
        return QStringLiteral("its licence, and a text pack of the licensed wording in each language of the study");
    QStringList unvalidated;
    for (const TextPack& pack : entry.packs)
        if (pack.provenance == QLatin1String("unvalidated"))
            unvalidated.append(pack.language);
    if (unvalidated.isEmpty())
        return QStringLiteral("nothing");
    return QStringLiteral("`allowUnvalidated` in the study, or its own pack, in ") +
           unvalidated.join(QStringLiteral(", "));
}

} // namespace

QStringList instrumentPage(const Entry& entry) {
    const Instrument& instrument = entry.instrument;
    static const QMap<QString, QString> audiences{
        {QStringLiteral("self"), QStringLiteral("answered by the participant")},
        {QStringLiteral("observer"), QStringLiteral("rated by an observer")},
        {QStringLiteral("staff"), QStringLiteral("filled in by staff")}};
    QStringList lines{QStringLiteral("%1 (%2 %3)").arg(instrument.name.in(english), instrument.id, instrument.version),
                      joined({audiences.value(instrument.audience), recallText(instrument),
                              QStringLiteral("class ") + instrument.dataClass})};
    const InstrumentCodes& codes = instrument.codes;
    if (!codes.loinc.isEmpty())
        lines.append(QStringLiteral("LOINC ") + codes.loinc);
    if (!codes.category.isEmpty())
        lines.append(QStringLiteral("%1 %2 \"%3\"")
                         .arg(codes.isSponsors ? QStringLiteral("Sponsor's category") : QStringLiteral("CDISC"),
                              codes.domain, codes.category));
    for (const Source& source : instrument.sources)
        lines.append(
            QStringLiteral("Source: %1%2")
                .arg(source.citation, source.doi.isEmpty() ? QString() : QStringLiteral(", doi ") + source.doi));
    lines.append(QStringLiteral("Items"));
    lines += itemLines(entry);
    if (!instrument.profiles.isEmpty())
        lines.append(QStringLiteral("Profiles: %1 (default %2)")
                         .arg(instrument.profiles.join(QStringLiteral(", ")), instrument.defaultProfile));
    if (!instrument.scores.isEmpty())
        lines.append(QStringLiteral("Scores (missing when an answer they need is, unless it is decided without)"));
    for (const Score& score : instrument.scores)
        lines += scoreLines(score);
    lines += conversionLines(instrument);
    for (const AlertRule& rule : instrument.alerts)
        lines.append(
            QStringLiteral("Alert %1: %2%3")
                .arg(rule.id, inWords(*rule.when),
                     rule.whenUnanswered ? QStringLiteral(", or %1 left unanswered").arg(rule.item) : QString()));
    for (const TextPack& pack : entry.packs)
        lines.append(QStringLiteral("Words: ") + wordsText(pack));
    if (entry.packs.isEmpty())
        lines.append(QStringLiteral("No words ship: %1: %2").arg(instrument.wordsHolder, instrument.wordsStatement));
    return lines;
}

QStringList licencesPage(const instrument::Library& library) {
    QStringList lines{
        QStringLiteral("# Licences of the instruments"),
        QString(),
        QStringLiteral(
            "Printed by `sereinctl instrument licences` from the packs; a test holds this file against them. What "
            "ships here, on what ground, and what a site must bring. Nothing here is legal advice."),
        QString(),
        QStringLiteral("| Instrument | Ships as | Ground | A site must bring |"),
        QStringLiteral("|---|---|---|---|")};
    for (const QString& id : library.ids()) {
        const Entry& entry = *library.entry(id);
        lines.append(
            QStringLiteral("| `%1` | %2 | %3 | %4 |").arg(id, shipsAs(entry), cell(ground(entry)), toBring(entry)));
    }
    lines += {
        QString(),
        QStringLiteral("- Concepts of scales whose words may not ship are our own neutral names, never the wording."),
        QStringLiteral("- `unvalidated`: these very words have not been validated, or not been compared with the "
                       "official text. A study has to allow them, and its data carry the mark."),
        QStringLiteral("- LOINC codes: Copyright © Regenstrief Institute, Inc. and the LOINC Committee, free of charge "
                       "under the LOINC licence (loinc.org/license). CDISC codes: CDISC controlled terminology, "
                       "published by NCI EVS. Sponsor codes are this project's own."),
        QStringLiteral(
            "- Code, and the files of this folder other than quoted wording: Apache-2.0, as the repository.")};
    return lines;
}

} // namespace serein::ctl
