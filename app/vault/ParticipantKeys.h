#pragma once
// Identity and note keys, one of each per participant, in a file of their own beside the database. Destroying one
// rewrites the file: what was sealed under it is gone from here and from every backup that the file overwrites.
#include "ledger/Envelope.h"

#include <map>

namespace serein::vault {

class ParticipantKeys {
public:
    /// An absent file holds no keys yet. The keys in it are sealed under one derived from the database key.
    [[nodiscard]] static Result<ParticipantKeys> read(const QString& path, const crypto::Secret& databaseKey);

    /// The file as it is to be under another database key; nothing is written.
    [[nodiscard]] QByteArray underKey(const crypto::Secret& databaseKey) const;
    /// Makes both keys of a new participant; durable on return.
    [[nodiscard]] Result<void> create(const QUuid& participant);
    /// Null where it was destroyed or never made.
    [[nodiscard]] const crypto::Secret* find(const QString& participant, ledger::BodyClass bodyClass) const;
    [[nodiscard]] Result<void> destroy(const QUuid& participant, ledger::BodyClass bodyClass);

    /// By "participant/class", for a backup to seal.
    [[nodiscard]] const std::map<QString, crypto::Secret>& all() const { return m_keys; }
    /// Keys from a backup, of participants that have none here yet; durable on return.
    [[nodiscard]] Result<void> add(std::map<QString, crypto::Secret> keys);

private:
    ParticipantKeys(QString path, crypto::Secret wrapping) : m_path(std::move(path)), m_wrapping(std::move(wrapping)) {}
    [[nodiscard]] Result<void> write() const;
    [[nodiscard]] QByteArray sealedUnder(const crypto::Secret& wrapping) const;
    QString m_path;
    crypto::Secret m_wrapping;
    std::map<QString, crypto::Secret> m_keys; ///< by "participant/class"
};

} // namespace serein::vault
