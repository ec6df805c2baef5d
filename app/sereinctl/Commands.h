#pragma once
// One function a group of commands: adds them to the parser, and stores the one that was asked for.
#include "sereinctl/Options.h"

#include "instrument/Library.h"

namespace CLI {
class App;
}

namespace serein::ctl {

void addInstrumentCommands(CLI::App& app, Command& chosen);
/// Below `instrument`; that group's commands add them.
void addPaperCommand(CLI::App& group, Command& chosen);
void addFhirCommand(CLI::App& group, Command& chosen);
void addStudyCommands(CLI::App& app, Command& chosen);
void addVaultCommands(CLI::App& app, Command& chosen);
/// Below `vault`; that group's commands add them.
void addBackupCommands(CLI::App& group, Command& chosen);
inline constexpr auto privateKeysHelp =
    "private key (PEM) of the recovery certificate, one for each holder needed; or the share that one opened";
inline constexpr auto neededHelp = "the keys of any so many of them are needed together, from 2 on";
/// Below `vault`: other devices, and new keys.
void addDeviceCommands(CLI::App& group, Command& chosen);
void addAccountCommands(CLI::App& app, Command& chosen);
void addParticipantCommands(CLI::App& app, Command& chosen);
/// Below `participant`; that group's commands add them.
void addStandingCommands(CLI::App& group, Command& chosen);
void addShowCommand(CLI::App& group, Command& chosen);
void addRedactionCommands(CLI::App& group, Command& chosen);
void addDeviceRedactionCommands(CLI::App& group, Command& chosen);
void addRecordCommands(CLI::App& app, Command& chosen);
void addExportCommands(CLI::App& app, Command& chosen);
void addAuditCommand(CLI::App& app, Command& chosen);
void addDemoCommand(CLI::App& app, Command& chosen);

/// A shipped instrument by its id, or any other by its folder.
[[nodiscard]] Result<instrument::Entry> findInstrument(const std::string& named);

} // namespace serein::ctl
