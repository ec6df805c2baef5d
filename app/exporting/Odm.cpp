#include "exporting/Odm.h"

#include "core/Ids.h"
#include "exporting/SdtmFiles.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

QByteArray document(const OdmCatalog& catalog, const Records& records, const std::vector<OdmTrail>& trails,
                    bool isHistory) {
    const ledger::Header& last = lastEvent(records);
    const QString subject = records.size() == 1 ? QStringLiteral("SingleSubject") : QStringLiteral("AllClinicalData");
    const QString history = isHistory ? QStringLiteral("history.") : QString();
    Xml xml;
    xml.open("ODM", {{"xmlns", QStringLiteral("http://www.cdisc.org/ns/odm/v1.3")},
                     {"FileType", isHistory ? QStringLiteral("Transactional") : QStringLiteral("Snapshot")},
                     {"Granularity", subject},
                     {"FileOID", QStringLiteral("serein.%1%2").arg(history, idText(last.id))},
                     {"CreationDateTime", timeOf(last.at)},
                     {"AsOfDateTime", timeOf(last.at)},
                     {"ODMVersion", QStringLiteral("1.3.2")},
                     {"SourceSystem", QStringLiteral("Serein")},
                     {"SourceSystemVersion", last.app}});
    writeOdmStudy(xml, catalog, records);
    writeOdmAdmin(xml, catalog, records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const OdmTrail& trail = trails[i];
        if (isHistory)
            writeOdmHistory(xml, catalog, records[i], trail);
        else
            writeOdmSnapshot(xml, catalog, records[i], trail);
    }
    xml.close();
    return xml.bytes();
}

} // namespace

Result<Files> odmFiles(const Records& records) {
    const OdmCatalog catalog(records);
    std::vector<OdmTrail> trails;
    for (const Record& record : records) {
        SEREIN_TRY(const OdmTrail trail, OdmTrail::walk(record, catalog));
        trails.push_back(trail);
    }
    return Files{{odmFile, document(catalog, records, trails, false)},
                 {odmHistoryFile, document(catalog, records, trails, true)}};
}

} // namespace serein::exporting
