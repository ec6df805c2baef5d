#pragma once
// People and their passphrases, the ward-clock check, and how much a lost tablet would cost.
#include "ui/StaffModel.h"

namespace serein::ui {

class AdminModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayManage READ mayManage NOTIFY changed)         ///< accounts, and the recovery certificate
    Q_PROPERTY(bool mayCheckClock READ mayCheckClock NOTIFY changed) ///< of the ward
    /// [{"name", "roles": ["nurse"], "rolesText", "active", "you"}]
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QVariantList roles READ roles NOTIFY changed) ///< all there are: [{"id", "label"}]
    /// Not compared yet today, in the site's zone.
    Q_PROPERTY(bool clockCheckDue READ clockCheckDue NOTIFY changed)
    Q_PROPERTY(bool clockDrifts READ clockDrifts NOTIFY changed) ///< by more than two minutes, when last compared
    Q_PROPERTY(QString clockText READ clockText NOTIFY changed)  ///< the last comparison, in words
    Q_PROPERTY(int unbackedEvents READ unbackedEvents NOTIFY changed)
    Q_PROPERTY(QString unbackedText READ unbackedText NOTIFY changed) ///< "312 events not backed up"; empty: none
    Q_PROPERTY(QString backedUpAt READ backedUpAt NOTIFY changed)     ///< in the site's time; empty: never

public:
    using StaffModel::StaffModel;
    [[nodiscard]] bool mayManage() const;
    [[nodiscard]] bool mayCheckClock() const;
    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] QVariantList roles() const;
    [[nodiscard]] bool clockCheckDue() const;
    [[nodiscard]] bool clockDrifts() const;
    [[nodiscard]] QString clockText() const;
    [[nodiscard]] int unbackedEvents() const;
    [[nodiscard]] QString unbackedText() const;
    [[nodiscard]] QString backedUpAt() const;

    // Each: true when done; else the desk says what went wrong, at the fields name, roles, passphrase, again, current,
    // reason, ward.
    Q_INVOKABLE bool addAccount(const QString& name, const QStringList& roles, const QString& passphrase,
                                const QString& again);
    Q_INVOKABLE bool changeRoles(const QString& name, const QStringList& roles, const QString& reason);
    Q_INVOKABLE bool disable(const QString& name, const QString& reason);
    Q_INVOKABLE bool changePassphrase(const QString& current, const QString& passphrase, const QString& again);
    Q_INVOKABLE bool resetPassphrase(const QString& name, const QString& passphrase, const QString& again,
                                     const QString& reason);
    Q_INVOKABLE bool checkClock(const QString& shown);

Q_SIGNALS:
    void changed();

protected:
    void reload() override { Q_EMIT changed(); }

private:
    bool end(const Result<void>& result, account::Action action, const QString& notice);
};

} // namespace serein::ui
