#include "exporting/Odm.h"

#include "core/Ids.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

/// A document up to its clinical data.
void begin(Xml& xml, const OdmCatalog& catalog, const Records& records, bool isHistory) {
    const ledger::Header& last = records.lastEvent();
    const QString subject = records.size() == 1 ? QStringLiteral("SingleSubject") : QStringLiteral("AllClinicalData");
    const QString history = isHistory ? QStringLiteral("history.") : QString();
    xml.open("ODM", {{"xmlns", QStringLiteral("http://www.cdisc.org/ns/odm/v1.3")},
                     {"FileType", isHistory ? QStringLiteral("Transactional") : QStringLiteral("Snapshot")},
                     {"Granularity", subject},
                     {"FileOID", QStringLiteral("serein.%1%2").arg(history, idText(last.id))},
                     {"CreationDateTime", timeOf(last.at)},
                     {"AsOfDateTime", timeOf(last.at)},
                     {"ODMVersion", QStringLiteral("1.3.2")},
                     {"SourceSystem", QStringLiteral("Serein")},
                     {"SourceSystemVersion", last.app}});
    writeOdmStudy(xml, catalog);
    writeOdmAdmin(xml, catalog, records);
}

} // namespace

Result<void> writeOdm(const Records& records, const QStringList& /*formats*/, const FileSink& sink) {
    const OdmCatalog catalog(records);
    Xml snapshot;
    Xml history;
    begin(snapshot, catalog, records, false);
    begin(history, catalog, records, true);
    for (const Record& record : records) {
        SEREIN_TRY(const OdmTrail trail, OdmTrail::walk(record, catalog));
        writeOdmSnapshot(snapshot, catalog, record, trail);
        SEREIN_CHECK(sink(odmFile, snapshot.taken()));
        writeOdmHistory(history, catalog, record, trail);
        SEREIN_CHECK(sink(odmHistoryFile, history.taken()));
    }
    snapshot.close();
    SEREIN_CHECK(sink(odmFile, snapshot.bytes()));
    history.close();
    return sink(odmHistoryFile, history.bytes());
}

} // namespace serein::exporting
