#pragma once
// Identity and note keys, one of each per participant, in a file of their own beside the database. Destroying one
// rewrites the file: what was sealed under it is gone from here and from every backup that the file overwrites.
#include "ledger/Envelope.h"

#include <QMap>

namespace serein::vault {

class ParticipantKeys {
public:
    /// An absent file holds no keys yet. The keys in it are sealed under one derived from the database key.
    [[nodiscard]] static Result<ParticipantKeys> read(const QString& path, const crypto::Secret& databaseKey);

    /// Makes both keys of a new participant; durable on return.
    [[nodiscard]] Result<void> create(const QUuid& participant);
    /// Null where it was destroyed or never made.
    [[nodiscard]] const crypto::Secret* find(const QString& participant, ledger::BodyClass bodyClass) const;
    [[nodiscard]] Result<void> destroy(const QUuid& participant, ledger::BodyClass bodyClass);

    /// All of them as JSON, for a backup to seal: {"participant/class": base64}.
    [[nodiscard]] crypto::Secret plain() const;

private:
    ParticipantKeys(QString path, crypto::Secret wrapping) : m_path(std::move(path)), m_wrapping(std::move(wrapping)) {}
    [[nodiscard]] Result<void> write() const;
    QString m_path;
    crypto::Secret m_wrapping;
    std::map<QString, crypto::Secret> m_keys; ///< by "participant/class"
};

} // namespace serein::vault
