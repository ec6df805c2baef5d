#pragma once
// What files are made of: one participant's record, or everybody's one after the other.
#include "exporting/Definitions.h"

#include <functional>
#include <memory>
#include <vector>

namespace serein::exporting {

/// What one participant's files are made of. Refers to what its owner keeps.
struct Record {
    const ledger::ParticipantState& state;
    const Definitions& definitions;
    const QList<ledger::Event>& events;      ///< of the participant's stream, in order; ledger::Withheld where withheld
    QString audience;                        ///< blinded, full
    QStringList without = {};                ///< SDTM tables of staff's forms that are left out, by name
    QString language = QStringLiteral("en"); ///< of labels and of the report
    const ledger::ParticipantState* full = nullptr; ///< before a part was chosen; null: `state` is the whole
    QStringList instruments = {};                   ///< of the part; empty: all

    [[nodiscard]] const ledger::ParticipantState& whole() const { return full ? *full : state; }
};

/// One for a participant's bundle, all for the study's merged tables; in the order of their rows. Those of a study are
/// read one by one as they are gone through, and never in memory together: nothing of a record lasts longer than its
/// turn.
class Records {
public:
    using Read = std::function<Result<std::shared_ptr<const Record>>(std::size_t index)>;
    /// At least one. They last as long as this does.
    Records(std::initializer_list<Record> held);
    explicit Records(const std::vector<Record>& held);
    /// So many, at least one, each read when its turn comes. Fails as `read` does for the first. `folder`: where their
    /// rows may be spooled on their way into a file; empty: in memory.
    [[nodiscard]] static Result<Records> oneByOne(std::size_t count, Read read, QString folder = {});

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const Record& front() const { return *m_first; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// What files are dated and named by: the last event of all, so that the same data give the same bytes.
    [[nodiscard]] const ledger::Header& lastEvent() const;
    /// Whether every record that was gone to could be read: going on ends at the first that could not.
    [[nodiscard]] Result<void> readable() const;

    class Iterator {
    public:
        [[nodiscard]] const Record& operator*() const { return *m_record; }
        Iterator& operator++();
        [[nodiscard]] bool operator==(const Iterator& other) const { return m_index == other.m_index; }

    private:
        friend class Records;
        Iterator(const Records& records, std::size_t index) : m_records(records), m_index(index) { take(); }
        void take();
        const Records& m_records;
        std::size_t m_index;
        std::shared_ptr<const Record> m_record;
    };
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, m_count}; }

private:
    Records(std::size_t count, Read read) : m_count(count), m_read(std::move(read)) {}

    std::size_t m_count = 0;
    Read m_read;
    QString m_folder;
    std::shared_ptr<const Record> m_first;
    mutable std::optional<Error> m_fault;
    mutable std::optional<ledger::Header> m_last;
};

} // namespace serein::exporting
