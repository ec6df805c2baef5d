#pragma once
// Runs the built command line as anyone would: a program, its arguments, its exit status and what it prints.
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace serein::test {

struct Ran {
    int status = -1; ///< -1: it crashed or did not start
    QByteArray out;
    QByteArray err;

    // const, so that ["a"]["b"] reads values rather than making references to write through
    [[nodiscard]] const QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] const QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// For QVERIFY2.
    [[nodiscard]] QByteArray said() const { return "status " + QByteArray::number(status) + "\n" + out + err; }
};

inline Ran runProgram(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
                      const QByteArray& input = {}) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000))
        process.kill();
    const bool ended = process.exitStatus() == QProcess::NormalExit && process.error() == QProcess::UnknownError;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A folder of one's own, with its state folder beside, and files written into it by name.
class Bench {
public:
    Bench() : environment(QProcessEnvironment::systemEnvironment()) {
        environment.insert("SEREIN_STATE_DIR", path("state"));
        environment.remove("SEREIN_PASSPHRASE_FILE");
    }
    [[nodiscard]] QString path(const QString& name = {}) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    Ran ctl(const QStringList& arguments, const QByteArray& input = {}) const {
        return runProgram(SEREINCTL, arguments, environment, input);
    }

    QProcessEnvironment environment;

private:
    QTemporaryDir m_folder;
};

/// SHA-256 over the name and bytes of every file below.
inline QByteArray folderHash(const QString& folder) {
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(name));
        hash.addData(name.toUtf8());
        hash.addData(QByteArray::number(file.size()));
        hash.addData(file.readAll());
    }
    return hash.result();
}

} // namespace serein::test
