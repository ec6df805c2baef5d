// Event headers, bodies and answers from arbitrary bytes: refused or read, never a crash.
#include "core/Json.h"
#include "ledger/Chain.h"

#include <QJsonObject>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto header = serein::ledger::Header::fromBytes(bytes)) {
        // What was read is written the same way again, or was not in the one form that hashes are taken over.
        const auto again = serein::ledger::Header::fromBytes(header->toBytes());
        if (!again || again->toBytes() != header->toBytes())
            __builtin_trap();
        [[maybe_unused]] const auto fact = serein::ledger::factFrom(header->kind, {});
    }
    const qsizetype newline = bytes.indexOf('\n');
    if (newline > 0)
        if (const auto body = serein::parseJson(bytes.mid(newline + 1))) [[maybe_unused]]
            const auto fact = serein::ledger::factFrom(QString::fromUtf8(bytes.left(newline)), body->toObject());
    serein::ledger::Chain chain(QUuid(), serein::ledger::deviceStream);
    [[maybe_unused]] const auto followed = chain.follow({bytes, bytes, serein::ledger::hashOf(bytes, bytes)});
    return 0;
}
