#pragma once
// Programs that know nothing of ours read what we wrote. Where one isn't installed, or the schemas aren't at hand, a
// test says that it skipped.
#include "core/Json.h"
#include "exporting/Manifest.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace serein::exporting::readers {

/// The folder of official schemas; empty: not named.
inline QString schemas() {
    return qEnvironmentVariable("SEREIN_SCHEMAS");
}

inline bool has(const char* program) {
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

/// The distribution's own, which has the packages that deploy/packages names; another may stand before it in the path.
inline QString python() {
    const QString own = QStringLiteral("/usr/bin/python3");
    return QFileInfo::exists(own) ? own : QStringLiteral("python3");
}

struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray said;
};
inline Ran run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(280000))
        return {-1, {}, "it did not finish"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline QString tool(const char* name) {
    return QStringLiteral(SEREIN_SOURCE_DIR "/tests/cdisc/") + QLatin1String(name);
}

/// The files in a folder of their own.
inline void unpack(const Files& files, const QTemporaryDir& folder) {
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString path = folder.filePath(it.key());
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(writeFile(path, *it));
    }
}

} // namespace serein::exporting::readers
