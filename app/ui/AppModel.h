#pragma once
// What the whole app is doing: locked, with staff, or handed over. The root object of the QML side; everything else
// hangs on it.
#include "ui/DeskModel.h"
#include "ui/LockModel.h"
#include "ui/PatientModel.h"

#include "account/Pins.h"
#include "core/Clock.h"
#include "vault/Vault.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QTranslator>

namespace serein::ui {

class AppModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(serein::ui::LockModel* lockScreen READ lockScreen CONSTANT)
    Q_PROPERTY(serein::ui::DeskModel* desk READ desk CONSTANT)          ///< meaningful in Staff
    Q_PROPERTY(serein::ui::PatientModel* patient READ patient CONSTANT) ///< meaningful in HandedOver
    /// Language of staff screens: "en" or "zh-CN". In HandedOver the screens speak the participant's.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(
        bool synthetic READ synthetic NOTIFY stateChanged) ///< a demonstration vault: shown on every staff screen
    Q_PROPERTY(QString userName READ userName NOTIFY stateChanged)
    /// An export that was opened to be read: {"participant", "bundle", "at"}; empty: a vault.
    Q_PROPERTY(QVariantMap reading READ reading NOTIFY readingChanged)
    /// While Covered: what the cover and the PIN pad say.
    Q_PROPERTY(QString pinError READ pinError NOTIFY pinErrorChanged)

public:
    enum class State {
        NoVault,    ///< no usable vault: lockScreen.error says why
        Locked,     ///< keys wiped; passphrase needed
        Staff,      ///< a person is at the desk
        HandedOver, ///< a participant's battery and nothing else
        Covered     ///< handed over, but the screen covers itself (pause, idle, hidden) or the battery is done
    };
    Q_ENUM(State)

    AppModel(vault::Place place, const Clock& clock, const QString& language, QObject* parent = nullptr);
    ~AppModel() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] LockModel* lockScreen() const { return m_lockScreen; }
    [[nodiscard]] DeskModel* desk() const { return m_desk; }
    [[nodiscard]] PatientModel* patient() const { return m_patient; }
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] bool synthetic() const;
    [[nodiscard]] QString userName() const;
    [[nodiscard]] QString pinError() const { return m_pinError; }

    /// A vault for reading is at the desk from now on; locking it ends the program.
    void read(std::unique_ptr<vault::Vault> opened, const QString& bundle, const QDateTime& at);
    [[nodiscard]] QVariantMap reading() const { return m_reading; }
    Q_INVOKABLE void lock();
    /// Staff sets their own PIN for taking the tablet back; true when it was accepted (else desk.error says why).
    Q_INVOKABLE bool setPin(const QString& pin);
    Q_INVOKABLE bool hasPin() const;
    /// HandedOver → Covered: pause, idle, hidden.
    Q_INVOKABLE void cover();
    /// Covered → HandedOver (the participant goes on).
    Q_INVOKABLE void uncover();
    /// HandedOver or Covered → Staff by the PIN of the person who unlocked. Another's PIN takes it back too, and leads
    /// to Locked: they work under their own name. Wrong: pinError, and after five tries Locked.
    Q_INVOKABLE void takeBack(const QString& pin);
    /// Each minute while a participant has the tablet: an alert whose deadline has passed escalates then too. Nothing
    /// of it is shown to them.
    void escalateMeanwhile();
    /// A finger or a key did something: restarts the idle timers.
    Q_INVOKABLE void touched();

Q_SIGNALS:
    void stateChanged();
    void languageChanged();
    void pinErrorChanged();
    void readingChanged();
    void wordsChanged(); ///< another language is spoken now: the engine translates its screens again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool holds(QEvent* event, bool first);
    void setState(State state);
    void unlocked(std::unique_ptr<vault::Vault> opened);
    void handedOver(const QUuid& participant);
    void speak();
    void sayWhatIsRead();
    void startTimers();
    void applicationBecame(Qt::ApplicationState state);
    void lockIfOverdue();
    void refusePin();
    void setPinError(const QString& words);

    vault::Place m_place;
    const Clock& m_clock;
    std::unique_ptr<vault::Vault> m_vault;
    account::Pins m_pins;
    LockModel* m_lockScreen;
    DeskModel* m_desk;
    PatientModel* m_patient;
    State m_state = State::NoVault;
    QString m_language;
    QVariantMap m_reading;
    QDateTime m_readAt; ///< until when it was exported
    QString m_pinError;
    QString m_spoken; ///< the language of the installed translator
    QTranslator m_translator;
    QTimer m_idle;
    QTimer m_lockAfter;
    QTimer m_minute;
    QTimer m_wakeful; ///< timers stand still while the tablet sleeps; this one looks at the clock
    QDateTime m_touchedAt;
    std::optional<std::chrono::milliseconds> m_touchedRunning; ///< the same by what nobody can set
};

} // namespace serein::ui
