// sereinctl: the command line. Parses, runs the one command that was asked for, prints, and maps errors to the exit
// statuses of the contract: 0 done, 1 checked and found wrong, 2 unusable input or arguments, 3 refused.
#include "sereinctl/Commands.h"

#include "core/Json.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <iostream>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace serein;

namespace {

/// A crash leaves no core file. (What was freed is wiped: see WipingAllocator.cpp.)
void keepMemoryPrivate() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

void addGlobals(CLI::App& app, ctl::Globals& globals) {
    app.add_option("--vault", globals.vault, "folder of the vault");
    app.add_option("--user", globals.user, "account to unlock it with");
    app.add_option("--passphrase-file", globals.passphraseFile,
                   "file with that account's passphrase (else SEREIN_PASSPHRASE_FILE, else asked for)");
    app.add_option("--at", globals.at, "the time it is taken to be, e.g. 2026-11-20T14:05+08:00 (tests and demos)");
    app.add_flag("--json", globals.json, "print JSON");
    app.add_option("--bundle", globals.bundle, "a participant's bundle to read instead of a vault: nothing is written");
    app.add_option("--bundle-key", globals.bundleKey, "private key (PEM) that opens a sealed one");
    app.add_option("--bundle-device-keys", globals.bundleDeviceKeys, "registered device keys that it is held against");
}

int usageError(const CLI::ParseError& fault) {
    std::string reason = fault.what();
    std::ranges::replace(reason, '\n', ' ');
    std::cerr << "error: " << reason << '\n';
    return 2;
}

int print(const ctl::Output& output, bool asJson) {
    if (asJson || output.jsonOnly)
        std::cout << canonicalJson(output.json).toStdString() << '\n';
    else
        for (const QString& line : output.lines)
            std::cout << line.toStdString() << '\n';
    for (const Fault& fault : output.faults)
        std::cerr << fault.toString().toStdString() << '\n';
    std::cout.flush();
    return std::cout ? output.status : 2; // a full disk behind the redirection
}

} // namespace

int main(int argc, char** argv) {
    keepMemoryPrivate();
    const QCoreApplication application(argc, argv);
    CLI::App app("Serein's command line: instruments, studies, the vault and its exports", "sereinctl");
    app.set_version_flag("--version", SEREIN_VERSION);
    app.fallthrough(); // inherited: the global options may stand after the command too
    ctl::Globals globals;
    addGlobals(app, globals);
    ctl::Command chosen;
    for (const auto add : {ctl::addInstrumentCommands, ctl::addStudyCommands, ctl::addVaultCommands,
                           ctl::addAccountCommands, ctl::addParticipantCommands, ctl::addRecordCommands,
                           ctl::addExportCommands, ctl::addAuditCommand, ctl::addDemoCommand})
        add(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        return fault.get_exit_code() == 0 ? app.exit(fault) : usageError(fault);
    }
    if (!chosen) {
        std::cerr << "error: name a command; --help lists them\n";
        return 2;
    }
    ctl::Context context(globals);
    const auto output = chosen(context);
    if (output)
        return print(*output, globals.json);
    std::cerr << output.error().toString().toStdString() << '\n';
    return output.error().exitStatus();
}
