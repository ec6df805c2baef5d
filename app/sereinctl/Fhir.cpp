#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "exporting/FhirForm.h"

#include <CLI/CLI.hpp>

namespace serein::ctl {

namespace {

using instrument::Entry;
using instrument::Library;

struct FhirOrder {
    std::string id;
    std::string language = "en";
    std::string profile;
    std::string packs;
    bool prorate = false;
};

Result<Entry> withSitePacks(const Entry& entry, const std::string& folder) {
    if (folder.empty())
        return entry;
    SEREIN_TRY(Library library, shippedLibrary()); // the folder's packs may be for any of them
    library.add(entry);
    SEREIN_CHECK(library.addPacks(text(folder)));
    return *library.entry(entry.instrument.id);
}

Result<Output> questionnaire(const FhirOrder& order) {
    SEREIN_TRY(const Entry named, findInstrument(order.id));
    SEREIN_TRY(const Entry entry, withSitePacks(named, order.packs));
    const QString profile = text(order.profile);
    if (!profile.isEmpty() && !entry.instrument.profiles.contains(profile))
        return unusable(QStringLiteral("%1 has no profile \"%2\"").arg(entry.instrument.id, profile), {},
                        QStringLiteral("--profile"));
    QList<const instrument::TextPack*> packs;
    for (const instrument::TextPack& pack : entry.packs)
        packs.insert(pack.language == text(order.language) ? 0 : packs.size(), &pack);
    const QString hash =
        QString::fromLatin1(crypto::sha256(instrument::definitionBytes(entry.instrument.json)).toHex());
    Output output;
    output.json = exporting::fhirQuestionnaire({&entry.instrument, hash, profile, order.prorate, packs});
    output.jsonOnly = true;
    return output;
}

} // namespace

void addFhirCommand(CLI::App& group, Command& chosen) {
    const auto order = std::make_shared<FhirOrder>();
    CLI::App* const asking = group.add_subcommand("fhir", "an instrument as a FHIR R4 Questionnaire (SDC)");
    asking->add_option("ID", order->id, "instrument id, or its folder")->required();
    asking->add_option("--language", order->language, "of its texts; the others are translations (default en)");
    asking->add_option("--profile", order->profile, "scoring profile (default: the instrument's)");
    asking->add_flag("--prorate", order->prorate, "scores prorated where a rule is published");
    asking->add_option("--packs", order->packs, packsHelp);
    asking->callback([&chosen, order] { chosen = [order](Context&) { return questionnaire(*order); }; });
}

} // namespace serein::ctl
