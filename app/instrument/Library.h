#pragma once
// Reads and proves instrument definitions, text packs and cases. What the loader accepts is safe to show and to score.
#include "instrument/Instrument.h"
#include "instrument/Scoring.h"
#include "instrument/TextPack.h"

#include <QMap>

namespace serein::instrument {

/// JSON Schema, references, values, proven ranges, bands, cycles: every fault at once.
[[nodiscard]] Result<Instrument> parseInstrument(const QJsonValue& json, const QString& file = {});
/// The pack against its instrument: every item and choice has words; no control or bidirectional-override characters,
/// no markup.
[[nodiscard]] Result<TextPack> parseTextPack(const QJsonValue& json, const Instrument& instrument,
                                             const QString& file = {});
/// SHA-256 of the canonical JSON, lower-case hex: the name of a definition in vault and bundle.
/// (Callers hash with crypto; this room only gives the bytes.)
[[nodiscard]] QByteArray definitionBytes(const QJsonObject& json);

/// Checks `value` against one of the shipped JSON Schemas ("instrument", "text", "cases", "study"): all faults, with
/// pointers.
[[nodiscard]] QList<Fault> schemaFaults(const QString& schema, const QJsonValue& value, const QString& file);

struct Entry {
    Instrument instrument;
    QMap<QString, TextPack> packs; ///< by language
    QString folder;
};

/// A folder of instruments (one sub-folder each; folders without instrument.json are skipped).
class Library {
public:
    /// Where the shipped instruments are: SEREIN_INSTRUMENTS, else the source tree's or the installed folder.
    [[nodiscard]] static QString defaultFolder();
    /// Loads all; faults of every file together.
    [[nodiscard]] static Result<Library> load(const QString& folder);
    /// One instrument's folder.
    [[nodiscard]] static Result<Entry> loadEntry(const QString& folder);

    [[nodiscard]] QStringList ids() const { return m_entries.keys(); }
    [[nodiscard]] const Entry* entry(const QString& id) const;
    [[nodiscard]] const Instrument* instrument(const QString& id) const;
    [[nodiscard]] const TextPack* pack(const QString& id, const QString& language) const;
    void add(const Entry& entry);
    /// The site's own packs: every .json file of a folder and the folders in it. A pack takes the place of the shipped
    /// one in its language. Every fault at once, and then none is added.
    [[nodiscard]] Result<void> addPacks(const QString& folder);

private:
    QMap<QString, Entry> m_entries;
};

/// Runs cases.json of one folder (must exist): one fault a case and score that differs ("case 'all max': total is 26,
/// expected 27").
[[nodiscard]] Result<int> runCases(const Entry& entry);
/// Cases that have passed their schema.
[[nodiscard]] Result<int> runCases(const Instrument& instrument, const QJsonArray& cases, const QString& file);

} // namespace serein::instrument
