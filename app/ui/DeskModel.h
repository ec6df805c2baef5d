#pragma once
// The staff's screens: worklist, alerts, one participant, enrolment, hand-over. Words for every refusal in `error`.
#include "ui/StaffLists.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantMap>

namespace serein::ui {

class BackupSchedule;
class Renewing;

class DeskModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(int alertCount READ alertCount NOTIFY changed) ///< that nobody has acknowledged
    /// Of those: {"count", "overdue", "text" (until when), "contact"}; empty: none.
    Q_PROPERTY(QVariantMap alertBanner READ alertBanner NOTIFY changed)
    Q_PROPERTY(int participantCount READ participantCount NOTIFY changed) ///< how many are enrolled
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed) ///< new keys are being written: the vault is lent, like locked
    Q_PROPERTY(QString studyTitle READ studyTitle NOTIFY changed)
    /// What went wrong last, in a nurse's words; empty: nothing. errorField names the field it is about ("subject",
    /// "at" …), or is empty.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(QString errorField READ errorField NOTIFY errorChanged)
    /// What was last done, in one short sentence ("Enrolled SYN-001"); empty: nothing to say.
    Q_PROPERTY(QString notice READ notice NOTIFY errorChanged)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed) ///< [{"id": "zh-CN", "label": "简体中文"}]
    Q_PROPERTY(QVariantList anchors READ anchors NOTIFY changed)     ///< of the study: [{"id", "label"}]
    Q_PROPERTY(QString subjectExample READ subjectExample NOTIFY changed)
    Q_PROPERTY(QString secondIdentifierLabel READ secondIdentifierLabel NOTIFY changed)
    Q_PROPERTY(QString secondIdentifierExample READ secondIdentifierExample NOTIFY changed)
    Q_PROPERTY(QString alertContact READ alertContact NOTIFY changed) ///< the study's: who comes, and how to reach them
    /// The participant whose page is open:
    /// {"id","subject","language","synthetic","anchors":[{"id","label","at","text"}],"mayPlan" (set and change
    /// them),"alerts" (see AlertModel::rowsOf),"facts" and "actions" (see
    /// ParticipantFacts),"timepoints":[{"timepoint","sequence","label","state","stateText","window","selfLeft","about"
    /// (of what the column's button opens),"form","action" (handOver, call, fillIn, missed, or none),"cells" (see
    /// ParticipantCells)}]}, a column for each sequence; empty: none.
    Q_PROPERTY(QVariantMap participant READ participant NOTIFY participantChanged)
    /// A hand-over that a lock cut short: {"participant","subject","timepoint","label","language"}; empty: none. The
    /// way goes on through the hand-over confirmation (handOver), or ends with endHandOver.
    Q_PROPERTY(QVariantMap resumeHandOver READ resumeHandOver NOTIFY changed)

public:
    explicit DeskModel(QObject* parent);
    ~DeskModel() override;

    void open(vault::Vault* vault, const QString& language); ///< null: locked or handed over, everything is forgotten
    void speak(const QString& language);
    /// New keys for all that is stored (Renewing.h): begun, or why not.
    [[nodiscard]] Result<void> renewKeys();
    [[nodiscard]] Renewing& renewing() const { return *m_renewing; }
    [[nodiscard]] bool isBusy() const { return m_lent != nullptr; }
    /// Once nothing has the vault any more.
    void settle();
    void say(const QString& error, const QString& field = {});
    /// How an action ended, in words; both answer what they stand for.
    bool succeed(const QString& notice);
    bool fail(account::Action action, const Error& error);
    [[nodiscard]] vault::Vault* vault() const { return m_vault; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] int alertCount() const;
    [[nodiscard]] QVariantMap alertBanner() const { return m_alertBanner; }
    [[nodiscard]] int participantCount() const { return m_participantCount; }
    [[nodiscard]] QString studyTitle() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString errorField() const { return m_errorField; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QVariantList languages() const;
    [[nodiscard]] QVariantList anchors() const;
    [[nodiscard]] QString subjectExample() const;
    [[nodiscard]] QString secondIdentifierLabel() const;
    [[nodiscard]] QString secondIdentifierExample() const;
    [[nodiscard]] QString alertContact() const;
    [[nodiscard]] QVariantMap participant() const { return m_participant; }
    [[nodiscard]] QVariantMap resumeHandOver() const { return m_resumeHandOver; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void clearMessages();
    Q_INVOKABLE void openParticipant(const QString& id);
    /// Keys: subject, language, secondIdentifier, name, phone, recordNumber. True: done, and the participant's page is
    /// open.
    Q_INVOKABLE bool enrol(const QVariantMap& fields);
    /// `local`: "2026-11-20 14:05" in the site's zone. `how`: set, move, correct, revoke, repeat; all but set need a
    /// reason. PlanModel shows beforehand what it changes.
    Q_INVOKABLE bool setAnchor(const QString& participant, const QString& anchor, const QString& local,
                               const QString& how, const QString& reason);
    /// Now in the site's zone, as setAnchor reads it.
    Q_INVOKABLE QString siteNow() const;
    /// The form about the participant's state that comes first; empty: none.
    Q_INVOKABLE QString stateForm(const QString& participant, const QString& timepoint) const;
    /// Keys: participant, timepoint, secondIdentifier, mode, language, helper, place, reason (outside the window),
    /// state (entries of the form that was due), despite (true: although it was advised against; errorField "state"
    /// says that it is).
    Q_INVOKABLE bool handOver(const QVariantMap& order);
    /// What a form asks for these entries (StaffForms.h), in the staff's language.
    Q_INVOKABLE QVariantList formItems(const QString& instrument, const QVariantMap& entered) const;
    /// True: recorded. Else errorField names the item. `reason`: why outside its window.
    Q_INVOKABLE bool saveForm(const QString& participant, const QString& timepoint, const QString& instrument,
                              const QVariantMap& entered, const QString& reason = {});
    /// The tablet stays with staff after all: ends what resumeHandOver names.
    Q_INVOKABLE bool endHandOver();

Q_SIGNALS:
    void changed();
    void errorChanged();
    void participantChanged();
    void handedOver(const QUuid& participant);
    void closing(); ///< about to forget the vault: whoever still holds something typed keeps it now

private:
    bool handOverFailed(const Error& error);
    void escalate();
    [[nodiscard]] Result<std::shared_ptr<const vault::Protocol>> protocolOf(const QUuid& participant) const;
    void loadLists();
    void loadParticipant();
    void attend(vault::Vault* vault);

    vault::Vault* m_vault = nullptr;
    vault::Vault* m_lent = nullptr; ///< while new keys are written
    QString m_language;
    QVariantMap m_alertBanner;
    QString m_error;
    QString m_errorField;
    QString m_notice;
    int m_participantCount = 0;
    QUuid m_opened; ///< whose page is open; null: none
    QVariantMap m_participant;
    QVariantMap m_resumeHandOver;
    BackupSchedule* m_backups;
    Renewing* m_renewing;
    QTimer m_minute; ///< windows open and close while nobody touches the screen
};

} // namespace serein::ui
