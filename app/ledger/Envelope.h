#pragma once
// The event envelope, frozen from version 1 on. The header is compact JSON with sorted keys; the body is sealed with
// AES-256-GCM under a key of its own, derived from its class's key and the event's id, with the header as context. The
// hash runs over the stored bytes of both:  SHA-256("serein-event-1" | 0x00 | header length, 4 bytes big-endian |
// header | sealed body).
#include "crypto/Crypto.h"
#include "ledger/Fact.h"

#include <QHash>

namespace serein::ledger {

enum class BodyClass { Data, Unblinding, Identity, Note };
[[nodiscard]] QString classText(BodyClass bodyClass);
[[nodiscard]] std::optional<BodyClass> classFrom(QAnyStringView text);
/// The class that a kind has unless its instrument says otherwise.
[[nodiscard]] BodyClass usualClass(const Fact& fact);

/// Hybrid logical clock: never runs backwards on a device, and orders events of several devices.
struct HybridTime {
    qint64 milliseconds = 0;
    int counter = 0;
    auto operator<=>(const HybridTime&) const = default;
    /// The next reading: physical time where it is ahead, else one count on.
    [[nodiscard]] HybridTime after(const QDateTime& now) const;
    [[nodiscard]] QString toString() const; ///< "00000019a1b2c3d4-0003"
    [[nodiscard]] static std::optional<HybridTime> fromString(const QString& text);
};

inline constexpr int schemaVersion = 1;
inline const QString deviceStream = QStringLiteral("device");

struct Header {
    int version = schemaVersion;
    QUuid id;
    QUuid device;
    QString stream;      ///< a participant's id, or deviceStream
    qint64 sequence = 0; ///< from 1, without gaps
    QByteArray previous; ///< hash of the event before; 32 zero bytes at the start
    QDateTime at;        ///< with the device's offset
    HybridTime order;
    QString actor; ///< a staff name, or "participant"
    QString role;
    QString app;
    QString kind;
    BodyClass bodyClass = BodyClass::Data;

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Result<Header> fromBytes(const QByteArray& bytes);
};

/// An event as it is stored and handed on: bytes.
struct StoredEvent {
    QByteArray header;
    QByteArray body;
    QByteArray hash;
};

/// An event as it is read.
struct Event {
    Header header;
    Fact fact;
};

[[nodiscard]] QByteArray hashOf(const QByteArray& header, const QByteArray& body);
/// The key of one event's body: what a slice hands on, so that a reader can open these events and no others.
[[nodiscard]] crypto::Secret eventKey(const crypto::Secret& classKey, const QUuid& event);
/// Whether the body opens with the key that eventKey() would make.
[[nodiscard]] bool opens(crypto::Opener& opener, const StoredEvent& stored, const QUuid& id,
                         const crypto::Secret& classKey);
[[nodiscard]] StoredEvent sealEvent(const Header& header, const Fact& fact, const crypto::Secret& classKey);
/// With the event's own key. Wrong when bytes were changed.
[[nodiscard]] Result<Event> openEvent(const StoredEvent& stored, const crypto::Secret& key);
/// Without any key: the header, and a fact that says it is withheld.
[[nodiscard]] Result<Event> withheldEvent(const StoredEvent& stored);

/// What a checkpoint's signature runs over.
[[nodiscard]] QByteArray checkpointMessage(const QUuid& device, const QList<Head>& heads);

} // namespace serein::ledger
