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

} // namespace

Result<ParticipantKeys> ParticipantKeys::read(const QString& path, const crypto::Secret& databaseKey) {
    ParticipantKeys keys(path, crypto::hkdf(databaseKey.view(), {}, "serein-participant-keys"));
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

crypto::Secret ParticipantKeys::plain() const {
    QJsonObject keys;
    for (const auto& [name, key] : m_keys)
        keys.insert(name, QString::fromLatin1(key.view().toByteArray().toBase64()));
    QByteArray bytes = canonicalJson(keys);
    crypto::Secret secret{QByteArrayView(bytes)};
    crypto::wipe(bytes);
    return secret;
}

Result<void> ParticipantKeys::write() const {
    QJsonObject sealed;
    for (const auto& [name, key] : m_keys)
        sealed.insert(name, QString::fromLatin1(crypto::seal(m_wrapping, key.view(), name.toUtf8()).toBase64()));
    return writeFile(m_path,
                     canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-participant-keys-1")},
                                               {QStringLiteral("keys"), sealed}}),
                     true);
}

} // namespace serein::vault
