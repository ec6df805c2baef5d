#pragma once
// A fresh vault on the demo study in a temporary folder, with a clock that tests set and a cheap passphrase.
#include "core/Json.h"
#include "desk/Desk.h"
#include "instrument/Library.h"
#include "vault/Vault.h"

#include <QTemporaryDir>
#include <QTest>

namespace serein::test {

inline const auto passphrase = QByteArrayLiteral("correct horse battery");
inline constexpr crypto::ScryptParameters cheap{14, 8, 1};

inline instrument::Library shippedLibrary() {
    return *instrument::Library::load(instrument::Library::defaultFolder());
}

inline study::Study demoStudy(const instrument::Library& library) {
    return *study::parseStudy(*readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json")),
                              library);
}

struct TestVault {
    QTemporaryDir folder;
    FixedClock clock{*parseInstant(QStringLiteral("2026-11-20T09:00+08:00"))};
    instrument::Library library;
    std::unique_ptr<vault::Vault> vault;

    explicit TestVault(const QList<account::Role>& roles = {account::Role::Administrator, account::Role::Nurse,
                                                            account::Role::Investigator, account::Role::DataManager})
        : TestVault(roles, shippedLibrary(), demoStudy) {}
    TestVault(const QList<account::Role>& roles, instrument::Library instruments,
              const std::function<study::Study(const instrument::Library&)>& study)
        : library(std::move(instruments)) {
        vault::Creation creation;
        creation.study = study(library);
        creation.library = &library;
        creation.administrator = QStringLiteral("anna");
        creation.roles = roles;
        creation.passphrase = crypto::Secret(passphrase);
        creation.synthetic = true;
        creation.cost = cheap;
        auto created = vault::Vault::create(place(), std::move(creation), clock);
        if (!created)
            qFatal("%s", qPrintable(created.error().toString()));
        vault = *std::move(created);
    }
    [[nodiscard]] vault::Place place() const {
        return {folder.filePath(QStringLiteral("vault")), folder.filePath(QStringLiteral("state"))};
    }
    [[nodiscard]] Result<void> reopen(const QString& name = QStringLiteral("anna"),
                                      const QByteArray& secret = passphrase) {
        vault.reset();
        auto opened = vault::Vault::unlock(place(), name, crypto::Secret(secret), clock);
        if (!opened)
            return std::unexpected(opened.error());
        vault = *std::move(opened);
        return {};
    }
    [[nodiscard]] desk::Desk desk() { return desk::Desk(*vault); }
    QUuid enrol(const QString& subject = QStringLiteral("SYN-001")) {
        return *desk().enrol(
            {subject, QStringLiteral("en"), QStringLiteral("1957"), QStringLiteral("Ming Li"), {}, {}});
    }
    /// Enrolled, consented now, and handed over at baseline.
    QUuid handOver(const QString& subject = QStringLiteral("SYN-001")) {
        const QUuid participant = enrol(subject);
        [[maybe_unused]] const auto set = desk().setAnchor(participant, QStringLiteral("consent"), clock.now());
        const auto handed = desk().handOver({.participant = participant,
                                             .timepoint = QStringLiteral("BL"),
                                             .secondIdentifier = QStringLiteral("1957"),
                                             .language = QStringLiteral("en")});
        if (!handed)
            qFatal("%s", qPrintable(handed.error().toString()));
        return participant;
    }
};

} // namespace serein::test

/// Fails with the error's words.
#define VERIFY_DONE(expression)                                                                                        \
    do {                                                                                                               \
        const auto& done = (expression);                                                                               \
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));                                        \
    } while (false)
