#pragma once
// Taking out of a note or a free text who somebody is: what stands there, everything that repeats it, and doing it for
// good.
#include "ledger/State.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class RedactModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString subject READ subject NOTIFY changed) ///< or that it is the tablet's own events
    /// What would go, as it reads now: [{"text", "by"}], oldest first; empty: nothing, or not by this person.
    Q_PROPERTY(QVariantList texts READ texts NOTIFY changed)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QString subject() const { return m_subject; }
    [[nodiscard]] QVariantList texts() const { return m_texts; }

    /// `participant` empty: an event of a tablet's own.
    Q_INVOKABLE void open(const QString& participant, const QString& event);
    /// True: done, for good. Else the desk says why, at the field "reason".
    Q_INVOKABLE bool redact(const QString& reason);

    /// Rows of a participant's stream, each with "redactable": it holds free text, and this person may redact.
    [[nodiscard]] static QVariantList marked(vault::Vault& vault, const QUuid& participant, QVariantList rows);
    /// Which event a note is, for who may redact it; else empty.
    [[nodiscard]] static std::function<QString(const ledger::Remark&)> notes(vault::Vault& vault,
                                                                             const QUuid& participant);

Q_SIGNALS:
    void changed();

protected:
    void reload() override;

private:
    QUuid m_participant;
    QUuid m_event;
    QString m_subject;
    QList<QUuid> m_events; ///< that go together
    QVariantList m_texts;
};

} // namespace serein::ui
