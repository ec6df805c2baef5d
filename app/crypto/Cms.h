#pragma once
// Sealing files to X.509 certificates (CMS AuthEnvelopedData, RFC 5083 and 5084, AES-256-GCM, DER): what
// `openssl cms -decrypt -inform DER` opens. Keys travel by RSA-OAEP with SHA-256, or by ECDH with SHA-256 and AES-256
// wrap.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace serein::crypto {

/// A recipient's certificate, read and found fit: it parses, its key is RSA >= 2048 bits or EC >= 256 bits, it is valid
/// at the time given, and keyUsage (where present) allows keyEncipherment (RSA) or keyAgreement (EC).
struct Certificate {
    QByteArray der;
    QString subject;     ///< one line, RFC 2253
    QString fingerprint; ///< SHA-256 of the DER, lower-case hex
};
/// PEM (the first certificate in it) or DER. Unusable with a plain reason (not a certificate, expired on …, weak key,
/// not for encryption).
[[nodiscard]] Result<Certificate> readCertificate(const QByteArray& bytes, const QDateTime& now);

/// At least one recipient, at most 2 GiB; Unusable otherwise.
[[nodiscard]] Result<QByteArray> cmsSeal(QByteArrayView plain, const QList<Certificate>& recipients);
/// With the recipient's private key (PEM, unencrypted; Unusable otherwise). Wrong when it does not open with that key,
/// is sealed in another way (unauthenticated content, a shortened tag), or its content was changed. CMS does not
/// authenticate the list of recipients: a byte changed in another recipient's entry goes unnoticed here, and never
/// changes what is opened.
[[nodiscard]] Result<QByteArray> cmsOpen(const QByteArray& sealed, const QByteArray& privateKeyPem);
/// Whether these bytes are sealed so, whoever they are sealed to.
[[nodiscard]] bool isCms(const QByteArray& bytes);

} // namespace serein::crypto
