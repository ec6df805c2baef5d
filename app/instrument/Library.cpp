#include "instrument/Library.h"
#include "core/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace serein::instrument {

namespace {

/// Reads one pack into `entry`; its faults otherwise.
QList<Fault> addPack(Entry& entry, const QString& path) {
    const auto json = readJson(path);
    if (!json)
        return json.error().faults;
    auto pack = parseTextPack(*json, entry.instrument, path);
    if (!pack)
        return pack.error().faults;
    const QString named = QFileInfo(path).fileName().section(u'.', 1, -2);
    if (named != pack->language)
        return {Fault{path, QStringLiteral("/language"), QStringLiteral("the file's name says \"%1\"").arg(named)}};
    entry.packs.insert(pack->language, *pack);
    return {};
}

QStringList packFiles(const QString& folder) {
    QStringList paths;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("text.*.json")}, QDir::Files, QDir::Name))
        paths.append(QDir(folder).filePath(name));
    return paths;
}

/// Test codes become column and variable names: each stands for one thing in the whole library.
QList<Fault> codesTwice(const Library& library) {
    QMap<QString, QString> owners;
    QList<Fault> faults;
    const auto look = [&](const QString& id, const Codes& codes, const QString& place) {
        const QString code = codes.testCode();
        if (code.isEmpty())
            return;
        if (owners.contains(code))
            faults.append(
                {QDir(library.entry(id)->folder).filePath(QStringLiteral("instrument.json")),
                 place + (codes.cdisc.isEmpty() ? QStringLiteral("/codes/sponsor") : QStringLiteral("/codes/cdisc")),
                 QStringLiteral("the code %1 is %2's").arg(code, owners.value(code))});
        owners.insert(code, id);
    };
    for (const QString& id : library.ids()) {
        const Instrument& instrument = *library.instrument(id);
        for (qsizetype index = 0; index < instrument.items.size(); ++index)
            look(id, instrument.items.at(index).codes, pointerTo(QStringLiteral("/items"), index));
        for (qsizetype index = 0; index < instrument.scores.size(); ++index)
            look(id, instrument.scores.at(index).codes, pointerTo(QStringLiteral("/scores"), index));
    }
    return faults;
}

Result<TextPack> readSitePack(const Library& library, const QString& path) {
    SEREIN_TRY(const QJsonValue json, readJson(path));
    const QString id = json.toObject().value(QLatin1String("instrument")).toString();
    if (const Instrument* instrument = library.instrument(id))
        return parseTextPack(json, *instrument, path);
    if (auto faults = schemaFaults(QStringLiteral("text"), json, path); !faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, std::move(faults)});
    return unusable(QStringLiteral("there is no instrument \"%1\"").arg(id), QStringLiteral("/instrument"), path);
}

} // namespace

QString Library::defaultFolder() {
    if (const QString named = qEnvironmentVariable("SEREIN_INSTRUMENTS"); !named.isEmpty())
        return named;
    QString source = QStringLiteral(SEREIN_INSTRUMENTS_DIR);
    if (QDir(source).exists())
        return source;
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/serein/instruments"));
}

Result<Entry> Library::loadEntry(const QString& folder) {
    Entry entry;
    entry.folder = folder;
    const QString path = QDir(folder).filePath(QStringLiteral("instrument.json"));
    SEREIN_TRY(const QJsonValue json, readJson(path));
    auto instrument = parseInstrument(json, path);
    QList<Fault> faults;
    if (!instrument) {
        // The packs cannot be held against a broken instrument, but their own form can.
        faults = instrument.error().faults;
        for (const QString& packPath : packFiles(folder)) {
            const auto pack = readJson(packPath);
            faults += pack ? schemaFaults(QStringLiteral("text"), *pack, packPath) : pack.error().faults;
        }
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    }
    entry.instrument = std::move(*instrument);
    const QString named = QFileInfo(QDir(folder).absolutePath()).fileName();
    if (entry.instrument.id != named)
        faults.append({path, QStringLiteral("/id"), QStringLiteral("the folder's name is \"%1\"").arg(named)});
    for (const QString& packPath : packFiles(folder))
        faults += addPack(entry, packPath);
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return entry;
}

Result<Library> Library::load(const QString& folder) {
    const QDir directory(folder);
    if (!directory.exists())
        return storageFailed(QStringLiteral("there is no such folder of instruments"), folder);
    Library library;
    QList<Fault> faults;
    for (const QString& name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!QFileInfo::exists(directory.filePath(name + QStringLiteral("/instrument.json"))))
            continue;
        auto entry = loadEntry(directory.filePath(name));
        if (entry)
            library.add(*entry);
        else
            faults += entry.error().faults;
    }
    faults += codesTwice(library);
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return library;
}

const Entry* Library::entry(const QString& id) const {
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? nullptr : &*found;
}

const Instrument* Library::instrument(const QString& id) const {
    const Entry* found = entry(id);
    return found ? &found->instrument : nullptr;
}

const TextPack* Library::pack(const QString& id, const QString& language) const {
    const Entry* found = entry(id);
    if (found == nullptr)
        return nullptr;
    const auto pack = found->packs.constFind(language);
    return pack == found->packs.cend() ? nullptr : &*pack;
}

Result<void> Library::addPacks(const QString& folder) {
    if (!QDir(folder).exists())
        return storageFailed(QStringLiteral("there is no such folder of text packs"), folder);
    QStringList paths;
    for (QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();)
        paths.append(files.next());
    paths.sort();
    QList<TextPack> packs;
    QList<Fault> faults;
    for (const QString& path : std::as_const(paths)) {
        auto pack = readSitePack(*this, path);
        if (pack)
            packs.append(std::move(*pack));
        else
            faults += pack.error().faults;
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    for (const TextPack& pack : std::as_const(packs))
        m_entries[pack.instrument].packs.insert(pack.language, pack);
    return {};
}

void Library::add(const Entry& entry) {
    m_entries.insert(entry.instrument.id, entry);
}

} // namespace serein::instrument
