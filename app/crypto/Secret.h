#pragma once
// The one type that holds keys and passphrases: move-only, locked in memory where allowed, wiped when it goes.
#include <QByteArray>
#include <QByteArrayView>
#include <cstddef>
#include <memory>

namespace serein::crypto {

class Secret {
public:
    Secret() = default;
    /// Takes a copy of `bytes`; the caller wipes its own (see wipe()).
    explicit Secret(QByteArrayView bytes);
    explicit Secret(std::size_t size); ///< zeroed, to be filled through data()
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] unsigned char* data() { return m_bytes; }
    [[nodiscard]] const unsigned char* data() const { return m_bytes; }
    [[nodiscard]] QByteArrayView view() const;
    /// Constant-time comparison.
    [[nodiscard]] bool equals(const Secret& other) const;

private:
    void release();
    unsigned char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites and empties a byte array that held a secret on its way into a Secret.
void wipe(QByteArray& bytes);

} // namespace serein::crypto
