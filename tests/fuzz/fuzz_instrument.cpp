// Arbitrary bytes as an instrument's file: the loader answers with a definition or with faults, never otherwise.
#include "core/Json.h"
#include "instrument/Library.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto json = serein::parseJson(bytes, QStringLiteral("instrument.json"));
    if (!json)
        return 0;
    const auto instrument = serein::instrument::parseInstrument(*json, QStringLiteral("instrument.json"));
    if (!instrument && instrument.error().faults.isEmpty())
        __builtin_trap(); // a refusal that names no place
    return 0;
}
