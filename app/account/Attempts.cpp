#include "account/Attempts.h"

#include "core/Json.h"

#include <QFile>
#include <QJsonObject>

namespace serein::account {

Attempts::Attempts(QString path, const crypto::Secret& deviceSecret)
    : m_path(std::move(path)), m_key(crypto::hkdf(deviceSecret.view(), {}, "serein-attempts")) {
    if (!QFile::exists(m_path))
        return;
    const auto value = readJson(m_path);
    const QJsonObject json = value ? value->toObject() : QJsonObject();
    const QJsonObject content = json.value(QStringLiteral("content")).toObject();
    const QByteArray mac = crypto::hmacSha256(m_key, canonicalJson(content)).toHex();
    m_tampered = mac != json.value(QStringLiteral("mac")).toString().toLatin1();
    m_unreported = content.value(QStringLiteral("unreported")).toInt();
    const QJsonObject counts = content.value(QStringLiteral("counts")).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        m_counts.insert(it.key(), {it->toObject().value(QStringLiteral("failures")).toInt(),
                                   it->toObject().value(QStringLiteral("last")).toInteger()});
    if (m_tampered)
        m_unreported += 1; // a changed file is an attempt, and is told at the next unlock
}

std::chrono::seconds Attempts::delay(const QString& name, const QDateTime& now) const {
    const Count count = m_counts.value(name);
    if (count.failures < freeTries)
        return std::chrono::seconds::zero();
    const int doublings = std::min(count.failures - freeTries, 10);
    const auto wait = std::min(std::chrono::seconds(1LL << doublings) * 2, longestDelay);
    const auto passed = std::chrono::milliseconds(std::max<qint64>(0, now.toMSecsSinceEpoch() - count.lastMs));
    return std::max(std::chrono::seconds::zero(), std::chrono::ceil<std::chrono::seconds>(wait - passed));
}

Result<void> Attempts::failed(const QString& name, const QDateTime& now) {
    Count& count = m_counts[name];
    count.failures += 1;
    count.lastMs = std::max(count.lastMs, now.toMSecsSinceEpoch());
    m_unreported += 1;
    return write();
}

Result<int> Attempts::succeeded(const QString& name) {
    const int failures = m_unreported;
    if (failures == 0 && !m_counts.contains(name))
        return 0;
    m_counts.remove(name);
    m_unreported = 0;
    SEREIN_CHECK(write());
    return failures;
}

Result<void> Attempts::write() const {
    QJsonObject counts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        counts.insert(it.key(),
                      QJsonObject{{QStringLiteral("failures"), it->failures}, {QStringLiteral("last"), it->lastMs}});
    const QJsonObject content{{QStringLiteral("counts"), counts}, {QStringLiteral("unreported"), m_unreported}};
    return writeFile(
        m_path,
        canonicalJson(QJsonObject{
            {QStringLiteral("content"), content},
            {QStringLiteral("mac"), QString::fromLatin1(crypto::hmacSha256(m_key, canonicalJson(content)).toHex())}}),
        true);
}

} // namespace serein::account
