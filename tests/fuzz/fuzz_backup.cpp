// Arbitrary bytes as the manifest of a backup, as it stands in the seal: read or refused; what was read is signed over
// the same bytes again.
#include "core/Json.h"
#include "vault/BackupFile.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace serein;
    const auto json = parseJson(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!json)
        return 0;
    const auto manifest = vault::BackupManifest::fromJson(json->toObject());
    if (!manifest) {
        if (manifest.error().faults.isEmpty())
            __builtin_trap(); // a refusal that says nothing
        return 0;
    }
    const auto again = vault::BackupManifest::fromJson(manifest->toJson());
    if (!again || again->message() != manifest->message())
        __builtin_trap();
    return 0;
}
