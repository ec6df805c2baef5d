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
        {QStringLiteral("csv"), writeTables},
        {QStringLiteral("odm"), writeOdm},
        {datasetJsonFormat, writeSdtm},
        {xptFormat, writeSdtm},
        {defineFormat, writeSdtm},
        {QStringLiteral("redcap"), writeRedcap},
        {savFormat, writeStat},
        {dtaFormat, writeStat},
        {QStringLiteral("fhir"), writeFhir},
        {QStringLiteral("pdf"), writeReport, false},
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

Result<void> writeFormats(const Records& records, const QStringList& names, const FileSink& sink,
                          const std::function<void(int through, int all)>& begins) {
    SEREIN_CHECK(checkFormats(names));
    QList<decltype(Format::write)> writers;
    for (const Format& format : formats())
        if (names.contains(format.name) && !writers.contains(format.write))
            writers += format.write;
    for (qsizetype index = 0; index < writers.size(); ++index) {
        if (begins)
            begins(static_cast<int>(index), static_cast<int>(writers.size()));
        SEREIN_CHECK(writers.at(index)(records, names, sink));
        SEREIN_CHECK(records.readable());
    }
    return {};
}

Result<Files> formatFiles(const Records& records, const QStringList& names) {
    Files files;
    SEREIN_CHECK(writeFormats(records, names, [&files](const QString& file, const QByteArray& bytes) -> Result<void> {
        files[file] += bytes;
        return {};
    }));
    return files;
}

} // namespace serein::exporting
