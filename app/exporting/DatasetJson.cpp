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

QJsonArray columnsOf(const SdtmTable& table) {
    QJsonArray columns;
    for (qsizetype i = 0; i < table.head().variables.size(); ++i) {
        const SdtmVariable& variable = table.head().variables[i];
        QJsonObject column{{QStringLiteral("itemOID"), sdtmItemOid(table.head(), variable)},
                           {QStringLiteral("name"), variable.name},
                           {QStringLiteral("label"), variable.label},
                           {QStringLiteral("dataType"), jsonType(variable.type)}};
        if (variable.type == SdtmType::Text)
            column.insert(QStringLiteral("length"), table.length(i));
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

/// All but the rows.
QJsonObject headOf(const SdtmTable& table, const Records& records) {
    const SdtmDataset& dataset = table.head();
    const ledger::Header& last = records.lastEvent();
    return {{QStringLiteral("datasetJSONCreationDateTime"), timeOf(last.at)},
            {QStringLiteral("datasetJSONVersion"), QStringLiteral("1.1.0")},
            {QStringLiteral("fileOID"), QStringLiteral("serein.%1.%2").arg(dataset.name, idText(last.id))},
            {QStringLiteral("dbLastModifiedDateTime"), timeOf(last.at)},
            {QStringLiteral("studyOID"), records.front().definitions.study().id},
            {QStringLiteral("metaDataVersionOID"), QStringLiteral("MDV.SDTM")},
            {QStringLiteral("metaDataRef"), QStringLiteral("define.xml")},
            {QStringLiteral("itemGroupOID"), QStringLiteral("IG.") + dataset.name},
            {QStringLiteral("sourceSystem"),
             QJsonObject{{QStringLiteral("name"), QStringLiteral("Serein")}, {QStringLiteral("version"), last.app}}},
            {QStringLiteral("records"), static_cast<qint64>(table.rows().size())},
            {QStringLiteral("name"), dataset.name},
            {QStringLiteral("label"), dataset.label},
            {QStringLiteral("columns"), columnsOf(table)},
            {QStringLiteral("rows"), QJsonArray()}};
}

} // namespace

QString sdtmItemOid(const SdtmDataset& dataset, const SdtmVariable& variable) {
    return QStringLiteral("IT.%1.%2").arg(dataset.name, variable.name);
}

Result<void> writeDatasetJson(const SdtmTable& table, const Records& records, const PieceSink& sink) {
    const QByteArray whole = QJsonDocument(headOf(table, records)).toJson(QJsonDocument::Compact) + '\n';
    static constexpr QByteArrayView noRows(R"("rows":[])");
    const qsizetype rows = whole.indexOf(noRows) + noRows.size() - 1;
    SEREIN_CHECK(sink(QByteArrayView(whole).first(rows)));
    bool isFirst = true;
    SEREIN_CHECK(table.rows().forEach([&](const QList<SdtmValue>& cells) -> Result<void> {
        QJsonArray row;
        for (const SdtmValue& cell : cells)
            row.append(jsonOf(cell));
        const QByteArray bytes = QJsonDocument(row).toJson(QJsonDocument::Compact);
        const QByteArray separated = isFirst ? bytes : ',' + bytes;
        isFirst = false;
        return sink(separated);
    }));
    return sink(QByteArrayView(whole).sliced(rows));
}

} // namespace serein::exporting
