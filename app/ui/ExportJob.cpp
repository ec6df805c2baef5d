#include "ui/ExportJob.h"

#include "core/Json.h"
#include "desk/Actor.h"
#include "exporting/Bundle.h"
#include "ui/AdminWords.h"
#include "ui/Files.h"

#include <QDir>
#include <QStorageInfo>

namespace serein::ui {

using account::Action;

namespace {

constexpr qint64 roomEach = 2'000'000; // bytes: a bundle with its tables, slice and definitions, sealed

} // namespace

ExportJob::ExportJob(QObject* parent) : StaffModel(parent) {
    connect(&m_next, &QTimer::timeout, this, &ExportJob::step);
}

bool ExportJob::mayExport() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::Export);
}

bool ExportJob::seesUnblinding() const {
    return vault() != nullptr && desk::seesUnblinding(*vault());
}

int ExportJob::count() const {
    return desk() != nullptr ? desk()->participantCount() : 0;
}

void ExportJob::reload() {
    if (vault() == nullptr)
        halt(); // locked or handed over: nothing goes on behind
    Q_EMIT changed();
}

void ExportJob::halt() {
    m_next.stop();
    m_left.clear();
    m_sealTo.clear();
    Q_EMIT progressChanged();
}

bool ExportJob::begin(const QString& folder, const QString& certificate, const QString& reason,
                      const QString& audience) {
    if (vault() == nullptr || running())
        return false;
    desk()->clearMessages();
    m_sealTo.clear();
    if (!certificate.trimmed().isEmpty()) {
        const auto bytes = readFile(localPath(certificate));
        auto read = bytes ? crypto::readCertificate(*bytes, vault()->clock().now()) : std::unexpected(bytes.error());
        if (!read) {
            desk()->say(tr("This certificate can't be used, so nothing was written: the file is missing, is no "
                           "certificate, or has ended."),
                        QStringLiteral("certificates"));
            return false;
        }
        m_sealTo.append(*std::move(read));
    }
    const auto why = desk::typedText(reason, QStringLiteral("reason"), desk::mostReason, !m_sealTo.isEmpty());
    if (!why) {
        desk()->say(AdminWords::trouble(why.error()), AdminWords::field(why.error()));
        return false;
    }
    m_folder = localPath(folder);
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder)) {
        desk()->say(tr("There is no such folder, and it can't be made. Nothing was written. Please choose another."),
                    QStringLiteral("folder"));
        return false;
    }
    const auto everyone = vault()->participants();
    if (!everyone)
        return conclude(std::unexpected(everyone.error()), Action::Export, {});
    if (const qint64 free = QStorageInfo(m_folder).bytesAvailable(); free >= 0 && free < everyone->size() * roomEach) {
        desk()->say(
            tr("There is too little room in this folder: %1 MB are free. Nothing was written.").arg(free / 1'000'000),
            QStringLiteral("folder"));
        return false;
    }
    for (const vault::Summary& one : *everyone)
        m_left.append(one.id);
    m_reason = *why;
    m_audience = audience;
    m_finished = 0;
    m_skipped.clear();
    m_next.start(0);
    Q_EMIT progressChanged();
    return true;
}

void ExportJob::step() {
    if (vault() == nullptr)
        return halt();
    if (m_left.isEmpty()) {
        halt();
        conclude({}, Action::Export,
                 withSkipped(tr("Exported: %n participant(s), into %1.", "", m_finished).arg(m_folder)));
        return;
    }
    const auto participant = vault()->participant(m_left.constFirst());
    if (participant && (*participant)->hasWithdrawnFrom(QStringLiteral("records"))) {
        m_skipped += (*participant)->subject;
        m_left.removeFirst();
        Q_EMIT progressChanged();
        return;
    }
    const auto written = exporting::exportParticipant(
        *vault(), {m_left.constFirst(), m_audience, m_folder, m_sealTo, m_sealTo.isEmpty() ? m_reason : QString()});
    if (!written) {
        const bool sealed = !m_sealTo.isEmpty();
        halt();
        conclude(std::unexpected(written.error()), sealed ? Action::Export : Action::ExportUnsealed, {});
        return;
    }
    m_left.removeFirst();
    ++m_finished;
    Q_EMIT progressChanged();
}

void ExportJob::stop() {
    if (!running())
        return;
    halt();
    conclude({}, Action::Export,
             withSkipped(tr("Stopped. %n bundle(s) are whole and were kept in %1.", "", m_finished).arg(m_folder)));
}

QString ExportJob::withSkipped(const QString& outcome) const {
    if (m_skipped.isEmpty())
        return outcome;
    return outcome + u' ' +
           tr("%n participant(s) withdrew the use of their records and were left out: %1.", "",
              static_cast<int>(m_skipped.size()))
               .arg(m_skipped.join(tr(", ", "between subject ids")));
}

} // namespace serein::ui
