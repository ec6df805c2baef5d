#pragma once
// Identifiers: UUIDv7 (RFC 9562), so that rows sort by time and no two devices collide.
#include <QDateTime>
#include <QString>
#include <QUuid>
#include <optional>
#include <random>

namespace serein {

/// Makes UUIDv7s. Random by default; seeded only for demonstrations and tests that must repeat.
class IdSource {
public:
    IdSource() = default;
    explicit IdSource(quint64 seed) : m_seeded(std::mt19937_64(seed)) {}
    [[nodiscard]] QUuid next(const QDateTime& now);

private:
    std::optional<std::mt19937_64> m_seeded;
};

/// Lower case, without braces.
[[nodiscard]] QString idText(const QUuid& id);

} // namespace serein
