#include "crypto/Openssl.h"

#include <QtGlobal>
#include <algorithm>
#include <limits>

namespace serein::crypto {

void must(bool done, const char* what) {
    if (!done)
        qFatal("crypto: %s failed", what);
}

const unsigned char* bytesOf(QByteArrayView view) {
    static constexpr unsigned char nothing = 0;
    return view.isEmpty() ? &nothing : reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

int intSize(QByteArrayView view) {
    must(view.size() <= std::numeric_limits<int>::max(), "a message within 2 GiB");
    return static_cast<int>(view.size());
}

Bio reader(QByteArrayView bytes) {
    Bio bio(BIO_new_mem_buf(bytesOf(bytes), intSize(bytes)));
    must(bio != nullptr, "a memory buffer");
    return bio;
}

Bio pemReader(QByteArrayView pem) {
    constexpr qsizetype looked = 1 << 20;
    return reader(pem.first(std::min(pem.size(), looked)));
}

QByteArray written(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

int noPassphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*user*/) {
    return -1;
}

} // namespace serein::crypto
