#pragma once
// One person in the study: enrolment, consent, standing, whereabouts, notes and contacts, of the participant whose page
// is open.
#include "desk/Enrolling.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class PersonModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    // Of the study.
    Q_PROPERTY(QVariantList sites READ sites NOTIFY loaded)    ///< [{"id", "label"}]; empty: there is only one
    Q_PROPERTY(QVariantList textSizes READ textSizes CONSTANT) ///< [{"id": "125", "label": "125 %"}]
    Q_PROPERTY(bool keepsConsent READ keepsConsent NOTIFY loaded)
    Q_PROPERTY(QString document READ document NOTIFY loaded)  ///< version of the consent form that is signed now
    Q_PROPERTY(QVariantList givers READ givers NOTIFY loaded) ///< who consents: [{"id", "label"}]
    // Of the participant.
    Q_PROPERTY(QString consentDue READ consentDue NOTIFY loaded) ///< initial, amendment, capacityRegained; empty: none
    Q_PROPERTY(QString consentDueText READ consentDueText NOTIFY loaded)
    Q_PROPERTY(QVariantList consents READ consents NOTIFY loaded)  ///< the latest first: [{"text", "recorded"}]
    Q_PROPERTY(QString eligibility READ eligibility NOTIFY loaded) ///< yes, no, unknown; empty: the study doesn't ask
    Q_PROPERTY(QString standing READ standing NOTIFY loaded)       ///< a sentence each; empty: in the study
    /// suspend, resume, withdraw, failScreening, as far as they may be: [{"id", "label"}]
    Q_PROPERTY(QVariantList acts READ acts NOTIFY loaded)
    Q_PROPERTY(bool consentFirst READ consentFirst NOTIFY loaded) ///< resuming waits for it
    Q_PROPERTY(QVariantList causes READ causes NOTIFY loaded)     ///< of a suspension
    Q_PROPERTY(QVariantList degrees READ degrees NOTIFY loaded)   ///< of a withdrawal, that have not ended yet
    Q_PROPERTY(QVariantList withdrawers READ withdrawers NOTIFY loaded)
    Q_PROPERTY(bool erased READ isErased NOTIFY loaded) ///< identity and notes
    Q_PROPERTY(bool erasureUnfinished READ isErasureUnfinished NOTIFY loaded)
    Q_PROPERTY(QVariantList places READ places NOTIFY loaded)
    /// {"place", "ward", "bed", "text", "since"}
    Q_PROPERTY(QVariantMap whereabouts READ whereabouts NOTIFY loaded)
    Q_PROPERTY(bool seesIdentity READ seesIdentity NOTIFY loaded) ///< else identity and notes are empty
    /// {"secondIdentifier", "name", "phone", "recordNumber"}
    Q_PROPERTY(QVariantMap identity READ identity NOTIFY loaded)
    Q_PROPERTY(QVariantList notes READ notes NOTIFY
                   loaded) ///< the latest first: [{"text", "by", "event" (to redact; empty: may not)}]

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QVariantList sites() const;
    [[nodiscard]] QVariantList textSizes() const;
    [[nodiscard]] bool keepsConsent() const;
    [[nodiscard]] QString document() const;
    [[nodiscard]] QVariantList givers() const;
    [[nodiscard]] QString consentDue() const { return m_consentDue; }
    [[nodiscard]] QString consentDueText() const;
    [[nodiscard]] QVariantList consents() const { return m_consents; }
    [[nodiscard]] QString eligibility() const { return m_eligibility; }
    [[nodiscard]] QString standing() const { return m_standing; }
    [[nodiscard]] QVariantList acts() const;
    [[nodiscard]] bool consentFirst() const { return m_consentFirst; }
    [[nodiscard]] QVariantList causes() const;
    [[nodiscard]] QVariantList degrees() const;
    [[nodiscard]] QVariantList withdrawers() const;
    [[nodiscard]] bool isErased() const { return m_isErased; }
    [[nodiscard]] bool isErasureUnfinished() const { return m_isErasureUnfinished; }
    [[nodiscard]] QVariantList places() const;
    [[nodiscard]] QVariantMap whereabouts() const;
    [[nodiscard]] bool seesIdentity() const;
    [[nodiscard]] QVariantMap identity() const { return m_identity; }
    [[nodiscard]] QVariantList notes() const { return m_notes; }

    // Each: true, done and the desk says so; false, the desk says what is wrong and at which field.
    /// Keys: subject, language, secondIdentifier, name, phone, recordNumber, site, textPercent; and with consent
    /// ("consented" true) document, at (local, "2026-11-20 14:05"), again, by. Opens the page of who was enrolled.
    Q_INVOKABLE bool enrol(const QVariantMap& fields);
    /// Keys: document, at, again, by.
    Q_INVOKABLE bool consent(const QVariantMap& fields);
    Q_INVOKABLE bool failScreening(const QString& reason);
    Q_INVOKABLE bool suspend(const QString& cause, const QString& reason);
    Q_INVOKABLE bool resume(const QString& reason);
    /// Keys: from (list), by, reason, identity (kept, destroyed), confirmation.
    Q_INVOKABLE bool withdraw(const QVariantMap& fields);
    Q_INVOKABLE bool finishErasure();
    Q_INVOKABLE bool locate(const QString& place, const QString& ward, const QString& bed);
    Q_INVOKABLE bool note(const QString& text);
    /// Keys as in `identity`.
    Q_INVOKABLE bool identify(const QVariantMap& fields);
    /// The local time exists twice: which one is meant has to be said ("again").
    Q_INVOKABLE bool isTwice(const QString& local) const;

Q_SIGNALS:
    void loaded();

protected:
    void reload() override;

private:
    [[nodiscard]] QUuid participant() const;
    [[nodiscard]] Result<desk::Consent> readConsent(const QVariantMap& fields) const;
    void read(const ledger::ParticipantState& state);
    bool finish(const Result<void>& result, account::Action action, const QString& notice);

    QString m_consentDue;
    QVariantList m_consents;
    QString m_eligibility;
    QString m_standing;
    bool m_consentFirst = false;
    bool m_isSuspended = false;
    bool m_maySuspend = false;
    bool m_mayFailScreening = false;
    bool m_isErased = false;
    bool m_isErasureUnfinished = false;
    QStringList m_ended; ///< degrees of withdrawal
    ledger::Whereabouts m_whereabouts;
    QVariantMap m_identity;
    QVariantList m_notes;
};

} // namespace serein::ui
