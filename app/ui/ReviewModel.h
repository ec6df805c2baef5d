#pragma once
// Looking at data again: one assessment, the whole record, and what may be done with them; and the readable stream.
#include "ledger/State.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class ReviewModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString participant READ participant WRITE setParticipant NOTIFY changed)
    Q_PROPERTY(QVariantMap assessment READ assessment NOTIFY changed) ///< AssessmentWords::of; empty: none is open
    Q_PROPERTY(QVariantMap record READ record NOTIFY changed)         ///< RecordWords::of
    Q_PROPERTY(QVariantList stream READ stream NOTIFY changed)        ///< StreamWords::rows, "redactable"
    Q_PROPERTY(QVariantList streamKinds READ streamKinds NOTIFY changed)
    /// What the stream is filtered by; empty: all but what the screen showed.
    Q_PROPERTY(QString streamKind READ streamKind WRITE setStreamKind NOTIFY changed)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QString participant() const { return m_participant; }
    void setParticipant(const QString& participant);
    [[nodiscard]] QVariantMap assessment() const { return m_page; }
    [[nodiscard]] QVariantMap record() const { return m_record; }
    [[nodiscard]] QVariantList stream() const { return m_stream; }
    [[nodiscard]] QVariantList streamKinds() const;
    [[nodiscard]] QString streamKind() const { return m_kind; }
    void setStreamKind(const QString& kind);

    Q_INVOKABLE void open(const QString& timepoint, const QString& instrument, int sequence);
    /// The participant's events are read only for the page that shows them.
    Q_INVOKABLE void readStream();
    /// Where an assessment may be moved to: the timepoints of whoever has that subject id that ask with the instrument
    /// and where nothing of it was begun, [{"id", "label", "timepoint", "sequence"}]; empty: none, or nobody has it.
    Q_INVOKABLE QVariantList destinations(const QString& subject, const QString& instrument) const;
    /// What a person typed or chose does it. `what`: correct, propose, approve, decline, query, answer, close, verify,
    /// reassign, void, place, frozen, locked, open, unblind, reopen. `given` keys: id (of item, proposal, query,
    /// voided), answer, text (reason, question), subject, timepoint, sequence, manner. True: done.
    Q_INVOKABLE bool act(const QString& what, const QVariantMap& given);
    /// `what`: sign (this assessment), signRecord (all of it). The passphrase goes alone, and is kept nowhere.
    Q_INVOKABLE bool sign(const QString& what, const QString& meaning, const QString& passphrase);

Q_SIGNALS:
    void changed();

protected:
    void reload() override;

private:
    bool end(const QString& what, Result<void> result);
    [[nodiscard]] Result<void> done(const QString& what, const QVariantMap& given);
    [[nodiscard]] Result<void> change(bool propose, const QVariantMap& given);

    QString m_participant;
    ledger::AssessmentKey m_key;
    QString m_kind;
    bool m_readsStream = false;
    QVariantMap m_page;
    QVariantMap m_record;
    QVariantList m_stream;
};

} // namespace serein::ui
