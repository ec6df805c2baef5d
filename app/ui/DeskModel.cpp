#include "ui/DeskModel.h"

#include "desk/Administration.h"
#include "desk/AnswerWords.h"
#include "ui/AlertModel.h"
#include "ui/BackupSchedule.h"
#include "ui/ParticipantPage.h"
#include "ui/Renewing.h"
#include "ui/Words.h"
#include "vault/WorkTable.h"

namespace serein::ui {

using account::Action;
using namespace std::chrono_literals;

DeskModel::DeskModel(QObject* parent)
    : QObject(parent), m_backups(new BackupSchedule(this)), m_renewing(new Renewing(this)) {
    connect(m_renewing, &Renewing::ended, this, [this] {
        attend(std::exchange(m_lent, nullptr));
        refresh();
    });
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        escalate();
        refresh();
    });
}

DeskModel::~DeskModel() {
    settle();
}

/// What is done by itself goes on with this vault, or stands still.
void DeskModel::attend(vault::Vault* vault) {
    m_vault = vault;
    m_backups->open(vault);
    if (vault != nullptr)
        m_minute.start();
    else
        m_minute.stop();
}

void DeskModel::open(vault::Vault* vault, const QString& language) {
    settle();
    if (m_vault != nullptr)
        Q_EMIT closing();
    attend(vault);
    m_language = language;
    m_opened = {};
    clearMessages();
    escalate();
    refresh();
}

void DeskModel::settle() {
    m_renewing->wait();
}

Result<void> DeskModel::renewKeys() {
    if (m_vault == nullptr)
        return refused(QStringLiteral("there is no open vault"));
    m_lent = m_vault;
    attend(nullptr);
    auto begun = desk::Administration(*m_lent).beginRekeying();
    if (!begun) {
        attend(std::exchange(m_lent, nullptr));
        refresh();
        return std::unexpected(begun.error());
    }
    m_renewing->begin(*std::move(begun));
    refresh();
    return {};
}

void DeskModel::speak(const QString& language) {
    m_language = language;
    clearMessages();
    refresh();
}

void DeskModel::refresh() {
    loadLists();
    loadParticipant();
    Q_EMIT changed();
}

void DeskModel::escalate() {
    if (m_vault == nullptr)
        return;
    if (const auto done = desk::Alerting(*m_vault).escalateOverdue(); !done)
        fail(Action::AcknowledgeAlert, done.error());
}

void DeskModel::loadLists() {
    m_resumeHandOver.clear();
    m_alertBanner.clear();
    m_participantCount = 0;
    if (m_vault == nullptr)
        return;
    m_alertBanner = AlertModel::banner(*m_vault, m_language);
    const auto cutShort = m_vault->handedOverTo();
    m_participantCount = m_vault->work().participantCount({}).value_or(0);
    if (cutShort && *cutShort)
        m_resumeHandOver = handOverPage(*m_vault, **cutShort, m_language);
}

void DeskModel::openParticipant(const QString& id) {
    m_opened = QUuid::fromString(id);
    loadParticipant();
}

void DeskModel::loadParticipant() {
    m_participant.clear();
    if (m_vault != nullptr && !m_opened.isNull()) {
        auto page = participantPage(*m_vault, m_opened, m_language);
        if (page)
            m_participant = std::move(*page);
        else
            fail(Action::ReadParticipants, page.error());
    }
    Q_EMIT participantChanged();
}

int DeskModel::alertCount() const {
    return m_alertBanner.value(QStringLiteral("count")).toInt();
}
QString DeskModel::studyTitle() const {
    return m_vault != nullptr ? m_vault->study().title.in(m_language) : QString();
}
QString DeskModel::subjectExample() const {
    return m_vault != nullptr ? m_vault->study().subjectExample : QString();
}
QString DeskModel::secondIdentifierLabel() const {
    return m_vault != nullptr ? m_vault->study().secondIdentifierLabel.in(m_language) : QString();
}
QString DeskModel::secondIdentifierExample() const {
    return m_vault != nullptr
               ? m_vault->study().json[QStringLiteral("secondIdentifier")][QStringLiteral("example")].toString()
               : QString();
}

QString DeskModel::alertContact() const {
    return m_vault != nullptr ? m_vault->study().alertContact.in(m_language) : QString();
}

QVariantList DeskModel::languages() const {
    QVariantList all;
    if (m_vault != nullptr)
        for (const QString& language : m_vault->study().languages)
            all +=
                QVariantMap{{QStringLiteral("id"), language}, {QStringLiteral("label"), desk::languageLabel(language)}};
    return all;
}

QVariantList DeskModel::anchors() const {
    QVariantList all;
    if (m_vault != nullptr)
        for (const study::Anchor& anchor : m_vault->study().anchors)
            all +=
                QVariantMap{{QStringLiteral("id"), anchor.id}, {QStringLiteral("label"), anchor.label.in(m_language)}};
    return all;
}

void DeskModel::clearMessages() {
    say({});
}

void DeskModel::say(const QString& error, const QString& field) {
    m_error = error;
    m_errorField = field;
    m_notice.clear();
    Q_EMIT errorChanged();
}

} // namespace serein::ui
