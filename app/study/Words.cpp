#include "study/Words.h"
#include "study/References.h"

#include <QSet>

namespace serein::study {

namespace {

bool isSelfRated(const instrument::Entry& entry) {
    return entry.instrument.audience == QLatin1String("self");
}

void report(const instrument::Entry& entry, const QString& pointer, const Study& study, const QDate& today,
            const QString& file, WordsReport& report) {
    const QString& id = entry.instrument.id;
    for (const QString& language : study.languages) {
        const instrument::TextPack* pack =
            isSelfRated(entry) && !entry.packs.contains(language) ? nullptr : wordsFor(entry, language);
        const QString bar = pack ? barTo(*pack, study, today) : QString();
        const Fault fault{
            file, pointer,
            pack ? QStringLiteral("the words of %1 in %2 cannot be used: %3").arg(id, pack->language, bar)
                 : QStringLiteral("%1 has no words in %2: add the site's licensed pack").arg(id, language)};
        QList<Fault>& list = pack ? report.barred : report.missing;
        if ((!pack || !bar.isEmpty()) && !list.contains(fault))
            list.append(fault);
    }
}

} // namespace

QString barTo(const instrument::TextPack& pack, const Study& study, const QDate& today) {
    if (!pack.allowsElectronic)
        return QStringLiteral("its licence does not allow electronic use");
    if (!pack.onlyStudy.isEmpty() && pack.onlyStudy != study.id)
        return QStringLiteral("they are licensed for the study \"%1\" only").arg(pack.onlyStudy);
    if (pack.expires.isValid() && pack.expires < today)
        return QStringLiteral("their licence ended on %1").arg(pack.expires.toString(Qt::ISODate));
    if (pack.provenance == QLatin1String("placeholder") && !study.isDemonstration)
        return QStringLiteral("they are placeholders, which a trial may not use");
    if (pack.provenance == QLatin1String("unvalidated") && !study.allowUnvalidated)
        return QStringLiteral("they are unvalidated, which this study does not allow (allowUnvalidated)");
    return {};
}

const instrument::TextPack* wordsFor(const instrument::Entry& entry, const QString& language) {
    if (const auto found = entry.packs.constFind(language); found != entry.packs.cend())
        return &*found;
    return isSelfRated(entry) || entry.packs.isEmpty() ? nullptr : &entry.packs.first();
}

WordsReport wordsReport(const Study& study, const instrument::Library& library, const QDate& today,
                        const QString& file) {
    WordsReport result;
    QSet<QString> seen; // each instrument once, where it first stands
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const QString battery = at("/timepoints", i, "battery");
        const QStringList& ids = study.timepoints[i].battery;
        for (qsizetype j = 0; j < ids.size(); ++j) {
            const instrument::Entry* entry = library.entry(ids[j]);
            if (entry && !seen.contains(ids[j]))
                report(*entry, at(battery, j, "instrument"), study, today, file, result);
            seen.insert(ids[j]);
        }
    }
    return result;
}

Result<void> requireWords(const Study& study, const instrument::Library& library, const QDate& today,
                          const QString& file) {
    const WordsReport found = wordsReport(study, library, today, file);
    if (const QList<Fault> faults = found.missing + found.barred; !faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return {};
}

} // namespace serein::study
