// Dataset-JSON 1.1.
#include "exporting/SdtmFiles.h"
#include "exporting/Tables.h"

#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace serein::exporting {

namespace {

QString jsonType(SdtmType type) {
    switch (type) {
    case SdtmType::Text:
        return QStringLiteral("string");
    case SdtmType::Integer:
        return QStringLiteral("integer");
    case SdtmType::Float:
        return QStringLiteral("float");
    }
    return {};
}

QJsonArray columnsOf(const SdtmDataset& dataset) {
    QJsonArray columns;
    for (qsizetype i = 0; i < dataset.variables.size(); ++i) {
        const SdtmVariable& variable = dataset.variables[i];
        QJsonObject column{{QStringLiteral("itemOID"), sdtmItemOid(dataset, variable)},
                           {QStringLiteral("name"), variable.name},
                           {QStringLiteral("label"), variable.label},
                           {QStringLiteral("dataType"), jsonType(variable.type)}};
        if (variable.type == SdtmType::Text)
            column.insert(QStringLiteral("length"), sdtmLength(dataset, i));
        if (variable.key > 0)
            column.insert(QStringLiteral("keySequence"), variable.key);
        columns.append(column);
    }
    return columns;
}

QJsonValue jsonOf(const SdtmValue& value) {
    if (const auto* number = std::get_if<Decimal>(&value))
        return number->toJson();
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

QByteArray datasetBytes(const SdtmDataset& dataset, const Records& records) {
    const ledger::Header& last = records.lastEvent();
    QJsonArray rows;
    for (const QList<SdtmValue>& cells : dataset.rows) {
        QJsonArray row;
        for (const SdtmValue& cell : cells)
            row.append(jsonOf(cell));
        rows.append(row);
    }
    const QJsonObject json{
        {QStringLiteral("datasetJSONCreationDateTime"), timeOf(last.at)},
        {QStringLiteral("datasetJSONVersion"), QStringLiteral("1.1.0")},
        {QStringLiteral("fileOID"), QStringLiteral("serein.%1.%2").arg(dataset.name, idText(last.id))},
        {QStringLiteral("dbLastModifiedDateTime"), timeOf(last.at)},
        {QStringLiteral("studyOID"), records.front().definitions.study().id},
        {QStringLiteral("metaDataVersionOID"), QStringLiteral("MDV.SDTM")},
        {QStringLiteral("metaDataRef"), QStringLiteral("define.xml")},
        {QStringLiteral("itemGroupOID"), QStringLiteral("IG.") + dataset.name},
        {QStringLiteral("sourceSystem"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("Serein")}, {QStringLiteral("version"), last.app}}},
        {QStringLiteral("records"), static_cast<qint64>(dataset.rows.size())},
        {QStringLiteral("name"), dataset.name},
        {QStringLiteral("label"), dataset.label},
        {QStringLiteral("columns"), columnsOf(dataset)},
        {QStringLiteral("rows"), rows}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QString sdtmItemOid(const SdtmDataset& dataset, const SdtmVariable& variable) {
    return QStringLiteral("IT.%1.%2").arg(dataset.name, variable.name);
}

int sdtmLength(const SdtmDataset& dataset, qsizetype column) {
    if (dataset.variables[column].type != SdtmType::Text)
        return 8;
    qsizetype longest = 1;
    for (const QList<SdtmValue>& row : dataset.rows)
        if (const auto* text = std::get_if<QString>(&row[column]))
            longest = std::max(longest, text->toUtf8().size());
    return static_cast<int>(longest);
}

Result<Files> datasetJsonFiles(const Records& records) {
    SEREIN_TRY(const QList<SdtmDataset> datasets, sdtmDatasets(records));
    Files files;
    for (const SdtmDataset& dataset : datasets)
        files.insert(sdtmFolder + dataset.name.toLower() + QStringLiteral(".json"), datasetBytes(dataset, records));
    return files;
}

} // namespace serein::exporting
