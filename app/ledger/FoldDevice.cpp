#include "ledger/State.h"

namespace serein::ledger {

namespace {

class DeviceFold {
public:
    DeviceFold(DeviceState& state, const Header& header, Touched& touched)
        : m_state(state), m_header(header), m_touched(touched) {}

    void operator()(const VaultCreated& fact) {
        m_state.vault = fact.vault;
        m_state.synthetic = fact.synthetic;
        addDevice(fact.devicePublicKey, QStringLiteral("created"));
    }
    void operator()(const DeviceAdded& fact) { addDevice(fact.devicePublicKey, fact.how); }
    void operator()(const DeviceRevoked& fact) {
        const auto device = m_state.devices.find(fact.device);
        if (!hasSay() || device == m_state.devices.end() || device->revokedAt.isValid())
            return;
        device->revokedAt = m_header.at;
    }
    void operator()(const StudyAdopted& fact) {
        m_state.adopted.insert(fact.study,
                               fact.instruments); // who was enrolled under it follows it, whoever adopted it
        if (!hasSay())
            return;
        m_state.study = fact.study;
        m_state.instruments = fact.instruments;
        if (!m_state.inForceSince.contains(fact.study))
            m_state.inForceSince.insert(fact.study, m_header.at);
    }
    void operator()(const AccountAdded& fact) {
        if (!hasSay() || m_state.accounts.contains(fact.name))
            return; // names are never used twice
        m_state.accounts.insert(fact.name, {fact.name, fact.roles, true});
    }
    void operator()(const AccountDisabled& fact) {
        const auto account = m_state.accounts.find(fact.name);
        if (!hasSay() || account == m_state.accounts.end())
            return;
        account->active = false;
    }
    void operator()(const RolesChanged& fact) {
        const auto account = m_state.accounts.find(fact.name);
        if (!hasSay() || account == m_state.accounts.end())
            return;
        account->roles = fact.roles;
    }
    void operator()(const RecoveryNamed& fact) {
        if (!hasSay())
            return;
        m_state.recovery = fact.certificate;
        m_state.recoveryFurther.clear();
        for (const QString& one : fact.further)
            m_state.recoveryFurther.append(QByteArray::fromBase64(one.toLatin1()));
        m_state.recoveryNeedsAll = fact.all;
        m_state.recoveryNeeded = fact.needed;
    }
    void operator()(const ClockChecked& fact) {
        m_state.clockCheckedAt = m_header.at;
        m_state.clockDriftSeconds = fact.driftSeconds;
    }
    void operator()(const BackedUp& fact) {
        m_state.backedUpAt = m_header.at;
        m_state.backedUpEvents = fact.events;
        m_state.backedUpBy = m_header.device;
        m_state.backupFolder = fact.folder;
        m_state.backupsKept = fact.keep;
    }
    void operator()(const BackupPlanned& fact) { m_state.backupEveryHours = fact.everyHours; }
    void operator()(const StudySigned& fact) {
        if (!hasSay())
            return;
        m_state.signedAt = m_header.at;
        m_state.signedBy = m_header.actor;
        m_state.signedMeaning = fact.meaning;
    }
    void operator()(const StudyDataStateChanged& fact) {
        if (!hasSay())
            return;
        m_state.dataState = fact.state;
    }
    void operator()(const Redacted& fact) {
        if (hasSay())
            m_state.redacted.insert(fact.event, {fact.content, fact.keyDestroyed});
    }
    void operator()(const Checkpoint& fact) {
        for (const Head& head : fact.heads)
            m_touched.vouched.insert(
                {m_header.device, head.device.isNull() ? m_header.device : head.device, head.stream},
                {head, m_header.id});
    }
    template<class Other> void operator()(const Other&) {}

private:
    /// A device that was revoked decides nothing any more about people, the study or recovery.
    [[nodiscard]] bool hasSay() const { return !m_state.devices.value(m_header.device).revokedAt.isValid(); }
    void addDevice(const QByteArray& publicKey, const QString& how) {
        if (!m_state.devices.contains(m_header.device))
            m_state.devices.insert(m_header.device, {publicKey, m_header.at, how, {}});
    }
    DeviceState& m_state;
    const Header& m_header;
    Touched& m_touched;
};

} // namespace

void apply(DeviceState& state, const Event& event, Touched& touched) {
    std::visit(DeviceFold(state, event.header, touched), event.fact);
}

} // namespace serein::ledger
