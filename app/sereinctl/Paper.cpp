#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "exporting/Paper.h"

#include <CLI/CLI.hpp>
#include <QJsonObject>

namespace serein::ctl {

namespace {

using instrument::Entry;
using instrument::Library;
using instrument::TextPack;

struct PaperOrder {
    std::string id;
    std::string language;
    std::string file;
    std::string packs;
};

/// The site's words where it brings some, else those that ship.
Result<TextPack> findPack(const Entry& entry, const PaperOrder& order) {
    const QString id = entry.instrument.id;
    const QString language = text(order.language);
    Library library;
    library.add(entry);
    if (!order.packs.empty()) {
        SEREIN_TRY(library, shippedLibrary()); // the folder's packs may be for any of them
        library.add(entry);
        SEREIN_CHECK(library.addPacks(text(order.packs)));
    }
    const TextPack* const pack = library.pack(id, language);
    if (pack == nullptr)
        return unusable(
            QStringLiteral("%1 has no words in %2: add the site's licensed pack with --packs").arg(id, language), {},
            QStringLiteral("--language"));
    return *pack;
}

Result<Output> print(Context& context, const PaperOrder& order) {
    SEREIN_TRY(const Entry entry, findInstrument(order.id));
    SEREIN_TRY(const TextPack pack, findPack(entry, order));
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const exporting::Paper paper, exporting::paper(entry.instrument, pack, clock->now().date()));
    const QString path = text(order.file);
    SEREIN_CHECK(writeFile(path, paper.pdf));
    return Output{
        QJsonObject{{QStringLiteral("instrument"), pack.instrument},
                    {QStringLiteral("version"), pack.instrumentVersion},
                    {QStringLiteral("language"), pack.language},
                    {QStringLiteral("pack"), pack.version},
                    {QStringLiteral("pages"), paper.pages},
                    {QStringLiteral("path"), path}},
        {QStringLiteral("%1: %2 in %3, pages: %4").arg(path, pack.instrument, pack.language).arg(paper.pages)}};
}

} // namespace

void addPaperCommand(CLI::App& group, Command& chosen) {
    const auto order = std::make_shared<PaperOrder>();
    CLI::App* const printing = group.add_subcommand("paper", "an instrument as a sheet of paper to fill in (PDF)");
    printing->add_option("ID", order->id, "instrument id, or its folder")->required();
    printing->add_option("--language", order->language, "such as en or zh-CN")->required();
    printing->add_option("-o", order->file, "the PDF to write")->required();
    printing->add_option("--packs", order->packs, packsHelp);
    printing->callback([&chosen, order] { chosen = [order](Context& context) { return print(context, *order); }; });
}

} // namespace serein::ctl
