#pragma once
// How somebody comes into the study: subject id, identity apart, consent with its document and time, screening.
#include "desk/Actor.h"

namespace serein::desk {

/// What was signed, when, and by whom.
struct Consent {
    QString document = {}; ///< empty: the one that the study names now
    QDateTime at;
    QString by = QStringLiteral("participant"); ///< or representative
};
inline const QStringList consentGivers{QStringLiteral("participant"), QStringLiteral("representative")};

struct Enrolment {
    QString subject;
    QString language;
    QString secondIdentifier;
    QString name; ///< identity; may be empty
    QString phone;
    QString recordNumber;
    QString site = {};     ///< one of the study's; may stay empty where it has only one
    int textPercent = 100; ///< of the questions: textSizes
    std::optional<Consent> consent = std::nullopt;
};
inline const QList<int> textSizes{100, 125, 150, 200};

/// Class identity.
struct Identity {
    QString secondIdentifier;
    QString name;
    QString phone;
    QString recordNumber;
};

/// The last digit of a subject id, or its last two, check those before them; letters and marks don't count. `method`:
/// luhn (ISO/IEC 7812-1 Annex B), iso7064-mod97-10 (ISO/IEC 7064 MOD 97-10), or empty: nothing to check.
[[nodiscard]] bool fitsCheckDigit(const QString& subject, const QString& method);

/// The occasion of the consent that is wanting: initial, amendment (the document changed, and the version that they
/// follow or the one in force asks anew), capacityRegained (suspended since it was lost); empty: none is.
[[nodiscard]] QString consentDue(const study::Study& follows, const study::Study& inForce,
                                 const ledger::ParticipantState& participant);
/// The version of the form that is signed now: the one in force, also before anybody is moved to it. Where no consent
/// is wanting, the one that was signed last.
[[nodiscard]] QString documentToSign(const study::Study& follows, const study::Study& inForce,
                                     const ledger::ParticipantState& participant);
/// Unusable at "/document" where the form was superseded before it was signed. `newest`: the form in force.
[[nodiscard]] Result<void> checkForm(const vault::Vault& vault, const QString& document, const QString& newest,
                                     const QDateTime& at);
/// Unusable at "/at": still to come, or longer than a year before the enrolment.
[[nodiscard]] Result<void> checkConsentTime(const QDateTime& at, const QDateTime& enrolledAt, const QDateTime& now);

/// Whoever was operated on (the study's day zero has happened), or was given what the study gives (a form that tells
/// the treatment is filled in), was screened: from then on there is a withdrawal, and no screen failure.
[[nodiscard]] bool isPastScreening(const study::Study& study, const ledger::ParticipantState& participant,
                                   const QDateTime& now);

/// Who meets participants sees who they are: names, telephones and notes are not for those who only look at data.
[[nodiscard]] bool seesIdentity(const vault::Vault& vault);

class Enrolling {
public:
    explicit Enrolling(vault::Vault& vault) : m_vault(vault) {}

    /// Unusable with every field at fault: "/subject" (pattern, check digit, taken), "/site", "/secondIdentifier" …
    [[nodiscard]] Result<QUuid> enrol(const Enrolment& enrolment);
    /// For the occasion that wants it, together with the anchor that hangs on the first one. Where none does, the last
    /// entry is mended by a new one; only a time that windows hang on is corrected at its anchor.
    [[nodiscard]] Result<void> consent(const QUuid& participant, const Consent& consent);
    /// Refused where screening is over.
    [[nodiscard]] Result<void> failScreening(const QUuid& participant, const QString& reason);
    /// Another telephone, a name that was mistyped.
    [[nodiscard]] Result<void> identify(const QUuid& participant, const Identity& identity);

private:
    vault::Vault& m_vault;
};

} // namespace serein::desk
