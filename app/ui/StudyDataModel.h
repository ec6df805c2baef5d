#pragma once
// The data of the whole study: who signed them and whether that holds, whether they are open, frozen or locked, and
// what this person may do with them.
#include "ui/StaffModel.h"

namespace serein::ui {

class StudyDataModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed) ///< "open", "frozen", "locked", in words
    /// "Signed by iris, 21 Nov 2026, 09:00: …"; empty: nobody has.
    Q_PROPERTY(QString signature READ signature NOTIFY changed)
    /// Who changed since, in a sentence; empty: the signature holds.
    Q_PROPERTY(QString broken READ broken NOTIFY changed)
    /// [{"id": sign, frozen, locked or open, "label"}]; empty: nothing that this person may do.
    Q_PROPERTY(QVariantList acts READ acts NOTIFY changed)
    /// Signatures and states so far, newest first: [{"text", "words"}] with what was meant, or why.
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString signature() const;
    [[nodiscard]] QString broken() const { return m_broken; }
    [[nodiscard]] QVariantList acts() const;
    [[nodiscard]] QVariantList history() const { return m_history; }

    /// `what`: one of the acts. True: done; else the desk says what went wrong, at the fields text, passphrase.
    Q_INVOKABLE bool act(const QString& what, const QString& text, const QString& passphrase);

Q_SIGNALS:
    void changed();

protected:
    void reload() override;

private:
    void readHistory();

    QString m_broken;
    QVariantList m_history;
};

} // namespace serein::ui
