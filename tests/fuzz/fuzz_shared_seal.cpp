// Arbitrary bytes as what is sealed to any two of three holders, and as a share that one of them opened. Most inputs
// start from a real sealing: in one part of it triples of the input (position in two bytes, value) are written.
#include "core/Clock.h"
#include "core/Json.h"
#include "crypto/Crypto.h"
#include "unit/crypto/Certificates.h"
#include "vault/SharedSeal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <cstddef>
#include <cstdint>

namespace {
using namespace serein;

const QByteArray plain = "what the site keeps";

struct Site {
    QList<crypto::Certificate> holders;
    QList<QByteArray> keys;
    QByteArray sealed;
    QByteArray share; ///< the second holder's, opened

    Site() {
        for (int count = 0; count < 3; ++count) {
            const auto made = test::makeCertificate({.algorithm = test::CertificateWish::Algorithm::Ec, .bits = 256});
            holders.append(
                crypto::readCertificate(made.certificatePem, *parseInstant(QStringLiteral("2026-11-20T14:05Z")))
                    .value());
            keys.append(made.privateKeyPem);
        }
        sealed = vault::sealShared(plain, holders, 2).value();
        share = crypto::cmsOpen(sealedShare(1), keys[1]).value();
    }
    [[nodiscard]] qsizetype headerEnd() const { return sealed.indexOf('\n'); }
    [[nodiscard]] QJsonObject header() const {
        const qsizetype begin = sealed.indexOf('{');
        return parseJson(sealed.sliced(begin, headerEnd() - begin)).value().toObject();
    }
    [[nodiscard]] QByteArray sealedShare(int index) const {
        const QJsonObject one = header().value(QStringLiteral("shares")).toArray().at(index).toObject();
        return QByteArray::fromBase64(one.value(QStringLiteral("sealed")).toString().toLatin1());
    }
    /// The file where the second share, as its holder opens it, is another one; hidden as well as can be.
    [[nodiscard]] QByteArray withShare(const QByteArray& opened) const {
        const QByteArray bytes = crypto::cmsSeal(opened, {holders[1]}).value();
        QJsonObject json = header();
        QJsonArray shares = json.value(QStringLiteral("shares")).toArray();
        QJsonObject one = shares.at(1).toObject();
        one.insert(QStringLiteral("sealed"), QString::fromLatin1(bytes.toBase64()));
        one.insert(QStringLiteral("hash"), QString::fromLatin1(crypto::sha256(bytes).toHex()));
        shares[1] = one;
        json.insert(QStringLiteral("shares"), shares);
        return "serein-shared-1 " + canonicalJson(json) + sealed.sliced(headerEnd());
    }
};

QByteArray changed(QByteArray bytes, const QByteArray& input) {
    for (qsizetype i = 0; i + 2 < input.size(); i += 3) {
        const auto at =
            (static_cast<unsigned char>(input[i]) << 8 | static_cast<unsigned char>(input[i + 1])) % bytes.size();
        bytes[at] = input[i + 2];
    }
    return bytes;
}

/// Opens to what was sealed, or says why not.
void check(const Result<QByteArray>& opened) {
    if (opened ? *opened != plain : opened.error().faults.isEmpty())
        __builtin_trap();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Site site;
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (input.isEmpty())
        return 0;
    const QByteArray rest = input.sliced(1);
    switch (static_cast<unsigned char>(input[0]) % 6) {
    case 0: // the whole file
        check(vault::openShared(rest, {site.keys[0], site.keys[1]}));
        check(vault::openShared("serein-shared-1 " + rest, {site.keys[0], site.share}));
        break;
    case 1: // an opened share
        check(vault::openShared(site.sealed, {site.keys[0], rest}));
        check(vault::openShared(site.sealed, {"serein-share-1 " + rest, site.keys[2]}));
        break;
    case 2: // a file that somebody changed
        check(vault::openShared(changed(site.sealed, rest), {site.keys[0], site.share}));
        break;
    case 3: // what a holder changed and gives
        check(vault::openShared(site.sealed, {site.keys[0], changed(site.share, rest)}));
        break;
    case 4: // what a holder changed and sealed again
        check(vault::openShared(site.withShare(changed(site.share, rest)), {site.keys[0], site.keys[1]}));
        break;
    default: // a share that is nothing of the kind, in its seal
        check(vault::openShared(site.withShare(rest), {site.keys[0], site.keys[1], site.keys[2]}));
    }
    return 0;
}
