#include "exporting/Definitions.h"

#include "core/Json.h"
#include "crypto/Crypto.h"
#include "study/Reader.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace serein::exporting {

namespace {

QString fileOf(const QString& hash) {
    return QStringLiteral("definitions/%1.json").arg(hash);
}

/// One definition as it was read from its bytes.
struct Parsed {
    QByteArray bytes;
    QJsonObject json;
    std::optional<study::Study> study;
    std::optional<instrument::Instrument> instrument;
    /// Of a pack, by its instrument's hash; none: it does not fit.
    QMap<QString, std::optional<instrument::TextPack>> words;
};

/// Everybody's definitions are the same few, and to prove one against its schema takes longer than the rest of a small
/// record: what was read stays read, by hash.
std::map<QString, Parsed>& readBefore() {
    static thread_local std::map<QString, Parsed> all;
    return all;
}

Result<Parsed*> stored(const StoredDefinitions& all, const QString& hash) {
    const auto found = all.constFind(hash);
    if (found == all.constEnd())
        return wrong(QStringLiteral("the definition is missing"), {}, fileOf(hash));
    const auto known = readBefore().find(hash);
    if (known != readBefore().end() && known->second.bytes == *found)
        return &known->second;
    if (QString::fromLatin1(crypto::sha256(*found).toHex()) != hash)
        return wrong(QStringLiteral("its bytes do not match its name"), {}, fileOf(hash));
    SEREIN_TRY(const QJsonValue json, parseJson(*found, fileOf(hash)));
    return &(readBefore()[hash] = {*found, json.toObject(), {}, {}, {}});
}

bool isOf(const Parsed& definition, const char* schema) {
    return definition.json.value(QLatin1String("schema")).toString().startsWith(QLatin1String(schema));
}

/// Position in the study's order of asking; what the study no longer names comes last.
qsizetype place(const QStringList& order, const QString& id) {
    const qsizetype index = order.indexOf(id);
    return index < 0 ? order.size() : index;
}

QStringList timepointIds(const study::Study& study) {
    QStringList ids;
    for (const study::Timepoint& timepoint : study.timepoints)
        ids += timepoint.id;
    return ids;
}

Result<study::Study> readStudy(const StoredDefinitions& all, const QString& hash) {
    SEREIN_TRY(Parsed* const definition, stored(all, hash));
    if (definition->study)
        return *definition->study;
    // It was proven against its whole library when it was adopted; here only the instruments in use are at hand.
    Faults faults(fileOf(hash), instrument::schemaFaults(QStringLiteral("study"), definition->json, fileOf(hash)));
    study::Study read = study::readStudy(definition->json, faults);
    if (!faults.all().isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults.all()});
    definition->study = read;
    return read;
}

Result<instrument::Instrument> readInstrument(Parsed& definition, const QString& hash) {
    if (!definition.instrument) {
        SEREIN_TRY(definition.instrument, instrument::parseInstrument(definition.json, fileOf(hash)));
    }
    return *definition.instrument;
}

/// None: it does not fit.
const std::optional<instrument::TextPack>& readWords(Parsed& pack, const QString& hash, const QString& instrumentHash,
                                                     const instrument::Instrument& instrument) {
    const auto known = pack.words.constFind(instrumentHash);
    if (known != pack.words.constEnd())
        return *known;
    auto read = instrument::parseTextPack(pack.json, instrument, fileOf(hash));
    return *pack.words.insert(instrumentHash, read ? std::optional(*std::move(read)) : std::nullopt);
}

} // namespace

Result<void> Definitions::readStudies(const StoredDefinitions& all, const ledger::ParticipantState& state) {
    SEREIN_TRY(m_study, readStudy(all, state.study));
    m_studies.insert(state.study, m_study);
    QStringList hashes;
    for (const ledger::AssessmentState& assessment : state.assessments)
        hashes += assessment.study;
    for (const ledger::VoidedState& voided : state.voided)
        hashes += voided.assessment.study;
    for (const ledger::MissedState& missed : state.missed)
        hashes += missed.study;
    for (const QString& hash : std::as_const(hashes)) {
        if (hash.isEmpty() || m_studies.contains(hash))
            continue;
        SEREIN_TRY(const study::Study earlier, readStudy(all, hash));
        m_studies.insert(hash, earlier);
    }
    return {};
}

Result<void> Definitions::readInstruments(const StoredDefinitions& all, const ledger::ParticipantState& state) {
    QStringList hashes;
    for (const ledger::AssessmentState& assessment : state.assessments)
        hashes += assessment.definition;
    for (auto it = all.begin(); it != all.end(); ++it) {
        SEREIN_TRY(const Parsed* const definition, stored(all, it.key()));
        if (isOf(*definition, "serein-instrument/"))
            hashes += it.key();
    }
    for (const QString& hash : std::as_const(hashes)) {
        if (m_instruments.contains(hash))
            continue;
        SEREIN_TRY(Parsed* const definition, stored(all, hash));
        SEREIN_TRY(const instrument::Instrument parsed, readInstrument(*definition, hash));
        m_instruments.insert(hash, parsed);
    }
    return {};
}

Result<void> Definitions::readPacks(const StoredDefinitions& all, const ledger::ParticipantState& state) {
    for (auto it = all.begin(); it != all.end(); ++it) {
        SEREIN_TRY(Parsed* const definition, stored(all, it.key()));
        if (!isOf(*definition, "serein-text/"))
            continue;
        const QString instrument = definition->json.value(QLatin1String("instrument")).toString();
        for (auto entry = m_instruments.begin(); entry != m_instruments.end(); ++entry)
            if (entry->id == instrument)
                if (const auto& pack = readWords(*definition, it.key(), entry.key(), *entry))
                    m_packs.insert({entry.key(), it.key()}, *pack);
    }
    for (const ledger::AssessmentState& assessment : state.assessments)
        m_packsInUse.insert(assessment.pack);
    for (const ledger::AssessmentState& assessment : state.assessments)
        if (!assessment.pack.isEmpty() && !pack(assessment))
            return wrong(QStringLiteral("the text pack is missing or does not fit its instrument"), {},
                         fileOf(assessment.pack));
    return {};
}

void Definitions::order(const ledger::ParticipantState& state) {
    QStringList asked;
    for (const study::Timepoint& timepoint : m_study.timepoints)
        for (const QString& id : timepoint.battery)
            if (!asked.contains(id))
                asked += id;
    QList<const ledger::AssessmentState*> assessments = inStudyOrder(state, m_study);
    std::ranges::stable_sort(assessments, {}, [&](const ledger::AssessmentState* assessment) {
        return std::tuple(place(asked, assessment->key.instrument), assessment->key.instrument, assessment->openedAt);
    });
    for (const ledger::AssessmentState* assessment : std::as_const(assessments))
        if (!m_inUse.contains(assessment->definition))
            m_inUse += assessment->definition;
}

Result<Definitions> Definitions::read(const StoredDefinitions& all, const ledger::ParticipantState& state) {
    constexpr std::size_t mostRemembered = 1000;
    if (readBefore().size() > mostRemembered)
        readBefore().clear();
    Definitions read;
    SEREIN_CHECK(read.readStudies(all, state));
    SEREIN_CHECK(read.readInstruments(all, state));
    SEREIN_CHECK(read.readPacks(all, state));
    read.order(state);
    return read;
}

const instrument::Instrument& Definitions::instrument(const ledger::AssessmentState& assessment) const {
    return byHash(assessment.definition);
}

const instrument::TextPack* Definitions::pack(const ledger::AssessmentState& assessment) const {
    const auto found = m_packs.constFind({assessment.definition, assessment.pack});
    return found == m_packs.constEnd() ? nullptr : &*found;
}

QStringList Definitions::all() const {
    QStringList rest;
    for (const QString& hash : m_instruments.keys())
        if (!m_inUse.contains(hash))
            rest += hash;
    std::ranges::stable_sort(
        rest, {}, [this](const QString& hash) { return std::tuple(byHash(hash).id, byHash(hash).version, hash); });
    return m_inUse + rest;
}

QString Definitions::latest(const QString& id) const {
    QString found;
    for (const QString& hash : all()) {
        const bool isBegun = m_inUse.contains(hash);
        if (byHash(hash).id == id && (isBegun || found.isEmpty()))
            found = hash;
    }
    return found;
}

QList<const instrument::TextPack*> Definitions::packsOf(const QString& hash) const {
    QList<const instrument::TextPack*> packs;
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it)
        if (it.key().first == hash)
            packs += &*it;
    std::ranges::stable_sort(packs, {}, [](const instrument::TextPack* pack) { return pack->language; });
    return packs;
}

QMap<QString, QString> Definitions::packHashes(const QString& hash) const {
    QMap<QString, QString> hashes;
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it)
        if (it.key().first == hash && (!hashes.contains(it->language) || m_packsInUse.contains(it.key().second)))
            hashes.insert(it->language, it.key().second);
    return hashes;
}

const instrument::TextPack* Definitions::englishWords(const QString& hash) const {
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it)
        if (it.key().first == hash && it->language == QLatin1String("en"))
            return &*it;
    return nullptr;
}

QList<const ledger::AssessmentState*> inStudyOrder(const ledger::ParticipantState& state, const study::Study& study) {
    QList<const ledger::AssessmentState*> ordered;
    for (const ledger::AssessmentState& assessment : state.assessments)
        ordered += &assessment;
    const QStringList timepoints = timepointIds(study);
    std::ranges::stable_sort(ordered, {}, [&](const ledger::AssessmentState* assessment) {
        const ledger::AssessmentKey& key = assessment->key;
        const study::Timepoint* timepoint = study.timepoint(key.timepoint);
        return std::tuple(place(timepoints, key.timepoint), key.timepoint, key.sequence,
                          place(timepoint ? timepoint->battery : QStringList(), key.instrument), key.instrument);
    });
    return ordered;
}

Result<instrument::Answers> answersOf(const ledger::AssessmentState& assessment,
                                      const instrument::Instrument& instrument) {
    instrument::Answers answers;
    for (auto it = assessment.answers.begin(); it != assessment.answers.end(); ++it) {
        const instrument::Item* item = instrument.item(it.key());
        if (!item)
            return wrong(QStringLiteral("%1: the definition has no item %2").arg(assessment.key.toString(), it.key()));
        const auto answer = instrument::answerFromJson(*item, it->value);
        if (!answer)
            return wrong(QStringLiteral("%1: the answer to %2 does not fit its definition: %3")
                             .arg(assessment.key.toString(), it.key(), answer.error().faults.constFirst().reason));
        answers.insert(it.key(), *answer);
    }
    return answers;
}

} // namespace serein::exporting
