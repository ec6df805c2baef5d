// Define-XML 2.1: what the datasets beside it hold.
#include "core/Ids.h"
#include "exporting/SdtmFiles.h"
#include "exporting/Tables.h"
#include "exporting/Xml.h"
#include "instrument/Terminology.h"

#include <algorithm>

namespace serein::exporting {

namespace {

const QString defineYes = QStringLiteral("Yes");
const QString defineNo = QStringLiteral("No");
const QString igStandard = QStringLiteral("STD.SDTMIG");
const QString ctStandard = QStringLiteral("STD.CT");

struct Coded {
    QString code;
    QString words;
    QString nci; ///< concept code; empty: none
    bool isExtension = false;
};

/// The few words of CDISC's own lists that stand here.
QList<Coded> cdiscList(const QString& name) {
    if (name == QLatin1String("NY"))
        return {{"Y", "Yes", "C49488"}};
    if (name == QLatin1String("ND"))
        return {{"NOT DONE", "Not Done", "C49484"}};
    if (name == QLatin1String("EPOCH"))
        return {{"BASELINE", "Baseline", {}}, {"TREATMENT", "Treatment", {}}, {"FOLLOW-UP", "Follow-up", {}}};
    return {};
}

class Define {
public:
    Define(const std::vector<SdtmTable>& tables, const Records& records) : m_tables(tables), m_records(records) {}

    [[nodiscard]] QByteArray write() {
        const ledger::Header& last = m_records.lastEvent();
        const study::Study& study = m_records.front().definitions.study();
        m_xml.open("ODM", {{"xmlns", QStringLiteral("http://www.cdisc.org/ns/odm/v1.3")},
                           {"xmlns:xlink", QStringLiteral("http://www.w3.org/1999/xlink")},
                           {"xmlns:def", QStringLiteral("http://www.cdisc.org/ns/def/v2.1")},
                           {"ODMVersion", QStringLiteral("1.3.2")},
                           {"FileType", QStringLiteral("Snapshot")},
                           {"FileOID", QStringLiteral("serein.define.") + idText(last.id)},
                           {"CreationDateTime", timeOf(last.at)},
                           {"SourceSystem", QStringLiteral("Serein")},
                           {"SourceSystemVersion", last.app},
                           {"def:Context", QStringLiteral("Other")}});
        m_xml.open("Study", {{"OID", study.id}});
        m_xml.open("GlobalVariables");
        m_xml.text("StudyName", study.id);
        m_xml.text("StudyDescription", study.title.in(QStringLiteral("en")));
        m_xml.text("ProtocolName", study.id);
        m_xml.close();
        m_xml.open("MetaDataVersion", {{"OID", QStringLiteral("MDV.SDTM")},
                                       {"Name", QStringLiteral("SDTM of ") + study.id},
                                       {"Description", QStringLiteral("Data Tabulation of questionnaires and forms")},
                                       {"def:DefineVersion", QStringLiteral("2.1.0")}});
        standards();
        for (const SdtmTable& table : m_tables)
            group(table.head());
        for (const SdtmTable& table : m_tables)
            for (qsizetype i = 0; i < table.head().variables.size(); ++i)
                item(table, i);
        codeLists();
        for (const SdtmTable& table : m_tables)
            methods(table.head());
        for (const SdtmTable& table : m_tables)
            comments(table.head());
        m_xml.close();
        m_xml.close();
        m_xml.close();
        return m_xml.bytes();
    }

private:
    void described(const QString& words) {
        m_xml.open("Description");
        m_xml.text("TranslatedText", words, {{"xml:lang", QStringLiteral("en")}});
        m_xml.close();
    }

    void standards() {
        m_xml.open("def:Standards");
        m_xml.empty("def:Standard", {{"OID", igStandard},
                                     {"Name", QStringLiteral("SDTMIG")},
                                     {"Type", QStringLiteral("IG")},
                                     {"Version", QStringLiteral("3.3")},
                                     {"Status", QStringLiteral("Final")}});
        m_xml.empty("def:Standard", {{"OID", ctStandard},
                                     {"Name", QStringLiteral("CDISC/NCI")},
                                     {"Type", QStringLiteral("CT")},
                                     {"PublishingSet", QStringLiteral("SDTM")},
                                     {"Version", QStringLiteral("2025-03-25")},
                                     {"Status", QStringLiteral("Final")}});
        m_xml.close();
    }

    static bool isSponsors(const SdtmDataset& dataset) {
        return dataset.domain.startsWith(u'X') || dataset.domain.startsWith(u'Y');
    }
    static QString methodOid(const SdtmDataset& dataset, const SdtmVariable& variable) {
        return QStringLiteral("MT.%1.%2").arg(dataset.name, variable.name);
    }
    static QString commentOid(const SdtmDataset& dataset, const SdtmVariable& variable) {
        return QStringLiteral("COM.%1.%2").arg(dataset.name, variable.name);
    }
    static bool isDerived(const SdtmVariable& variable) { return variable.origin == QLatin1String("Derived"); }

    void group(const SdtmDataset& dataset) {
        m_xml.open("ItemGroupDef", {{"OID", QStringLiteral("IG.") + dataset.name},
                                    {"Domain", dataset.domain},
                                    {"Name", dataset.name},
                                    {"Repeating", dataset.name == QLatin1String("DM") ? defineNo : defineYes},
                                    {"IsReferenceData", defineNo},
                                    {"SASDatasetName", dataset.name},
                                    {"Purpose", QStringLiteral("Tabulation")},
                                    {"def:StandardOID", isSponsors(dataset) ? QString() : igStandard},
                                    {"def:IsNonStandard", isSponsors(dataset) ? defineYes : QString()},
                                    {"def:Structure", dataset.structure},
                                    {"def:ArchiveLocationID", QStringLiteral("LF.") + dataset.name},
                                    {"def:CommentOID", isSponsors(dataset) ? sponsorComment(dataset) : QString()}});
        described(dataset.label);
        int order = 0;
        for (const SdtmVariable& variable : dataset.variables)
            m_xml.empty(
                "ItemRef",
                {{"ItemOID", sdtmItemOid(dataset, variable)},
                 {"OrderNumber", QString::number(++order)},
                 {"Mandatory", variable.key > 0 || variable.name.endsWith(QLatin1String("SEQ")) ? defineYes : defineNo},
                 {"KeySequence", variable.key > 0 ? QString::number(variable.key) : QString()},
                 {"MethodOID", isDerived(variable) ? methodOid(dataset, variable) : QString()}});
        m_xml.empty("def:Class", {{"Name", dataset.class_}});
        m_xml.open("def:leaf", {{"ID", QStringLiteral("LF.") + dataset.name},
                                {"xlink:href", dataset.name.toLower() + QStringLiteral(".xpt")}});
        m_xml.text("def:title", dataset.name.toLower() + QStringLiteral(".xpt"));
        m_xml.close();
        m_xml.close();
    }
    static QString sponsorComment(const SdtmDataset& dataset) { return QStringLiteral("COM.") + dataset.name; }

    /// The list that a variable's values are from: what stands here of it; empty: none.
    [[nodiscard]] QString listOf(const SdtmDataset& dataset, const SdtmVariable& variable) const {
        if (dataset.class_ == QLatin1String("FINDINGS") && (variable.name.endsWith(QLatin1String("TESTCD")) ||
                                                            variable.name == dataset.domain + QStringLiteral("CAT")))
            return QStringLiteral("CL.%1.%2").arg(dataset.name, variable.name);
        return cdiscList(variable.codeList).isEmpty() ? QString() : QStringLiteral("CL.") + variable.codeList;
    }

    /// Participants answer what stands in QS; RS and the forms are rated or written down by staff.
    static QString sourceOf(const SdtmDataset& dataset, const SdtmVariable& variable) {
        if (variable.origin == QLatin1String("Not Available"))
            return {};
        if (variable.origin != QLatin1String("Collected"))
            return QStringLiteral("Sponsor");
        return dataset.domain == QLatin1String("QS") ? QStringLiteral("Subject") : QStringLiteral("Investigator");
    }

    void item(const SdtmTable& table, qsizetype column) {
        const SdtmDataset& dataset = table.head();
        const SdtmVariable& variable = dataset.variables[column];
        const bool isTime = variable.name.endsWith(QLatin1String("DTC"));
        const bool isDuration =
            variable.name.endsWith(QLatin1String("ELTM")) || variable.name.endsWith(QLatin1String("EVLINT"));
        const bool isText = variable.type == SdtmType::Text;
        const QString whole = variable.type == SdtmType::Integer ? QStringLiteral("integer") : QStringLiteral("float");
        const QString plain = isText ? QStringLiteral("text") : whole;
        // ISO 8601 as the column holds it: on paper maybe only a date
        const QString time =
            table.hasPartialTime(column) ? QStringLiteral("partialDatetime") : QStringLiteral("datetime");
        const QString timed = isTime ? time : QStringLiteral("durationDatetime");
        const bool hasLength = !isTime && !isDuration;
        m_xml.open("ItemDef",
                   {{"OID", sdtmItemOid(dataset, variable)},
                    {"Name", variable.name},
                    {"DataType", hasLength ? plain : timed},
                    {"Length", hasLength ? QString::number(table.length(column)) : QString()},
                    {"SignificantDigits", variable.type == SdtmType::Float ? QStringLiteral("6") : QString()},
                    {"SASFieldName", variable.name},
                    {"def:CommentOID",
                     !isDerived(variable) && !variable.comment.isEmpty() ? commentOid(dataset, variable) : QString()}});
        described(variable.label);
        if (const QString list = listOf(dataset, variable); !list.isEmpty())
            m_xml.empty("CodeListRef", {{"CodeListOID", list}});
        m_xml.empty("def:Origin", {{"Type", variable.origin}, {"Source", sourceOf(dataset, variable)}});
        m_xml.close();
    }

    void list(const QString& oid, const QString& name, bool isCdiscs, const QList<Coded>& codes) {
        m_xml.open("CodeList", {{"OID", oid},
                                {"Name", name},
                                {"DataType", QStringLiteral("text")},
                                {"def:StandardOID", isCdiscs ? ctStandard : QString()},
                                {"def:IsNonStandard", isCdiscs ? QString() : defineYes}});
        for (const Coded& coded : codes) {
            m_xml.open("CodeListItem",
                       {{"CodedValue", coded.code}, {"def:ExtendedValue", coded.isExtension ? defineYes : QString()}});
            m_xml.open("Decode");
            m_xml.text("TranslatedText", coded.words, {{"xml:lang", QStringLiteral("en")}});
            m_xml.close();
            if (!coded.nci.isEmpty())
                m_xml.empty("Alias", {{"Name", coded.nci}, {"Context", QStringLiteral("nci:ExtCodeID")}});
            m_xml.close();
        }
        m_xml.close();
    }
    void codeLists() {
        for (const char* name : {"NY", "ND", "EPOCH"})
            list(QStringLiteral("CL.") + QLatin1String(name), QString::fromLatin1(name), true,
                 cdiscList(QString::fromLatin1(name)));
        for (const SdtmTable& table : m_tables) {
            const SdtmDataset& dataset = table.head();
            if (dataset.class_ != QLatin1String("FINDINGS"))
                continue;
            QList<Coded> tests;
            for (auto it = table.tests().begin(); it != table.tests().end(); ++it) {
                const auto term = instrument::cdiscTest(it.key());
                tests += {it.key(), *it, term ? term->nci : QString(), !term};
            }
            QList<Coded> categories;
            for (const QString& category : table.categories()) {
                const QString nci = instrument::cdiscCategory(category);
                categories += {category, category, nci, nci.isEmpty()};
            }
            std::ranges::sort(categories, {}, &Coded::code);
            const bool isCdiscs = !isSponsors(dataset);
            const QString base = QStringLiteral("CL.%1.%1").arg(dataset.domain);
            list(base + QStringLiteral("TESTCD"), dataset.domain + QStringLiteral(" tests"), isCdiscs, tests);
            list(base + QStringLiteral("CAT"), dataset.domain + QStringLiteral(" categories"), isCdiscs, categories);
        }
    }

    void methods(const SdtmDataset& dataset) {
        for (const SdtmVariable& variable : dataset.variables) {
            if (!isDerived(variable))
                continue;
            m_xml.open("MethodDef", {{"OID", methodOid(dataset, variable)},
                                     {"Name", QStringLiteral("Derivation of ") + variable.name},
                                     {"Type", QStringLiteral("Computation")}});
            described(variable.comment.isEmpty() ? variable.label : variable.comment);
            m_xml.close();
        }
    }
    void comment(const QString& oid, const QString& words) {
        m_xml.open("def:CommentDef", {{"OID", oid}});
        described(words);
        m_xml.close();
    }
    void comments(const SdtmDataset& dataset) {
        if (isSponsors(dataset)) {
            QString mapsTo;
            for (const SdtmSponsorTable& table : sdtmSponsorTables())
                if (dataset.domain == table.domain)
                    mapsTo = QStringLiteral("; its rows map to ") + table.mapsTo;
            comment(sponsorComment(dataset), QStringLiteral("A sponsor's table of what staff wrote down") + mapsTo);
        }
        for (const SdtmVariable& variable : dataset.variables)
            if (!isDerived(variable) && !variable.comment.isEmpty())
                comment(commentOid(dataset, variable), variable.comment);
    }

    Xml m_xml;
    const std::vector<SdtmTable>& m_tables;
    const Records& m_records;
};

} // namespace

QByteArray defineXml(const std::vector<SdtmTable>& tables, const Records& records) {
    return Define(tables, records).write();
}

} // namespace serein::exporting
