#pragma once
// A form or a rating of staff's own while it is filled in: kept as it is typed, found again after a lock or a kill.
#include "desk/Forms.h"
#include "ui/StaffModel.h"

#include <QTimer>

namespace serein::ui {

class FormModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString participant MEMBER m_participant WRITE setParticipant NOTIFY placed) ///< id
    Q_PROPERTY(QString timepoint MEMBER m_timepoint WRITE setTimepoint NOTIFY placed)
    Q_PROPERTY(QString instrument MEMBER m_instrument WRITE setInstrument NOTIFY placed)
    Q_PROPERTY(QString reason MEMBER m_reason WRITE setReason NOTIFY placed) ///< why outside the window
    Q_PROPERTY(QVariantList items READ items NOTIFY loaded)    ///< StaffForms.h; a moment that comes twice has "remark"
    Q_PROPERTY(QVariantMap entered READ entered NOTIFY loaded) ///< by item id, as the fields show it
    Q_PROPERTY(QString instruction READ instruction NOTIFY loaded)
    Q_PROPERTY(QString rater READ rater NOTIFY loaded)     ///< whose name it is recorded under, in words
    Q_PROPERTY(QString trouble READ trouble NOTIFY loaded) ///< why it can't be filled in; empty: it can
    Q_PROPERTY(bool begun READ isBegun NOTIFY loaded)      ///< something was entered, now or before
    Q_PROPERTY(bool isKept READ isKept NOTIFY loaded)      ///< everything that was entered is in the ledger

public:
    explicit FormModel(QObject* parent = nullptr);
    ~FormModel() override;
    void setParticipant(const QString& participant);
    void setTimepoint(const QString& timepoint);
    void setInstrument(const QString& instrument);
    void setReason(const QString& reason);
    [[nodiscard]] QVariantList items() const;
    [[nodiscard]] QVariantMap entered() const { return m_entered; }
    [[nodiscard]] QString instruction() const;
    [[nodiscard]] QString rater() const;
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] bool isBegun() const { return !m_entered.isEmpty(); }
    [[nodiscard]] bool isKept() const { return m_isKept; }

    /// A choice's value, several in a list, or a field's text. Kept at once, or a second after the last key.
    Q_INVOKABLE void enter(const QString& item, const QVariant& value);
    /// Keeps what fits so far. False: the desk says why not.
    Q_INVOKABLE bool flush();
    /// True: submitted. Else the desk names the field, and what was entered stays.
    Q_INVOKABLE bool save();

Q_SIGNALS:
    void placed();
    void loaded();

protected:
    void reload() override;

private:
    void place(QString& member, const QString& value);
    void open();
    [[nodiscard]] desk::FormPlace where() const;
    [[nodiscard]] const instrument::Instrument* definition() const;
    bool explain(const Error& error);

    QString m_participant;
    QString m_timepoint;
    QString m_instrument;
    QString m_reason;
    std::shared_ptr<const vault::Protocol> m_protocol; ///< what the participant follows; null: not open
    instrument::Answers m_kept;
    QVariantMap m_entered;
    QString m_trouble;
    bool m_isKept = true;
    QTimer m_typing;
};

} // namespace serein::ui
