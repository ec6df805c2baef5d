#pragma once
// What every bundle of one vault has in common: the first event of each device, the adoptions of the study, and the
// definitions' bytes. Read once for all participants, and anew when any of it may have changed.
#include "vault/Vault.h"

namespace serein::exporting {

class Background {
public:
    /// Of this vault as it stands; what was read before on this thread is used again where it still holds.
    [[nodiscard]] static Result<std::shared_ptr<Background>> of(const vault::Vault& vault);

    /// The first event of each device.
    [[nodiscard]] const QMap<QUuid, ledger::StoredEvent>& firsts() const { return m_firsts; }
    /// What every adoption of a study brought with it, in their order.
    [[nodiscard]] const QList<ledger::StudyAdopted>& adoptions() const { return m_adoptions; }
    [[nodiscard]] Result<QByteArray> definition(const vault::Vault& vault, const QString& hash);
    /// What class an instrument's answers are of, by its definition.
    [[nodiscard]] Result<ledger::BodyClass> classOf(const vault::Vault& vault, const QString& hash);

private:
    /// What it depends on. The device's own stream only grows, and what it adopts stands in its state.
    struct Basis {
        QUuid vault;
        QUuid device;
        QList<ledger::Head> others; ///< of the other devices' own streams
        QMap<QString, QJsonObject> adopted;
        bool operator==(const Basis&) const = default;
    };
    [[nodiscard]] static Result<Basis> basisOf(const vault::Vault& vault);
    [[nodiscard]] Result<void> read(const vault::Vault& vault);

    Basis m_basis;
    QMap<QUuid, ledger::StoredEvent> m_firsts;
    QList<ledger::StudyAdopted> m_adoptions;
    QHash<QString, QByteArray> m_definitions;
    QHash<QString, ledger::BodyClass> m_classes;
};

} // namespace serein::exporting
