// Arbitrary bytes as a sealed file, a certificate and a public key. Half the inputs start from a file really sealed to
// the key at hand, so that the fuzzer gets behind the outer DER.
#include "core/Clock.h"
#include "crypto/Cms.h"
#include "crypto/Crypto.h"
#include "unit/crypto/Certificates.h"

#include <cstddef>
#include <cstdint>

namespace {
using namespace serein;

constexpr auto plain = "subject,item,value\n";

struct Recipient {
    test::TestCertificate made =
        test::makeCertificate({.algorithm = test::CertificateWish::Algorithm::Ec, .bits = 256});
    QDateTime now = parseInstant(QStringLiteral("2026-11-20T14:05Z")).value();
    QByteArray sealed = crypto::cmsSeal(plain, {crypto::readCertificate(made.certificatePem, now).value()}).value();
};

/// The sealed file with the input's triples (position in two bytes, value) written into it.
QByteArray changed(QByteArray sealed, const QByteArray& input) {
    for (qsizetype i = 0; i + 2 < input.size(); i += 3) {
        const auto at =
            (static_cast<unsigned char>(input[i]) << 8 | static_cast<unsigned char>(input[i + 1])) % sealed.size();
        sealed[at] = input[i + 2];
    }
    return sealed;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Recipient recipient;
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (input.isEmpty())
        return 0;
    const QByteArray rest = input.sliced(1);
    if ((static_cast<unsigned char>(input[0]) & 1) != 0) {
        const auto opened = crypto::cmsOpen(changed(recipient.sealed, rest), recipient.made.privateKeyPem);
        if (opened && *opened != plain)
            __builtin_trap(); // a changed file opened to something else
        return 0;
    }
    (void)crypto::cmsOpen(rest, recipient.made.privateKeyPem);
    (void)crypto::cmsOpen(recipient.sealed, rest);
    (void)crypto::readCertificate(rest, recipient.now);
    (void)crypto::ed25519FromPem(rest);
    return 0;
}
