// Study and MetaDataVersion: timepoints as events, instruments as forms, items with their words.
#include "exporting/Odm.h"
#include "exporting/OdmItems.h"

namespace serein::exporting {

namespace {

using Defined = OdmCatalog::Defined;

const QString odmYes = QStringLiteral("Yes");
const QString odmNo = QStringLiteral("No");

class Metadata {
public:
    Metadata(Xml& xml, const OdmCatalog& catalog) : m_xml(xml), m_catalog(catalog) {}

    void study() {
        const study::Study& latest = *m_catalog.versions().constLast().study;
        m_xml.open("Study", {{"OID", latest.id}});
        m_xml.open("GlobalVariables");
        m_xml.text("StudyName", latest.id);
        m_xml.text("StudyDescription", latest.title.in(QStringLiteral("en")));
        m_xml.text("ProtocolName", latest.id);
        m_xml.close();
        units();
        for (const OdmCatalog::Version& version : m_catalog.versions())
            metaDataVersion(version);
        m_xml.close();
    }

private:
    void units() {
        QSet<QString> known;
        for (const Defined& defined : m_catalog.defined())
            for (const instrument::Item& item : defined.instrument->items)
                known.insert(item.type == instrument::ItemType::Duration ? QStringLiteral("min") : item.unit);
        known.remove(QString());
        QStringList ordered(known.begin(), known.end());
        ordered.sort();
        m_xml.open("BasicDefinitions");
        for (const QString& unit : std::as_const(ordered)) {
            m_xml.open("MeasurementUnit", {{"OID", OdmCatalog::unit(unit)}, {"Name", unit}});
            m_xml.open("Symbol");
            odmTranslated(m_xml, unit);
            m_xml.close();
            m_xml.close();
        }
        m_xml.close();
    }

    void metaDataVersion(const OdmCatalog::Version& version) {
        const study::Study& study = *version.study;
        m_xml.open("MetaDataVersion", {{"OID", m_catalog.metaDataVersion(version.hash)},
                                       {"Name", QStringLiteral("%1 %2").arg(study.id, study.version)},
                                       {"Description", study.title.in(QStringLiteral("en"))}});
        protocol(study);
        for (const study::Timepoint& timepoint : study.timepoints)
            event(study, timepoint);
        recordEvent();
        for (const Defined& defined : m_catalog.defined())
            form(defined);
        recordForm();
        for (const Defined& defined : m_catalog.defined())
            groups(defined);
        ownGroups(study);
        for (const Defined& defined : m_catalog.defined())
            writeOdmItems(m_xml, defined);
        writeOdmOwnItems(m_xml, study);
        for (const Defined& defined : m_catalog.defined())
            writeOdmCodeLists(m_xml, defined);
        writeOdmOwnCodeLists(m_xml);
        for (const Defined& defined : m_catalog.defined())
            writeOdmConditions(m_xml, defined);
        for (const Defined& defined : m_catalog.defined())
            writeOdmMethods(m_xml, defined);
        m_xml.close();
    }

    void protocol(const study::Study& study) {
        m_xml.open("Protocol");
        int order = 0;
        const auto ref = [&](const QString& oid, const QString& mandatory) {
            m_xml.empty("StudyEventRef",
                        {{"StudyEventOID", oid}, {"OrderNumber", QString::number(++order)}, {"Mandatory", mandatory}});
        };
        ref(odmRecordEvent, odmYes);
        for (const study::Timepoint& timepoint : study.timepoints)
            ref(OdmCatalog::event(timepoint.id), odmYes);
        m_xml.close();
    }

    /// Forms of its battery, in every version here, and what was asked there besides.
    void event(const study::Study& study, const study::Timepoint& timepoint) {
        m_xml.open("StudyEventDef", {{"OID", OdmCatalog::event(timepoint.id)},
                                     {"Name", timepoint.label.in(QStringLiteral("en"))},
                                     {"Repeating", odmYes},
                                     {"Type", QStringLiteral("Scheduled")}});
        const QSet<QString> asked = m_catalog.askedAt(timepoint.id, study.version);
        int order = 0;
        for (const Defined& defined : m_catalog.defined())
            if (timepoint.battery.contains(defined.instrument->id) || asked.contains(defined.hash))
                m_xml.empty("FormRef", {{"FormOID", OdmCatalog::form(defined)},
                                        {"OrderNumber", QString::number(++order)},
                                        {"Mandatory", odmNo}});
        m_xml.close();
    }
    void recordEvent() {
        m_xml.open("StudyEventDef", {{"OID", odmRecordEvent},
                                     {"Name", QStringLiteral("The participant's record")},
                                     {"Repeating", odmNo},
                                     {"Type", QStringLiteral("Common")}});
        m_xml.empty("FormRef", {{"FormOID", odmRecordForm}, {"Mandatory", odmYes}});
        m_xml.close();
    }

    void form(const Defined& defined) {
        m_xml.open("FormDef", {{"OID", OdmCatalog::form(defined)},
                               {"Name", QStringLiteral("%1 %2").arg(defined.instrument->name.in(QStringLiteral("en")),
                                                                    defined.instrument->version)},
                               {"Repeating", odmNo}});
        groupRef(odmAssessmentGroup, 1);
        groupRef(OdmCatalog::items(defined), 2);
        if (!defined.instrument->scores.isEmpty())
            groupRef(OdmCatalog::scores(defined), 3);
        const instrument::InstrumentCodes& codes = defined.instrument->codes;
        if (!codes.loinc.isEmpty())
            m_xml.empty("Alias", {{"Context", QStringLiteral("LOINC")}, {"Name", codes.loinc}});
        if (!codes.category.isEmpty())
            m_xml.empty("Alias", {{"Context", codes.isSponsors ? QStringLiteral("Sponsor") : QStringLiteral("CDISC")},
                                  {"Name", QStringLiteral("%1 %2").arg(codes.domain, codes.category)}});
        m_xml.close();
    }
    void groupRef(const QString& oid, int order) {
        m_xml.empty("ItemGroupRef",
                    {{"ItemGroupOID", oid}, {"OrderNumber", QString::number(order)}, {"Mandatory", odmYes}});
    }
    void recordForm() {
        m_xml.open("FormDef", {{"OID", odmRecordForm}, {"Name", QStringLiteral("Record")}, {"Repeating", odmNo}});
        groupRef(odmRecordGroup, 1);
        groupRef(odmAnchorsGroup, 2);
        m_xml.close();
    }

    void openGroup(const QString& oid, const QString& name) {
        m_xml.open("ItemGroupDef", {{"OID", oid}, {"Name", name}, {"Repeating", odmNo}});
        m_order = 0;
    }
    void ref(const QString& oid, const QString& mandatory, const QString& method = {}, const QString& condition = {}) {
        m_xml.empty("ItemRef", {{"ItemOID", oid},
                                {"OrderNumber", QString::number(++m_order)},
                                {"Mandatory", mandatory},
                                {"MethodOID", method},
                                {"CollectionExceptionConditionOID", condition}});
    }
    void groups(const Defined& defined) {
        openGroup(OdmCatalog::items(defined), defined.instrument->name.in(QStringLiteral("en")));
        for (const instrument::Item& item : defined.instrument->items) {
            if (!item.asks())
                continue;
            for (const OdmField& field : OdmCatalog::fields(defined, item))
                ref(field.oid, item.optional ? odmNo : odmYes, {},
                    item.showWhen ? odmCondition(defined, item) : QString());
        }
        m_xml.close();
        if (defined.instrument->scores.isEmpty())
            return;
        openGroup(OdmCatalog::scores(defined),
                  QStringLiteral("Scores of ") + defined.instrument->name.in(QStringLiteral("en")));
        for (const instrument::Score& score : defined.instrument->scores) {
            const QString oid = OdmCatalog::scoreField(defined, score).oid;
            ref(oid, odmNo, odmMethod(defined, score));
            ref(oid + QStringLiteral(".status"), odmNo);
            if (!score.bands.isEmpty())
                ref(oid + QStringLiteral(".band"), odmNo);
        }
        m_xml.close();
    }
    void ownGroups(const study::Study& study) {
        openGroup(odmAssessmentGroup, QStringLiteral("How it was asked"));
        for (const OdmOwn& own : odmAssessmentItems())
            ref(QStringLiteral("I.assessment.") + QLatin1String(own.id), odmNo);
        m_xml.close();
        openGroup(odmRecordGroup, QStringLiteral("Where the participant stands"));
        for (const OdmOwn& own : odmRecordItems())
            ref(QStringLiteral("I.record.") + QLatin1String(own.id), odmNo);
        m_xml.close();
        openGroup(odmAnchorsGroup, QStringLiteral("What the windows hang on"));
        for (const study::Anchor& anchor : study.anchors)
            ref(QStringLiteral("I.anchor.") + anchor.id, odmNo);
        m_xml.close();
    }

    Xml& m_xml;
    const OdmCatalog& m_catalog;
    int m_order = 0;
};

} // namespace

void writeOdmStudy(Xml& xml, const OdmCatalog& catalog) {
    Metadata(xml, catalog).study();
}

} // namespace serein::exporting
