#include "exporting/SdtmDisposition.h"

#include <algorithm>

namespace serein::exporting {

namespace {

const QString dsDomain = QStringLiteral("DS");

struct DispositionEvent {
    QDateTime at;
    const char* category;
    QString term;
    QString by; ///< whose consent or decision; empty: nobody's
    QString reason;
    QString document;
    QString writtenBy;
};

/// One participant's events, as their stream tells them.
class Disposition {
public:
    void add(const ledger::Event& event) {
        m_header = &event.header;
        if (const auto* consent = std::get_if<ledger::Consented>(&event.fact))
            put("PROTOCOL MILESTONE", QStringLiteral("Informed consent, ") + consent->occasion, {}, consent->by,
                consent->document, consent->at);
        else if (const auto* failed = std::get_if<ledger::ScreenFailed>(&event.fact))
            put("DISPOSITION EVENT", QStringLiteral("Screening failed"), failed->reason);
        else if (const auto* withdrawn = std::get_if<ledger::Withdrawn>(&event.fact))
            withdraw(*withdrawn);
        else if (const auto* suspended = std::get_if<ledger::Suspended>(&event.fact))
            put("OTHER EVENT", QStringLiteral("Suspended, ") + suspended->cause, suspended->reason);
        else if (const auto* resumed = std::get_if<ledger::Resumed>(&event.fact))
            put("OTHER EVENT", QStringLiteral("Resumed"), resumed->reason);
        else if (const auto* unblinded = std::get_if<ledger::Unblinded>(&event.fact))
            put("OTHER EVENT", QStringLiteral("Unblinded, ") + unblinded->manner, unblinded->reason);
    }
    [[nodiscard]] SdtmDisposition build(const SdtmSubject& subject) {
        std::ranges::stable_sort(m_events, {}, &DispositionEvent::at);
        SdtmDisposition found;
        for (const DispositionEvent& one : std::as_const(m_events)) {
            const SdtmMoment moment = subject.moment(one.at);
            const int sequence = static_cast<int>(found.rows.size()) + 1;
            const SdtmCells cells{{"STUDYID", subject.study},
                                  {"DOMAIN", dsDomain},
                                  {"USUBJID", subject.usubjid},
                                  {"SEQ", Decimal(sequence)},
                                  {"TERM", one.term},
                                  {"DECOD", QStringLiteral("SPONSOR: ") + one.term.toUpper()},
                                  {"CAT", QString::fromLatin1(one.category)},
                                  {"EPOCH", subject.epochOf(moment)},
                                  {"STDTC", moment.text()},
                                  {"STDY", subject.dayOf(moment)}};
            found.rows += cells;
            const auto more = [&](const char* name, const char* label, const QString& value, const char* origin) {
                const QStringList pieces = value.isEmpty() ? QStringList() : sdtmPieces(value);
                const QString variable = dsDomain + QLatin1String(name);
                for (qsizetype i = 0; i < pieces.size(); ++i)
                    found.supplements.append({dsDomain, dsDomain + QStringLiteral("SEQ"), QString::number(sequence),
                                              i == 0 ? variable : sdtmContinued(variable, i),
                                              QString::fromLatin1(label), pieces[i], QString::fromLatin1(origin)});
            };
            more("REASON", "Reason", one.reason, "Collected");
            more("BY", "Whose Consent or Decision", one.by, "Collected");
            more("FORM", "Version of the Consent Form", one.document, "Collected");
            more("WRITER", "Recorded by", one.writtenBy, "Assigned");
        }
        return found;
    }

private:
    void put(const char* category, const QString& term, const QString& reason, const QString& by = {},
             const QString& document = {}, const QDateTime& at = {}) {
        m_events.append({at.isValid() ? at : m_header->at, category, term, by, reason, document, m_header->actor});
    }
    /// A degree that had ended before is not ended again.
    void withdraw(const ledger::Withdrawn& fact) {
        for (const QString& degree : fact.from)
            if (!m_ended.contains(degree)) {
                m_ended += degree;
                put("DISPOSITION EVENT", QStringLiteral("Withdrawn from ") + degree, fact.reason, fact.by);
            }
    }

    const ledger::Header* m_header = nullptr;
    QList<DispositionEvent> m_events;
    QStringList m_ended;
};

} // namespace

SdtmDataset sdtmDispositionDataset() {
    SdtmDataset ds;
    ds.name = ds.domain = dsDomain;
    ds.label = QStringLiteral("Disposition");
    ds.class_ = QStringLiteral("EVENTS");
    ds.structure = QStringLiteral("One record per disposition status or protocol milestone per subject");
    ds.variables = {
        {"STUDYID", "Study Identifier", SdtmType::Text, 1, "Protocol", {}, "Id of the study"},
        {"DOMAIN", "Domain Abbreviation", SdtmType::Text, 0, "Assigned", "DOMAIN"},
        {"USUBJID", "Unique Subject Identifier", SdtmType::Text, 2, "Derived", {}, "As in DM"},
        {"DSSEQ", "Sequence Number", SdtmType::Integer, 3, "Derived", {}, "Place in the order of time"},
        {"DSTERM", "Reported Term for the Disposition Event", SdtmType::Text},
        {"DSDECOD",
         "Standardized Disposition Term",
         SdtmType::Text,
         0,
         "Assigned",
         {},
         "The sponsor's own terms, which is what SPONSOR: says: no CDISC term is claimed"},
        {"DSCAT", "Category for Disposition Event", SdtmType::Text, 0, "Assigned", {}, "The categories of SDTMIG's DS"},
        {"EPOCH", "Epoch", SdtmType::Text, 0, "Derived", "EPOCH", "Against the reference start"},
        {"DSSTDTC",
         "Start Date/Time of Disposition Event",
         SdtmType::Text,
         0,
         "Collected",
         {},
         "When consent was given; of anything else when it was recorded"},
        {"DSSTDY",
         "Study Day of Start of Disposition Event",
         SdtmType::Integer,
         0,
         "Derived",
         {},
         "From 1 on the day of RFSTDTC, -1 the day before"}};
    return ds;
}

SdtmDisposition sdtmDisposition(const Record& record) {
    Disposition events;
    for (const ledger::Event& event : record.events)
        events.add(event);
    return events.build(SdtmSubject::of(record));
}

} // namespace serein::exporting
