#include "ui/ExportJob.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "desk/Actor.h"
#include "ui/AdminWords.h"
#include "ui/ExportChoice.h"
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

QString ExportJob::participant() const {
    return m_participant.isNull() ? QString() : idText(m_participant);
}

void ExportJob::setParticipant(const QString& participant) {
    m_participant = QUuid::fromString(participant);
    Q_EMIT changed();
}

bool ExportJob::mayExport() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::Export);
}

bool ExportJob::seesUnblinding() const {
    return vault() != nullptr && desk::seesUnblinding(*vault());
}

bool ExportJob::mayExportIdentities() const {
    return vault() != nullptr && exporting::mayExportIdentities(*vault());
}

int ExportJob::count() const {
    return desk() == nullptr ? 0 : m_participant.isNull() ? desk()->participantCount() : 1;
}

QString ExportJob::summary(const QVariantMap& chosen) const {
    return ExportChoice::summary(m_parts, chosen);
}

void ExportJob::reload() {
    if (vault() == nullptr)
        halt(); // locked or handed over: nothing goes on behind
    m_parts = vault() != nullptr ? ExportChoice::parts(*vault(), language()) : QVariantMap();
    Q_EMIT changed();
}

void ExportJob::halt() {
    m_next.stop();
    m_study.reset();
    m_left.clear();
    m_total = 0;
    m_order = {};
    Q_EMIT progressChanged();
}

Result<QList<QUuid>> ExportJob::whose(const QStringList& sites) const {
    if (!m_participant.isNull())
        return QList<QUuid>{m_participant};
    SEREIN_TRY(const QList<vault::Summary> everyone, vault()->participants());
    QList<QUuid> ids;
    for (const vault::Summary& one : everyone) {
        if (!sites.isEmpty()) {
            SEREIN_TRY(const auto participant, vault()->participant(one.id));
            if (!sites.contains(participant->site))
                continue;
        }
        ids.append(one.id);
    }
    return ids;
}

/// Where to, and for whom.
Result<void> ExportJob::goTo(const QString& folder, const QString& certificate) {
    m_order.folder = localPath(folder);
    if (!certificate.trimmed().isEmpty()) {
        const auto bytes = readFile(localPath(certificate));
        auto read = bytes ? crypto::readCertificate(*bytes, vault()->clock().now()) : std::unexpected(bytes.error());
        if (!read)
            return unusable(QStringLiteral("no usable certificate"), QStringLiteral("/certificates"));
        m_order.sealTo.append(*std::move(read));
    }
    return {};
}

Result<void> ExportJob::prepare(const QString& folder, const QString& certificate, const QString& reason,
                                const QVariantMap& chosen) {
    SEREIN_TRY(m_order, ExportChoice::order(chosen));
    SEREIN_CHECK(goTo(folder, certificate));
    SEREIN_TRY(m_order.reason,
               desk::typedText(reason, QStringLiteral("reason"), desk::mostReason, !m_order.sealTo.isEmpty()));
    if (m_order.folder.isEmpty() || !QDir().mkpath(m_order.folder))
        return unusable(QStringLiteral("no such folder"), QStringLiteral("/folder"));
    SEREIN_TRY(m_left, whose(m_order.as.selection.sites));
    if (m_left.isEmpty())
        return unusable(QStringLiteral("nobody there"), QStringLiteral("/sites"));
    m_merges = m_participant.isNull() && chosen.value(QStringLiteral("merged"), true).toBool();
    m_before.reset();
    if (chosen.value(QStringLiteral("changed")).toBool()) {
        SEREIN_TRY(m_before, exporting::ExportedBefore::of(*vault()));
    }
    return {};
}

bool ExportJob::refuse(const Result<void>& result) {
    halt();
    const QString words = AdminWords::trouble(result.error());
    if (words.isEmpty())
        return conclude(result, Action::Export, {});
    desk()->say(words, AdminWords::field(result.error()));
    return false;
}

bool ExportJob::exportIdentities(const QString& folder, const QString& certificate) {
    if (vault() == nullptr || running())
        return false;
    desk()->clearMessages();
    m_order = {};
    if (const auto ready = goTo(folder, certificate); !ready)
        return refuse(ready);
    if (m_order.folder.isEmpty() || !QDir().mkpath(m_order.folder))
        return refuse(unusable(QStringLiteral("no such folder"), QStringLiteral("/folder")));
    if (m_order.sealTo.isEmpty())
        return refuse(unusable(QStringLiteral("no usable certificate"), QStringLiteral("/certificates")));
    m_order.participant = m_participant;
    const auto written = exporting::exportIdentities(*vault(), m_order);
    halt();
    return written ? conclude({}, Action::Export, tr("Exported, sealed: %1").arg(written->path))
                   : conclude(std::unexpected(written.error()), Action::Export, {});
}

bool ExportJob::begin(const QString& folder, const QString& certificate, const QString& reason,
                      const QVariantMap& chosen) {
    if (vault() == nullptr || running())
        return false;
    desk()->clearMessages();
    if (const auto prepared = prepare(folder, certificate, reason, chosen); !prepared)
        return refuse(prepared);
    const qint64 needed = (m_merges ? 2 : 1) * m_left.size() * roomEach;
    const auto lacks = [](const QString& place, qint64 bytes) {
        const qint64 free = QStorageInfo(place).bytesAvailable();
        return free >= 0 && free < bytes ? std::optional(free / 1'000'000) : std::nullopt;
    };
    if (const auto free = lacks(m_order.folder, needed)) {
        halt();
        desk()->say(tr("There is too little room in this folder: %1 MB are free. Nothing was written.").arg(*free),
                    QStringLiteral("folder"));
        return false;
    }
    // Everybody's tables wait beside the vault, sealed, until they are whole.
    if (const auto free = m_merges ? lacks(vault()->folder(), m_left.size() * roomEach) : std::nullopt) {
        halt();
        desk()->say(
            tr("There is too little room on this tablet for everybody's tables in one: %1 MB are free. Nothing was "
               "written.")
                .arg(*free),
            QStringLiteral("folder"));
        return false;
    }
    m_total = static_cast<int>(m_left.size());
    m_finished = 0;
    m_unchanged = 0;
    m_merged = false;
    m_again = 0;
    m_skipped.clear();
    m_next.start(0);
    Q_EMIT progressChanged();
    return true;
}

Result<void> ExportJob::exportNext() {
    m_order.participant = m_left.constFirst();
    SEREIN_TRY(const auto participant, vault()->participant(m_order.participant));
    SEREIN_TRY(const bool unchanged, m_before ? m_before->holds(*vault(), m_order) : Result<bool>(false));
    if (m_participant.isNull() && participant->hasWithdrawnFrom(QStringLiteral("records"))) {
        m_skipped += participant->subject;
    } else if (unchanged) {
        m_unchanged += m_again == 0 ? 1 : 0;
    } else {
        SEREIN_TRY(const exporting::ExportResult written, exporting::exportParticipant(*vault(), m_order));
        m_written = written.path;
        m_finished += m_again == 0 ? 1 : 0;
    }
    m_left.removeFirst();
    return {};
}

Result<void> ExportJob::merge() {
    if (!m_study && m_finished + m_unchanged == 0) {
        m_merges = false; // nobody whose records may be used
        return {};
    }
    m_order.participant = QUuid();
    if (!m_study)
        m_study = std::make_unique<exporting::StudyExport>(*vault(), m_order);
    const auto ended = m_study->step();
    if (!ended)
        return {};
    m_study.reset();
    constexpr int mostAgain = 3;
    if (!*ended && exporting::isChange(ended->error()) && m_again < mostAgain) {
        ++m_again; // an alert was escalated, say: their bundle anew, then everybody's tables
        SEREIN_TRY(m_before, exporting::ExportedBefore::of(*vault()));
        SEREIN_TRY(m_left, whose(m_order.as.selection.sites));
        m_skipped.clear();
        return {};
    }
    m_merges = false;
    SEREIN_CHECK(*ended);
    m_merged = true;
    return {};
}

void ExportJob::step() {
    if (vault() == nullptr)
        return halt();
    if (m_left.isEmpty() && !m_merges) {
        const QString ended = withRest(outcome());
        halt();
        conclude({}, Action::Export, ended);
        return;
    }
    if (const auto went = m_left.isEmpty() ? merge() : exportNext(); !went) {
        const Action action = m_order.sealTo.isEmpty() ? Action::ExportUnsealed : Action::Export;
        halt();
        conclude(went, action, {});
        return;
    }
    Q_EMIT progressChanged();
}

void ExportJob::stop() {
    if (!running())
        return;
    const QString ended =
        withRest(tr("Stopped. %n bundle(s) are whole and were kept in %1.", "", m_finished).arg(m_order.folder));
    halt();
    conclude({}, Action::Export, ended);
}

QString ExportJob::outcome() const {
    if (m_participant.isNull())
        return tr("Exported: %n participant(s), into %1.", "", m_finished).arg(m_order.folder);
    if (m_finished == 0)
        return tr("Nothing happened since the last export of the same, so nothing was written.");
    return m_order.sealTo.isEmpty() ? tr("Exported, not sealed: %1").arg(m_written)
                                    : tr("Exported, sealed: %1").arg(m_written);
}

QString ExportJob::withRest(QString outcome) const {
    if (m_merged)
        outcome += u' ' + tr("And everybody's tables in one.");
    if (m_participant.isNull() && m_unchanged > 0)
        outcome += u' ' + tr("%n participant(s) are unchanged since their last export and were not written again.", "",
                             m_unchanged);
    if (!m_skipped.isEmpty())
        outcome += u' ' + tr("%n participant(s) withdrew the use of their records and were left out: %1.", "",
                             static_cast<int>(m_skipped.size()))
                              .arg(m_skipped.join(tr(", ", "between subject ids")));
    return outcome;
}

} // namespace serein::ui
