// One participant's data leave the tablet: who may, how it is sealed, and that it is remembered.
#include "core/Ids.h"
#include "core/Json.h"
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/Container.h"
#include "exporting/Delivery.h"
#include "exporting/KeptRecord.h"
#include "exporting/Sdtm.h"
#include "exporting/StudyManifest.h"

#include <QFile>
#include <QFileInfo>

namespace serein::exporting {

namespace {

/// The role under which this person may export so, or Refused; the refusal is an event.
Result<vault::Actor> actorFor(vault::Vault& vault, const ExportOrder& order) {
    const account::Action action = order.sealTo.isEmpty() ? account::Action::ExportUnsealed : account::Action::Export;
    const bool full = order.audience == QLatin1String("full");
    bool mayExport = false;
    for (const account::Role role : vault.user().roles) {
        if (!account::may(role, action))
            continue;
        mayExport = true;
        if (!full || vault.study().seesUnblinding.contains(account::roleText(role)))
            return vault::Actor{vault.user().name, account::roleText(role)};
    }
    const QString asked = mayExport ? QStringLiteral("export what would unblind") : account::actionText(action);
    const QString role = vault.user().roles.isEmpty() ? QString() : account::roleText(vault.user().roles.constFirst());
    SEREIN_CHECK(vault.appendToDevice({{ledger::Refused{asked}}}, {vault.user().name, role}));
    return refused(QStringLiteral("%1 may not %2").arg(vault.user().name, asked));
}

Result<void> checkOrder(const ExportOrder& order) {
    if (order.audience != QLatin1String("blinded") && order.audience != QLatin1String("full"))
        return unusable(QStringLiteral("the audience \"%1\" is neither blinded nor full").arg(order.audience),
                        QStringLiteral("/audience"));
    SEREIN_CHECK(checkFormats(order.formats));
    SEREIN_CHECK(checkWithout(order.without));
    if (order.sealTo.isEmpty() && order.reason.trimmed().isEmpty())
        return unusable(QStringLiteral("an unsealed export needs a reason"), QStringLiteral("/reason"));
    return {};
}

/// Who withdrew the use of their records is in no analysis: what leaves is a whole copy, for an audit that is named.
Result<void> checkRecordsMayBeUsed(const ledger::ParticipantState& participant, const ExportOrder& order) {
    if (!participant.hasWithdrawnFrom(QStringLiteral("records")))
        return {};
    if (order.audience == QLatin1String("full") && !order.reason.trimmed().isEmpty())
        return {};
    return refused(
        QStringLiteral("%1 withdrew the use of their records: only a full copy for an audit, with its reason, "
                       "may leave the tablet")
            .arg(participant.subject));
}

QStringList fingerprintsOf(const QList<crypto::Certificate>& certificates) {
    QStringList fingerprints;
    for (const crypto::Certificate& certificate : certificates)
        fingerprints += certificate.fingerprint;
    return fingerprints;
}

/// Before anything of it is made; an earlier one may have been written to a folder that is gone by now.
Result<void> checkFolder(const QString& folder) {
    return QFileInfo(folder).isDir() ? Result<void>()
                                     : storageFailed(QStringLiteral("there is no such folder"), folder);
}

/// Writes it whole or not at all, its signature first, and remembers it as an event.
Result<ExportResult> deliver(vault::Vault& vault, const vault::Actor& actor, const ExportOrder& order,
                             const QString& name, const QString& bundle, const Spools& files,
                             const Container::Written& written = {}) {
    const QString path = QStringLiteral("%1/%2_%3.zip").arg(order.folder, fileNameOf(name), bundle);
    ExportResult result{order.sealTo.isEmpty() ? path : path + QStringLiteral(".p7m"), bundle};
    PartFile signature(containerSignaturePath(result.path), vault.device());
    SEREIN_TRY(const auto container, Container::write(result.path, vault.device(), files, order.sealTo, written));
    SEREIN_TRY(const QByteArray ofDevice,
               container->signedBy([&vault](const QByteArray& bytes) { return vault.sign(bytes); }));
    SEREIN_CHECK(signature.write(ofDevice));
    // The signature first: a bundle never stands there without it.
    SEREIN_CHECK(signature.putInPlace());
    SEREIN_CHECK(container->putInPlace());
    const ledger::Exported exported{order.participant,
                                    bundle,
                                    order.audience,
                                    fingerprintsOf(order.sealTo),
                                    order.reason,
                                    order.formats.isEmpty() ? formatNames() : order.formats,
                                    order.as.selection.toJson(),
                                    order.without,
                                    order.as.language};
    if (const auto recorded = vault.appendToDevice({{exported}}, actor); !recorded) {
        QFile::remove(result.path); // what the ledger does not remember did not leave the tablet
        QFile::remove(containerSignaturePath(result.path));
        return std::unexpected(recorded.error());
    }
    return result;
}

/// From the event that it begins to the one that says how it ended.
Result<ExportResult> asOrdered(vault::Vault& vault, const vault::Actor& actor, const ExportOrder& order,
                               const std::function<Result<ExportResult>()>& write) {
    const ledger::ExportBegun begun{order.participant, order.audience, fingerprintsOf(order.sealTo), order.reason};
    return delivered<ExportResult>(vault, actor, begun, order.folder, [&]() -> Result<ExportResult> {
        SEREIN_CHECK(checkFolder(order.folder));
        return write();
    });
}

/// The same tables, and whoever is to read them could.
bool isOfOrder(const ledger::Exported& exported, const ExportOrder& order) {
    if (exported.sealedTo.isEmpty() != order.sealTo.isEmpty())
        return false;
    const QStringList readers = fingerprintsOf(order.sealTo);
    if (!std::ranges::all_of(readers, [&](const QString& one) { return exported.sealedTo.contains(one); }))
        return false;
    const auto inAnyOrder = [](const QStringList& names) { return QSet<QString>(names.begin(), names.end()); };
    return exported.audience == order.audience &&
           inAnyOrder(exported.formats) == inAnyOrder(order.formats.isEmpty() ? formatNames() : order.formats) &&
           inAnyOrder(exported.without) == inAnyOrder(order.without) && exported.part == order.as.selection.toJson() &&
           exported.language == order.as.language;
}

/// The formats asked for that have files for the whole study.
QStringList mergedFormats(const QStringList& asked) {
    QStringList merged;
    for (const Format& format : formats())
        if (format.isMerged && (asked.isEmpty() || asked.contains(format.name)))
            merged += format.name;
    return merged;
}

Result<void> put(Spools& spools, const QString& name, const QByteArray& bytes, const QString& folder = {}) {
    return spools.emplace(name, Spool(folder)).first->second.append(bytes);
}

Result<Spools> inMemory(const Files& files) {
    Spools spools;
    for (auto it = files.begin(); it != files.end(); ++it)
        SEREIN_CHECK(put(spools, it.key(), *it));
    return spools;
}

/// A study's export as it goes on: its parts, one after the other, as one.
class Course {
public:
    Course(const Turn& turn, qsizetype participants) : m_turn(turn), m_participants(participants) {}
    /// What comes next takes the whole from where it is to `until`.
    void part(double until) {
        m_from = m_to;
        m_to = until;
    }
    [[nodiscard]] Result<void> at(double part) {
        m_done = std::max(m_done, m_from + (m_to - m_from) * part); // who is read again was there before
        return m_turn ? m_turn(m_done) : Result<void>();
    }
    [[nodiscard]] Result<void> atParticipant(std::size_t index) {
        return at(static_cast<double>(index) / static_cast<double>(m_participants));
    }

private:
    const Turn& m_turn;
    qsizetype m_participants;
    double m_from = 0;
    double m_to = 0;
    double m_done = 0;
};
constexpr double whenNamed = 0.05; // of the whole: everybody's heads are named
constexpr double whenMade = 0.85;  // and the tables made, before the container is written

const QString changePointer = QStringLiteral("/changed");

/// That nothing was written about them since the manifest named their heads: every table is of one moment.
Result<void> requireUnchanged(const vault::Vault& vault, const StudyManifest::Participant& one) {
    SEREIN_TRY(const QList<ledger::Head> heads, vault.heads(idText(one.id)));
    for (const ledger::Head& head : heads)
        if (head.hash != (head.device.isNull() ? one.lastHash : one.others.value(head.device)))
            return std::unexpected(
                Error{Error::Kind::Refused,
                      {{{},
                        changePointer,
                        QStringLiteral("the record of %1 changed while everybody's tables were written: they are to be "
                                       "exported again")
                            .arg(one.subject)}}});
    return {};
}

/// Read anew whenever their turn comes.
Result<Records> recordsOf(const vault::Vault& vault, const QList<StudyManifest::Participant>& participants,
                          const ExportOrder& order, Course& course) {
    struct Held {
        explicit Held(KeptRecord taken) : kept(std::move(taken)), record(kept.record()) {}
        KeptRecord kept;
        Record record;
    };
    return Records::oneByOne(
        static_cast<std::size_t>(participants.size()),
        [&vault, participants, &order, &course](std::size_t index) -> Result<std::shared_ptr<const Record>> {
            SEREIN_CHECK(course.atParticipant(index));
            SEREIN_CHECK(requireUnchanged(vault, participants.at(static_cast<qsizetype>(index))));
            SEREIN_TRY(KeptRecord kept, keptRecord(vault, participants.at(static_cast<qsizetype>(index)).id,
                                                   order.audience, order.without, order.as));
            const auto held = std::make_shared<const Held>(std::move(kept));
            return std::shared_ptr<const Record>(held, &held->record);
        },
        vault.folder());
}

Result<Spools> mergedFiles(const vault::Vault& vault, const Records& records, const QStringList& names,
                           Course& course) {
    Spools spools;
    const FileSink toSpool = [&](const QString& file, const QByteArray& bytes) {
        return put(spools, file, bytes, vault.folder());
    };
    SEREIN_CHECK(writeFormats(records, names, toSpool, [&course](int through, int all) {
        course.part(whenNamed + (whenMade - whenNamed) * (through + 1) / all);
    }));
    return spools;
}

/// The study's manifest, the device's key and its signature, beside the tables.
Result<StudyManifest> sealStudy(const vault::Vault& vault, StudyManifest manifest, Spools& files) {
    SEREIN_CHECK(put(files, deviceKeyFile, crypto::ed25519Pem(vault.devicePublicKey())));
    manifest.vault = vault.deviceState().vault;
    manifest.device = vault.device();
    manifest.studyId = vault.study().id;
    manifest.synthetic = vault.deviceState().synthetic;
    manifest.app = QStringLiteral(SEREIN_VERSION);
    for (const auto& [name, spool] : files)
        manifest.files.append({name, spool.size(), QString::fromLatin1(spool.sha256().toHex())});
    const QByteArray bytes = manifest.toBytes();
    SEREIN_CHECK(put(files, manifestFile, bytes, vault.folder()));
    SEREIN_CHECK(put(files, signatureFile, vault.sign(bytes)));
    return manifest;
}

/// Those whose records may be used in an analysis, of these sites (none named: of all).
Result<QList<StudyManifest::Participant>> usable(const vault::Vault& vault, const QStringList& sites) {
    SEREIN_TRY(const QList<QUuid> everyone, vault.participantIds());
    QList<StudyManifest::Participant> whose;
    for (const QUuid& one : everyone) {
        SEREIN_TRY(const auto participant, vault.participant(one));
        if (participant->hasWithdrawnFrom(QStringLiteral("records")))
            continue; // in no analysis, whoever reads it
        if (sites.isEmpty() || sites.contains(participant->site))
            whose.append({one, participant->subject, 0, {}, {}});
    }
    if (whose.isEmpty())
        return unusable(QStringLiteral("there is no such participant whose records may be used"));
    return whose;
}

Result<ExportResult> writeStudy(vault::Vault& vault, const vault::Actor& actor, const ExportOrder& order,
                                QList<StudyManifest::Participant> whose, const Turn& turn) {
    StudyManifest manifest;
    manifest.participants = std::move(whose);
    Course course(turn, manifest.participants.size());
    course.part(whenNamed);
    for (std::size_t index = 0; StudyManifest::Participant & one : manifest.participants) {
        SEREIN_CHECK(course.atParticipant(index++));
        SEREIN_CHECK(vault.checkpoint(one.id, actor));
        SEREIN_TRY(const QList<ledger::Head> heads, vault.heads(idText(one.id)));
        const auto own = std::ranges::find_if(heads, [](const ledger::Head& each) { return each.device.isNull(); });
        one.lastSequence = own == heads.end() ? 0 : own->sequence; // as a bundle says it
        one.lastHash = own == heads.end() ? QByteArray(32, '\0') : own->hash;
        for (const ledger::Head& head : heads)
            if (!head.device.isNull())
                one.others.insert(head.device, head.hash);
    }
    SEREIN_TRY(const Records records, recordsOf(vault, manifest.participants, order, course));
    manifest.audience = order.audience;
    manifest.formats = mergedFormats(order.formats);
    manifest.without = order.without;
    manifest.as = order.as;
    SEREIN_TRY(Spools files, mergedFiles(vault, records, manifest.formats, course));
    SEREIN_TRY(manifest, sealStudy(vault, manifest, files));
    course.part(1);
    return deliver(vault, actor, order, manifest.studyId, manifest.bundle, files,
                   [&course](double part) { return course.at(part); });
}

} // namespace

bool isChange(const Error& fault) {
    return fault.kind == Error::Kind::Refused && !fault.faults.isEmpty() &&
           fault.faults.constFirst().pointer == changePointer;
}

Result<ExportResult> exportStudy(vault::Vault& vault, const ExportOrder& order, const Turn& turn) {
    SEREIN_CHECK(checkOrder(order));
    SEREIN_CHECK(checkSelection(order.as.selection, vault.study()));
    SEREIN_TRY(const vault::Actor actor, actorFor(vault, order));
    const auto reading = vault.readingEverybody();
    SEREIN_TRY(QList<StudyManifest::Participant> whose, usable(vault, order.as.selection.sites));
    ExportOrder study = order;
    study.participant = QUuid();
    return asOrdered(vault, actor, study, [&] { return writeStudy(vault, actor, study, std::move(whose), turn); });
}

// Clocks don't tell: what another device wrote earlier may have come in later. What a bundle held is what its device
// had named of the participant's stream, as it does before each export.
Result<ExportedBefore> ExportedBefore::of(const vault::Vault& vault) {
    ExportedBefore before;
    QHash<std::pair<QUuid, QString>, QMap<QUuid, ledger::Head>> named; // by whom, of which stream
    SEREIN_CHECK(vault.forEachOf(ledger::deviceStream, [&](const ledger::StoredEvent& stored) -> Result<void> {
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
        if (header.kind != QLatin1String(ledger::Exported::kind) &&
            header.kind != QLatin1String(ledger::Checkpoint::kind))
            return {};
        SEREIN_TRY(const ledger::Event event, vault.read(stored));
        if (const auto* exported = std::get_if<ledger::Exported>(&event.fact))
            before.m_all[exported->participant].append(
                {*exported, named.value({header.device, idText(exported->participant)})});
        if (const auto* checkpoint = std::get_if<ledger::Checkpoint>(&event.fact)) {
            QHash<QString, QMap<QUuid, ledger::Head>> heads; // it names all of a participant's, or none
            for (const ledger::Head& head : checkpoint->heads)
                heads[head.stream].insert(head.device.isNull() ? header.device : head.device, head);
            for (auto stream = heads.cbegin(); stream != heads.cend(); ++stream)
                if (stream.key() != ledger::deviceStream)
                    named.insert({header.device, stream.key()}, *stream);
        }
        return {};
    }));
    return before;
}

Result<bool> ExportedBefore::holds(const vault::Vault& vault, const ExportOrder& order) const {
    SEREIN_TRY(const QList<ledger::Head> now, vault.heads(idText(order.participant)));
    if (now.isEmpty())
        return unusable(QStringLiteral("there is no such participant"));
    const auto isAsNow = [&](const QMap<QUuid, ledger::Head>& then) {
        return then.size() == now.size() && std::ranges::all_of(now, [&](const ledger::Head& head) {
                   return then.value(head.device.isNull() ? vault.device() : head.device).hash == head.hash;
               });
    };
    return std::ranges::any_of(m_all.value(order.participant),
                               [&](const One& one) { return isOfOrder(one.exported, order) && isAsNow(one.heads); });
}

Result<ExportResult> exportParticipant(vault::Vault& vault, const ExportOrder& order) {
    SEREIN_CHECK(checkOrder(order));
    SEREIN_CHECK(checkSelection(order.as.selection, vault.study()));
    SEREIN_TRY(const vault::Actor actor, actorFor(vault, order));
    const auto reading = vault.readingEverybody(); // they are often exported one after the other
    SEREIN_TRY(const auto participant, vault.participant(order.participant));
    SEREIN_CHECK(checkRecordsMayBeUsed(*participant, order));
    return asOrdered(vault, actor, order, [&]() -> Result<ExportResult> {
        SEREIN_CHECK(vault.checkpoint(order.participant, actor));
        SEREIN_TRY(const Files files,
                   buildBundle(vault, order.participant, order.audience, order.formats, order.without, order.as));
        SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(files.value(manifestFile)));
        SEREIN_TRY(const Spools parts, inMemory(files));
        return deliver(vault, actor, order, participant->subject, manifest.bundle, parts);
    });
}

} // namespace serein::exporting
