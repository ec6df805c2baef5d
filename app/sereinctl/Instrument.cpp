#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "instrument/Placeholder.h"
#include "sereinctl/InstrumentPages.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

using instrument::Entry;
using instrument::Instrument;
using instrument::Library;

QString hashOf(const QJsonObject& definition) {
    return QString::fromLatin1(crypto::sha256(instrument::definitionBytes(definition)).toHex());
}

QString nameOf(const Instrument& instrument) {
    return instrument.name.in(QStringLiteral("en"));
}

QJsonObject summary(const Entry& entry) {
    const Instrument& instrument = entry.instrument;
    QJsonArray packs;
    for (const instrument::TextPack& pack : entry.packs)
        packs.append(QJsonObject{{QStringLiteral("language"), pack.language},
                                 {QStringLiteral("version"), pack.version},
                                 {QStringLiteral("provenance"), pack.provenance},
                                 {QStringLiteral("hash"), hashOf(pack.json)}});
    QJsonArray scores;
    for (const instrument::Score& score : instrument.scores)
        scores.append(score.id);
    return {{QStringLiteral("id"), instrument.id},
            {QStringLiteral("version"), instrument.version},
            {QStringLiteral("name"), nameOf(instrument)},
            {QStringLiteral("audience"), instrument.audience},
            {QStringLiteral("class"), instrument.dataClass},
            {QStringLiteral("recall"), instrument.recall.toString()},
            {QStringLiteral("hash"), hashOf(instrument.json)},
            {QStringLiteral("scores"), scores},
            {QStringLiteral("profiles"), QJsonArray::fromStringList(instrument.profiles)},
            {QStringLiteral("packs"), packs}};
}

QString line(const Entry& entry) {
    const QString words = entry.packs.isEmpty() ? QStringLiteral("structure only; needs the site's words")
                                                : QStringList(entry.packs.keys()).join(QStringLiteral(", "));
    return QStringLiteral("%1  %2  %3  (%4)")
        .arg(entry.instrument.id, entry.instrument.version, nameOf(entry.instrument), words);
}

Result<Output> listInstruments() {
    SEREIN_TRY(const Library library, shippedLibrary());
    QJsonArray json;
    Output output;
    for (const QString& id : library.ids()) {
        json.append(summary(*library.entry(id)));
        output.lines.append(line(*library.entry(id)));
    }
    output.json = json;
    return output;
}

Result<Output> show(const std::string& named) {
    SEREIN_TRY(const Entry entry, findInstrument(named));
    QJsonObject json = summary(entry);
    json.insert(QStringLiteral("definition"), entry.instrument.json);
    return Output{json, instrumentPage(entry)};
}

Result<Output> licences() {
    SEREIN_TRY(const Library library, shippedLibrary());
    const QStringList lines = licencesPage(library);
    return Output{QJsonObject{{QStringLiteral("markdown"), lines.join(u'\n')}}, lines};
}

struct PlaceholderOrder {
    std::string id;
    std::string language;
};

Result<Output> placeholder(const PlaceholderOrder& order) {
    SEREIN_TRY(const Entry entry, findInstrument(order.id));
    Output output;
    output.json = instrument::placeholderPack(entry.instrument, text(order.language));
    output.jsonOnly = true;
    return output;
}

/// The folders to check: those named, or every one of the shipped; a folder of instruments stands for all in it.
QStringList foldersToCheck(const std::vector<std::string>& named) {
    QStringList roots;
    for (const std::string& name : named)
        roots.append(QDir::cleanPath(text(name)));
    if (roots.isEmpty())
        roots.append(Library::defaultFolder());
    QStringList folders;
    for (const QString& root : roots) {
        const QDir directory(root);
        QStringList inside;
        for (const QString& child : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            if (QFileInfo::exists(directory.filePath(child + QStringLiteral("/instrument.json"))))
                inside.append(directory.filePath(child));
        folders += inside.isEmpty() ? QStringList{root} : inside;
    }
    return folders;
}

Result<Output> check(const std::vector<std::string>& named) {
    Output output;
    QJsonArray json;
    for (const QString& folder : foldersToCheck(named)) {
        const auto entry = Library::loadEntry(folder);
        const Result<int> cases = entry ? instrument::runCases(*entry) : std::unexpected(entry.error());
        const QString id = entry ? entry->instrument.id : QFileInfo(folder).fileName();
        QJsonObject result{{QStringLiteral("instrument"), id}, {QStringLiteral("folder"), folder}};
        if (cases) {
            result.insert(QStringLiteral("status"), QStringLiteral("ok"));
            result.insert(QStringLiteral("cases"), *cases);
            output.lines.append(QStringLiteral("%1: ok, %2 cases").arg(id).arg(*cases));
        } else {
            const bool unusableFile = cases.error().exitStatus() == 2;
            result.insert(QStringLiteral("status"),
                          unusableFile ? QStringLiteral("unusable") : QStringLiteral("wrong"));
            output.lines.append(QStringLiteral("%1: %2").arg(id, unusableFile ? QStringLiteral("unusable")
                                                                              : QStringLiteral("a case differs")));
            output.faults += cases.error().faults;
            output.status = std::max(output.status, cases.error().exitStatus());
        }
        json.append(result);
    }
    output.json = json;
    return output;
}

struct ScoreOrder {
    std::string id;
    std::string answers;
    std::string profile;
    bool prorate = false;
};

Result<QJsonObject> scoreOne(const Instrument& instrument, const ScoreOrder& order, const QJsonValue& json,
                             const QString& pointer) {
    SEREIN_TRY(const instrument::Answers answers, readAnswers(instrument, json, text(order.answers), pointer));
    const QString profile = order.profile.empty() ? instrument.defaultProfile : text(order.profile);
    const auto scores = instrument::score(instrument, answers, {profile, order.prorate});
    return QJsonObject{
        {QStringLiteral("instrument"), instrument.id},
        {QStringLiteral("version"), instrument.version},
        {QStringLiteral("profile"), profile.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(profile)},
        {QStringLiteral("scores"), instrument::scoresToJson(scores)}};
}

/// What stands in place of an element that could not be scored: its faults, without the file's name.
QJsonObject failure(const Error& error) {
    QStringList reasons;
    for (const Fault& fault : error.faults)
        reasons.append(fault.pointer + QStringLiteral(": ") + fault.reason);
    return {{QStringLiteral("error"), reasons.join(QStringLiteral("; "))}};
}

Result<Output> scoreAnswers(const ScoreOrder& order) {
    SEREIN_TRY(const Entry entry, findInstrument(order.id));
    const Instrument& instrument = entry.instrument;
    if (!order.profile.empty() && !instrument.profiles.contains(text(order.profile)))
        return unusable(QStringLiteral("%1 has no profile \"%2\"").arg(instrument.id, text(order.profile)), {},
                        QStringLiteral("--profile"));
    SEREIN_TRY(const QJsonValue json, readAnswersFile(order.answers));
    Output output;
    output.jsonOnly = true;
    if (!json.isArray()) {
        SEREIN_TRY(output.json, scoreOne(instrument, order, json, {}));
        return output;
    }
    QJsonArray results;
    const QJsonArray elements = json.toArray();
    for (qsizetype index = 0; index < elements.size(); ++index) {
        const auto result = scoreOne(instrument, order, elements.at(index), pointerTo({}, index));
        results.append(result ? *result : failure(result.error()));
        if (!result) {
            output.faults += result.error().faults;
            output.status = 1;
        }
    }
    output.json = results;
    return output;
}

} // namespace

Result<Entry> findInstrument(const std::string& named) {
    const QString name = text(named);
    if (name.contains(u'/') || QFileInfo::exists(name + QStringLiteral("/instrument.json")))
        return Library::loadEntry(QDir::cleanPath(name));
    const QString shipped = QDir(Library::defaultFolder()).filePath(name);
    if (name.isEmpty() || name.startsWith(u'.') || !QFileInfo::exists(shipped + QStringLiteral("/instrument.json")))
        return unusable(QStringLiteral("no instrument \"%1\" in %2").arg(name, Library::defaultFolder()));
    return Library::loadEntry(shipped);
}

void addInstrumentCommands(CLI::App& app, Command& chosen) {
    CLI::App* const group = app.add_subcommand("instrument", "scales and forms as data");
    group->add_subcommand("list", "every shipped instrument")->callback([&chosen] {
        chosen = [](Context&) { return listInstruments(); };
    });

    const auto shown = std::make_shared<std::string>();
    CLI::App* const showing = group->add_subcommand("show", "one instrument: items, scores, sources");
    showing->add_option("ID", *shown, "instrument id, or its folder")->required();
    showing->callback([&chosen, shown] { chosen = [shown](Context&) { return show(*shown); }; });

    group->add_subcommand("licences", "what ships, on what ground, and what a site must bring: LICENCES.md")
        ->callback([&chosen] { chosen = [](Context&) { return licences(); }; });

    const auto stand = std::make_shared<PlaceholderOrder>();
    CLI::App* const standing = group->add_subcommand(
        "placeholder", "a pack without wording, for tests and demonstrations: no trial may use it");
    standing->add_option("ID", stand->id, "instrument id, or its folder")->required();
    standing->add_option("--language", stand->language, "such as en or zh-CN")->required();
    standing->callback([&chosen, stand] { chosen = [stand](Context&) { return placeholder(*stand); }; });

    const auto paths = std::make_shared<std::vector<std::string>>();
    CLI::App* const checking = group->add_subcommand("check", "prove definitions and packs, run their cases");
    checking->add_option("PATH", *paths, "folders of instruments (default: all that are shipped)");
    checking->callback([&chosen, paths] { chosen = [paths](Context&) { return check(*paths); }; });

    addPaperCommand(*group, chosen);
    addFhirCommand(*group, chosen);

    const auto order = std::make_shared<ScoreOrder>();
    CLI::App* const scoring = group->add_subcommand("score", "score one object of answers, or an array of such");
    scoring->add_option("ID", order->id, "instrument id, or its folder")->required();
    scoring->add_option("--answers", order->answers, "JSON file; - is stdin")->required();
    scoring->add_option("--profile", order->profile, "scoring profile (default: the instrument's)");
    scoring->add_flag("--prorate", order->prorate, "apply the published proration, where there is one");
    scoring->callback([&chosen, order] { chosen = [order](Context&) { return scoreAnswers(*order); }; });
}

} // namespace serein::ctl
