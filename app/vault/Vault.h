#pragma once
// One device's encrypted ledger, open. Appending is the only way to change it: an event and its projections commit in
// one transaction, durable on return. Locking is destroying this object: keys are wiped with it.
#include "account/Attempts.h"
#include "account/DeviceFolder.h"
#include "account/Keyring.h"
#include "account/Roles.h"
#include "core/Ids.h"
#include "crypto/Cms.h"
#include "ledger/State.h"
#include "study/Study.h"
#include "vault/Trail.h"

#include <functional>
#include <memory>

namespace serein::vault {

class BackupJob;
class Database;
class ParticipantKeys;
class WorkTable;

/// Where a vault is, and where this device keeps its own part (see account::DeviceFolder).
struct Place {
    QString folder;
    QString state;
};

/// What a locked vault shows: enough for the lock screen.
struct Locked {
    QUuid vault;
    QUuid device;
    bool synthetic = false;
    QStringList names;
    bool alertWaits = false;
};

struct Creation {
    study::Study study;
    const instrument::Library* library = nullptr;
    QString administrator;
    QList<account::Role> roles{account::Role::Administrator}; ///< of that first person
    crypto::Secret passphrase;
    bool synthetic = false;
    std::optional<crypto::Certificate> recovery;
    crypto::ScryptParameters cost{};
    IdSource ids;
};

/// Proof of a right passphrase; the slow part of unlocking, which may run on any thread.
struct Unlocking {
    QString name;
    crypto::Secret databaseKey;
};

/// Who an event is by.
struct Actor {
    QString name;
    QString role;
};
inline const Actor participantActor{QStringLiteral("participant"), QStringLiteral("participant")};

/// A fact about to be written; `bodyClass` where its instrument decides.
struct Draft {
    Draft(ledger::Fact what,
          std::optional<ledger::BodyClass> ofClass = std::nullopt) // NOLINT(google-explicit-constructor)
        : fact(std::move(what)), bodyClass(ofClass) {}
    ledger::Fact fact;
    std::optional<ledger::BodyClass> bodyClass;
};

struct Summary {
    QUuid id;
    QString subject;
    QString language;
    bool synthetic = false;
    QDateTime enrolledAt;
    QString site;
};

/// A version of the study with the instruments and words that were adopted with it.
struct Protocol {
    QString hash; ///< of the study definition
    study::Study study;
    instrument::Library library;
    QJsonObject instruments; ///< id → {"definition", "packs"}: the hashes
};

/// How far an alert has been looked after.
enum class AlertStanding { Waiting, Acknowledged, Closed };
/// Where an alert is found: in its participant's state.
struct AlertPlace {
    QUuid participant;
    QUuid alert;
};
struct ScoredPlace {
    QUuid participant;
    ledger::AssessmentKey assessment;
    QJsonValue score; ///< as scoreToJson
};

struct Verification {
    qint64 events = 0;
    int streams = 0;
    int checkpoints = 0;
};

class Vault {
public:
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// A new vault in an absent or empty folder. Writes device-key.json there: the public key for the data manager to
    /// register.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> create(const Place& place, Creation creation,
                                                               const Clock& clock);
    [[nodiscard]] static Result<Locked> inspect(const Place& place);
    /// Refused for a wrong name or passphrase (counted, and answered by a growing delay).
    [[nodiscard]] static Result<Unlocking> derive(const Place& place, const QString& name,
                                                  const crypto::Secret& passphrase, const Clock& clock);
    /// Refused where the account was disabled or the vault is open in another program.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const Place& place, Unlocking unlocking,
                                                             const Clock& clock);
    /// derive and open in one.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> unlock(const Place& place, const QString& name,
                                                               const crypto::Secret& passphrase, const Clock& clock);

    [[nodiscard]] const account::Person& user() const { return m_user; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const QUuid& device() const { return m_device; }
    [[nodiscard]] const account::DeviceFolder& deviceFolder() const { return *m_deviceFolder; }
    [[nodiscard]] const QByteArray& devicePublicKey() const { return m_devicePublicKey; }
    [[nodiscard]] QString folder() const { return m_place.folder; }

    // Writing.
    /// All drafts of one participant in one transaction; their event ids in order.
    [[nodiscard]] Result<QList<QUuid>> append(const QUuid& participant, const QList<Draft>& drafts, const Actor& actor);
    [[nodiscard]] Result<QList<QUuid>> appendToDevice(const QList<Draft>& drafts, const Actor& actor);
    /// A new participant: makes their identity and note keys, then appends.
    [[nodiscard]] Result<QUuid> enrol(const QList<Draft>& drafts, const Actor& actor);
    /// Names this participant's head (and the device's own) in the device stream, signed; updates the witness. The id
    /// of the checkpoint event that stands for the current head; an existing one is not written again.
    [[nodiscard]] Result<QUuid> checkpoint(const QUuid& participant, const Actor& actor);
    /// The study in force and its instruments from now on; scores already submitted keep their definitions.
    /// `approval`: the ethics committee's reference, for an amendment.
    [[nodiscard]] Result<void> adopt(const study::Study& study, const instrument::Library& library, const Actor& actor,
                                     const QString& approval = {});
    /// Refused where this is not the passphrase of whoever is at the desk; counted like an unlock.
    [[nodiscard]] Result<void> confirmPassphrase(const crypto::Secret& passphrase) const;
    /// Adds the person to the keyring and the ledger.
    [[nodiscard]] Result<void> addAccount(const QString& name, const QList<account::Role>& roles,
                                          const crypto::Secret& passphrase, const crypto::ScryptParameters& cost,
                                          const Actor& actor);
    /// Another passphrase for this person, whoever they are: the vault is open. What they had opens nothing any more.
    [[nodiscard]] Result<void> setPassphrase(const QString& name, const crypto::Secret& passphrase,
                                             const crypto::ScryptParameters& cost, const Actor& actor);
    /// The site's recovery certificate from now on: backups are sealed to it, and so is the database key.
    [[nodiscard]] Result<void> nameRecovery(const crypto::Certificate& certificate, const Actor& actor);
    /// Makes what a class of this participant says unreadable for good.
    [[nodiscard]] Result<void> destroyKey(const QUuid& participant, ledger::BodyClass bodyClass);
    /// Signs with the device's key.
    [[nodiscard]] QByteArray sign(const QByteArray& message) const;

    // Reading.
    [[nodiscard]] const ledger::DeviceState& deviceState() const { return m_deviceState; }
    /// The version of the study in force for whoever is enrolled now.
    [[nodiscard]] const study::Study& study() const { return m_inForce->study; }
    /// The instruments and packs of the study in force, as adopted.
    [[nodiscard]] const instrument::Library& library() const { return m_inForce->library; }
    /// A version of the study that was adopted here, by the hash of its definition.
    [[nodiscard]] Result<std::shared_ptr<const Protocol>> protocol(const QString& hash) const;
    /// The version that this participant follows.
    [[nodiscard]] Result<std::shared_ptr<const Protocol>> protocolOf(const ledger::ParticipantState& participant) const;
    [[nodiscard]] Result<QList<Summary>> participants() const;
    /// Those who follow another version of the study than the one in force, by subject.
    [[nodiscard]] Result<QList<Summary>> followingOtherVersions() const;
    [[nodiscard]] Result<std::optional<QUuid>> participantBySubject(const QString& subject) const;
    /// Shared while it is unchanged; the next append makes a new one.
    [[nodiscard]] Result<std::shared_ptr<const ledger::ParticipantState>> participant(const QUuid& id) const;
    [[nodiscard]] Result<QList<ledger::AlertState>> openAlerts() const;
    /// The longest waiting first; what is closed, the latest first. `most` negative: all.
    [[nodiscard]] Result<QList<AlertPlace>> alerts(AlertStanding standing, int offset, int most) const;
    [[nodiscard]] Result<QMap<AlertStanding, int>> alertCounts() const;
    /// Everybody's submissions of an instrument, with one of its scores.
    [[nodiscard]] Result<QList<ScoredPlace>> scored(const QString& instrument, const QString& score) const;
    /// What there is to do, for everybody (WorkTable.h).
    [[nodiscard]] WorkTable work() const;
    /// The participant to whom the tablet is handed over, if any.
    [[nodiscard]] Result<std::optional<QUuid>> handedOverTo() const;
    /// The stored bytes of a definition by its hash.
    [[nodiscard]] Result<QByteArray> definition(const QString& hash) const;
    [[nodiscard]] Result<instrument::Instrument> instrumentByHash(const QString& hash) const;
    [[nodiscard]] Result<instrument::TextPack> packByHash(const QString& hash,
                                                          const instrument::Instrument& instrument) const;
    /// Of this device, in order.
    [[nodiscard]] Result<QList<ledger::StoredEvent>> stream(const QString& stream) const;
    [[nodiscard]] Result<ledger::StoredEvent> event(const QUuid& id) const;
    /// The same, opened and read: the audit trail.
    [[nodiscard]] Result<QList<ledger::Event>> events(const QString& stream) const;
    /// Events of every stream and device, newest first (Trail.h).
    [[nodiscard]] Result<QList<TrailEvent>> trail(const TrailQuery& query) const;
    /// The key of one event's body; Refused where its class key was destroyed.
    [[nodiscard]] Result<crypto::Secret> eventKey(const ledger::Header& header) const;

    /// How many events no backup holds yet.
    [[nodiscard]] Result<qint64> unbackedEvents() const;

    // Checking.
    /// Every event, chain and checkpoint; Wrong at the first bad one.
    [[nodiscard]] Result<Verification> verify() const;
    /// Folds everything again. Returns the digest of all projection rows.
    [[nodiscard]] Result<QByteArray> rebuild();
    [[nodiscard]] Result<QByteArray> projectionDigest() const;

private:
    friend class BackupJob; // reads the database as it stands
    Vault(Place place, const Clock& clock);
    [[nodiscard]] Result<void> openDatabase(const crypto::Secret& key);
    [[nodiscard]] Result<void> loadState();
    [[nodiscard]] Result<void> loadStudy();
    [[nodiscard]] Result<const crypto::Secret*> classKey(const QString& stream, ledger::BodyClass bodyClass) const;
    [[nodiscard]] Result<ledger::Event> read(const ledger::StoredEvent& stored) const;
    [[nodiscard]] Result<QList<ledger::Event>>
    appendEvents(const QString& stream, const QList<Draft>& drafts, const Actor& actor,
                 const std::function<Result<void>(const QList<ledger::Event>&)>& project);
    [[nodiscard]] Result<void> sealRecovery(const crypto::Certificate& certificate, account::Keyring& keyring) const;
    [[nodiscard]] Result<QString> store(const QString& kind, const QString& id, const QJsonObject& json);
    [[nodiscard]] Result<ledger::ParticipantState> foldParticipant(const QUuid& id) const;
    [[nodiscard]] Result<void> writeWork(const ledger::ParticipantState& participant);

    Place m_place;
    const Clock& m_clock;
    mutable IdSource m_ids;
    account::Person m_user;
    QUuid m_vault;
    QUuid m_device;
    crypto::Secret m_databaseKey;
    crypto::Secret m_deviceKey;
    QByteArray m_devicePublicKey;
    std::map<ledger::BodyClass, crypto::Secret> m_classKeys;
    std::unique_ptr<account::DeviceFolder> m_deviceFolder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ParticipantKeys> m_participantKeys;
    bool m_migrated = false;
    ledger::HybridTime m_lastTime;
    ledger::DeviceState m_deviceState;
    std::shared_ptr<const Protocol> m_inForce;
    mutable QHash<QString, std::shared_ptr<const Protocol>> m_protocols;
    mutable QHash<QUuid, std::shared_ptr<const ledger::ParticipantState>> m_participants;
};

} // namespace serein::vault
