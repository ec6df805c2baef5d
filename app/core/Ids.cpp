#include "core/Ids.h"

#include <QRandomGenerator>
#include <QtEndian>
#include <array>

namespace serein {

QUuid IdSource::next(const QDateTime& now) {
    std::array<quint8, 16> bytes{};
    const auto random = [this] { return m_seeded ? (*m_seeded)() : QRandomGenerator::system()->generate64(); };
    qToBigEndian(static_cast<quint64>(now.toMSecsSinceEpoch()) << 16 | (random() & 0x0FFF) | 0x7000, bytes.data());
    qToBigEndian((random() & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL, bytes.data() + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes));
}

QString idText(const QUuid& id) {
    return id.toString(QUuid::WithoutBraces);
}

} // namespace serein
