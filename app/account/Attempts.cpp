#include "account/Attempts.h"

#include "core/Json.h"

#include <QFile>
#include <QJsonObject>

namespace serein::account {

namespace {

constexpr qint64 unknown = 253402300799000; // later than any clock: counts from when it is looked at
constexpr int mostDoublings = 8;            // 2 s doubled so often is beyond the longest delay

QDateTime momentOf(const QJsonValue& value) {
    return QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
}

} // namespace

Attempts::Attempts(QString path, const crypto::Secret& deviceSecret)
    : m_path(std::move(path)), m_key(crypto::hkdf(deviceSecret.view(), {}, "serein-attempts")) {
    const auto value = readJson(m_path);
    const QJsonObject json = value ? value->toObject() : QJsonObject();
    const QJsonObject content = json.value(QStringLiteral("content")).toObject();
    const QByteArray mac = crypto::hmacSha256(m_key, canonicalJson(content)).toHex();
    if (mac != json.value(QStringLiteral("mac")).toString().toLatin1()) {
        m_changed = true;
        m_floor = {freeTries + mostDoublings, unknown};
        return;
    }
    m_changed = content.value(QStringLiteral("changed")).toBool();
    m_floor = {content.value(QStringLiteral("floor")).toInt(), content.value(QStringLiteral("floorAt")).toInteger()};
    const QJsonObject counts = content.value(QStringLiteral("counts")).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const QJsonObject count = it->toObject();
        m_counts.insert(it.key(), {count.value(QStringLiteral("failures")).toInt(),
                                   count.value(QStringLiteral("last")).toInteger()});
    }
    const QJsonObject untold = content.value(QStringLiteral("untold")).toObject();
    for (auto it = untold.begin(); it != untold.end(); ++it) {
        const QJsonObject refused = it->toObject();
        m_untold.insert(it.key(), {it.key(), refused.value(QStringLiteral("times")).toInt(),
                                   momentOf(refused.value(QStringLiteral("first"))),
                                   momentOf(refused.value(QStringLiteral("last")))});
    }
}

Attempts::Count Attempts::countOf(const QString& name) const {
    const Count own = m_counts.value(name);
    return own.failures < m_floor.failures ? m_floor : own;
}

Result<std::chrono::seconds> Attempts::delay(const QString& name, const QDateTime& now) {
    const qint64 nowMs = now.toMSecsSinceEpoch();
    Count count = countOf(name);
    if (count.failures < freeTries)
        return std::chrono::seconds::zero();
    if (nowMs < count.lastMs) { // kept: the wait that begins now is to end
        count.lastMs = nowMs;
        if (m_counts.contains(name))
            m_counts[name].lastMs = std::min(m_counts[name].lastMs, nowMs);
        m_floor.lastMs = std::min(m_floor.lastMs, nowMs);
        SEREIN_CHECK(write());
    }
    const int doublings = std::min(count.failures - freeTries, mostDoublings);
    const auto wait = std::min(std::chrono::seconds(1LL << doublings) * 2, longestDelay);
    const qint64 longest = std::chrono::milliseconds(longestDelay).count();
    const std::chrono::milliseconds passed(count.lastMs < nowMs - longest ? longest : nowMs - count.lastMs);
    return std::max(std::chrono::seconds::zero(), std::chrono::ceil<std::chrono::seconds>(wait - passed));
}

Result<void> Attempts::begin(const QString& name, const QDateTime& now) {
    m_counts.insert(name, {countOf(name).failures + 1, now.toMSecsSinceEpoch()});
    return write();
}

Result<void> Attempts::refused(const QString& name, const QDateTime& now) {
    RefusedPassphrases& untold = m_untold[name];
    if (untold.times == 0)
        untold = {name, 0, now, now};
    untold.times += 1;
    untold.last = now;
    return write();
}

Result<void> Attempts::succeeded(const QString& name) {
    m_counts.remove(name);
    return write();
}

Result<void> Attempts::told() {
    m_untold.clear();
    m_changed = false;
    m_floor = {};
    return write();
}

Result<void> Attempts::write() const {
    QJsonObject counts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        counts.insert(it.key(),
                      QJsonObject{{QStringLiteral("failures"), it->failures}, {QStringLiteral("last"), it->lastMs}});
    QJsonObject untold;
    for (const RefusedPassphrases& refused : m_untold)
        untold.insert(refused.name, QJsonObject{{QStringLiteral("times"), refused.times},
                                                {QStringLiteral("first"), refused.first.toMSecsSinceEpoch()},
                                                {QStringLiteral("last"), refused.last.toMSecsSinceEpoch()}});
    const QJsonObject content{{QStringLiteral("counts"), counts},
                              {QStringLiteral("untold"), untold},
                              {QStringLiteral("changed"), m_changed},
                              {QStringLiteral("floor"), m_floor.failures},
                              {QStringLiteral("floorAt"), m_floor.lastMs}};
    return writeFile(
        m_path,
        canonicalJson(QJsonObject{
            {QStringLiteral("content"), content},
            {QStringLiteral("mac"), QString::fromLatin1(crypto::hmacSha256(m_key, canonicalJson(content)).toHex())}}),
        true);
}

} // namespace serein::account
