// Arbitrary bytes as a bundle's slice of the ledger: read, followed and folded, or refused with the line.
#include "exporting/Slice.h"
#include "ledger/Chain.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace serein;
    const auto events =
        exporting::readSlice(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!events) {
        if (events.error().faults.isEmpty())
            __builtin_trap(); // a refusal that names no place
        return 0;
    }
    QByteArray again;
    QString stream;
    for (const exporting::SliceEvent& event : *events) {
        again += exporting::lineOf(event);
        if (const auto header = ledger::Header::fromBytes(event.stored.header); header && stream.isEmpty())
            stream = header->stream;
    }
    if (const auto read = exporting::readSlice(again); !read || read->size() != events->size())
        __builtin_trap(); // what was read can be written
    if (const auto opened = exporting::openSlice(*events, stream))
        (void)exporting::folded(*opened);
    return 0;
}
