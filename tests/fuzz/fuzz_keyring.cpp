// Arbitrary bytes as a keyring, and as what is sealed in one: read or refused with a place; nothing opens that was not
// sealed to the key at hand.
#include "account/Keyring.h"
#include "fuzz/MemoryFile.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace serein;
    static const QUuid vault(QStringLiteral("01937b2a-0000-7000-8000-000000000001"));
    static const crypto::KeyPair pair = crypto::newX25519();
    static const crypto::Secret secret(QByteArray(32, 'k'));
    static const QByteArray sealed = crypto::sealTo(pair.publicKey, secret, "context").value();
    static test::MemoryFile file;
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));

    file.set(input);
    if (const auto keyring = account::Keyring::read(file.path(), vault)) {
        for (const QString& name : keyring->names())
            (void)keyring->isCheaper(name, {});
    } else if (keyring.error().faults.isEmpty()) {
        __builtin_trap(); // a refusal that names no place
    }
    if (const auto opened = crypto::openFrom(pair.privateKey, input, "context"); opened && !opened->equals(secret))
        __builtin_trap();
    QByteArray changed = sealed;
    for (qsizetype at = 0; at + 1 < input.size(); at += 2)
        changed[static_cast<unsigned char>(input[at]) % changed.size()] = input[at + 1];
    if (const auto opened = crypto::openFrom(pair.privateKey, changed, "context"); opened && changed != sealed)
        __builtin_trap(); // a changed seal opened
    return 0;
}
