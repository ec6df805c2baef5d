#pragma once
// The study in force, the instruments it is asked with, and how another version of it comes into force.
#include "desk/Administration.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class StudyModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayAdopt READ mayAdopt NOTIFY changed) ///< a version of the study, and a site's text packs
    Q_PROPERTY(bool mayMove READ mayMove NOTIFY changed)   ///< participants to the version in force
    /// {"title", "version", "hash", "zone", "timepoints": [{"id", "label", "window", "battery":
    /// ["PHQ-9"]}]}
    Q_PROPERTY(QVariantMap study READ study NOTIFY changed)
    /// [{"id", "name", "version", "class", "hash", "packs": [{"language", "text"}]}]
    Q_PROPERTY(QVariantList instruments READ instruments NOTIFY changed)
    /// Everything wrong with the file that was read last, one sentence each; empty: nothing, or none was read.
    Q_PROPERTY(QStringList faults READ faults NOTIFY amendmentChanged)
    /// What was read and waits for the ethics committee's reference: {"version", "title", "changes": ["…"]}; empty:
    /// nothing.
    Q_PROPERTY(QVariantMap amendment READ amendment NOTIFY amendmentChanged)
    /// Who follows another version: [{"id", "subject", "version", "bar"}]; `bar`: why they can't be moved yet, or
    /// empty.
    Q_PROPERTY(QVariantList moves READ moves NOTIFY changed)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] bool mayAdopt() const;
    [[nodiscard]] bool mayMove() const;
    [[nodiscard]] QVariantMap study() const;
    [[nodiscard]] QVariantList instruments() const;
    [[nodiscard]] QStringList faults() const { return m_faults; }
    [[nodiscard]] QVariantMap amendment() const;
    [[nodiscard]] QVariantList moves() const { return m_moves; }

    // Each: true when done; else the desk says what went wrong, at the fields pack, file, approval, reason.
    Q_INVOKABLE bool addPack(const QString& file);
    Q_INVOKABLE bool readAmendment(const QString& file);
    Q_INVOKABLE void forgetAmendment();
    Q_INVOKABLE bool amend(const QString& approval);
    Q_INVOKABLE bool move(const QString& participant, const QString& reason);
    /// All who can be; the notice says how many have to wait.
    Q_INVOKABLE bool moveAll(const QString& reason);

Q_SIGNALS:
    void changed();
    void amendmentChanged();

protected:
    void reload() override;

private:
    bool end(const Result<void>& result, account::Action action, const QString& notice);
    bool unreadable(const Error& error, const QString& field);
    QStringList m_faults;
    std::optional<desk::Amendment> m_amendment;
    QVariantList m_moves;
};

} // namespace serein::ui
