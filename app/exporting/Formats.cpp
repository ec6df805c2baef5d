#include "exporting/Formats.h"

#include "exporting/Fhir.h"
#include "exporting/Odm.h"
#include "exporting/Redcap.h"
#include "exporting/Report.h"
#include "exporting/SdtmFiles.h"
#include "exporting/StatTables.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

const QList<Format>& formats() {
    static const QList<Format> all{
        {QStringLiteral("csv"), tableFiles, true, streamTables},
        {QStringLiteral("odm"), odmFiles},
        {QStringLiteral("dataset-json"), datasetJsonFiles},
        {QStringLiteral("xpt"), xptFiles},
        {QStringLiteral("define"), defineFiles},
        {QStringLiteral("redcap"), redcapFiles},
        {QStringLiteral("sav"), savFiles},
        {QStringLiteral("dta"), dtaFiles},
        {QStringLiteral("fhir"), fhirFiles},
        {QStringLiteral("pdf"), reportFiles, false},
    };
    return all;
}

QStringList formatNames() {
    QStringList names;
    for (const Format& format : formats())
        names += format.name;
    return names;
}

Result<void> checkFormats(const QStringList& names) {
    const QStringList known = formatNames();
    for (const QString& name : names)
        if (!known.contains(name))
            return unusable(QStringLiteral("this program has no format \"%1\" (it has %2)")
                                .arg(name, known.join(QStringLiteral(", "))));
    return {};
}

Result<Files> formatFiles(const Records& records, const QStringList& names) {
    SEREIN_CHECK(checkFormats(names));
    Files files;
    for (const Format& format : formats()) {
        if (!names.contains(format.name))
            continue;
        SEREIN_TRY(const Files written, format.write(records));
        SEREIN_CHECK(records.readable());
        files.insert(written);
    }
    return files;
}

} // namespace serein::exporting
