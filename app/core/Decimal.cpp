#include "core/Decimal.h"

#include <QRegularExpression>
#include <cmath>
#include <limits>

namespace serein {

namespace {

mpz_class powerOfTen(int digits) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(digits));
    return power;
}

mpz_class floorOf(const mpq_class& value) {
    mpz_class whole;
    mpz_fdiv_q(whole.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
    return whole;
}

} // namespace

std::optional<Decimal> Decimal::fromString(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral(R"(^(-?)(\d{1,18})(?:\.(\d{1,18})|/(\d{1,18}))?\z)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(3);
    const QString denominator = match.captured(4);
    mpq_class value(mpz_class((match.captured(2) + fraction).toStdString(), 10));
    if (!fraction.isEmpty())
        value /= powerOfTen(static_cast<int>(fraction.size()));
    if (!denominator.isEmpty()) {
        const mpz_class divisor(denominator.toStdString(), 10);
        if (divisor == 0)
            return std::nullopt;
        value /= divisor;
    }
    value.canonicalize();
    if (!match.captured(1).isEmpty())
        value = -value;
    return Decimal(std::move(value));
}

std::optional<Decimal> Decimal::fromJson(const QJsonValue& value) {
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!(number > -1e15 && number < 1e15))
        return std::nullopt;
    return fromString(QString::number(number, 'f', QLocale::FloatingPointShortest));
}

Decimal Decimal::roundedHalfUp(int digits) const {
    const mpz_class power = powerOfTen(digits);
    const mpq_class magnitude = abs(m_value) * power + mpq_class(1, 2);
    mpq_class rounded(floorOf(magnitude), power);
    rounded.canonicalize();
    return Decimal(sgn(m_value) < 0 ? mpq_class(-rounded) : rounded);
}

Decimal Decimal::floored(int digits) const {
    const mpz_class power = powerOfTen(digits);
    mpq_class floor(floorOf(m_value * power), power);
    floor.canonicalize();
    return Decimal(std::move(floor));
}

double Decimal::toDouble() const {
    const double cut = m_value.get_d(); // GMP rounds towards zero
    const double next = std::nextafter(cut, sgn(m_value) * std::numeric_limits<double>::infinity());
    if (sgn(m_value) == 0 || !std::isfinite(next))
        return cut;
    const int nearer = cmp(abs(m_value - mpq_class(cut)), abs(mpq_class(next) - m_value));
    const double mantissa = std::scalbn(cut, std::numeric_limits<double>::digits - 1 - std::ilogb(cut));
    const bool isEven = std::fmod(mantissa, 2) == 0;
    return nearer < 0 || (nearer == 0 && isEven) ? cut : next;
}

QString Decimal::toString() const {
    mpz_class rest = m_value.get_den();
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; ++twos)
        rest /= 2;
    for (; rest % 5 == 0; ++fives)
        rest /= 5;
    if (rest != 1)
        return roundedHalfUp(6).toString();
    const int digits = std::max(twos, fives);
    const mpq_class scaled = abs(m_value) * powerOfTen(digits);
    QString text = QString::fromStdString(scaled.get_num().get_str()).rightJustified(digits + 1, u'0');
    if (digits > 0)
        text.insert(text.size() - digits, u'.');
    return sgn(m_value) < 0 ? u'-' + text : text;
}

QJsonValue Decimal::toJson() const {
    const Decimal rounded = roundedHalfUp(6);
    if (rounded.isInteger())
        return QJsonValue(static_cast<qint64>(rounded.m_value.get_num().get_si()));
    return QJsonValue(rounded.toString().toDouble());
}

} // namespace serein
