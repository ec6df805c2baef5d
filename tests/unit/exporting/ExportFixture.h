#pragma once
// The shipped instruments and the demonstration study, for tests of tables and bundles.
#include "core/Json.h"
#include "crypto/Crypto.h"
#include "study/Study.h"

#include <QTest>

namespace serein::exporting::fixture {

inline instrument::Library library() {
    auto loaded = instrument::Library::load(QStringLiteral(SEREIN_SOURCE_DIR "/instruments"));
    return loaded ? *loaded : instrument::Library();
}

inline study::Study study(const instrument::Library& library) {
    const auto json = readJson(QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/demo.json"));
    const auto study = study::parseStudy(*json, library);
    return study ? *study : study::Study();
}

inline QDateTime at(const char* text) {
    return *parseInstant(QString::fromLatin1(text));
}

inline QString hashOf(const QJsonObject& json) {
    return QString::fromLatin1(crypto::sha256(instrument::definitionBytes(json)).toHex());
}

/// The named column of a CSV without quoted line breaks or commas in the cells looked at: the rows whose cells hold all
/// of `where`.
inline QList<QMap<QString, QString>> rowsOf(const QByteArray& csv) {
    QStringList lines = QString::fromUtf8(csv).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QStringList columns = lines.takeFirst().split(u',');
    QList<QMap<QString, QString>> rows;
    for (const QString& line : std::as_const(lines)) {
        const QStringList cells = line.split(u',');
        QMap<QString, QString> row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.insert(columns[i], cells.value(i));
        rows += row;
    }
    return rows;
}

} // namespace serein::exporting::fixture
