#pragma once
// What an event says: one value type a kind. A fact is written once and never changed; its JSON form is its body. Kinds
// and fields only ever grow: an unknown kind is kept and skipped, an unknown field is kept in the stored bytes and
// ignored.
#include "core/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <QUuid>
#include <variant>

namespace serein::ledger {

/// One instrument, at one timepoint and sequence, for one participant.
struct AssessmentKey {
    QString timepoint;
    QString instrument;
    int sequence = 1; ///< from 1; a repeated timepoint counts on
    bool operator==(const AssessmentKey&) const = default;
    bool operator<(const AssessmentKey& other) const;
    [[nodiscard]] QString toString() const; ///< "POD1/nrs-sleep/1"
    [[nodiscard]] static AssessmentKey fromString(const QString& text);
};

/// The last event of a stream that a checkpoint vouches for.
struct Head {
    QString stream;
    qint64 sequence = 0;
    QByteArray hash;
    bool operator==(const Head&) const = default;
};

// Every fact lists its fields once, in visit(); reading and writing JSON both follow that list.
#define SEREIN_FACT(name)                                                                                              \
    static constexpr auto kind = name;                                                                                 \
    template<class Visitor> void visit([[maybe_unused]] Visitor& field)

// The device's own stream.
struct VaultCreated {
    QUuid vault;
    QByteArray devicePublicKey; ///< Ed25519, raw
    bool synthetic = false;     ///< a demonstration: every participant is invented
    SEREIN_FACT("vaultCreated") {
        field("vault", vault);
        field("devicePublicKey", devicePublicKey);
        field("synthetic", synthetic);
    }
};
struct StudyAdopted {
    QString study;           ///< hash of the study definition
    QJsonObject instruments; ///< id → {"definition": hash, "packs": {language: hash}}
    SEREIN_FACT("studyAdopted") {
        field("study", study);
        field("instruments", instruments);
    }
};
struct AccountAdded {
    QString name;
    QStringList roles;
    SEREIN_FACT("accountAdded") {
        field("name", name);
        field("roles", roles);
    }
};
struct AccountDisabled {
    QString name;
    SEREIN_FACT("accountDisabled") { field("name", name); }
};
struct Unlocked {
    int failedAttempts = 0; ///< refused passphrases since the last unlock, anyone's
    SEREIN_FACT("unlocked") { field("failedAttempts", failedAttempts); }
};
struct Locked {
    SEREIN_FACT("locked") {}
};
struct Refused {
    QString action; ///< what was asked for and not allowed
    SEREIN_FACT("refused") { field("action", action); }
};
struct Exported {
    QUuid participant;
    QString bundle; ///< bundle id
    QString audience;
    QStringList sealedTo; ///< certificate fingerprints; empty: unsealed
    QString reason;       ///< required where unsealed
    SEREIN_FACT("exported") {
        field("participant", participant);
        field("bundle", bundle);
        field("audience", audience);
        field("sealedTo", sealedTo);
        field("reason", reason);
    }
};
struct Checkpoint {
    QList<Head> heads;    ///< streams whose head is named
    QByteArray signature; ///< Ed25519 by the device over checkpointMessage()
    SEREIN_FACT("checkpoint") {
        field("heads", heads);
        field("signature", signature);
    }
};

// A participant's stream.
struct Enrolled {
    QString subject;  ///< study pseudonym
    QString study;    ///< hash of the study definition in force
    QString language; ///< preferred, BCP 47
    bool synthetic = false;
    SEREIN_FACT("enrolled") {
        field("subject", subject);
        field("study", study);
        field("language", language);
        field("synthetic", synthetic);
    }
};
struct Identified { ///< class identity
    QString secondIdentifier;
    QString name;
    QString phone;
    QString recordNumber;
    SEREIN_FACT("identified") {
        field("secondIdentifier", secondIdentifier);
        field("name", name);
        field("phone", phone);
        field("recordNumber", recordNumber);
    }
};
struct Noted { ///< class note
    QString text;
    SEREIN_FACT("noted") { field("text", text); }
};
struct AnchorSet {
    QString anchor;
    QDateTime at;
    SEREIN_FACT("anchorSet") {
        field("anchor", anchor);
        field("at", at);
    }
};
struct AnchorMoved { ///< the fact itself was postponed or brought forward
    QString anchor;
    QDateTime at;
    QString reason;
    SEREIN_FACT("anchorMoved") {
        field("anchor", anchor);
        field("at", at);
        field("reason", reason);
    }
};
struct AnchorCorrected { ///< it had been mistyped
    QString anchor;
    QDateTime at;
    QString reason;
    SEREIN_FACT("anchorCorrected") {
        field("anchor", anchor);
        field("at", at);
        field("reason", reason);
    }
};
struct AnchorRevoked {
    QString anchor;
    QString reason;
    SEREIN_FACT("anchorRevoked") {
        field("anchor", anchor);
        field("reason", reason);
    }
};
struct HandedOver {
    QString timepoint;
    int sequence = 1;
    QString mode; ///< self, assisted, interview, telephone, proxy
    QString language;
    QString helper = {}; ///< who helps, reads or answers for them; empty: nobody
    QString place = {};  ///< where they are; empty: not said
    SEREIN_FACT("handedOver") {
        field("timepoint", timepoint);
        field("sequence", sequence);
        field("mode", mode);
        field("language", language);
        field("helper", helper);
        field("place", place);
    }
};
/// What the participant chose for the rest of this battery, or how they like to read.
struct LanguageChosen {
    QString language;
    SEREIN_FACT("languageChosen") { field("language", language); }
};
struct ReadingPreferred {
    int textPercent = 100; ///< 100 … 200
    QString look;          ///< light, dim, highContrast
    SEREIN_FACT("readingPreferred") {
        field("textPercent", textPercent);
        field("look", look);
    }
};
/// Something that would have left the participant's screen, and did not.
struct EscapeRefused {
    QString what; ///< close, back, escape, quit, functionKey
    SEREIN_FACT("escapeRefused") { field("what", what); }
};
struct HandedBack {
    QString how; ///< pin, passphrase, locked
    SEREIN_FACT("handedBack") { field("how", how); }
};
struct AssessmentOpened {
    AssessmentKey assessment;
    QString definition; ///< hash of the instrument
    QString pack;       ///< hash of the text pack; empty for entry from paper by item id
    QString language;
    QString profile;
    bool prorate = false;
    QString mode;
    SEREIN_FACT("assessmentOpened") {
        field("assessment", assessment);
        field("definition", definition);
        field("pack", pack);
        field("language", language);
        field("profile", profile);
        field("prorate", prorate);
        field("mode", mode);
    }
};
struct ItemShown { ///< where the participant is; resuming lands here
    AssessmentKey assessment;
    QString item; ///< empty: the review page
    SEREIN_FACT("itemShown") {
        field("assessment", assessment);
        field("item", item);
    }
};
struct Answered {
    AssessmentKey assessment;
    QString item;
    QJsonValue answer; ///< as instrument::answerToJson; null takes an answer back
    SEREIN_FACT("answered") {
        field("assessment", assessment);
        field("item", item);
        field("answer", answer);
    }
};
struct Submitted {
    AssessmentKey assessment;
    QJsonObject scores; ///< id → {"value", "status", "band"}
    QString engine;     ///< engine version that computed them
    bool endedEarly = false;
    QStringList notReached;
    SEREIN_FACT("submitted") {
        field("assessment", assessment);
        field("scores", scores);
        field("engine", engine);
        field("endedEarly", endedEarly);
        field("notReached", notReached);
    }
};
/// The rest of an open assessment is answered another way: the nurse reads aloud from this item on.
struct ModeChanged {
    AssessmentKey assessment;
    QString mode;
    QString item; ///< the first answered this way; empty: the review page
    SEREIN_FACT("modeChanged") {
        field("assessment", assessment);
        field("mode", mode);
        field("item", item);
    }
};
/// A gentle question about answers that don't fit together was read, and they were kept.
struct CheckKept {
    AssessmentKey assessment;
    QString check; ///< the flag score that asked
    SEREIN_FACT("checkKept") {
        field("assessment", assessment);
        field("check", check);
    }
};
struct Reopened {
    AssessmentKey assessment;
    QString reason;
    SEREIN_FACT("reopened") {
        field("assessment", assessment);
        field("reason", reason);
    }
};
/// An assessment was filled in elsewhere and typed in here.
struct Transcribed {
    AssessmentKey assessment;
    QString filledInAt; ///< ISO 8601, a date or an instant; empty: not said
    bool twice = false; ///< two entries that agree
    SEREIN_FACT("transcribed") {
        field("assessment", assessment);
        field("filledInAt", filledInAt);
        field("twice", twice);
    }
};
struct AlertRaised {
    AssessmentKey assessment;
    QString rule;
    QString item;
    SEREIN_FACT("alertRaised") {
        field("assessment", assessment);
        field("rule", rule);
        field("item", item);
    }
};
struct AlertAcknowledged {
    QUuid alert; ///< id of the alertRaised event
    QString action;
    SEREIN_FACT("alertAcknowledged") {
        field("alert", alert);
        field("action", action);
    }
};

#undef SEREIN_FACT

/// A kind that this version doesn't know: kept, skipped.
struct UnknownKind {
    QString kind;
};
/// A body that this reader may not or can no longer open (class withheld, key destroyed).
struct Withheld {
    QString kind;
};

using Fact = std::variant<UnknownKind, Withheld, VaultCreated, StudyAdopted, AccountAdded, AccountDisabled, Unlocked,
                          Locked, Refused, Exported, Checkpoint, Enrolled, Identified, Noted, AnchorSet, AnchorMoved,
                          AnchorCorrected, AnchorRevoked, HandedOver, LanguageChosen, ReadingPreferred, EscapeRefused,
                          HandedBack, AssessmentOpened, ItemShown, Answered, Submitted, ModeChanged, CheckKept,
                          Reopened, Transcribed, AlertRaised, AlertAcknowledged>;

[[nodiscard]] QString kindOf(const Fact& fact);
[[nodiscard]] QJsonObject bodyOf(const Fact& fact);
/// Unusable when a field of a known kind is absent or of the wrong type.
[[nodiscard]] Result<Fact> factFrom(const QString& kind, const QJsonObject& body);

} // namespace serein::ledger
