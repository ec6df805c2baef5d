#pragma once
// A fresh demonstration vault for the view models: two participants, baseline due for both.
#include "core/Json.h"
#include "desk/Desk.h"

#include <QTemporaryDir>
#include <QtTest>

namespace serein::test {

inline const QString userName = QStringLiteral("nurse1");
inline const QString passphrase = QStringLiteral("quiet evening ward");

class UiVault {
public:
    /// `more`: an instrument's folder beside the shipped ones.
    explicit UiVault(const QString& file = QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/demo.json"),
                     const QString& more = {}) {
        library = *instrument::Library::load(QStringLiteral(SEREIN_SOURCE_DIR "/instruments"));
        if (!more.isEmpty())
            library.add(*instrument::Library::loadEntry(more));
        vault::Creation creation;
        creation.study = *study::parseStudy(*readJson(file), library, file);
        creation.library = &library;
        creation.administrator = userName;
        creation.roles = {account::Role::Nurse, account::Role::Investigator, account::Role::Administrator};
        creation.passphrase = crypto::Secret(passphrase.toUtf8());
        creation.synthetic = true;
        creation.cost = {.logN = 14};
        vault = std::move(*vault::Vault::create(place, std::move(creation), clock));
        first = enrol(QStringLiteral("SYN-001"), QStringLiteral("1957"), QStringLiteral("Erste Person"));
        second = enrol(QStringLiteral("SYN-002"), QStringLiteral("1968"), QStringLiteral("Zweite Person"));
    }

    QUuid enrol(const QString& subject, const QString& born, const QString& name) {
        desk::Desk desk(*vault);
        const QUuid id = *desk.enrol({subject, QStringLiteral("en"), born, name, {}, {}});
        [&] { QVERIFY(desk.setAnchor(id, QStringLiteral("consent"), clock.now().addSecs(-3600))); }();
        return id;
    }

    void handOver(const QUuid& participant, const QString& born) {
        QVERIFY(desk::Desk(*vault).handOver({.participant = participant,
                                             .timepoint = QStringLiteral("BL"),
                                             .secondIdentifier = born,
                                             .language = QStringLiteral("en")}));
    }

    QTemporaryDir folder;
    vault::Place place{folder.filePath(QStringLiteral("vault")), folder.filePath(QStringLiteral("state"))};
    FixedClock clock{*parseInstant(QStringLiteral("2026-11-20T09:00+08:00"))};
    instrument::Library library;
    std::unique_ptr<vault::Vault> vault;
    QUuid first;
    QUuid second;
};

} // namespace serein::test
