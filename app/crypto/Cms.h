#pragma once
// Sealing files to X.509 certificates (RFC 5652 CMS EnvelopedData/AuthEnvelopedData, AES-256-GCM, DER): what
// `openssl cms -decrypt -inform DER` opens.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace serein::crypto {

/// A recipient's certificate, read and found fit: it parses, its key is RSA >= 2048 bits or EC, it is valid at the time given,
/// and keyUsage (where present) allows keyEncipherment or keyAgreement.
struct Certificate {
    QByteArray der;
    QString subject;     ///< one line, RFC 2253
    QString fingerprint; ///< SHA-256 of the DER, lower-case hex
};
/// PEM or DER. Unusable with a plain reason (not a certificate, expired on …, weak key, not for encryption).
[[nodiscard]] Result<Certificate> readCertificate(const QByteArray& bytes, const QDateTime& now);

/// AES-256-GCM where libcrypto's CMS supports it (AuthEnvelopedData), DER. At least one recipient.
[[nodiscard]] Result<QByteArray> cmsSeal(QByteArrayView plain, const QList<Certificate>& recipients);
/// With the recipient's private key (PEM, unencrypted). Wrong when it does not open or any byte was changed.
[[nodiscard]] Result<QByteArray> cmsOpen(const QByteArray& sealed, const QByteArray& privateKeyPem);

} // namespace serein::crypto
