#pragma once
// Bytes as a file that has a path and never comes to a disk.
#include <QByteArray>
#include <QString>
#include <sys/mman.h>
#include <unistd.h>

namespace serein::test {

class MemoryFile {
public:
    MemoryFile() : m_file(memfd_create("input", MFD_CLOEXEC)) {}
    ~MemoryFile() { ::close(m_file); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    void set(const QByteArray& bytes) {
        if (ftruncate(m_file, 0) != 0 ||
            pwrite(m_file, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0) != bytes.size())
            __builtin_trap();
    }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_file); }

private:
    int m_file;
};

} // namespace serein::test
