#pragma once
// Figures with their baselines, as a table for people or JSON for programs.
#include <QList>
#include <QString>

namespace serein::bench {

struct Figure {
    QString name;
    double value = 0;
    QString unit;
    double baseline = 0; ///< measured in the same run; what it is stands in the name
};

/// The element below which so many percent of the samples lie; sorts its copy.
[[nodiscard]] double percentile(QList<double> samples, double percent);
[[nodiscard]] QString asTable(const QList<Figure>& figures);
/// [{"name","value","unit","baseline","ratio"}]
[[nodiscard]] QByteArray asJson(const QList<Figure>& figures);

} // namespace serein::bench
