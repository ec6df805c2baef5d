#pragma once
// Inside crypto only: OpenSSL's handles with owners, and how its failures are taken.
#include "crypto/Secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace serein::crypto {

template<auto release> struct Release {
    template<class T> void operator()(T* handle) const { release(handle); }
};
template<class T, auto release> using Handle = std::unique_ptr<T, Release<release>>;

using Bio = Handle<BIO, BIO_free_all>;
using CipherContext = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Digest = Handle<EVP_MD, EVP_MD_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Mac = Handle<EVP_MAC, EVP_MAC_free>;
using MacContext = Handle<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using X509Certificate = Handle<X509, X509_free>;

/// For what cannot fail in practice (a hash, randomness, a key of the right size): stops the program, because going on
/// would mean bad randomness or unsealed data. `what` names the operation, never its data.
void must(bool done, const char* what);

/// The view's bytes; never null, since OpenSSL takes a null pointer for another request.
[[nodiscard]] const unsigned char* bytesOf(QByteArrayView view);
[[nodiscard]] unsigned char* bytesOf(QByteArray& bytes);

/// The size as OpenSSL's int; what is larger was to be refused earlier.
[[nodiscard]] int intSize(QByteArrayView view);

/// A reader over `bytes`, which must outlive it.
[[nodiscard]] Bio reader(QByteArrayView bytes);
/// The same for a key or certificate in PEM, of which no more than 1 MiB is looked at.
[[nodiscard]] Bio pemReader(QByteArrayView pem);
/// What was written to a memory BIO.
[[nodiscard]] QByteArray written(BIO* bio);
/// A PEM passphrase callback that never asks at the terminal.
int noPassphrase(char* buffer, int size, int writing, void* user);

} // namespace serein::crypto
