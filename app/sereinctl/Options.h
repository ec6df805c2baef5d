#pragma once
// What every command shares: the global options, the clock, the passphrase, and the unlocked vault they lead to.
#include "vault/Vault.h"

#include <QJsonValue>
#include <QTextStream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace serein::ctl {

struct Globals {
    std::string vault;
    std::string user;
    std::string passphraseFile; ///< empty: SEREIN_PASSPHRASE_FILE, else a prompt
    std::string at;             ///< empty: the system's clock
    bool json = false;
    std::string bundle; ///< read instead of a vault
    std::string bundleKey;
    std::string bundleDeviceKeys;
};

/// What a command says: `json` under --json (or always, where `jsonOnly`), else `lines`; `faults` on stderr.
struct Output {
    Output() = default;
    Output(QJsonValue value, QStringList text) : json(std::move(value)), lines(std::move(text)) {}

    QJsonValue json;
    QStringList lines;
    QList<Fault> faults;
    int status = 0;
    bool jsonOnly = false;
};

/// Signs off: whoever opened it has gone, and what they wrote is named, as far as it can still be written.
struct SigningOff {
    void operator()(vault::Vault* vault) const;
};
using OpenVault = std::unique_ptr<vault::Vault, SigningOff>;

class Context {
public:
    explicit Context(Globals globals) : m_globals(std::move(globals)) {}

    /// The system's clock, or one that stands at --at. Lives as long as this object, as vaults need it to.
    [[nodiscard]] Result<const Clock*> clock();
    /// --vault, and the state folder beside it. Unusable without --vault.
    [[nodiscard]] Result<vault::Place> place() const;
    /// Of the user: from the file, else asked for on the terminal.
    [[nodiscard]] Result<crypto::Secret> passphrase() const;
    /// The same for somebody who has none yet: typed twice where it is asked for.
    [[nodiscard]] Result<crypto::Secret> newPassphrase() const;
    /// --user; Unusable without.
    [[nodiscard]] Result<QString> user() const;
    /// Unlocked by --user, or --bundle opened for reading. Refused as Vault::unlock refuses.
    [[nodiscard]] Result<OpenVault> openVault();
    /// The same with a passphrase that was read already.
    [[nodiscard]] Result<OpenVault> openVault(const crypto::Secret& passphrase);

private:
    [[nodiscard]] Result<OpenVault> openBundle();
    [[nodiscard]] QString passphraseFile() const; ///< empty: it is asked for
    Globals m_globals;
    std::unique_ptr<Clock> m_clock;
};

using Command = std::function<Result<Output>(Context&)>;

/// The first line of a file, without its line end; kept nowhere but in the secret. Unusable when empty or over 1 KiB.
[[nodiscard]] Result<crypto::Secret> passphraseFromFile(const QString& path);
/// Private keys of recovery certificates, PEM; wiped when they go.
struct PrivateKeys {
    PrivateKeys() = default;
    PrivateKeys(PrivateKeys&&) = default;
    PrivateKeys(const PrivateKeys&) = delete;
    PrivateKeys& operator=(const PrivateKeys&) = delete;
    PrivateKeys& operator=(PrivateKeys&&) = delete;
    ~PrivateKeys();
    QList<QByteArray> pem;
};
[[nodiscard]] Result<PrivateKeys> readPrivateKeys(const std::vector<std::string>& files);
/// What is wrong at this pointer, said of the option that it came from.
[[nodiscard]] Error namingOption(Error error, const QString& pointer, const QString& option);
/// Asked for with echo off; Unusable where there is no terminal. `twice`: a new one, to be typed again.
[[nodiscard]] Result<crypto::Secret> askPassphrase(const QString& prompt, bool twice = false);
/// Recipients of what is sealed: every file that is unfit is named.
[[nodiscard]] Result<QList<crypto::Certificate>> readCertificates(const std::vector<std::string>& files,
                                                                  const QDateTime& now);
/// By subject id or by uuid; Unusable where there is none.
[[nodiscard]] Result<QUuid> findParticipant(const vault::Vault& vault, const std::string& named);
/// Every shipped instrument, with the site's own packs where a folder of them is named.
[[nodiscard]] Result<instrument::Library> shippedLibrary(const std::string& packs = {});
inline constexpr auto packsHelp = "folder of the site's text packs, licensed for this study";
[[nodiscard]] Result<study::Study> readStudy(const QString& path, const instrument::Library& library);
/// From a file, or from stdin where the name is "-".
[[nodiscard]] Result<QJsonValue> readAnswersFile(const std::string& name);
/// One object of answers by item id; faults carry `file` and a pointer below `pointer`, and never repeat an answer.
[[nodiscard]] Result<instrument::Answers> readAnswers(const instrument::Instrument& instrument, const QJsonValue& json,
                                                      const QString& file, const QString& pointer = {});
/// Null where there is none.
[[nodiscard]] inline QJsonValue instantJson(const QDateTime& instant) {
    return instant.isValid() ? QJsonValue(instantText(instant)) : QJsonValue(QJsonValue::Null);
}
[[nodiscard]] inline QString text(const std::string& words) {
    return QString::fromStdString(words);
}

} // namespace serein::ctl
