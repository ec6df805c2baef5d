#include "sereinctl/Options.h"

#include "core/Json.h"
#include "exporting/OpenBundle.h"

#include <QFile>
#include <QJsonObject>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace serein::ctl {

namespace {

constexpr std::size_t longestPassphrase = 1024;

/// Reads up to the line's end straight into the secret, so that no other buffer ever holds it.
Result<crypto::Secret> readLine(int descriptor, const QString& file) {
    crypto::Secret buffer(longestPassphrase + 2);
    std::size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t count = ::read(descriptor, buffer.data() + size, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return storageFailed(QStringLiteral("the passphrase cannot be read"), file);
        if (count == 0 || buffer.data()[size] == '\n')
            break;
        ++size;
    }
    if (size > 0 && buffer.data()[size - 1] == '\r')
        --size;
    if (size == 0)
        return unusable(QStringLiteral("the passphrase is empty"), {}, file);
    if (size > longestPassphrase)
        return unusable(QStringLiteral("the passphrase is longer than %1 bytes").arg(longestPassphrase), {}, file);
    return crypto::Secret(buffer.view().first(static_cast<qsizetype>(size)));
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Echo off for as long as it lives.
class SilentTerminal {
public:
    SilentTerminal() {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
};

Result<crypto::Secret> askOnce(const QString& prompt) {
    const SilentTerminal silence;
    QTextStream err(stderr);
    err << prompt << ": " << Qt::flush;
    auto answer = readLine(STDIN_FILENO, {});
    err << '\n' << Qt::flush;
    return answer;
}

} // namespace

Result<const Clock*> Context::clock() {
    if (m_clock)
        return m_clock.get();
    if (m_globals.at.empty()) {
        m_clock = std::make_unique<SystemClock>();
    } else {
        const auto instant = parseInstant(text(m_globals.at));
        if (!instant)
            return std::unexpected(instant.error().in(QStringLiteral("--at")));
        m_clock = std::make_unique<StatedClock>(*instant);
    }
    return m_clock.get();
}

Result<vault::Place> Context::place() const {
    if (m_globals.vault.empty())
        return unusable(QStringLiteral("--vault DIR is required"));
    return vault::Place{text(m_globals.vault), account::DeviceFolder::defaultPath()};
}

QString Context::passphraseFile() const {
    return m_globals.passphraseFile.empty() ? qEnvironmentVariable("SEREIN_PASSPHRASE_FILE")
                                            : text(m_globals.passphraseFile);
}

Result<crypto::Secret> Context::passphrase() const {
    const QString file = passphraseFile();
    return file.isEmpty() ? askPassphrase(QStringLiteral("Passphrase")) : passphraseFromFile(file);
}

Result<crypto::Secret> Context::newPassphrase() const {
    const QString file = passphraseFile();
    return file.isEmpty() ? askPassphrase(QStringLiteral("New passphrase"), true) : passphraseFromFile(file);
}

Result<QString> Context::user() const {
    if (m_globals.user.empty())
        return unusable(QStringLiteral("--user NAME is required"));
    return text(m_globals.user);
}

Result<OpenVault> Context::openBundle() {
    if (!m_globals.vault.empty() || !m_globals.user.empty())
        return unusable(QStringLiteral("name either --bundle, which needs no user, or --vault with --user"));
    SEREIN_TRY(const Clock* const now, clock());
    exporting::VerifyOptions options;
    options.deviceKeysFile = text(m_globals.bundleDeviceKeys);
    if (!m_globals.bundleKey.empty()) {
        SEREIN_TRY(options.privateKeyPem, readFile(text(m_globals.bundleKey)));
    }
    auto opened = exporting::openBundle(text(m_globals.bundle), options, *now);
    crypto::wipe(options.privateKeyPem);
    if (!opened)
        return std::unexpected(opened.error());
    QTextStream err(stderr);
    err << QStringLiteral("read only: bundle %1 of %2 (%3), vouched for at %4\n")
               .arg(opened->report.bundle, opened->report.subject, opened->audience, instantText(opened->at));
    if (!opened->report.deviceRegistered)
        err << QStringLiteral("warning: device %1 was held against no registered keys (--bundle-device-keys); a key "
                              "inside a bundle proves nothing\n")
                   .arg(opened->report.device);
    if (opened->report.deviceRevoked.isValid())
        err << QStringLiteral("warning: the device was revoked on %1, later than this says it was signed\n")
                   .arg(instantText(opened->report.deviceRevoked));
    return OpenVault(opened->vault.release());
}

Result<OpenVault> Context::openVault() {
    if (!m_globals.bundle.empty())
        return openBundle();
    SEREIN_TRY(const vault::Place where, place());
    if (m_globals.user.empty())
        return unusable(QStringLiteral("--user NAME is required"));
    SEREIN_CHECK(vault::Vault::inspect(where)); // before the passphrase is asked for
    SEREIN_TRY(const crypto::Secret secret, passphrase());
    return openVault(secret);
}

Result<OpenVault> Context::openVault(const crypto::Secret& passphrase) {
    SEREIN_TRY(const vault::Place where, place());
    SEREIN_TRY(const Clock* const now, clock());
    if (m_globals.user.empty())
        return unusable(QStringLiteral("--user NAME is required"));
    SEREIN_TRY(auto opened, vault::Vault::unlock(where, text(m_globals.user), passphrase, *now));
    return OpenVault(opened.release());
}

void SigningOff::operator()(vault::Vault* vault) const {
    const std::unique_ptr<vault::Vault> ends(vault);
    [[maybe_unused]] const auto written = ends->signOff();
}

PrivateKeys::~PrivateKeys() {
    for (QByteArray& one : pem)
        crypto::wipe(one);
}

Result<crypto::Secret> passphraseFromFile(const QString& path) {
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return storageFailed(QStringLiteral("the passphrase cannot be read"), path);
    return readLine(file.get(), path);
}

Result<crypto::Secret> askPassphrase(const QString& prompt, bool twice) {
    if (::isatty(STDIN_FILENO) == 0)
        return unusable(QStringLiteral("no terminal to ask for the passphrase: name a file that holds it"));
    SEREIN_TRY(crypto::Secret first, askOnce(prompt));
    if (twice) {
        SEREIN_TRY(const crypto::Secret second, askOnce(prompt + QStringLiteral(" again")));
        if (!first.equals(second))
            return unusable(QStringLiteral("the two passphrases differ"));
    }
    return first;
}

Error namingOption(Error error, const QString& pointer, const QString& option) {
    for (Fault& fault : error.faults)
        if (fault.pointer == pointer)
            fault = {option, {}, fault.reason};
    return error;
}

Result<PrivateKeys> readPrivateKeys(const std::vector<std::string>& files) {
    PrivateKeys keys;
    for (const std::string& file : files) {
        SEREIN_TRY(QByteArray key, readFile(text(file)));
        keys.pem.append(std::move(key));
    }
    return keys;
}

Result<QUuid> findParticipant(const vault::Vault& vault, const std::string& named) {
    const QString name = text(named);
    SEREIN_TRY(const auto bySubject, vault.participantBySubject(name));
    if (bySubject)
        return *bySubject;
    SEREIN_TRY(const QList<vault::Summary> everyone, vault.participants());
    const QUuid id(name);
    if (!id.isNull() && std::ranges::any_of(everyone, [&](const vault::Summary& one) { return one.id == id; }))
        return id;
    return unusable(QStringLiteral("no participant of that name"), {}, QStringLiteral("--participant"));
}

Result<instrument::Library> shippedLibrary(const std::string& packs) {
    SEREIN_TRY(instrument::Library library, instrument::Library::load(instrument::Library::defaultFolder()));
    if (!packs.empty())
        SEREIN_CHECK(library.addPacks(text(packs)));
    return library;
}

Result<study::Study> readStudy(const QString& path, const instrument::Library& library) {
    SEREIN_TRY(const QJsonValue json, readJson(path));
    return study::parseStudy(json, library, path);
}

Result<QJsonValue> readAnswersFile(const std::string& name) {
    if (name != "-")
        return readJson(text(name));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return storageFailed(QStringLiteral("cannot be read"), QStringLiteral("-"));
    return parseJson(input.readAll(), QStringLiteral("-"));
}

Result<instrument::Answers> readAnswers(const instrument::Instrument& instrument, const QJsonValue& json,
                                        const QString& file, const QString& pointer) {
    if (!json.isObject())
        return unusable(QStringLiteral("not an object of answers by item id"), pointer, file);
    instrument::Answers answers;
    QList<Fault> faults;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString place = pointerTo(pointer, it.key());
        const instrument::Item* const item = instrument.item(it.key());
        if (item == nullptr) {
            faults.append({file, place, QStringLiteral("%1 has no such item").arg(instrument.id)});
            continue;
        }
        const auto answer = instrument::answerFromJson(*item, it.value());
        if (answer)
            answers.insert(it.key(), *answer);
        else
            for (const Fault& fault : answer.error().faults)
                faults.append({file, place + fault.pointer, fault.reason});
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return answers;
}

Result<QList<crypto::Certificate>> readCertificates(const std::vector<std::string>& files, const QDateTime& now) {
    QList<crypto::Certificate> certificates;
    QList<Fault> faults;
    for (const std::string& file : files) {
        SEREIN_TRY(const QByteArray bytes, readFile(text(file)));
        auto certificate = crypto::readCertificate(bytes, now);
        if (certificate)
            certificates.append(std::move(*certificate));
        else
            faults += certificate.error().in(text(file)).faults;
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return certificates;
}

} // namespace serein::ctl
