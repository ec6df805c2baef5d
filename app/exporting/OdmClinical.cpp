// ClinicalData: what stands, and how it came to be.
#include "exporting/Odm.h"

#include "core/Ids.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

using Kind = OdmChange::Kind;

QString kindText(Kind kind) {
    switch (kind) {
    case Kind::Insert:
        return QStringLiteral("Insert");
    case Kind::Update:
        return QStringLiteral("Update");
    case Kind::Remove:
        return QStringLiteral("Remove");
    }
    return {};
}

const QString context = QStringLiteral("Context");
const QString upsert = QStringLiteral("Upsert");

void openEvent(Xml& xml, const OdmPlace& place, const QString& transaction = {}) {
    const bool isRecord = place.timepoint.isEmpty();
    xml.open("StudyEventData", {{"StudyEventOID", isRecord ? odmRecordEvent : OdmCatalog::event(place.timepoint)},
                                {"StudyEventRepeatKey", isRecord ? QString() : QString::number(place.sequence)},
                                {"TransactionType", transaction}});
}

/// Annotations of one element, numbered.
class Notes {
public:
    explicit Notes(Xml& xml) : m_xml(xml) {}

    void add(const QString& comment, const char* by, const QString& code, const QString& list, const char* type) {
        m_xml.open("Annotation", {{"SeqNum", QString::number(++m_count)}});
        if (!comment.isEmpty())
            m_xml.text("Comment", comment, {{"SponsorOrSite", QString::fromLatin1(by)}});
        m_xml.open("Flag");
        m_xml.text("FlagValue", code, {{"CodeListOID", list}});
        m_xml.text("FlagType", QString::fromLatin1(type), {{"CodeListOID", odmFlagTypeList}});
        m_xml.close();
        m_xml.close();
    }
    void noValue(const OdmDatum& datum) {
        if (!datum.flag.isEmpty())
            add(datum.comment, "Site", datum.flag, odmFlagList, "noValue");
    }
    void query(const ledger::QueryState& query) {
        const auto step = [&](const QString& text, const QDateTime& at, const QString& who, const char* by,
                              const char* code) {
            if (at.isValid())
                add(QStringLiteral("%1, %2: %3").arg(who, timeOf(at), text), by, QString::fromLatin1(code),
                    odmQueryList, "query");
        };
        step(query.text, query.raisedAt, query.raisedBy, "Sponsor", "raised");
        step(query.answer, query.answeredAt, query.answeredBy, "Site", "answered");
        step(query.closing, query.closedAt, query.closedBy, "Sponsor", "closed");
    }
    void signature(const ledger::SignatureState& one) {
        const QString words = QStringLiteral("%1 (%2), %3: %4").arg(one.by, one.role, timeOf(one.at), one.meaning);
        if (one.brokenAt.isValid())
            add(QStringLiteral("%1; broken %2").arg(words, timeOf(one.brokenAt)), "Site",
                QStringLiteral("brokenSignature"), odmNoteList, "note");
        else
            add(words, "Site", QStringLiteral("signature"), odmNoteList, "note");
    }

private:
    Xml& m_xml;
    int m_count = 0;
};

class Snapshot {
public:
    Snapshot(Xml& xml, const OdmCatalog& catalog, const Record& record, const OdmTrail& trail)
        : m_xml(xml), m_catalog(catalog), m_record(record), m_trail(trail),
          m_location(OdmCatalog::location(record.state.site)) {}

    void write() {
        bool isFirst = true;
        for (const OdmCatalog::Version& version : m_catalog.versions()) {
            const QList<OdmPlace> places = placesOf(version);
            if (places.isEmpty())
                continue;
            m_xml.open("ClinicalData", {{"StudyOID", m_catalog.studyId()},
                                        {"MetaDataVersionOID", m_catalog.metaDataVersion(version.hash)}});
            subject(places, isFirst);
            m_xml.close();
            isFirst = false;
        }
    }

private:
    [[nodiscard]] bool isOf(const OdmForm& form, const OdmCatalog::Version& version) const {
        return m_catalog.metaDataVersion(form.study.isEmpty() ? m_record.state.study : form.study) ==
               m_catalog.metaDataVersion(version.hash);
    }
    /// The record first, then in the study's order.
    [[nodiscard]] QList<OdmPlace> placesOf(const OdmCatalog::Version& version) const {
        QStringList order{QString()};
        for (const study::Timepoint& timepoint : version.study->timepoints)
            order += timepoint.id;
        QList<OdmPlace> places;
        for (auto it = m_trail.forms().begin(); it != m_trail.forms().end(); ++it)
            if (isOf(*it, version))
                places += it.key();
        std::ranges::stable_sort(places, {}, [&](const OdmPlace& place) {
            const study::Timepoint* timepoint = version.study->timepoint(place.timepoint);
            const qsizetype at = order.indexOf(place.timepoint);
            const qsizetype asked = timepoint ? timepoint->battery.indexOf(place.instrument) : -1;
            constexpr qsizetype last = 1000000;
            return std::tuple(at < 0 ? last : at, place.timepoint, place.sequence, asked < 0 ? last : asked);
        });
        return places;
    }

    void subject(const QList<OdmPlace>& places, bool isFirst) {
        m_xml.open("SubjectData", {{"SubjectKey", m_record.state.subject}});
        if (isFirst && !m_trail.transactions().isEmpty())
            writeOdmAudit(m_xml, m_trail.transactions().constFirst(), m_location);
        Notes notes(m_xml);
        const auto rest = isFirst ? signatures({}, [&] { m_xml.empty("SiteRef", {{"LocationOID", m_location}}); })
                                  : QList<const ledger::SignatureState*>();
        for (const ledger::SignatureState* one : rest)
            notes.signature(*one);
        for (qsizetype i = 0; i < places.size(); ++i) {
            const OdmPlace& place = places[i];
            const bool begins =
                i == 0 || places[i - 1].timepoint != place.timepoint || places[i - 1].sequence != place.sequence;
            const bool ends = i + 1 == places.size() || places[i + 1].timepoint != place.timepoint ||
                              places[i + 1].sequence != place.sequence;
            if (begins)
                openEvent(m_xml, place);
            form(place);
            if (ends)
                m_xml.close();
        }
        m_xml.close();
    }

    void form(const OdmPlace& place) {
        const OdmForm& form = *m_trail.forms().constFind(place);
        m_xml.open("FormData", {{"FormOID", form.form}});
        writeOdmAudit(m_xml, m_trail.transactions()[form.opened], m_location);
        if (!place.instrument.isEmpty()) {
            const auto rest = signatures(place, [] {});
            Notes notes(m_xml);
            for (const ledger::SignatureState* one : rest)
                notes.signature(*one);
            for (const ledger::QueryState& query : m_record.state.queries)
                if (query.assessment == place && query.item.isEmpty())
                    notes.query(query);
        }
        for (qsizetype i = 0; i < form.data.size(); ++i) {
            const OdmDatum& datum = form.data[i];
            if (i == 0 || form.data[i - 1].group != datum.group)
                m_xml.open("ItemGroupData", {{"ItemGroupOID", datum.group}});
            item(place, form, datum);
            if (i + 1 == form.data.size() || form.data[i + 1].group != datum.group)
                m_xml.close();
        }
        m_xml.close();
    }

    void item(const OdmPlace& place, const OdmForm& form, const OdmDatum& datum) {
        openOdmItem(m_xml, datum);
        writeOdmAudit(m_xml, m_trail.transactions()[form.lastChange.value(datum.item)], m_location);
        if (!datum.unit.isEmpty())
            m_xml.empty("MeasurementUnitRef", {{"MeasurementUnitOID", OdmCatalog::unit(datum.unit)}});
        Notes notes(m_xml);
        notes.noValue(datum);
        for (const ledger::QueryState& query : m_record.state.queries)
            if (query.assessment == place && !query.item.isEmpty() &&
                datum.item == form.form.mid(2).prepend(QStringLiteral("I.")) + u'.' + query.item)
                notes.query(query);
        m_xml.close();
    }

    /// Writes the last signature of that place that holds, then what comes between; returns the others.
    template<class Between>
    QList<const ledger::SignatureState*> signatures(const OdmPlace& place, const Between& between) {
        QList<const ledger::SignatureState*> rest;
        const ledger::SignatureState* holds = nullptr;
        for (const ledger::SignatureState& one : m_record.state.signatures) {
            if (one.assessment.timepoint != place.timepoint || one.assessment.instrument != place.instrument ||
                (!place.instrument.isEmpty() && one.assessment.sequence != place.sequence))
                continue;
            rest += &one;
            if (!one.brokenAt.isValid())
                holds = &one;
        }
        if (holds) {
            rest.removeOne(holds);
            m_xml.open("Signature");
            m_xml.empty("UserRef", {{"UserOID", OdmCatalog::user(holds->by)}});
            m_xml.empty("LocationRef", {{"LocationOID", m_location}});
            m_xml.empty("SignatureRef", {{"SignatureOID", odmSignatureDef(holds->meaning)}});
            m_xml.text("DateTimeStamp", timeOf(holds->at));
            m_xml.text("CryptoBindingManifest", QStringLiteral("ledger.ndjson, event ") + idText(holds->id));
            m_xml.close();
        }
        between();
        return rest;
    }

    Xml& m_xml;
    const OdmCatalog& m_catalog;
    const Record& m_record;
    const OdmTrail& m_trail;
    QString m_location;
};

void transaction(Xml& xml, const Record& record, const OdmTransaction& one, bool isFirst) {
    const QString location = OdmCatalog::location(record.state.site);
    const QString around = one.formKind == Kind::Insert ? upsert : context;
    xml.open("SubjectData", {{"SubjectKey", record.state.subject}, {"TransactionType", isFirst ? upsert : context}});
    openEvent(xml, one.place, around);
    xml.open("FormData", {{"FormOID", one.form},
                          {"TransactionType", one.formKind == Kind::Update ? context : kindText(one.formKind)}});
    writeOdmAudit(xml, one, location);
    for (qsizetype i = 0; i < one.changes.size(); ++i) {
        const auto& [kind, datum] = one.changes[i];
        if (i == 0 || one.changes[i - 1].datum.group != datum.group)
            xml.open("ItemGroupData", {{"ItemGroupOID", datum.group}, {"TransactionType", upsert}});
        openOdmItem(xml, datum, kindText(kind));
        writeOdmAudit(xml, one, location);
        if (kind != Kind::Remove)
            writeOdmFlag(xml, datum);
        xml.close();
        if (i + 1 == one.changes.size() || one.changes[i + 1].datum.group != datum.group)
            xml.close();
    }
    xml.close();
    xml.close();
    xml.close();
}

} // namespace

void writeOdmAudit(Xml& xml, const OdmTransaction& transaction, const QString& location) {
    const ledger::Header& header = *transaction.header;
    QString point;
    if (header.role == QLatin1String("monitor"))
        point = QStringLiteral("Monitoring");
    else if (header.role == QLatin1String("dataManager"))
        point = QStringLiteral("DataManagement");
    xml.open("AuditRecord", {{"EditPoint", point}});
    xml.empty("UserRef", {{"UserOID", OdmCatalog::user(header.actor)}});
    xml.empty("LocationRef", {{"LocationOID", location}});
    xml.text("DateTimeStamp", timeOf(header.at));
    if (!transaction.reason.isEmpty())
        xml.text("ReasonForChange", transaction.reason);
    xml.text("SourceID", idText(header.id));
    xml.close();
}

void openOdmItem(Xml& xml, const OdmDatum& datum, const QString& transactionType) {
    const bool isRemoved = transactionType == kindText(Kind::Remove);
    const bool isNull = !datum.flag.isEmpty() && !isRemoved;
    xml.open("ItemData", {{"ItemOID", datum.item},
                          {"TransactionType", transactionType},
                          {"Value", datum.flag.isEmpty() && !isRemoved ? datum.value : QString()},
                          {"IsNull", isNull ? QStringLiteral("Yes") : QString()}});
}

void writeOdmFlag(Xml& xml, const OdmDatum& datum) {
    Notes(xml).noValue(datum);
}

void writeOdmSnapshot(Xml& xml, const OdmCatalog& catalog, const Record& record, const OdmTrail& trail) {
    Snapshot(xml, catalog, record, trail).write();
}

void writeOdmHistory(Xml& xml, const OdmCatalog& catalog, const Record& record, const OdmTrail& trail) {
    QString open;
    bool isFirst = true;
    for (const OdmTransaction& one : trail.transactions()) {
        const QString version = catalog.metaDataVersion(one.study.isEmpty() ? record.state.study : one.study);
        if (version != open) {
            if (!isFirst)
                xml.close();
            xml.open("ClinicalData", {{"StudyOID", catalog.studyId()}, {"MetaDataVersionOID", version}});
        }
        open = version;
        transaction(xml, record, one, isFirst);
        isFirst = false;
    }
    if (!isFirst)
        xml.close();
}

} // namespace serein::exporting
