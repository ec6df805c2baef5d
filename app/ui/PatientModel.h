#pragma once
// One page of a participant's battery, and nothing of anyone else. Every call that changes an answer has committed it
// before it returns.
#include "session/Battery.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

namespace serein::ui {

class ReadAloud;

class PatientModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(QString language READ language NOTIFY pageChanged)
    Q_PROPERTY(QString title READ title NOTIFY pageChanged) ///< of the instrument, in the participant's words
    Q_PROPERTY(QString instruction READ instruction NOTIFY pageChanged)
    Q_PROPERTY(QString recall READ recall NOTIFY pageChanged)
    Q_PROPERTY(int instrumentNumber READ instrumentNumber NOTIFY pageChanged)
    Q_PROPERTY(int instrumentCount READ instrumentCount NOTIFY pageChanged)
    Q_PROPERTY(int itemNumber READ itemNumber NOTIFY pageChanged)
    Q_PROPERTY(int itemCount READ itemCount NOTIFY pageChanged)
    Q_PROPERTY(double progress READ progress NOTIFY pageChanged) ///< of the whole battery, 0 … 1
    Q_PROPERTY(QString itemId READ itemId NOTIFY pageChanged)
    Q_PROPERTY(QString itemType READ itemType NOTIFY
                   pageChanged) ///< choice, scale, number, clock, duration, date, text, note …
    Q_PROPERTY(QString itemDisplay READ itemDisplay NOTIFY pageChanged) ///< scale: nrs or vas
    Q_PROPERTY(QString question READ question NOTIFY pageChanged)
    Q_PROPERTY(QString help READ help NOTIFY pageChanged)
    Q_PROPERTY(QVariantList options READ options NOTIFY pageChanged) ///< choice: [{"value": 0, "text": "Not at all"}]
    Q_PROPERTY(int scaleMin READ scaleMin NOTIFY pageChanged)
    Q_PROPERTY(int scaleMax READ scaleMax NOTIFY pageChanged)
    Q_PROPERTY(QString lowAnchor READ lowAnchor NOTIFY pageChanged)
    Q_PROPERTY(QString highAnchor READ highAnchor NOTIFY pageChanged)
    Q_PROPERTY(QString unit READ unit NOTIFY pageChanged)
    Q_PROPERTY(bool itemOptional READ itemOptional NOTIFY pageChanged) ///< may stay empty without being declined
    Q_PROPERTY(int decimals READ decimals NOTIFY pageChanged)          ///< places after the point a number may have
    Q_PROPERTY(QVariant numberMin READ numberMin NOTIFY pageChanged)   ///< undefined: none
    Q_PROPERTY(QVariant numberMax READ numberMax NOTIFY pageChanged)
    Q_PROPERTY(bool declineAsksReason READ declineAsksReason NOTIFY pageChanged)
    /// Offered before anything is answered, where there is a choice: [{"id": "en", "label": "English"}]
    Q_PROPERTY(QVariantList languages READ languages NOTIFY pageChanged)
    /// On the review page: gentle questions about answers that don't fit together: [{"id", "text"}]
    Q_PROPERTY(QVariantList checks READ checks NOTIFY pageChanged)
    Q_PROPERTY(int textPercent READ textPercent NOTIFY readingChanged) ///< this participant's, 100 … 200
    Q_PROPERTY(QString look READ look NOTIFY readingChanged)           ///< light, dim, highContrast
    Q_PROPERTY(bool canReadAloud READ canReadAloud NOTIFY voiceChanged)
    Q_PROPERTY(QVariant answer READ answer NOTIFY answerChanged) ///< undefined: none; never pre-set
    Q_PROPERTY(bool answered READ answered NOTIFY answerChanged)
    Q_PROPERTY(bool declined READ declined NOTIFY answerChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    Q_PROPERTY(QVariantList review READ review NOTIFY
                   pageChanged) ///< [{"item", "question", "answer" (words), "declined", "answered"}]
    Q_PROPERTY(QString calmText READ calmText NOTIFY pageChanged) ///< the study's, while an alert has fired; else empty
    Q_PROPERTY(QString trouble READ trouble NOTIFY
                   troubleChanged) ///< a commit failed: what the participant is told; else empty

public:
    enum class Page { None, Breath, Item, Review, Closing };
    Q_ENUM(Page)

    explicit PatientModel(QObject* parent);
    ~PatientModel() override;

    /// Takes the battery handed over to this participant; false and `trouble` where it can't.
    bool open(vault::Vault* vault, const QUuid& participant);
    void close(); ///< forgets everything it showed

    [[nodiscard]] Page page() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString instruction() const;
    [[nodiscard]] QString recall() const;
    [[nodiscard]] int instrumentNumber() const;
    [[nodiscard]] int instrumentCount() const;
    [[nodiscard]] int itemNumber() const;
    [[nodiscard]] int itemCount() const;
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString itemId() const;
    [[nodiscard]] QString itemType() const;
    [[nodiscard]] QString itemDisplay() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] int scaleMin() const;
    [[nodiscard]] int scaleMax() const;
    [[nodiscard]] QString lowAnchor() const;
    [[nodiscard]] QString highAnchor() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QVariant answer() const;
    [[nodiscard]] bool answered() const;
    [[nodiscard]] bool declined() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] QVariantList review() const;
    [[nodiscard]] QString calmText() const;
    [[nodiscard]] QString trouble() const { return m_trouble; }

    [[nodiscard]] bool itemOptional() const;
    [[nodiscard]] int decimals() const;
    [[nodiscard]] QVariant numberMin() const;
    [[nodiscard]] QVariant numberMax() const;
    [[nodiscard]] bool declineAsksReason() const;
    [[nodiscard]] QVariantList languages() const;
    [[nodiscard]] QVariantList checks() const;
    [[nodiscard]] int textPercent() const;
    [[nodiscard]] QString look() const;
    [[nodiscard]] bool canReadAloud() const;

    Q_INVOKABLE void chooseLanguage(const QString& id);
    Q_INVOKABLE void keepCheck(const QString& id);
    Q_INVOKABLE void prefer(int percent, const QString& look);
    /// The page's words and choices, in their language.
    Q_INVOKABLE void readAloud();
    Q_INVOKABLE void stopReading();
    /// Something tried to leave the battery: recorded.
    void refuseEscape(const QString& what);

    /// `value`: a number for choice and scale; as the command line writes it for the rest ("22:30", 450, "2026-11-20",
    /// text); a moment without its offset ("2026-11-20T14:05"), which the site's zone gives it.
    Q_INVOKABLE void give(const QVariant& value);
    Q_INVOKABLE void decline(const QString& reason = {});
    Q_INVOKABLE void begin();
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void goTo(const QString& itemId);
    Q_INVOKABLE void submit();
    /// Before the cover comes up.
    void pause();

Q_SIGNALS:
    void pageChanged();
    void answerChanged();
    void troubleChanged();
    void readingChanged();
    void voiceChanged(); ///< canReadAloud may be another

private:
    void after(const Result<void>& result, bool pageMoved);
    [[nodiscard]] bool inInstrument() const;
    [[nodiscard]] const instrument::Item* item() const; ///< null except on an item's page
    [[nodiscard]] instrument::ItemWords itemWords() const;
    /// What was answered, in the participant's words; a moment by the site's clock.
    [[nodiscard]] QString answerWords(const instrument::Item& item) const;

    vault::Vault* m_vault = nullptr;
    std::unique_ptr<session::Battery> m_battery;
    QString m_trouble;
    std::unique_ptr<ReadAloud> m_voice;
};

} // namespace serein::ui
