#include "exporting/Reconcile.h"

namespace serein::exporting {

namespace {

constexpr int mostNamed = 50; ///< of one file's differences

class Comparison {
public:
    Comparison(const Dues& slice, const Reading& reading) : m_slice(slice), m_reading(reading) {}

    [[nodiscard]] QList<Difference> run() {
        for (auto it = m_slice.begin(); it != m_slice.end(); ++it)
            compare(it.key(), *it);
        for (auto it = m_reading.said.begin(); it != m_reading.said.end(); ++it)
            if (!m_slice.contains(it.key()) && !(m_reading.isWide && it->value.isEmpty()))
                add(it.key(), "the ledger slice has nothing of the kind", {}, *it);
        return m_differences;
    }

private:
    void compare(const QString& place, const Due& due) {
        const Said said = m_reading.held ? m_reading.held(due.said) : due.said;
        const auto found = m_reading.said.constFind(place);
        if (found == m_reading.said.constEnd()) {
            if (m_reading.mustSay(due))
                add(place, "it is missing, and the ledger slice has it", said, {});
            return;
        }
        if (!isSame(found->value, said.value))
            add(place, "its value is not the one of the ledger slice", said, *found);
        else if (!isSame(found->state, said.state))
            add(place, "why it has no value is not what the ledger slice says", said, *found);
        else if (!isSame(found->reason, said.reason))
            add(place,
                due.kind == Due::Kind::Score ? "its band is not the one of the ledger slice"
                                             : "why it was declined is not what the ledger slice says",
                said, *found);
        else if (!isSame(found->words, said.words) || !isSame(found->original, said.original))
            add(place, "its words are not those of the ledger slice", said, *found);
        else if (!isSame(found->number, said.number))
            add(place, "its number is not its value", said, *found);
    }
    /// What isn't said is.
    static bool isSame(const std::optional<QString>& found, const std::optional<QString>& due) {
        return !found || !due || *found == *due;
    }
    void add(const QString& place, const char* what, const Said& slice, const Said& found) {
        m_differences.append({m_reading.file, place, QString::fromLatin1(what), slice, found});
    }

    const Dues& m_slice;
    const Reading& m_reading;
    QList<Difference> m_differences;
};

/// Each goes on until it finds something that it can't read; the others then still go on.
class Readers {
public:
    Readers(const Records& records, const Everybody& all, const Files& files) {
        // A new format adds its reader here.
        for (const auto make : {tablesReader, statReader, fhirReader, odmReader, sdtmReader}) {
            One one{make()};
            one.went = one.reader->open(records, all, files);
            m_readers.push_back(std::move(one));
        }
    }
    [[nodiscard]] Result<void> compare(const Record& record) {
        SEREIN_TRY(const Dues slice, saidBySlice({record}));
        for (One& one : m_readers) {
            if (!one.went)
                continue;
            const auto readings = one.reader->of(record);
            if (!readings) {
                one.went = std::unexpected(readings.error());
                continue;
            }
            for (const Reading& reading : *readings) {
                one.differences += Comparison(slice, reading).run();
                m_values += static_cast<int>(reading.said.size());
                m_files.insert(reading.file);
            }
        }
        return {};
    }
    /// The first of their faults, or everything that differs.
    [[nodiscard]] Result<Reconciled> end() {
        Reconciled done;
        for (One& one : m_readers) {
            SEREIN_CHECK(one.went);
            SEREIN_CHECK(one.reader->end());
            done.differences += one.differences;
        }
        done.files = static_cast<int>(m_files.size());
        done.values = m_values;
        return done;
    }

private:
    struct One {
        std::unique_ptr<BackReader> reader;
        Result<void> went = {};
        QList<Difference> differences = {};
    };
    std::vector<One> m_readers;
    QSet<QString> m_files;
    int m_values = 0;
};

} // namespace

Result<void> say(Sayings& said, const QString& key, const Said& one) {
    if (said.contains(key))
        return wrong(QStringLiteral("%1: it stands there twice").arg(key));
    said.insert(key, one);
    return {};
}

Said unpadded(Said said) {
    const auto strip = [](QString& text) {
        while (text.endsWith(u' '))
            text.chop(1);
    };
    strip(said.value);
    for (std::optional<QString>* text : {&said.reason, &said.words, &said.original})
        if (*text)
            strip(**text);
    return said;
}

const instrument::Item* itemIn(const Record& record, const ledger::AssessmentKey& key, const QString& id) {
    const ledger::AssessmentState* assessment = record.state.assessment(key);
    return assessment ? record.definitions.instrument(*assessment).item(id) : nullptr;
}

Result<Reconciled> compareAll(const Records& records, const Files& files) {
    Everybody all;
    for (const Record& record : records)
        all.add(record);
    SEREIN_CHECK(records.readable());
    Readers readers(records, all, files);
    for (const Record& record : records)
        SEREIN_CHECK(readers.compare(record));
    SEREIN_CHECK(records.readable());
    return readers.end();
}

Result<Reconciled> reconcile(const Records& records, const Files& files) {
    SEREIN_TRY(Reconciled done, compareAll(records, files));
    QList<Fault> faults;
    QMap<QString, int> ofFile;
    for (const Difference& one : std::as_const(done.differences))
        if (++ofFile[one.file] <= mostNamed)
            faults.append({one.file, {}, QStringLiteral("%1: %2").arg(one.place, one.what)});
    for (auto it = ofFile.begin(); it != ofFile.end(); ++it)
        if (*it > mostNamed)
            faults.append({it.key(), {}, QStringLiteral("and %1 more").arg(*it - mostNamed)});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults});
    return done;
}

} // namespace serein::exporting
