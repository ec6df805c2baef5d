// Unlocks a vault, reads everything a person could see of it, writes a note, locks it again, says so, and waits for its
// input to close: what a core file of a locked program is taken from. Arguments: vault, state, user, passphrase file,
// file with the note. It replaces free() as the programs do.
#include "core/Json.h"
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

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
    return {};
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto done = work(QCoreApplication::arguments());
    QTextStream(stdout) << (done ? QStringLiteral("locked") : done.error().toString()) << Qt::endl;
    QTextStream(stdin).readAll();
    return done ? 0 : 1;
}
