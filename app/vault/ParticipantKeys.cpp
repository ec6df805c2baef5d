#include "vault/ParticipantKeys.h"

#include "core/Ids.h"
#include "core/Json.h"

#include <QFile>
#include <QJsonObject>

namespace serein::vault {

namespace {

QString nameOf(const QString& participant, ledger::BodyClass bodyClass) {
    return participant + u'/' + ledger::classText(bodyClass);
}

crypto::Secret wrappingOf(const crypto::Secret& databaseKey) {
    return crypto::hkdf(databaseKey.view(), {}, "serein-participant-keys");
}

} // namespace

Result<ParticipantKeys> ParticipantKeys::read(const QString& path, const crypto::Secret& databaseKey) {
    ParticipantKeys keys(path, wrappingOf(databaseKey));
    if (!QFile::exists(path))
        return keys;
    SEREIN_TRY(const QJsonValue value, readJson(path));
    const QJsonObject sealed = value.toObject().value(QStringLiteral("keys")).toObject();
    for (auto it = sealed.begin(); it != sealed.end(); ++it) {
        auto key = crypto::open(keys.m_wrapping, QByteArray::fromBase64(it->toString().toLatin1()), it.key().toUtf8());
        if (!key)
            return wrong(
                QStringLiteral("a participant's key does not open (the file was changed, or is another vault's)"),
                pointerTo(QStringLiteral("/keys"), it.key()), path);
        keys.m_keys.emplace(it.key(), *std::move(key));
    }
    return keys;
}

Result<void> ParticipantKeys::create(const QUuid& participant) {
    for (const auto bodyClass : {ledger::BodyClass::Identity, ledger::BodyClass::Note})
        m_keys.insert_or_assign(nameOf(idText(participant), bodyClass), crypto::randomSecret());
    return write();
}

const crypto::Secret* ParticipantKeys::find(const QString& participant, ledger::BodyClass bodyClass) const {
    const auto found = m_keys.find(nameOf(participant, bodyClass));
    return found == m_keys.end() ? nullptr : &found->second;
}

Result<void> ParticipantKeys::destroy(const QUuid& participant, ledger::BodyClass bodyClass) {
    auto gone = m_keys.extract(nameOf(idText(participant), bodyClass));
    if (gone.empty())
        return unusable(QStringLiteral("this participant has no such key"));
    auto written = write();
    if (!written)
        m_keys.insert(std::move(gone)); // the file still holds it
    return written;
}

Result<void> ParticipantKeys::add(std::map<QString, crypto::Secret> keys) {
    m_keys.merge(keys);
    return write();
}

QByteArray ParticipantKeys::underKey(const crypto::Secret& databaseKey) const {
    return sealedUnder(wrappingOf(databaseKey));
}

QByteArray ParticipantKeys::sealedUnder(const crypto::Secret& wrapping) const {
    QJsonObject sealed;
    for (const auto& [name, key] : m_keys)
        sealed.insert(name, QString::fromLatin1(crypto::seal(wrapping, key.view(), name.toUtf8()).toBase64()));
    return canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-participant-keys-1")},
                                     {QStringLiteral("keys"), sealed}});
}

Result<void> ParticipantKeys::write() const {
    return writeFile(m_path, sealedUnder(m_wrapping), true);
}

} // namespace serein::vault
