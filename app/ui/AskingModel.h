#pragma once
// Whether a timepoint can be asked now; and where it can't, or wasn't: that it was missed, and the calls about it.
#include "ui/StaffModel.h"

namespace serein::ui {

class AskingModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString participant MEMBER m_participant NOTIFY askedFor) ///< id
    Q_PROPERTY(QString timepoint MEMBER m_timepoint NOTIFY askedFor)
    Q_PROPERTY(int sequence MEMBER m_sequence NOTIFY askedFor) ///< of `marks`; 0: the one that it is in now
    Q_PROPERTY(QString outside READ outside NOTIFY loaded)     ///< early, late, unscheduled; empty: now is its time
    Q_PROPERTY(QString outsideText READ outsideText NOTIFY loaded)
    Q_PROPERTY(QString barred READ barred NOTIFY loaded)        ///< why nothing may be asked, in words; empty: it may
    Q_PROPERTY(bool telephone READ telephone NOTIFY loaded)     ///< the participant is at home: asked by telephone
    Q_PROPERTY(QString phone READ phone NOTIFY loaded)          ///< for whoever may record a call; may be empty
    Q_PROPERTY(QVariantList unbegun READ unbegun NOTIFY loaded) ///< [{"id", "label"}]: instruments not begun
    Q_PROPERTY(bool mayMiss READ mayMiss NOTIFY loaded)         ///< record that something was missed, and mend it
    /// What is recorded as missed: [{"id" (instrument; empty: the timepoint), "label", "reason", "remark", "text"}].
    Q_PROPERTY(QVariantList marks READ marks NOTIFY loaded)
    Q_PROPERTY(QVariantList calls READ calls NOTIFY loaded) ///< the latest first: [{"at", "by", "text", "remark"}]
    Q_PROPERTY(QVariantList missedReasons READ missedReasons NOTIFY loaded) ///< [{"id", "label"}]
    Q_PROPERTY(QVariantList peopleReached READ peopleReached NOTIFY loaded) ///< [{"id", "label"}]

public:
    explicit AskingModel(QObject* parent = nullptr);
    [[nodiscard]] QString outside() const { return m_outside; }
    [[nodiscard]] QString outsideText() const { return m_outsideText; }
    [[nodiscard]] QString barred() const { return m_barred; }
    [[nodiscard]] bool telephone() const { return m_telephone; }
    [[nodiscard]] QString phone() const { return m_phone; }
    [[nodiscard]] QVariantList unbegun() const { return m_unbegun; }
    [[nodiscard]] bool mayMiss() const;
    [[nodiscard]] QVariantList marks() const { return m_marks; }
    [[nodiscard]] QVariantList calls() const { return m_calls; }
    [[nodiscard]] QVariantList missedReasons() const;
    [[nodiscard]] QVariantList peopleReached() const;

    /// What a call came to, for who was reached: [{"id", "label"}].
    Q_INVOKABLE QVariantList outcomes(const QString& reached) const;
    /// `instrument` empty: whatever was not begun. True: recorded.
    Q_INVOKABLE bool recordMissed(const QString& instrument, const QString& reason, const QString& remark);
    /// Another reason for one of `marks`, or (empty) that it was not missed; `why` it is changed.
    Q_INVOKABLE bool mendMissed(const QString& instrument, const QString& reason, const QString& remark,
                                const QString& why);
    Q_INVOKABLE bool logCall(const QString& reached, const QString& outcome, const QString& remark);

Q_SIGNALS:
    void askedFor();
    void loaded();

protected:
    void reload() override;

private:
    void read();

    QString m_participant;
    QString m_timepoint;
    int m_sequence = 0;
    QString m_outside;
    QString m_outsideText;
    QString m_barred;
    bool m_telephone = false;
    QString m_phone;
    QVariantList m_unbegun;
    QVariantList m_marks;
    QVariantList m_calls;
};

} // namespace serein::ui
