#pragma once
// Rows of SDTM data sets, as a reviewer filters them.
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmPlan.h"

#include <QMap>
#include <algorithm>

namespace serein::test {

/// Variable to text.
using Row = QMap<QString, QString>;

inline exporting::SdtmDataset named(const QList<exporting::SdtmDataset>& datasets, const char* name) {
    for (const exporting::SdtmDataset& dataset : datasets)
        if (dataset.name == QLatin1String(name))
            return dataset;
    return {};
}

/// Of all of these participants, one below the other.
inline Result<QList<exporting::SdtmDataset>> datasetsOf(const exporting::Records& records) {
    const exporting::SdtmPlan plan(records);
    QMap<QString, exporting::SdtmDataset> all;
    for (const exporting::Record& record : records) {
        SEREIN_TRY(const auto datasets, exporting::sdtmDatasets(record, plan));
        for (const exporting::SdtmDataset& dataset : datasets)
            if (const auto known = all.find(dataset.name); known != all.end())
                known->rows += dataset.rows;
            else
                all.insert(dataset.name, dataset);
    }
    return all.values();
}

/// Those in which each of these variables has that value.
inline QList<Row> rows(const exporting::SdtmDataset& dataset, const Row& wanted = {}) {
    QList<Row> found;
    for (qsizetype i = 0; i < dataset.rows.size(); ++i) {
        Row row;
        for (const exporting::SdtmVariable& variable : dataset.variables)
            row.insert(variable.name, dataset.text(i, variable.name));
        if (std::all_of(wanted.keyBegin(), wanted.keyEnd(),
                        [&](const QString& key) { return row.value(key) == wanted.value(key); }))
            found += row;
    }
    return found;
}

} // namespace serein::test
