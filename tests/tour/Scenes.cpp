#include "Scenes.h"

#include "exporting/Bundle.h"

#include <QDir>
#include <QFileInfo>

namespace serein::tour {

using State = ui::AppModel::State;
using Page = ui::PatientModel::Page;

namespace {

const QString user = QStringLiteral("demo");
const QString secondIdentifier = QStringLiteral("1957");
const QString pin = QStringLiteral("4711");

} // namespace

Result<void> Scenes::reach(State state, const QString& what) {
    return m_finger.waitFor([&] { return m_app.state() == state; }, what);
}

/// Each kind of page once a language.
Result<void> Scenes::pictureOnce(const QString& name) {
    if (m_pictured.contains(name))
        return {};
    m_pictured += name;
    return m_finger.picture(name);
}

Result<QString> Scenes::unlock() {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("lock.name.") + user));
    SEREIN_CHECK(m_finger.type(QStringLiteral("lock.passphrase"), m_vault.passphrase));
    SEREIN_CHECK(pictureOnce(QStringLiteral("lock")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("lock.unlock")));
    SEREIN_CHECK(reach(State::Staff, QStringLiteral("the passphrase to open the vault")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("rail.worklist")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("worklist.enrol")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("worklist")));
    return QStringLiteral("%1 at the desk, %2 participants")
        .arg(m_app.userName())
        .arg(m_app.desk()->participantCount());
}

Result<QString> Scenes::enrol(const QString& subject, const QString& language) {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("rail.worklist")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("worklist.enrol")));
    SEREIN_CHECK(m_finger.type(QStringLiteral("enrol.subject"), subject));
    SEREIN_CHECK(m_finger.type(QStringLiteral("enrol.secondIdentifier"), secondIdentifier));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("enrol.language.") + language));
    SEREIN_CHECK(pictureOnce(QStringLiteral("enrol")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("enrol.save")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("participant.anchor.consent")));
    SEREIN_CHECK(m_finger.waitFor(
        [&] { return m_app.desk()->participant().value(QStringLiteral("subject")).toString() == subject; },
        QStringLiteral("the page of %1").arg(subject)));
    return subject;
}

Result<void> Scenes::setAnchor(const QString& anchor, const QString& local) {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("participant.anchor.") + anchor));
    SEREIN_CHECK(m_finger.type(QStringLiteral("anchor.at"), local));
    SEREIN_CHECK(pictureOnce(QStringLiteral("anchor")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("anchor.save")));
    const auto isSet = [&] {
        const QVariantList anchors = m_app.desk()->participant().value(QStringLiteral("anchors")).toList();
        return std::any_of(anchors.begin(), anchors.end(), [&](const QVariant& one) {
            return one.toMap().value(QStringLiteral("id")) == anchor &&
                   one.toMap().value(QStringLiteral("at")) == local;
        });
    };
    return m_finger.waitFor(isSet, QStringLiteral("%1 to be set").arg(anchor));
}

Result<QString> Scenes::setConsent() {
    const QString now = m_app.desk()->siteNow();
    SEREIN_CHECK(setAnchor(QStringLiteral("consent"), now));
    return QStringLiteral("consent ") + now;
}

Result<QString> Scenes::setSurgery() {
    const QString today = m_app.desk()->siteNow().left(10);
    SEREIN_CHECK(setConsent());
    SEREIN_CHECK(setAnchor(QStringLiteral("incision"), today + QStringLiteral(" 13:30")));
    SEREIN_CHECK(setAnchor(QStringLiteral("surgeryEnd"), today + QStringLiteral(" 15:05")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("participant")));
    return QStringLiteral("consent now, incision %1 13:30, end of surgery 15:05").arg(today);
}

Result<QString> Scenes::handOver() {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("participant.handOver.BL")));
    SEREIN_CHECK(m_finger.type(QStringLiteral("handover.secondIdentifier"), secondIdentifier));
    if (!m_app.hasPin())
        SEREIN_CHECK(m_finger.type(QStringLiteral("handover.pin"), pin));
    SEREIN_CHECK(pictureOnce(QStringLiteral("hand-over")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("handover.confirm")));
    SEREIN_CHECK(reach(State::HandedOver, QStringLiteral("the tablet to be the participant's")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("patient.begin")));
    return QStringLiteral("baseline, in %1, %2 scales")
        .arg(m_app.patient()->language())
        .arg(m_app.patient()->instrumentCount());
}

Result<QString> Scenes::pauseAndGoOn() {
    SEREIN_CHECK(pictureOnce(QStringLiteral("breath")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.begin")));
    SEREIN_CHECK(answerItem());
    const QString item = m_app.patient()->itemId();
    SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.pause")));
    SEREIN_CHECK(reach(State::Covered, QStringLiteral("the cover")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("cover.goOn")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("cover")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("cover.goOn")));
    SEREIN_CHECK(reach(State::HandedOver, QStringLiteral("the questions again")));
    if (m_app.patient()->itemId() != item)
        return wrong(QStringLiteral("another question than before the pause"));
    return QStringLiteral("covered, then the same question again");
}

Result<void> Scenes::answerItem() {
    ui::PatientModel& patient = *m_app.patient();
    const QString item = patient.itemId();
    const QString type = patient.itemType();
    if (patient.answered())
        return wrong(QStringLiteral("\"%1\" is answered before anybody touched it").arg(item));
    SEREIN_CHECK(m_finger.see(QStringLiteral("patient.question")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("question-") + type));
    if (type == QStringLiteral("choice")) {
        const qsizetype count = patient.options().size();
        const int chosen = item == QStringLiteral("q9") || count == 4 ? 1 : 0;
        const QVariant value =
            patient.options().at(std::min<qsizetype>(chosen, count - 1)).toMap().value(QStringLiteral("value"));
        SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.option.") + value.toString()));
    } else if (type == QStringLiteral("scale")) {
        SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.nrs.%1").arg(3 + m_answers % 4)));
    } else {
        return wrong(QStringLiteral("the tour has no finger for a question of type \"%1\"").arg(type));
    }
    SEREIN_CHECK(m_finger.waitFor([&] { return patient.answered(); },
                                  QStringLiteral("the answer to \"%1\" to be stored").arg(item)));
    SEREIN_CHECK(pictureOnce(QStringLiteral("answered-") + type));
    ++m_answers;
    SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.next")));
    return m_finger.waitFor([&] { return patient.page() != Page::Item || patient.itemId() != item; },
                            QStringLiteral("the page after \"%1\"").arg(item));
}

Result<QString> Scenes::answerBattery() {
    ui::PatientModel& patient = *m_app.patient();
    m_answers = 0;
    while (patient.page() != Page::Closing) {
        switch (patient.page()) {
        case Page::Breath:
            if (patient.instrumentNumber() > 1)
                SEREIN_CHECK(pictureOnce(patient.calmText().isEmpty() ? QStringLiteral("breath-between")
                                                                      : QStringLiteral("breath-calm")));
            SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.begin")));
            SEREIN_CHECK(
                m_finger.waitFor([&] { return patient.page() != Page::Breath; }, QStringLiteral("the first question")));
            break;
        case Page::Item:
            SEREIN_CHECK(answerItem());
            break;
        case Page::Review: {
            SEREIN_CHECK(m_finger.see(QStringLiteral("patient.submit")));
            SEREIN_CHECK(pictureOnce(QStringLiteral("review")));
            SEREIN_CHECK(m_finger.tap(QStringLiteral("patient.submit")));
            SEREIN_CHECK(m_finger.waitFor([&] { return patient.page() != Page::Review; },
                                          QStringLiteral("the scale to be submitted")));
            break;
        }
        default:
            return wrong(QStringLiteral("the battery closed by itself"));
        }
    }
    SEREIN_CHECK(m_finger.see(QStringLiteral("cover.words")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("closing")));
    return QStringLiteral("%1 answers, %2 scales submitted").arg(m_answers).arg(patient.instrumentCount());
}

Result<QString> Scenes::handBack() {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("cover.staff")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("pin.key.1")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("pin")));
    for (const QChar digit : pin)
        SEREIN_CHECK(m_finger.tap(QStringLiteral("pin.key.") + digit));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("pin.ok")));
    SEREIN_CHECK(reach(State::Staff, QStringLiteral("the PIN to bring the tablet back")));
    if (m_app.patient()->page() != Page::None)
        return wrong(QStringLiteral("the participant's page is still there"));
    return QStringLiteral("by PIN, %1 alerts waiting").arg(m_app.desk()->alertCount());
}

Result<QString> Scenes::lock() {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("rail.lock")));
    SEREIN_CHECK(reach(State::Locked, QStringLiteral("the lock screen")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("lock.alertWaits")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("lock-alert")));
    return QStringLiteral("the lock screen asks for the nurse");
}

Result<QString> Scenes::unlockToAlert() {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("lock.name.") + user));
    SEREIN_CHECK(m_finger.type(QStringLiteral("lock.passphrase"), m_vault.passphrase));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("lock.unlock")));
    SEREIN_CHECK(reach(State::Staff, QStringLiteral("the passphrase to open the vault")));
    SEREIN_CHECK(m_finger.see(QStringLiteral("alert.action.0")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("alerts")));
    return QStringLiteral("%1 alerts first").arg(m_app.desk()->alertCount());
}

Result<QString> Scenes::acknowledge() {
    const int waiting = m_app.desk()->alertCount();
    for (int left = waiting; left > 0; --left) {
        SEREIN_CHECK(m_finger.type(QStringLiteral("alert.action.0"),
                                   QStringLiteral("Talked with the participant, told the study physician")));
        SEREIN_CHECK(m_finger.tap(QStringLiteral("alert.acknowledge.0")));
        SEREIN_CHECK(m_finger.waitFor([&] { return m_app.desk()->alertCount() == left - 1; },
                                      QStringLiteral("the alert to be acknowledged")));
    }
    SEREIN_CHECK(pictureOnce(QStringLiteral("alerts-none")));
    return QStringLiteral("%1 acknowledged with what was done").arg(waiting);
}

Result<QString> Scenes::exportSealed(const QString& subject) {
    SEREIN_CHECK(m_finger.tap(QStringLiteral("rail.participants")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("participants.") + subject));
    SEREIN_CHECK(m_finger.see(QStringLiteral("participant.tab.more")));
    SEREIN_CHECK(pictureOnce(QStringLiteral("participant-done")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("participant.tab.more")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("participant.export")));
    SEREIN_CHECK(m_finger.type(QStringLiteral("export.folder"), m_exports));
    SEREIN_CHECK(m_finger.type(QStringLiteral("export.certificate"), m_vault.certificateFile));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("export.save")));
    const auto written = [&] { return QDir(m_exports).entryList({QStringLiteral("*.zip.p7m")}, QDir::Files); };
    SEREIN_CHECK(m_finger.waitFor([&] { return !written().isEmpty() && !m_app.desk()->notice().isEmpty(); },
                                  QStringLiteral("the bundle (%1)").arg(m_app.desk()->error())));
    SEREIN_CHECK(pictureOnce(QStringLiteral("exported")));
    return QStringLiteral("%1/%2").arg(m_exports, written().constFirst());
}

Result<QString> Scenes::openBundle() {
    const QFileInfoList bundles = QDir(m_exports).entryInfoList({QStringLiteral("*.zip.p7m")}, QDir::Files);
    if (bundles.size() != 1)
        return wrong(QStringLiteral("%1 bundles instead of one").arg(bundles.size()), {}, m_exports);
    SEREIN_TRY(const auto report,
               exporting::verifyBundle(bundles.constFirst().filePath(), {m_vault.deviceKeys, m_vault.privateKeyPem}));
    if (!report.deviceRegistered)
        return wrong(QStringLiteral("the bundle's device is not the registered one"));
    return QStringLiteral("signature, chain, tables and scores hold: %1 events, %2 assessments, %3 scores")
        .arg(report.events)
        .arg(report.assessments)
        .arg(report.scores);
}

Result<QString> Scenes::speakChinese() {
    if (m_app.state() == State::Staff)
        SEREIN_CHECK(m_finger.tap(QStringLiteral("rail.lock")));
    SEREIN_CHECK(reach(State::Locked, QStringLiteral("the lock screen")));
    SEREIN_CHECK(m_finger.tap(QStringLiteral("lock.language.zh-CN")));
    SEREIN_CHECK(
        m_finger.waitFor([&] { return m_app.language() == QStringLiteral("zh-CN"); }, QStringLiteral("Chinese")));
    m_pictured.clear();
    return QStringLiteral("staff's screens in Chinese");
}

} // namespace serein::tour
