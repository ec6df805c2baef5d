#include "exporting/OpenBundle.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "exporting/BundleFiles.h"
#include "exporting/Definitions.h"
#include "exporting/Manifest.h"
#include "exporting/Slice.h"
#include "exporting/StudyManifest.h"
#include "vault/HandedOn.h"

#include <QJsonObject>

namespace serein::exporting {

namespace {

/// By its schema: what kind of definition it is, and of what.
Result<vault::HandedOn::Definition> definitionOf(const QByteArray& bytes) {
    SEREIN_TRY(const QJsonValue value, parseJson(bytes));
    const QJsonObject json = value.toObject();
    const QString kind =
        json.value(QLatin1String("schema")).toString().section(u'/', 0, 0).remove(QStringLiteral("serein-"));
    const QLatin1String named(kind == QLatin1String("text") ? "instrument" : "id");
    return vault::HandedOn::Definition{kind, json.value(named).toString(), bytes};
}

/// The instrument as it was asked under that version of the study, else the one that a battery would be begun with.
QString instrumentUnder(const QString& version, const QString& id, const ledger::ParticipantState& state,
                        const Definitions& definitions) {
    for (const ledger::AssessmentState& assessment : state.assessments)
        if (assessment.study == version && assessment.key.instrument == id)
            return assessment.definition;
    return definitions.latest(id);
}

/// Which instruments and words go with a version of the study, as far as they are in the bundle.
ledger::StudyAdopted adopted(const QString& version, const study::Study& study, const ledger::ParticipantState& state,
                             const Definitions& definitions) {
    ledger::StudyAdopted made{version, {}};
    for (const study::Timepoint& timepoint : study.timepoints)
        for (const QString& id : timepoint.battery) {
            const QString hash = instrumentUnder(version, id, state, definitions);
            if (hash.isEmpty() || made.instruments.contains(id))
                continue;
            QJsonObject packs;
            const QMap<QString, QString> words = definitions.packHashes(hash);
            for (auto pack = words.begin(); pack != words.end(); ++pack)
                packs.insert(pack.key(), *pack);
            made.instruments.insert(
                id, QJsonObject{{QStringLiteral("definition"), hash}, {QStringLiteral("packs"), packs}});
        }
    return made;
}

Result<vault::HandedOn> handedOn(const Manifest& manifest, const Files& files, QDateTime& at) {
    vault::HandedOn record;
    record.device = manifest.device;
    record.reader = QStringLiteral("reader");
    StoredDefinitions stored;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!file.key().startsWith(definitionsFolder))
            continue;
        const QString hash = file.key().mid(definitionsFolder.size()).remove(QStringLiteral(".json"));
        stored.insert(hash, *file);
        SEREIN_TRY(const vault::HandedOn::Definition definition, definitionOf(*file));
        record.definitions.insert(hash, definition);
    }
    SEREIN_TRY(std::vector<SliceEvent> slice, readSlice(files.value(sliceFile)));
    SEREIN_TRY(const QList<ledger::Event> events, openSlice(slice, idText(manifest.participant)));
    const ledger::ParticipantState state = folded(events);
    SEREIN_TRY(const Definitions definitions, Definitions::read(stored, state));
    for (auto study = definitions.studies().begin(); study != definitions.studies().end(); ++study)
        if (study.key() != state.study)
            record.versions.append(adopted(study.key(), *study, state, definitions));
    record.versions.append(adopted(state.study, definitions.study(), state, definitions));
    for (SliceEvent& event : slice) {
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(event.stored.header));
        if (header.id == manifest.checkpoint)
            at = header.at;
        record.events.push_back({event.stored, std::move(event.key)});
    }
    return record;
}

} // namespace

Result<OpenedBundle> openBundle(const QString& path, const VerifyOptions& options, const Clock& clock) {
    OpenedBundle opened;
    SEREIN_TRY(opened.report, verifyBundle(path, options));
    SEREIN_TRY(const BundleFiles bundle, readBundle(path, options.privateKeyPem));
    if (StudyManifest::isOne(bundle.files.value(manifestFile)))
        return unusable(QStringLiteral("the study's merged tables hold no record: open a participant's bundle"), {},
                        path);
    SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(bundle.files.value(manifestFile)));
    opened.audience = manifest.audience;
    SEREIN_TRY(vault::HandedOn record, handedOn(manifest, bundle.files, opened.at));
    SEREIN_TRY(opened.vault, vault::Vault::forReading(std::move(record), clock));
    return opened;
}

} // namespace serein::exporting
