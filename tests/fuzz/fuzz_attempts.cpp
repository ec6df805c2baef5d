// Arbitrary bytes as the count of refused passphrases, and, with a right MAC, as its content: whatever it says, a delay
// is between nothing and the longest, and a file without the MAC is told as changed.
#include "account/Attempts.h"
#include "core/Json.h"
#include "fuzz/MemoryFile.h"

#include <QJsonObject>
#include <cstddef>
#include <cstdint>

namespace {

void look(serein::account::Attempts attempts) {
    using namespace serein;
    static const QDateTime now = QDateTime::fromMSecsSinceEpoch(1795000000000, Qt::UTC);
    for (const char* const name : {"", "anna", "bo"})
        if (const auto wait = attempts.delay(QString::fromLatin1(name), now);
            wait && (wait->count() < 0 || *wait > account::Attempts::longestDelay))
            __builtin_trap();
    for (const account::RefusedPassphrases& refused : attempts.untold())
        (void)refused.name.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace serein;
    static const crypto::Secret device(QByteArray(32, 'd'));
    static const crypto::Secret key = crypto::hkdf(device.view(), {}, "serein-attempts"); // as Attempts derives it
    static test::MemoryFile file;
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));

    file.set(input);
    look(account::Attempts(file.path(), device));
    if (const auto json = parseJson(input); json && json->isObject()) {
        const QByteArray mac = crypto::hmacSha256(key, canonicalJson(json->toObject())).toHex();
        file.set(canonicalJson(QJsonObject{{QStringLiteral("content"), json->toObject()},
                                           {QStringLiteral("mac"), QString::fromLatin1(mac)}}));
        look(account::Attempts(file.path(), device));
    }
    return 0;
}
