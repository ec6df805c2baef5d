#include "bench/Report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace serein::bench {

namespace {

double ratioOf(const Figure& figure) {
    return figure.baseline > 0 ? figure.value / figure.baseline : 0;
}

} // namespace

double percentile(QList<double> samples, double percent) {
    std::sort(samples.begin(), samples.end());
    const auto last = static_cast<double>(samples.size() - 1);
    return samples.at(static_cast<qsizetype>(last * percent / 100 + 0.5));
}

QString asTable(const QList<Figure>& figures) {
    QString table;
    for (const Figure& figure : figures)
        table += QStringLiteral("%1 %2 %3   baseline %4   ratio %5\n")
                     .arg(figure.name, -78)
                     .arg(figure.value, 12, 'f', 2)
                     .arg(figure.unit, -5)
                     .arg(figure.baseline, 12, 'f', 2)
                     .arg(ratioOf(figure), 0, 'f', 2);
    return table;
}

QByteArray asJson(const QList<Figure>& figures) {
    QJsonArray array;
    for (const Figure& figure : figures)
        array.append(QJsonObject{{QStringLiteral("name"), figure.name},
                                 {QStringLiteral("value"), figure.value},
                                 {QStringLiteral("unit"), figure.unit},
                                 {QStringLiteral("baseline"), figure.baseline},
                                 {QStringLiteral("ratio"), ratioOf(figure)}});
    return QJsonDocument(array).toJson();
}

} // namespace serein::bench
