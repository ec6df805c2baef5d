// Arbitrary bytes as a bundle's manifest, and, named by its own content, as one whose id fits; and as registered device
// keys.
#include "core/Json.h"
#include "exporting/DeviceKeys.h"
#include "exporting/Manifest.h"
#include "fuzz/MemoryFile.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace serein;
    static test::MemoryFile file;
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));

    auto manifest = exporting::Manifest::fromBytes(input);
    if (!manifest) { // once more with the id that its content has
        if (const auto json = parseJson(input); json && json->isObject()) {
            QJsonObject content = json->toObject();
            content.remove(QStringLiteral("bundle"));
            const QByteArray id = crypto::sha256(canonicalJson(content)).toHex().left(32);
            content.insert(QStringLiteral("bundle"), QString::fromLatin1(id));
            manifest = exporting::Manifest::fromBytes(canonicalJson(content));
        }
    }
    if (manifest) {
        const auto again = exporting::Manifest::fromBytes(manifest->toBytes());
        if (!again || again->checkpoint != manifest->checkpoint || again->files != manifest->files)
            __builtin_trap();
    }
    file.set(input);
    if (const auto keys = exporting::readDeviceKeys(file.path()))
        for (const exporting::DeviceKey& key : *keys)
            if (key.publicKey.size() != 32)
                __builtin_trap();
    return 0;
}
