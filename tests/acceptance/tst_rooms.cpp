// The two tables of rooms: what each may include, import and link. Arrows never run up. Read from the sources
// themselves.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QStringList allRooms{"core",  "instrument", "study", "crypto",    "ledger", "account",
                           "vault", "session",    "desk",  "exporting", "hub",    "ui"};

/// app/: what a room may use. main.cpp and sereinctl/ are the composition roots.
const QMap<QString, QStringList> mayUse{
    {"core", {}},
    {"instrument", {"core"}},
    {"study", {"core", "instrument"}},
    {"crypto", {"core"}},
    {"ledger", {"core", "crypto", "instrument", "study"}},
    {"account", {"core", "crypto", "ledger"}},
    {"vault", {"core", "crypto", "ledger", "account", "instrument", "study"}},
    {"session", {"core", "instrument", "study", "ledger", "account", "vault"}},
    {"desk", {"core", "instrument", "study", "ledger", "account", "vault"}},
    {"exporting", {"core", "crypto", "instrument", "study", "ledger", "account", "vault"}},
    {"hub", {"core", "crypto", "ledger", "vault"}},
    {"ui",
     {"core", "instrument", "study", "crypto", "ledger", "account", "vault", "session", "desk", "exporting", "hub"}},
    {"sereinctl",
     {"core", "instrument", "study", "crypto", "ledger", "account", "vault", "session", "desk", "exporting", "hub"}},
};

/// qml/: what a module may import.
const QMap<QString, QStringList> mayImport{
    {"Theme", {}},
    {"Controls", {"Theme"}},
    {"Patient", {"Controls", "Theme", "Ui"}},
    {"Staff", {"Controls", "Theme", "Ui"}},
    {"Shell", {"Controls", "Theme", "Ui", "Patient", "Staff"}},
};

/// A library that only one room may use: its header and its CMake target.
struct Sole {
    QString room;
    QRegularExpression header;
    QString target;
};
const QList<Sole> soleUsers{
    {"crypto", QRegularExpression("^openssl/"), "OpenSSL::Crypto"},
    {"crypto", QRegularExpression("^libgfshare"), "PkgConfig::GfShare"},
    {"vault", QRegularExpression("^(sqlite3|sqlcipher)"), "PkgConfig::SQLCipher"},
    {"exporting", QRegularExpression("^archive"), "PkgConfig::LibArchive"},
    {"exporting", QRegularExpression("^(pango|cairo)"), "PkgConfig::Pango"},
    {"hub", QRegularExpression("^(libpq|QSql|QtSql)"), "Qt6::Sql"},
    {"ui", QRegularExpression("^(QQuick|QQml|QtQuick|QtQml)"), "Qt6::Quick"},
};

QString source(const QString& path) {
    return QStringLiteral(SEREIN_SOURCE_DIR "/") + path;
}

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesBelow(const QString& folder, const QStringList& patterns) {
    QStringList files;
    for (QDirIterator it(source(folder), patterns, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

QStringList captures(const QString& text, const QString& pattern) {
    QStringList found;
    for (auto it = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

/// The folder below `top` that a file stands in; empty for a file directly in it.
QString roomOf(const QString& file, const QString& top) {
    const QString below = file.mid(source(top + "/").size());
    return below.contains('/') ? below.section('/', 0, 0) : QString();
}

QString withoutComments(QString text) {
    text.remove(QRegularExpression("/\\*.*?\\*/", QRegularExpression::DotMatchesEverythingOption));
    return text.remove(QRegularExpression("//[^\n]*"));
}

} // namespace

class TestRooms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFolder_isInATable() {
        for (const QString& name : QDir(source("app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(mayUse.contains(name), qPrintable("app/" + name));
        for (const QString& name : QDir(source("qml")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(mayImport.contains(name) || name == "i18n", qPrintable("qml/" + name));
    }
    void includes_neverRunUp() {
        QStringList faults;
        for (const QString& file : filesBelow("app", {"*.h", "*.cpp"})) {
            const QString room = roomOf(file, "app");
            for (const QString& included : captures(read(file), "^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]")) {
                const QString other = included.section('/', 0, 0);
                const bool isRoom = included.contains('/') && (allRooms.contains(other) || other == "sereinctl");
                if (isRoom && !room.isEmpty() && other != room && !mayUse.value(room).contains(other))
                    faults.append(file + " includes " + included);
                if (included.startsWith(".."))
                    faults.append(file + " climbs out by " + included);
                for (const Sole& sole : soleUsers)
                    if (sole.header.match(included).hasMatch() && !room.isEmpty() && room != sole.room)
                        faults.append(file + " includes " + included + ", which only " + sole.room + " may");
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    void links_neverRunUp() {
        QStringList faults;
        const QString lists = read(source("app/CMakeLists.txt"));
        QSet<QString> seen;
        for (const QString& line : captures(lists, "^serein_room\\(([^)]*)\\)")) {
            const QStringList words = line.split(' ', Qt::SkipEmptyParts);
            const QString& room = words.constFirst();
            seen.insert(room);
            for (const QString& link : words.mid(1)) {
                if (link.startsWith("serein_") && !mayUse.value(room).contains(link.mid(7)))
                    faults.append(room + " links " + link);
                for (const Sole& sole : soleUsers)
                    if (link == sole.target && room != sole.room)
                        faults.append(room + " links " + link + ", which only " + sole.room + " may");
            }
        }
        for (const QString& link : captures(lists, "^target_link_libraries\\(serein_([^)]*)\\)")) {
            const QStringList words = link.split(' ', Qt::SkipEmptyParts);
            for (const QString& word : words.mid(1))
                if (word.startsWith("serein_") && word != "serein_flags" &&
                    !mayUse.value(words.constFirst()).contains(word.mid(7)))
                    faults.append(words.constFirst() + " links " + word);
        }
        for (const QString& room : QDir(source("app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (room != "ui" && room != "sereinctl" && !seen.contains(room))
                faults.append(room + " is no serein_room()");
        for (const QString& line :
             captures(read(source("qml/CMakeLists.txt")), "^serein_screens_module\\(([^)]*)\\)")) {
            const QStringList words = line.split(' ', Qt::SkipEmptyParts);
            QStringList allowed;
            for (const QString& module : mayImport.value(words.constFirst()))
                allowed.append("serein_" + module.toLower() + (module == "Ui" ? "" : "plugin"));
            for (const QString& link : words.mid(2))
                if (link.startsWith("serein_") && !allowed.contains(link))
                    faults.append(words.constFirst() + " links " + link);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    void qmlImports_neverRunUp() {
        QStringList faults;
        for (const QString& file : filesBelow("qml", {"*.qml", "*.js"})) {
            const QString module = roomOf(file, "qml");
            const QString text = read(file);
            for (const QString& imported : captures(text, "^\\s*import\\s+Serein\\.(\\w+)"))
                if (imported != module && !mayImport.value(module).contains(imported))
                    faults.append(file + " imports Serein." + imported);
            for (const QString& path : captures(text, "^\\s*import\\s+(\"[^\"]*\")"))
                faults.append(file + " imports by path: " + path);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    void colours_standInTheThemeAlone() {
        static const QRegularExpression colour("[\"']#[0-9a-fA-F]{3,8}[\"']");
        for (const QString& file : filesBelow("qml", {"*.qml", "*.js"}))
            if (roomOf(file, "qml") != "Theme")
                QVERIFY2(!read(file).contains(colour), qPrintable(file));
        for (const QString& file : filesBelow("app", {"*.cpp", "*.h"}))
            QVERIFY2(!read(file).contains(colour), qPrintable(file));
    }
    void programs_nameNoInstrument() { // a scale is data: code that knows one by name is a scale written in code
        QStringList ids;
        for (const QString& name : QDir(source("instruments")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(source("instruments/" + name + "/instrument.json")))
                ids.append(QRegularExpression::escape(name));
        QVERIFY(ids.size() >= 8);
        const QRegularExpression named("(?<![\\w-])(" + ids.join('|') + ")(?![\\w-])");
        QStringList faults;
        for (const QString& file : filesBelow("app", {"*.cpp", "*.h"}) + filesBelow("qml", {"*.qml", "*.js"}))
            if (const auto match = named.match(withoutComments(read(file))); match.hasMatch())
                faults.append(file + " names " + match.captured(1));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
};

QTEST_APPLESS_MAIN(TestRooms)
#include "tst_rooms.moc"
