// Unlocks a vault, reads everything a person could see of it, the audit trail too, writes a note, locks it again, says
// so, and waits for its input to close: what a core file of a locked program is taken from. For every line of its input
// it then searches all of its own writable memory: the line is a marker in hex, masked, so that the marker itself comes
// to memory nowhere else; the answer is how often it was found. Arguments: vault, state, user, passphrase file, file
// with the note. It replaces free() as the programs do.
#include "core/Json.h"
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace serein;

namespace {

Result<void> work(const QStringList& arguments) {
    const SystemClock clock;
    SEREIN_TRY(QByteArray typed, readFile(arguments.at(4)));
    typed.chop(1); // the line's end
    const crypto::Secret passphrase(typed);
    crypto::wipe(typed);
    SEREIN_TRY(const auto vault,
               vault::Vault::unlock({arguments.at(1), arguments.at(2)}, arguments.at(3), passphrase, clock));
    SEREIN_TRY(const QList<vault::Summary> everyone, vault->participants());
    QFile note(arguments.at(5));
    if (!note.open(QIODevice::ReadOnly))
        return storageFailed(QStringLiteral("cannot be read"), note.fileName());
    for (const vault::Summary& one : everyone) {
        SEREIN_CHECK(vault->participant(one.id));
        SEREIN_CHECK(vault->append(one.id, {{ledger::Noted{QString::fromUtf8(note.readAll())}}},
                                   {arguments.at(3), QStringLiteral("nurse")}));
    }
    SEREIN_CHECK(vault->trail({}));
    return {};
}

constexpr char mask = 0x5A;
constexpr std::size_t windowSize = std::size_t{1} << 20;

/// In this process's writable memory, but for the window that it is read through.
class OwnMemory {
public:
    OwnMemory()
        : m_memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC)),
          m_window(static_cast<char*>(
              mmap(nullptr, windowSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {}
    ~OwnMemory() {
        munmap(m_window, windowSize);
        ::close(m_memory);
    }
    OwnMemory(const OwnMemory&) = delete;
    OwnMemory& operator=(const OwnMemory&) = delete;

    /// Negative: it could not be read.
    [[nodiscard]] int count(const QByteArray& masked) const {
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (m_memory < 0 || !maps.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        for (const QByteArray& line : maps.readAll().split('\n')) {
            const QByteArrayList parts = line.simplified().split(' ');
            if (parts.size() < 2 || !parts.at(1).startsWith("rw") || line.contains("[vvar]"))
                continue;
            const QByteArrayList range = parts.constFirst().split('-');
            found += countIn(range.at(0).toULongLong(nullptr, 16), range.at(1).toULongLong(nullptr, 16), masked);
        }
        return found;
    }

private:
    int countIn(quint64 from, quint64 to, const QByteArray& masked) const {
        const auto own = reinterpret_cast<quint64>(m_window);
        if (from < own + windowSize && own < to) { // the window, and what the kernel joined to it
            return (from < own ? countIn(from, own, masked) : 0) +
                   (own + windowSize < to ? countIn(own + windowSize, to, masked) : 0);
        }
        int found = 0;
        const auto length = static_cast<std::size_t>(masked.size());
        for (quint64 at = from; at + length <= to; at += windowSize - length + 1) {
            const std::size_t wanted = std::min<quint64>(windowSize, to - at);
            if (pread(m_memory, m_window, wanted, static_cast<off_t>(at)) != static_cast<ssize_t>(wanted))
                break; // pages that may not be read, such as guards
            for (std::size_t start = 0; start + length <= wanted; ++start)
                found += matches(m_window + start, masked) ? 1 : 0;
        }
        return found;
    }
    static bool matches(const char* bytes, const QByteArray& masked) {
        for (qsizetype at = 0; at < masked.size(); ++at)
            if (static_cast<char>(bytes[at] ^ mask) != masked[at])
                return false;
        return true;
    }
    int m_memory;
    char* m_window;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto done = work(QCoreApplication::arguments());
    QTextStream(stdout) << (done ? QStringLiteral("locked") : done.error().toString()) << Qt::endl;
    const OwnMemory memory;
    QTextStream orders(stdin);
    while (!orders.atEnd()) {
        const QByteArray masked = QByteArray::fromHex(orders.readLine().toLatin1());
        if (!masked.isEmpty())
            QTextStream(stdout) << memory.count(masked) << Qt::endl;
    }
    return done ? 0 : 1;
}
