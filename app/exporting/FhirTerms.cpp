#include "exporting/FhirTerms.h"

namespace serein::exporting {

namespace {

/// The least whole number that makes `value` whole: its denominator, by Euclid.
Decimal denominatorOf(const Decimal& value) {
    const Decimal rest = value - value.floored();
    if (rest.isZero())
        return 1;
    // p/q = rest; its denominator q is the numerator of 1/rest, which is 1/rest times that fraction's own denominator.
    const Decimal inverse = Decimal(1) / rest;
    return inverse * denominatorOf(inverse);
}

QString powerOfTen(int digits) {
    return u'1' + QString(digits, u'0');
}

} // namespace

QString fhirItemVariable(const QString& id) {
    return QString(id).replace(u'_', u'-');
}
QString fhirScoreVariable(const QString& id) {
    return QStringLiteral("score.") + QString(id).replace(u'_', u'-');
}
QString fhirReference(const QString& variable) {
    const bool plain = !variable.contains(u'-') && !variable.contains(u'.');
    return plain ? u'%' + variable : QStringLiteral("%`%1`").arg(variable);
}

QString fhirAnswerOf(const QString& item) {
    return QStringLiteral("%resource.item.where(linkId = '%1').answer").arg(item);
}

QString fhirExactly(const Decimal& value) {
    QString text = value.toString();
    if (Decimal::fromString(text) == value)
        return text;
    const Decimal below = denominatorOf(value);
    return QStringLiteral("%1/%2").arg((value * below).toString(), below.toString());
}

QString fhirTimes(const QString& of, const Decimal& factor) {
    const QStringList parts = fhirExactly(factor).split(u'/');
    QString path = of;
    if (parts.first() != QLatin1String("1"))
        path = QStringLiteral("%1 * %2").arg(path, parts.first().startsWith(u'-') ? u'(' + parts.first() + u')'
                                                                                  : parts.first());
    return parts.size() > 1 ? QStringLiteral("%1 / %2").arg(path, parts.last()) : path;
}

QString fhirLiteral(const Decimal& value) {
    const QString text = fhirExactly(value);
    return text.startsWith(u'-') || text.contains(u'/') ? u'(' + text + u')' : text;
}

QString fhirRoundedHalfUp(const QString& path, int digits, bool mayBeNegative) {
    const QString round = QStringLiteral("round(%1)").arg(digits);
    if (!mayBeNegative)
        return QStringLiteral("(%1).%2").arg(path, round);
    return QStringLiteral("(%1).select(iif($this < 0, -((-$this).%2), $this.%2))").arg(path, round);
}

QString fhirFloored(const QString& path, int digits) {
    if (digits == 0)
        return QStringLiteral("(%1).floor()").arg(path);
    return QStringLiteral("((%1) * %2).floor() / %2").arg(path, powerOfTen(digits));
}

} // namespace serein::exporting
