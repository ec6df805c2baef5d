#pragma once
// Exact numbers for scoring: rationals without rounding error (GMP), rounded only where a published rule rounds.
#include <QJsonValue>
#include <QString>
#include <gmpxx.h>
#include <optional>

namespace serein {

class Decimal {
public:
    Decimal() = default;
    Decimal(int value) : m_value(value) {} // NOLINT(google-explicit-constructor): whole numbers are exact

    /// From "12", "-0.25" or "1/60"; nullopt for anything else (exponents included).
    [[nodiscard]] static std::optional<Decimal> fromString(const QString& text);
    /// From a JSON number, exact to the shortest decimal that reads back as the same double (0.1 is 1/10).
    [[nodiscard]] static std::optional<Decimal> fromJson(const QJsonValue& value);

    [[nodiscard]] bool isInteger() const { return m_value.get_den() == 1; }
    [[nodiscard]] bool isZero() const { return m_value == 0; }
    /// The nearest double, as the digits read: 0.1 gives 0.1.
    [[nodiscard]] double toDouble() const;
    /// Whole part for values known to be small whole numbers (choices, minutes, counts).
    [[nodiscard]] int toInt() const { return static_cast<int>(m_value.get_d()); }
    /// Rounded half away from zero ("half up" as the manuals mean it) to so many digits after the point.
    [[nodiscard]] Decimal roundedHalfUp(int digits = 0) const;
    [[nodiscard]] Decimal floored(int digits = 0) const;
    /// Shortest decimal text; a value without a finite one is rounded half up to six digits.
    [[nodiscard]] QString toString() const;
    /// A JSON number with at most six digits after the point, half up.
    [[nodiscard]] QJsonValue toJson() const;

    friend Decimal operator+(const Decimal& a, const Decimal& b) { return Decimal(mpq_class(a.m_value + b.m_value)); }
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return Decimal(mpq_class(a.m_value - b.m_value)); }
    friend Decimal operator*(const Decimal& a, const Decimal& b) { return Decimal(mpq_class(a.m_value * b.m_value)); }
    /// `b` must not be zero.
    friend Decimal operator/(const Decimal& a, const Decimal& b) { return Decimal(mpq_class(a.m_value / b.m_value)); }
    friend bool operator==(const Decimal& a, const Decimal& b) { return a.m_value == b.m_value; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        const int order = cmp(a.m_value, b.m_value);
        return order < 0   ? std::strong_ordering::less
               : order > 0 ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
    }

private:
    explicit Decimal(mpq_class value) : m_value(std::move(value)) {}
    mpq_class m_value;
};

} // namespace serein
