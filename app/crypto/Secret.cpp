#include "crypto/Secret.h"

#include "crypto/Openssl.h"

#include <cstring>
#include <openssl/crypto.h>
#include <sys/mman.h>
#include <utility>

namespace serein::crypto {

namespace {

// Small secrets share OpenSSL's secure heap (locked, left out of dumps, guard pages). Half of it stays free for
// OpenSSL's own keys, which fail when it is full. Larger secrets, and those beyond that half, get pages of their own.
constexpr std::size_t heapSize = std::size_t{2} << 20;
constexpr std::size_t smallestBlock = 16;
constexpr std::size_t largestShared = 4096;

bool secureHeap() {
    static const bool available = CRYPTO_secure_malloc_init(heapSize, smallestBlock) != 0;
    return available;
}

unsigned char* ownPages(std::size_t size) {
    void* pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    must(pages != MAP_FAILED, "memory for a secret");
    // Best effort: a limit on locked memory must not stop the app; swap is the installation's part then.
    (void)mlock(pages, size);
    (void)madvise(pages, size, MADV_DONTDUMP);
    return static_cast<unsigned char*>(pages);
}

unsigned char* allocate(std::size_t size) {
    if (size <= largestShared && secureHeap() && CRYPTO_secure_used() < heapSize / 2) {
        if (void* block = OPENSSL_secure_zalloc(size); block != nullptr)
            return static_cast<unsigned char*>(block);
    }
    return ownPages(size);
}

} // namespace

Secret::Secret(std::size_t size) : m_bytes(size == 0 ? nullptr : allocate(size)), m_size(size) {}

Secret::Secret(QByteArrayView bytes) : Secret(static_cast<std::size_t>(bytes.size())) {
    if (m_size > 0)
        std::memcpy(m_bytes, bytes.data(), m_size);
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        release();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret() {
    release();
}

void Secret::release() {
    if (m_bytes == nullptr)
        return;
    if (CRYPTO_secure_allocated(m_bytes) != 0) {
        OPENSSL_secure_clear_free(m_bytes, m_size);
    } else {
        OPENSSL_cleanse(m_bytes, m_size);
        munmap(m_bytes, m_size);
    }
    m_bytes = nullptr;
    m_size = 0;
}

Secret Secret::clone() const {
    return Secret(view());
}

QByteArrayView Secret::view() const {
    return {m_bytes, static_cast<qsizetype>(m_size)};
}

bool Secret::equals(const Secret& other) const {
    return m_size == other.m_size && (m_size == 0 || CRYPTO_memcmp(m_bytes, other.m_bytes, m_size) == 0);
}

void wipe(QByteArray& bytes) {
    OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace serein::crypto
