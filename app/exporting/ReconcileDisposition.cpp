#include "exporting/ReconcileDisposition.h"

#include "core/Ids.h"
#include "exporting/SdtmQualifiers.h"

#include <algorithm>

namespace serein::exporting {

namespace {

/// One row of DS with its qualifiers, or one event of the slice.
struct Happening {
    QDateTime at;
    QString category;
    QString term;
    QString reason;
    QString by;       ///< whose consent or decision
    QString document; ///< version of the consent form
    QString writer;
    bool operator==(const Happening&) const = default;
};

/// Blanks at an end don't count: a transport file drops them.
QString withoutBlanks(QString text) {
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

/// What one event of a stream is in DS; several where several degrees end at once.
QList<Happening> happenings(const ledger::Event& event, QSet<QString>& ended) {
    const auto of = [&event](const char* category, const QString& term, const QString& reason) {
        return Happening{event.header.at.toUTC(), QString::fromLatin1(category), term, reason, {}, {},
                         event.header.actor};
    };
    if (const auto* consent = std::get_if<ledger::Consented>(&event.fact)) {
        Happening one = of("PROTOCOL MILESTONE", QStringLiteral("Informed consent, ") + consent->occasion, {});
        one.at = consent->at.isValid() ? consent->at.toUTC() : one.at;
        one.by = consent->by;
        one.document = consent->document;
        return {one};
    }
    if (const auto* failed = std::get_if<ledger::ScreenFailed>(&event.fact))
        return {of("DISPOSITION EVENT", QStringLiteral("Screening failed"), failed->reason)};
    if (const auto* suspended = std::get_if<ledger::Suspended>(&event.fact))
        return {of("OTHER EVENT", QStringLiteral("Suspended, ") + suspended->cause, suspended->reason)};
    if (const auto* resumed = std::get_if<ledger::Resumed>(&event.fact))
        return {of("OTHER EVENT", QStringLiteral("Resumed"), resumed->reason)};
    if (const auto* unblinded = std::get_if<ledger::Unblinded>(&event.fact))
        return {of("OTHER EVENT", QStringLiteral("Unblinded, ") + unblinded->manner, unblinded->reason)};
    QList<Happening> all;
    if (const auto* withdrawn = std::get_if<ledger::Withdrawn>(&event.fact))
        for (const QString& degree : withdrawn->from) {
            if (ended.contains(degree))
                continue; // it ended before
            ended.insert(degree);
            all += of("DISPOSITION EVENT", QStringLiteral("Withdrawn from ") + degree, withdrawn->reason);
            all.last().by = withdrawn->by;
        }
    return all;
}

/// In the order of time.
QList<Happening> due(const Record& record) {
    QList<Happening> all;
    QSet<QString> ended;
    for (const ledger::Event& event : record.events)
        all += happenings(event, ended);
    std::ranges::stable_sort(all, {}, &Happening::at);
    for (Happening& one : all)
        for (QString Happening::* text : {&Happening::term, &Happening::reason, &Happening::by, &Happening::document})
            one.*text = withoutBlanks(one.*text);
    return all;
}

/// By DSSEQ; nothing: it stands there twice, or is of another domain.
std::optional<QMap<QString, SdtmQualifiers>> qualifiersOf(const QList<SdtmRow>& supplemental) {
    QMap<QString, SdtmQualifiers> all;
    for (const SdtmRow& row : supplemental)
        if (row.value("RDOMAIN") != QLatin1String("DS") || row.value("IDVAR") != QLatin1String("DSSEQ") ||
            !all[row.value("IDVARVAL")].add(row))
            return std::nullopt;
    return all;
}

/// Nothing: the row contradicts itself. The terms are the sponsor's own, and DSDECOD says so.
std::optional<Happening> readRow(const SdtmRow& row, SdtmQualifiers more) {
    const auto at = parseInstant(row.value("DSSTDTC"));
    const auto take = [&more](const char* name) { return withoutBlanks(more.take(QString::fromLatin1(name))); };
    const Happening read{at ? at->toUTC() : QDateTime(),
                         row.value("DSCAT"),
                         withoutBlanks(row.value("DSTERM")),
                         take("DSREASON"),
                         take("DSBY"),
                         take("DSFORM"),
                         take("DSWRITER")};
    const bool isSponsors = row.value("DSDECOD") == QStringLiteral("SPONSOR: ") + read.term.toUpper();
    return at && isSponsors && row.value("DOMAIN") == QLatin1String("DS") && more.left().isEmpty() ? std::optional(read)
                                                                                                   : std::nullopt;
}

bool saysTheSame(const Record& record, const QList<SdtmRow>& rows, const QList<SdtmRow>& supplemental) {
    auto qualifiers = qualifiersOf(supplemental);
    QList<Happening> wanted = due(record);
    if (!qualifiers || rows.size() != wanted.size())
        return false;
    for (const SdtmRow& row : rows) {
        const QString sequence = row.value("DSSEQ");
        const qsizetype at = sequence.toInt() - 1;
        if (at < 0 || at >= wanted.size() || readRow(row, qualifiers->take(sequence)) != wanted.at(at))
            return false;
        wanted[at] = {}; // once
    }
    return qualifiers->isEmpty();
}

} // namespace

Result<void> reconcileDisposition(const Record& record, const QList<SdtmRow>& rows,
                                  const QList<SdtmRow>& supplemental) {
    return saysTheSame(record, rows, supplemental)
               ? Result<void>()
               : wrong(QStringLiteral("what happened to a participant is not what the ledger slice says"));
}

} // namespace serein::exporting
