// Every participant's rows of each dataset, gone through once for all the files that are made from them.
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmPlan.h"

#include <algorithm>

namespace serein::exporting {

namespace {

PieceSink intoFile(const FileSink& sink, const SdtmTable& table, const char* ending) {
    const QString file = sdtmFolder + table.head().name.toLower() + QLatin1String(ending);
    return [&sink, file](QByteArrayView bytes) { return sink(file, bytes.toByteArray()); };
}

Result<std::vector<SdtmTable>> tablesOf(const Records& records) {
    const SdtmPlan plan(records);
    std::map<QString, SdtmTable> tables;
    for (const Record& record : records) {
        SEREIN_TRY(const QList<SdtmDataset> datasets, sdtmDatasets(record, plan));
        for (const SdtmDataset& dataset : datasets) {
            if (const auto known = tables.find(dataset.name); known != tables.end()) {
                SEREIN_CHECK(known->second.add(dataset));
                continue;
            }
            SEREIN_TRY(SdtmTable table, SdtmTable::of(dataset, records.folder()));
            tables.emplace(dataset.name, std::move(table));
        }
    }
    std::vector<SdtmTable> all;
    all.reserve(tables.size());
    for (auto& [name, table] : tables)
        all.push_back(std::move(table));
    // DM first
    std::ranges::stable_partition(all, [](const SdtmTable& one) { return one.head().name == QLatin1String("DM"); });
    return all;
}

} // namespace

SdtmTable::SdtmTable(const SdtmDataset& dataset, const QString& folder)
    : m_head(dataset), m_rows(folder), m_partial(dataset.variables.size(), false) {
    m_head.rows.clear();
    for (const SdtmVariable& variable : dataset.variables)
        m_lengths += variable.type == SdtmType::Text ? 1 : 8;
}

Result<SdtmTable> SdtmTable::of(const SdtmDataset& dataset, const QString& folder) {
    SdtmTable table(dataset, folder);
    SEREIN_CHECK(table.add(dataset));
    return table;
}

Result<void> SdtmTable::add(const SdtmDataset& dataset) {
    const bool isFindings = dataset.class_ == QLatin1String("FINDINGS");
    for (qsizetype row = 0; row < dataset.rows.size(); ++row) {
        const QList<SdtmValue>& cells = dataset.rows[row];
        for (qsizetype i = 0; i < cells.size(); ++i)
            if (const auto* text = std::get_if<QString>(&cells[i])) {
                m_lengths[i] = std::max(m_lengths[i], static_cast<int>(text->toUtf8().size()));
                m_partial[i] = m_partial[i] || (!text->isEmpty() && !text->contains(u'T'));
            }
        if (isFindings) {
            m_tests.insert(dataset.text(row, dataset.domain + QStringLiteral("TESTCD")),
                           dataset.text(row, dataset.domain + QStringLiteral("TEST")));
            m_categories.insert(dataset.text(row, dataset.domain + QStringLiteral("CAT")));
        }
        SEREIN_CHECK(m_rows.append(cells));
    }
    return {};
}

Result<void> writeSdtm(const Records& records, const QStringList& formats, const FileSink& sink) {
    SEREIN_TRY(const std::vector<SdtmTable> tables, tablesOf(records));
    for (const SdtmTable& table : tables) {
        if (formats.contains(datasetJsonFormat))
            SEREIN_CHECK(writeDatasetJson(table, records, intoFile(sink, table, ".json")));
        if (formats.contains(xptFormat))
            SEREIN_CHECK(writeXpt(table, records.lastEvent().at.toUTC().date(), intoFile(sink, table, ".xpt")));
    }
    return formats.contains(defineFormat) ? sink(defineFile, defineXml(tables, records)) : Result<void>();
}

} // namespace serein::exporting
