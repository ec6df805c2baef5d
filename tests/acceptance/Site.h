#pragma once
// A site with a vault, made through the command line: administrator `ada`, and `nora` who does everything at the
// bedside; both with files for their passphrases.
#include "Programs.h"

namespace serein::test {

class Site : public Bench {
public:
    static constexpr auto now = "2026-11-20T14:00:00+08:00";

    /// On the demonstration study, or on another one. It does not stand where the vault could not be made.
    explicit Site(const QByteArray& otherStudy = {}) {
        write("ada.txt", "correct horse battery ada\n");
        write("nora.txt", "correct horse battery nora\n");
        const Ran made = ctl({"vault", "init", "--vault", path("vault"), "--study",
                              otherStudy.isEmpty() ? study() : write("study.json", otherStudy), "--admin", "ada",
                              "--passphrase-file", path("ada.txt"), "--at", now, "--json"});
        const Ran added = as("ada", {"account", "add", "nora", "--role", "investigator,dataManager,nurse",
                                     "--new-passphrase-file", path("nora.txt")});
        m_stands = made.status == 0 && added.status == 0;
        if (!m_stands)
            qWarning() << made.said() << added.said();
    }
    [[nodiscard]] bool stands() const { return m_stands; }
    [[nodiscard]] static QString study() { return SEREIN_SOURCE_DIR "/instruments/studies/demo.json"; }

    /// A command on the vault as that person, with --json.
    Ran as(const QString& name, const QStringList& command, const QString& at = now) const {
        QStringList arguments{"--vault",           path("vault"), "--user", name,    "--passphrase-file",
                              path(name + ".txt"), "--at",        at,       "--json"};
        return ctl(arguments + command);
    }
    /// SYN-001, with consent and an operation, and PACU pain recorded. False where a step failed.
    [[nodiscard]] bool enrolOne(const QString& subject = "SYN-001", const QString& name = "Wang Xiaoming") const {
        const auto done = [](const Ran& ran) {
            if (ran.status != 0)
                qWarning() << ran.said();
            return ran.status == 0;
        };
        const auto anchor = [&](const char* id, const char* time) {
            return done(
                as("nora", {"participant", "anchor", "set", "--participant", subject, "--anchor", id, "--time", time}));
        };
        return done(as("nora", {"participant", "enrol", "--subject", subject, "--language", "en", "--second-identifier",
                                "1957", "--name", name})) &&
               anchor("consent", "2026-11-19T10:00+08:00") && anchor("incision", "2026-11-20T09:00+08:00") &&
               anchor("surgeryEnd", "2026-11-20T11:00+08:00") && anchor("pacuArrival", "2026-11-20T13:30+08:00") &&
               done(as("nora",
                       {"record", "--participant", subject, "--timepoint", "PACU", "--instrument", "nrs-pain",
                        "--answers", write("pain.json", R"({"rest": 3, "movement": 6})"), "--mode", "interview"}));
    }
    /// The system's time: certificates made here are valid from then on.
    [[nodiscard]] static QString today() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODate); }
    /// A self-signed certificate and its key: NAME.pem, NAME.key.
    [[nodiscard]] bool makeCertificate(const QString& name) const {
        return runProgram("openssl",
                          {"req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "3650", "-subj", "/CN=" + name,
                           "-keyout", path(name + ".key"), "-out", path(name + ".pem")},
                          environment)
                   .status == 0;
    }

private:
    bool m_stands = false;
};

} // namespace serein::test
