#include "ui/AppModel.h"

#include "desk/Alerting.h"
#include "ui/Escapes.h"
#include "ui/Secrets.h"
#include "ui/Words.h"

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

namespace serein::ui {

using namespace std::chrono_literals;

AppModel::AppModel(vault::Place place, const Clock& clock, const QString& language, QObject* parent)
    : QObject(parent), m_place(std::move(place)), m_clock(clock), m_lockScreen(new LockModel(m_place, clock, this)),
      m_desk(new DeskModel(this)), m_patient(new PatientModel(this)), m_language(language) {
    m_idle.setSingleShot(true);
    m_lockAfter.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &AppModel::cover);
    connect(&m_lockAfter, &QTimer::timeout, this, &AppModel::lock);
    m_wakeful.setInterval(20s);
    connect(&m_wakeful, &QTimer::timeout, this, &AppModel::lockIfOverdue);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &AppModel::escalateMeanwhile);
    connect(m_lockScreen, &LockModel::unlocked, this, [this] { unlocked(m_lockScreen->takeVault()); });
    connect(m_desk, &DeskModel::handedOver, this, &AppModel::handedOver);
    if (auto* const application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, &AppModel::applicationBecame);
        connect(application, &QCoreApplication::aboutToQuit, this, &AppModel::lock);
        application->installEventFilter(this);
    }
    speak();
    setState(m_lockScreen->refresh() ? State::Locked : State::NoVault);
}

AppModel::~AppModel() {
    lock();
}

bool AppModel::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
        touched();
        break;
    default:
        break;
    }
    return holds(event, watched->isWindowType() || watched == QCoreApplication::instance()) ||
           QObject::eventFilter(watched, event);
}

/// While the tablet is with a participant what would leave their screen goes no further, and is recorded; `first`:
/// once, where it arrives.
bool AppModel::holds(QEvent* event, bool first) {
    const bool withParticipant = m_state == State::HandedOver || m_state == State::Covered;
    const QString what = withParticipant ? escapeIn(*event) : QString();
    if (what.isEmpty())
        return false;
    event->ignore();
    const bool repeats = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->isAutoRepeat();
    if (first && event->type() != QEvent::ShortcutOverride && !repeats)
        m_patient->refuseEscape(what);
    return true;
}

void AppModel::applicationBecame(Qt::ApplicationState state) {
    if (state == Qt::ApplicationActive) {
        lockIfOverdue(); // back from sleep
        return;
    }
    cover();
    const bool away = state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended;
    if (away && m_state == State::Staff &&
        m_reading.isEmpty()) // the desk shows everybody: nothing of it waits behind another program
        lock();
}

void AppModel::lockIfOverdue() {
    if (!m_vault)
        return;
    const std::chrono::milliseconds limit = m_vault->study().lockAfter.nominal();
    const auto running = m_clock.running();
    if (m_touchedAt.addMSecs(limit.count()) <= m_clock.now() ||
        (running && m_touchedRunning && *running - *m_touchedRunning >= limit))
        lock();
}

void AppModel::setState(State state) {
    m_state = state;
    startTimers();
    speak();
    Q_EMIT stateChanged();
}

void AppModel::setLanguage(const QString& language) {
    if (language == m_language)
        return;
    m_language = language;
    speak();
    if (m_state == State::Staff)
        m_desk->speak(m_language);
    Q_EMIT languageChanged();
}

void AppModel::speak() {
    const bool patients = m_state == State::HandedOver || m_state == State::Covered;
    const QString language = patients && !m_patient->language().isEmpty() ? m_patient->language() : m_language;
    if (language == m_spoken)
        return;
    m_spoken = language;
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/i18n/serein_%1.qm").arg(QString(language).replace(u'-', u'_'))))
        QCoreApplication::installTranslator(&m_translator);
    sayWhatIsRead();
    Q_EMIT wordsChanged();
}

void AppModel::escalateMeanwhile() {
    if (m_vault && (m_state == State::HandedOver || m_state == State::Covered))
        // What can't be written now is written when staff are back at the desk.
        [[maybe_unused]]
        const auto done = desk::Alerting(*m_vault).escalateOverdue();
}

void AppModel::startTimers() {
    m_idle.stop();
    m_lockAfter.stop();
    m_wakeful.stop();
    if (!m_vault) {
        m_minute.stop();
        return;
    }
    if (!m_minute.isActive()) // however often the screen is touched
        m_minute.start();
    m_touchedAt = m_clock.now();
    m_touchedRunning = m_clock.running();
    m_wakeful.start();
    m_lockAfter.start(std::chrono::milliseconds(m_vault->study().lockAfter.nominal()));
    if (m_state == State::HandedOver)
        m_idle.start(std::chrono::milliseconds(m_vault->study().idleCoverAfter.nominal()));
}

void AppModel::touched() {
    if (m_state == State::HandedOver || m_state == State::Staff) // under the cover the time to lock runs on
        startTimers();
}

bool AppModel::synthetic() const {
    return m_vault ? m_vault->deviceState().synthetic : m_lockScreen->synthetic();
}
QString AppModel::userName() const {
    return m_vault && m_state == State::Staff ? m_vault->user().name : QString();
}

void AppModel::unlocked(std::unique_ptr<vault::Vault> opened) {
    m_vault = std::move(opened);
    m_desk->open(m_vault.get(), m_language);
    setState(State::Staff);
}

void AppModel::read(std::unique_ptr<vault::Vault> opened, const QString& bundle, const QDateTime& at) {
    const auto everyone = opened->participants();
    if (!everyone || everyone->isEmpty())
        return;
    m_reading = {{QStringLiteral("participant"), idText(everyone->constFirst().id)},
                 {QStringLiteral("bundle"), bundle}};
    m_readAt = at;
    unlocked(std::move(opened));
    sayWhatIsRead();
}

/// In the words of whoever reads it now.
void AppModel::sayWhatIsRead() {
    if (m_reading.isEmpty() || !m_vault)
        return;
    m_reading.insert(QStringLiteral("at"), Words::moment(m_readAt, m_vault->study().zone));
    Q_EMIT readingChanged();
}

void AppModel::lock() {
    if (!m_vault)
        return;
    m_desk->settle();
    if (!m_reading.isEmpty()) // there is nothing that it could be unlocked with
        QCoreApplication::quit();
    if (m_state == State::HandedOver || m_state == State::Covered)
        m_patient->pause();
    m_desk->open(nullptr, m_language); // what is under way ends, and says so before the last word
    // Locking must not wait for a disk that is full: the event is written where it can be.
    [[maybe_unused]] const auto written = m_vault->signOff();
    m_patient->close();
    m_vault.reset();
    setPinError({});
    setState(m_lockScreen->refresh() ? State::Locked : State::NoVault);
}

bool AppModel::setPin(const QString& pin) {
    if (!m_vault)
        return false;
    if (!m_pins.set(m_vault->user().name, secretFrom(pin))) {
        m_desk->say(tr("A PIN has 4 to 8 digits, and two people can't have the same one. Please choose another."),
                    QStringLiteral("pin"));
        return false;
    }
    m_desk->clearMessages();
    return true;
}

bool AppModel::hasPin() const {
    return m_vault && m_pins.has(m_vault->user().name);
}

void AppModel::handedOver(const QUuid& participant) {
    if (!m_patient->open(m_vault.get(), participant)) {
        m_desk->say(m_patient->trouble());
        return;
    }
    m_desk->open(nullptr, m_language); // nothing of anyone else stays within reach
    setPinError({});
    setState(State::HandedOver);
}

void AppModel::cover() {
    if (m_state != State::HandedOver)
        return;
    m_patient->pause();
    setState(State::Covered);
}

void AppModel::uncover() {
    if (m_state == State::Covered)
        setState(State::HandedOver);
}

void AppModel::takeBack(const QString& pin) {
    if (m_state != State::HandedOver && m_state != State::Covered)
        return;
    QStringList active;
    for (const ledger::AccountState& account : m_vault->deviceState().accounts)
        if (account.active)
            active.append(account.name);
    m_pins.keepOnly(active);
    const auto name = m_pins.match(secretFrom(pin));
    if (!name) {
        refusePin();
        return;
    }
    m_patient->pause();
    if (const auto taken = desk::Desk(*m_vault).takeBack(*name, QStringLiteral("pin")); !taken) {
        setPinError(tr("The tablet could not save this. The answers given so far are safe. Please try again."));
        return;
    }
    m_patient->close();
    setPinError({});
    if (*name != m_vault->user().name) {
        lock();
        m_lockScreen->say(tr("The tablet is back with you. Please unlock it with your own passphrase, so that your "
                             "work carries your name."));
        return;
    }
    m_desk->open(m_vault.get(), m_language);
    setState(State::Staff);
}

void AppModel::refusePin() {
    // What can't be written is not let pass for it: the PIN was wrong all the same.
    [[maybe_unused]] const auto written =
        m_vault->appendToDevice({{ledger::PinRefused{m_pins.triesLeft()}}}, vault::participantActor);
    if (m_pins.triesLeft() > 0) {
        setPinError(tr("That is not the PIN. Tries left: %1.").arg(m_pins.triesLeft()));
        return;
    }
    lock();
    m_lockScreen->say(tr("Too many wrong PINs. The answers are safe. Please unlock with your passphrase."));
}

void AppModel::setPinError(const QString& words) {
    if (words == m_pinError)
        return;
    m_pinError = words;
    Q_EMIT pinErrorChanged();
}

} // namespace serein::ui
