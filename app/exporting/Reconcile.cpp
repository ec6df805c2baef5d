#include "exporting/Reconcile.h"

#include "exporting/Fhir.h"
#include "exporting/Tables.h"
#include "instrument/Scoring.h"

namespace serein::exporting {

namespace {

using Reader = Result<Sayings> (*)(const Record& record, const QByteArray& bytes);

/// A new format adds its reader here.
const QList<std::pair<QString, Reader>>& readers() {
    static const QList<std::pair<QString, Reader>> all{
        {answersFile, saidInAnswers},
        {wideFile, saidInWide},
        {QStringLiteral("redcap/import.csv"), saidInRedcap},
        {QStringLiteral("wide.sav"), saidInSav},
        {QStringLiteral("wide.dta"), saidInDta},
        {fhirFile, saidInFhir},
    };
    return all;
}

Result<void> compare(const Sayings& slice, const Sayings& file, const QString& name) {
    for (auto it = slice.begin(); it != slice.end(); ++it) {
        const auto found = file.constFind(it.key());
        if (found == file.constEnd()) {
            if (it->value.isEmpty())
                continue; // a format may leave out what has no value
            return wrong(QStringLiteral("%1: it is missing, and the ledger slice has it").arg(it.key()), {}, name);
        }
        if (found->value != it->value)
            return wrong(QStringLiteral("%1: its value is not the one of the ledger slice").arg(it.key()), {}, name);
        if (!found->state.isEmpty() && found->state != it->state)
            return wrong(QStringLiteral("%1: why it has no value is not what the ledger slice says").arg(it.key()), {},
                         name);
    }
    for (auto it = file.begin(); it != file.end(); ++it)
        if (!slice.contains(it.key()) && !it->value.isEmpty())
            return wrong(QStringLiteral("%1: the ledger slice has nothing of the kind").arg(it.key()), {}, name);
    return {};
}

} // namespace

QString sayingKey(const ledger::AssessmentKey& key, bool isScore, const QString& id) {
    return QStringLiteral("%1 %2 %3")
        .arg(key.toString(), isScore ? QStringLiteral("score") : QStringLiteral("item"), id);
}

QString sayingValue(const instrument::Item* item, const QString& text) {
    if (item && item->type == instrument::ItemType::DateTime) {
        const auto instant = parseInstant(text);
        return instant ? instantText(instant->toUTC()) : text;
    }
    if (item && item->type == instrument::ItemType::Text)
        return text;
    const auto number = Decimal::fromString(text);
    return number ? number->toString() : text;
}

Result<Sayings> saidBySlice(const Record& record) {
    Sayings all;
    for (const ledger::AssessmentState& assessment : record.state.assessments) {
        const instrument::Instrument& instrument = record.definitions.instrument(assessment);
        SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
        const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
        for (const instrument::Item& item : instrument.items) {
            if (!item.asks())
                continue;
            const ItemState state = itemState(item, answers.value(item.id), shown.contains(item.id),
                                              !assessment.notReached.contains(item.id));
            all.insert(sayingKey(assessment.key, false, item.id), {sayingValue(&item, state.value.text), state.state});
        }
        for (auto it = assessment.scores.begin(); it != assessment.scores.end(); ++it)
            all.insert(sayingKey(assessment.key, true, it.key()), {scoreCell(it->toObject()).text, {}});
    }
    return all;
}

Result<Reconciled> reconcile(const Record& record, const Files& files) {
    SEREIN_TRY(const Sayings slice, saidBySlice(record));
    Reconciled done;
    for (const auto& [name, read] : readers()) {
        const auto found = files.constFind(name);
        if (found == files.constEnd())
            continue;
        const auto said = read(record, *found);
        if (!said)
            return std::unexpected(said.error().in(name));
        SEREIN_CHECK(compare(slice, *said, name));
        ++done.files;
        done.values += static_cast<int>(slice.size());
    }
    return done;
}

} // namespace serein::exporting
