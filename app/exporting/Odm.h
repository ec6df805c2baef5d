#pragma once
// ODM-XML 1.3.2: odm.xml, the data as they stand (Snapshot), and odm-history.xml, every change in its order
// (Transactional). Both carry the metadata, and each datum its audit record: who, where, when, why, and the event.
#include "exporting/OdmTrail.h"
#include "exporting/Xml.h"

namespace serein::exporting {

inline const QString odmFile = QStringLiteral("odm.xml");
inline const QString odmHistoryFile = QStringLiteral("odm-history.xml");

/// Participants are gone through once more than the metadata need.
[[nodiscard]] Result<void> writeOdm(const Records& records, const QStringList& formats, const FileSink& sink);

/// Study: what the data mean, for each version of the study that somebody followed.
void writeOdmStudy(Xml& xml, const OdmCatalog& catalog);
/// AdminData: who wrote, where, and what signatures mean.
void writeOdmAdmin(Xml& xml, const OdmCatalog& catalog, const Records& records);
/// ClinicalData of one participant, as they stand.
void writeOdmSnapshot(Xml& xml, const OdmCatalog& catalog, const Record& record, const OdmTrail& trail);
/// ClinicalData of one participant, event by event.
void writeOdmHistory(Xml& xml, const OdmCatalog& catalog, const Record& record, const OdmTrail& trail);

/// The element that says who did it.
void writeOdmAudit(Xml& xml, const OdmTransaction& transaction, const QString& location);
/// One ItemData's attributes that say what it is.
void openOdmItem(Xml& xml, const OdmDatum& datum, const QString& transactionType = {});
/// Why there is no value, as an annotation; nothing where there is one.
void writeOdmFlag(Xml& xml, const OdmDatum& datum);
/// OID of a signature's meaning.
[[nodiscard]] QString odmSignatureDef(const QString& meaning);

} // namespace serein::exporting
