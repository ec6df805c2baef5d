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
#include <map>
#include <memory>

namespace serein::vault {

class BackupJob;
class ClassKeys;
class Database;
class Handing;
struct HandedOn;
class Merging;
class NewDevice;
class ParticipantKeys;
class Rekeying;
class WorkTable;

/// Where a vault is, and where this device keeps its own part (see account::DeviceFolder).
struct Place {
    QString folder;
    QString state;
    account::SecretStore* secrets =
        nullptr; ///< where the device secret is; null: in the state folder. Outlives the vault
};

/// What a locked vault shows: enough for the lock screen.
struct Locked {
    QUuid vault;
    QUuid device;
    bool synthetic = false;
    QStringList names;
    bool alertWaits = false;
};

/// Who holds the keys to the site's recovery certificates.
struct Recovery {
    QList<crypto::Certificate> holders; ///< none: nobody could open a backup
    bool needsAll = false;              ///< every holder's key is needed; else any one of them
    int needed = 0;                     ///< any so many of the holders' keys, 2 or more; 0: as needsAll says
};

struct Creation {
    study::Study study;
    const instrument::Library* library = nullptr;
    QString administrator;
    QList<account::Role> roles{account::Role::Administrator}; ///< of that first person
    crypto::Secret passphrase;
    bool synthetic = false;
    Recovery recovery;
    crypto::ScryptParameters cost{};
    IdSource ids;
};

/// Proof of a right passphrase; the slow part of unlocking, which may run on any thread.
struct Unlocking {
    QString name;
    crypto::Secret databaseKey;
    crypto::Secret nextKey = {}; ///< where new keys were being given when the program ended
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
    int devices = 0;
    qint64 unreadable = 0; ///< events whose key was destroyed, and which hold their chain together
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

    /// What was handed on, to be read (HandedOn.h): in memory alone, and nothing can be added to it.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> forReading(HandedOn record, const Clock& clock);
    [[nodiscard]] bool isForReading() const { return m_isForReading; }

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
    /// Names this participant's heads (on every device, and the device's own) in the device stream, signed; updates the
    /// witness. The id of the checkpoint event that stands for the current heads; an existing one is not written again.
    [[nodiscard]] Result<QUuid> checkpoint(const QUuid& participant, const Actor& actor);
    /// The same for every stream that none names yet.
    [[nodiscard]] Result<void> checkpointAll(const Actor& actor);
    /// The person at the desk goes: says so, and names what was written since they came. The object is to be destroyed
    /// after it.
    [[nodiscard]] Result<void> signOff();
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
                                             const crypto::ScryptParameters& cost, const Actor& actor,
                                             const QString& reason = {});
    /// The site's recovery certificates from now on: backups are sealed to them, and so is the database key. Unusable
    /// where `needed` of them can't be asked for.
    [[nodiscard]] Result<void> nameRecovery(const Recovery& recovery, const Actor& actor);
    /// Makes what a class of this participant says unreadable for good.
    [[nodiscard]] Result<void> destroyKey(const QUuid& participant, ledger::BodyClass bodyClass);
    /// Takes the free text out of these events for good: their keys are destroyed, the chain stays whole. False: one of
    /// them had no key of its own, so that its bytes still open with its class's. Unusable for an event without free
    /// text, or of somebody else. `participant` null: events of the devices' own streams.
    [[nodiscard]] Result<bool> redact(const QUuid& participant, const QList<QUuid>& events, const QString& reason,
                                      const Actor& actor);
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
    /// The same people in the same order, for going through many of them.
    [[nodiscard]] Result<QList<QUuid>> participantIds() const;
    /// Until what it returns is gone, little of what is read stays in memory.
    [[nodiscard]] std::shared_ptr<const void> readingEverybody() const;
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
    /// Of every device, in the order of their hybrid logical clocks.
    [[nodiscard]] Result<QList<ledger::StoredEvent>> stream(const QString& stream) const;
    /// An event of this vault as it reads: withheld where its key is not here. What was redacted in a participant's
    /// stream is known to that stream (events) alone.
    [[nodiscard]] Result<ledger::Event> read(const ledger::StoredEvent& stored) const;
    /// The same one after the other, as a device's stream may be long; `visit` reads no other stream.
    [[nodiscard]] Result<void> forEachOf(const QString& stream,
                                         const std::function<Result<void>(const ledger::StoredEvent&)>& visit) const;
    [[nodiscard]] Result<ledger::StoredEvent> event(const QUuid& id) const;
    /// The same, opened and read: the audit trail. What was redacted reads as what is left of it.
    [[nodiscard]] Result<QList<ledger::Event>> events(const QString& stream) const;
    /// Events of every stream and device, newest first (Trail.h).
    [[nodiscard]] Result<QList<TrailEvent>> trail(const TrailQuery& query) const;
    /// The key of one event's body; Refused where it was destroyed.
    [[nodiscard]] Result<crypto::Secret> eventKey(const ledger::Header& header) const;
    /// The last event of a stream on every device that has one, this device's first; theirs name the device.
    [[nodiscard]] Result<QList<ledger::Head>> heads(const QString& stream) const;
    /// The latest checkpoint that names that stream of `of`, by `by`; none: there isn't one.
    [[nodiscard]] Result<std::optional<ledger::Vouched>> vouched(const QUuid& by, const QUuid& of,
                                                                 const QString& stream) const;

    /// How many events no backup holds yet.
    [[nodiscard]] Result<qint64> unbackedEvents() const;

    /// What this device last began to export, where nothing says how it ended.
    [[nodiscard]] Result<std::optional<ledger::ExportBegun>> unfinishedExport() const;

    // Checking.
    /// Every event, chain and checkpoint of every device, and the database file; Wrong at the first bad one. Devices
    /// are held against `registered` keys where there are any (device → raw Ed25519).
    [[nodiscard]] Result<Verification> verify(const QMap<QUuid, QByteArray>& registered = {}) const;
    /// What is derived from the ledger, against the ledger: Wrong where a row is not what the events say. Changes
    /// nothing.
    [[nodiscard]] Result<void> verifyProjections();
    /// Folds everything again. Returns the digest of all projection rows.
    [[nodiscard]] Result<QByteArray> rebuild();
    [[nodiscard]] Result<QByteArray> projectionDigest() const;
    /// One participant's rows of each of those tables, as bytes; `vouched` is the devices'.
    [[nodiscard]] Result<QMap<QString, QByteArray>> projectionRows(const QUuid& participant) const;

private:
    friend class BackupJob; // these read or write the database as it stands
    friend class Handing;
    friend class Merging;
    friend class NewDevice;
    friend class Rekeying;
    struct Opened {
        crypto::Secret key; ///< of this event's body
        ledger::Event event;
    };
    Vault(Place place, const Clock& clock);
    [[nodiscard]] Result<void> openDatabase(const crypto::Secret& key);
    [[nodiscard]] Result<void> loadState();
    /// People, devices, the study and what else the devices' own streams decide, from their events alone.
    [[nodiscard]] Result<ledger::DeviceState> foldDevices() const;
    /// An event of a device's stream, between the one before it and the one after it.
    [[nodiscard]] Result<void> checkLinks(const ledger::StoredEvent& stored) const;
    /// Every page; where one is damaged the next to open looks again.
    [[nodiscard]] Result<void> checkPages() const;
    [[nodiscard]] Result<Verification> verifyLedger(const QMap<QUuid, QByteArray>& registered) const;
    /// What is amiss with the witness; none: the ledger holds what this device vouched for.
    [[nodiscard]] Result<std::optional<ledger::WitnessFailed>> witnessFault() const;
    /// Wrong where a key is gone that no event says was destroyed. `cameSo`: it was so when it came here.
    [[nodiscard]] Result<void> requireDecided(const QMap<QString, QList<ledger::Header>>& unreadable,
                                              const std::function<bool(const ledger::Header&)>& cameSo) const;
    /// Keys of identities and notes that were to be destroyed and are there again.
    [[nodiscard]] Result<void> eraseWhatWasRevived();
    [[nodiscard]] Result<void> loadStudy();
    [[nodiscard]] Result<void> loadKeys(const Database& database);
    [[nodiscard]] bool signsAs(const QByteArray& publicKey) const;
    [[nodiscard]] Result<void> writeDeviceKey() const;
    [[nodiscard]] Result<const crypto::Secret*> classKey(const QString& stream, ledger::BodyClass bodyClass) const;
    [[nodiscard]] Result<Opened> openWithAnyKey(const ledger::StoredEvent& stored) const;
    [[nodiscard]] Result<ledger::StoredEvent> seal(const ledger::Header& header, const ledger::Fact& fact) const;
    [[nodiscard]] Result<ledger::Head> headOf(const QUuid& device, const QString& stream) const;
    /// What stands in the device's own stream by now can't go from it unseen. `mends`: a witness that was removed or
    /// changed is in force again.
    [[nodiscard]] Result<void> keepWitness(bool mends) const;
    [[nodiscard]] Result<QUuid> nameHeads(const QList<ledger::Head>& heads, const Actor& actor);
    [[nodiscard]] Result<QList<ledger::Event>>
    appendEvents(const QString& stream, const QList<Draft>& drafts, const Actor& actor,
                 const std::function<Result<void>(const QList<ledger::Event>&)>& project);
    [[nodiscard]] Result<Recovery> recovery() const;
    [[nodiscard]] Result<void> noticeClock(const QDateTime& now);
    /// Folds everything; `decided`: participants of whom something is to be unreadable.
    [[nodiscard]] Result<QByteArray> refold(QList<ledger::ParticipantState>& decided);
    [[nodiscard]] Result<void> eraseWhatWasDecided(const ledger::ParticipantState& participant);
    /// The same for all of these, and for the devices' own streams.
    [[nodiscard]] Result<void> eraseWhatWasDecided(const QList<ledger::ParticipantState>& participants);
    [[nodiscard]] Result<QString> store(const QString& kind, const QString& id, const QJsonObject& json);
    [[nodiscard]] Result<ledger::ParticipantState> foldParticipant(const QUuid& id, ledger::Touched& touched) const;
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
    std::unique_ptr<ClassKeys> m_classKeys;
    std::unique_ptr<account::DeviceFolder> m_deviceFolder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ParticipantKeys> m_participantKeys;
    bool m_migrated = false;
    mutable bool m_whole = false; ///< no damage was found in the database: the next to open need not look for it
    bool m_backingUp = false;
    bool m_isForReading = false;
    std::map<QUuid, crypto::Secret> m_givenKeys; ///< of what was handed on: each event's own
    QSet<QString> m_unnamed; ///< streams that were written since the last checkpoint that names them
    ledger::HybridTime m_lastTime;
    struct Seen {
        QDateTime at;
        std::chrono::milliseconds running;
    };
    std::optional<Seen> m_clockSeen; ///< at the last event
    ledger::DeviceState m_deviceState;
    std::shared_ptr<const Protocol> m_inForce;
    mutable QHash<QString, std::shared_ptr<const Protocol>> m_protocols;
    mutable QHash<QUuid, std::shared_ptr<const ledger::ParticipantState>> m_participants;
};

} // namespace serein::vault
