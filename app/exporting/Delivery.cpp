#include "exporting/Delivery.h"

#include "core/Ids.h"
#include "core/Writing.h"
#include "exporting/Spool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace serein::exporting {

namespace {

const QString stopPointer = QStringLiteral("/stopped");

/// As this device names what is not in place yet.
QString partEnding(const QUuid& device) {
    return u'.' + idText(device).right(12) + QStringLiteral(".part");
}

QString causeOf(const Error& fault, const QString& folder) {
    if (isStop(fault))
        return QStringLiteral("stopped");
    if (fault.kind != Error::Kind::Storage)
        return QStringLiteral("content");
    const QFileInfo place(folder);
    if (!place.isDir())
        return QStringLiteral("folderGone");
    if (!place.isWritable())
        return QStringLiteral("notWritable");
    constexpr qint64 least = 10'000'000; // more than a bundle takes
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    return free >= 0 && free < least ? QStringLiteral("noRoom") : QStringLiteral("storage");
}

} // namespace

Error stopped() {
    return {Error::Kind::Refused, {{{}, stopPointer, QStringLiteral("the export was stopped")}}};
}

bool isStop(const Error& fault) {
    return fault.kind == Error::Kind::Refused && !fault.faults.isEmpty() &&
           fault.faults.constFirst().pointer == stopPointer;
}

PartFile::PartFile(const QString& path, const QUuid& device) : m_path(path), m_part(path + partEnding(device)) {}

PartFile::~PartFile() {
    if (!m_isInPlace)
        QFile::remove(m_part);
}

Result<void> PartFile::write(const QByteArray& bytes) const {
    QFile file(m_part);
    const auto failed = [&](const QString& why) {
        return storageFailed(QStringLiteral("cannot be written: ") + why, m_path);
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(file.errorString());
    if (!writeAll(file, bytes))
        return failed(file.errorString());
    return ::fsync(file.handle()) == 0 ? Result<void>() : failed(qt_error_string(errno));
}

Result<void> PartFile::putInPlace() {
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
        return storageFailed(QStringLiteral("cannot be written: ") + qt_error_string(errno), m_path);
    m_isInPlace = true;
    return {};
}

Result<void> beginDelivery(vault::Vault& vault, const vault::Actor& actor, const ledger::ExportBegun& what,
                           const QString& folder) {
    QList<vault::Draft> drafts;
    SEREIN_TRY(const auto before, vault.unfinishedExport());
    if (before)
        drafts.append(
            ledger::Fact(ledger::ExportFailed{before->participant, before->audience, QStringLiteral("interrupted")}));
    drafts.append(ledger::Fact(what));
    SEREIN_CHECK(vault.appendToDevice(drafts, actor));
    QDir place(folder);
    for (const QString& left : place.entryList({u'*' + partEnding(vault.device())}, QDir::Files))
        place.remove(left);
    Spool::removeLeft(vault.folder());
    return {};
}

Error failDelivery(vault::Vault& vault, const vault::Actor& actor, const ledger::ExportBegun& what,
                   const QString& folder, const Error& fault) {
    const ledger::ExportFailed failed{what.participant, what.audience, causeOf(fault, folder)};
    Error all = fault;
    // Where not even that can be written (the vault's own disk is full), the next unlock says it.
    if (const auto told = vault.appendToDevice({{failed}}, actor); !told)
        all.faults += told.error().faults;
    return all;
}

} // namespace serein::exporting
