#include "exporting/Records.h"

namespace serein::exporting {

Records::Records(std::initializer_list<Record> held) : Records(std::vector<Record>(held)) {}

Records::Records(const std::vector<Record>& held) : m_count(held.size()) {
    std::vector<std::shared_ptr<const Record>> all;
    all.reserve(held.size());
    for (const Record& one : held)
        all.push_back(std::make_shared<const Record>(one));
    m_first = all.front();
    m_read = [all = std::move(all)](std::size_t index) { return Result<std::shared_ptr<const Record>>(all[index]); };
}

Result<Records> Records::oneByOne(std::size_t count, Read read, QString folder) {
    Records records(count, std::move(read));
    records.m_folder = std::move(folder);
    SEREIN_TRY(records.m_first, records.m_read(0));
    return records;
}

const ledger::Header& Records::lastEvent() const {
    if (m_last)
        return *m_last;
    std::optional<ledger::Header> last;
    for (const Record& record : *this)
        if (const ledger::Header& header = record.events.constLast().header; !last || last->order < header.order)
            last = header;
    m_last = last;
    return *m_last;
}

Result<void> Records::readable() const {
    return m_fault ? Result<void>(std::unexpected(*m_fault)) : Result<void>();
}

Records::Iterator& Records::Iterator::operator++() {
    ++m_index;
    take();
    return *this;
}

void Records::Iterator::take() {
    m_record.reset(); // before the next: never two at once
    if (m_index >= m_records.m_count)
        return;
    auto read = m_index == 0 ? Result<std::shared_ptr<const Record>>(m_records.m_first) : m_records.m_read(m_index);
    if (!read) {
        m_records.m_fault = read.error();
        m_index = m_records.m_count;
        return;
    }
    m_record = *std::move(read);
}

} // namespace serein::exporting
