#include "exporting/Reconcile.h"

namespace serein::exporting {

namespace {

using BackReader = Result<QList<Reading>> (*)(const Records& records, const Files& files);

/// A new format adds its reader here.
constexpr BackReader backReaders[]{readTablesBack, readStatBack, readFhirBack, readOdmBack, readSdtmBack};

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

const Record* recordOf(const Records& records, const QString& subject) {
    for (const Record& record : records)
        if (record.state.subject == subject)
            return &record;
    return nullptr;
}

const instrument::Item* itemIn(const Record& record, const ledger::AssessmentKey& key, const QString& id) {
    const ledger::AssessmentState* assessment = record.state.assessment(key);
    return assessment ? record.definitions.instrument(*assessment).item(id) : nullptr;
}

Result<Reconciled> compareAll(const Records& records, const Files& files) {
    SEREIN_TRY(const Dues slice, saidBySlice(records));
    Reconciled done;
    for (const BackReader read : backReaders) {
        SEREIN_TRY(const QList<Reading> readings, read(records, files));
        for (const Reading& reading : readings) {
            done.differences += Comparison(slice, reading).run();
            done.values += static_cast<int>(reading.said.size());
            ++done.files;
        }
    }
    return done;
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
