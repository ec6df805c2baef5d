#include "desk/Enrolling.h"

#include "desk/Anchors.h"
#include "desk/Standing.h"

#include <QRegularExpression>
#include <algorithm>
#include <ranges>

namespace serein::desk {

namespace {

constexpr int mostIdentity = 200; // characters of a name, a telephone or record number
const QString initial = QStringLiteral("initial");
const QString amendment = QStringLiteral("amendment");
const QString capacityRegained = QStringLiteral("capacityRegained");

/// A Chinese keyboard types full-width letters and digits.
QString plain(const QString& typed) {
    return typed.normalized(QString::NormalizationForm_KC).trimmed();
}

/// ISO/IEC 7812-1 Annex B: from the right, every second digit doubled, the digits of what that gives added up.
bool fitsLuhn(const QList<int>& digits) {
    int sum = 0;
    bool isDoubled = false;
    for (const int digit : std::ranges::reverse_view(digits)) {
        const int weighed = isDoubled ? 2 * digit : digit;
        sum += weighed / 10 + weighed % 10;
        isDoubled = !isDoubled;
    }
    return digits.size() >= 2 && sum % 10 == 0;
}

/// ISO/IEC 7064 MOD 97-10: the whole number leaves 1.
bool fitsMod97(const QList<int>& digits) {
    int rest = 0;
    for (const int digit : digits)
        rest = (rest * 10 + digit) % 97;
    return digits.size() >= 3 && rest == 1;
}

bool matches(const QString& pattern, const QString& text) {
    return pattern.isEmpty() || QRegularExpression(pattern).match(text).hasMatch();
}

class Faults {
public:
    void add(const char* field, const QString& reason) { m_faults.append({{}, QLatin1String(field), reason}); }
    void addAll(const Error& error) { m_faults += error.faults; }
    /// The text, where it is usable.
    QString take(const QString& typed, const char* field) {
        auto text = typedText(typed, QLatin1String(field), mostIdentity, true);
        if (!text)
            addAll(text.error());
        return text.value_or(QString());
    }
    [[nodiscard]] Result<void> result() const {
        return m_faults.isEmpty() ? Result<void>() : std::unexpected(Error{Error::Kind::Unusable, m_faults});
    }

private:
    QList<Fault> m_faults;
};

ledger::Identified identified(const study::Study& study, const Identity& identity, Faults& faults) {
    ledger::Identified fact{plain(identity.secondIdentifier), faults.take(identity.name, "name"),
                            faults.take(identity.phone, "phone"), faults.take(identity.recordNumber, "recordNumber")};
    if (!matches(study.secondIdentifierPattern, fact.secondIdentifier))
        faults.add("/secondIdentifier", QStringLiteral("the second identifier (%1) is missing or of another form")
                                            .arg(study.secondIdentifierLabel.in(QStringLiteral("en"))));
    return fact;
}

QString siteOf(const study::Study& study, const QString& given, Faults& faults) {
    if (given.isEmpty() && study.sites.size() == 1)
        return study.sites.constFirst().id;
    if (given.isEmpty() && !study.sites.isEmpty())
        faults.add("/site", QStringLiteral("please choose the site"));
    else if (!given.isEmpty() && std::ranges::find(study.sites, given, &study::Site::id) == study.sites.cend())
        faults.add("/site", QStringLiteral("the study has no site \"%1\"").arg(given));
    return given;
}

/// Some version of the study that was adopted here has such a form.
Result<bool> isKnownDocument(const vault::Vault& vault, const QString& document) {
    for (const QString& hash : vault.deviceState().adopted.keys()) {
        SEREIN_TRY(const auto protocol, vault.protocol(hash));
        if (protocol->study.consentDocument == document)
            return true;
    }
    return vault.study().consentDocument == document;
}

/// The version whose form is signed anew.
const study::Study& askingAnew(const study::Study& follows, const study::Study& inForce) {
    return inForce.reconsent && inForce.consentDocument != follows.consentDocument ? inForce : follows;
}

/// The form of the version in force, whatever version somebody follows.
const QString& newestForm(const study::Study& follows, const study::Study& inForce) {
    return inForce.consentDocument.isEmpty() ? follows.consentDocument : inForce.consentDocument;
}

/// The version whose anchor hangs on the first consent.
const study::Study& askingFirst(const study::Study& follows, const study::Study& inForce) {
    return follows.consentDocument.isEmpty() ? askingAnew(follows, inForce) : follows;
}

/// What is the same whatever the occasion. `asked`: the document where none is named.
Result<ledger::Consented> consented(const vault::Vault& vault, const QString& asked, const Consent& consent,
                                    const QDateTime& enrolledAt) {
    if (asked.isEmpty())
        return unusable(QStringLiteral("this study keeps no consent here"), QStringLiteral("/document"));
    const QString document = consent.document.isEmpty() ? asked : plain(consent.document);
    SEREIN_TRY(const bool isKnown, isKnownDocument(vault, document));
    if (!isKnown)
        return unusable(QStringLiteral("this study has no consent form of that version"), QStringLiteral("/document"));
    if (!consentGivers.contains(consent.by))
        return unusable(QStringLiteral("please say who consented: %1").arg(consentGivers.join(QStringLiteral(", "))),
                        QStringLiteral("/by"));
    SEREIN_CHECK(checkConsentTime(consent.at, enrolledAt, vault.clock().now()));
    return ledger::Consented{document, consent.at, consent.by, initial};
}

/// The first consent, and the anchor that hangs on it.
QList<vault::Draft> firstConsent(const study::Study& study, const ledger::Consented& consented) {
    if (study.consentAnchor.isEmpty())
        return {{consented}};
    return consentDrafts(study, consented, {study.consentAnchor, AnchorAct::Set, consented.at});
}

/// A consent that follows another. `asked`: the document.
Result<void> checkLater(const QString& asked, const ledger::ParticipantState& participant,
                        const ledger::Consented& consented) {
    if (consented.document != asked)
        return unusable(QStringLiteral("this is not the consent form that the study asks for now"),
                        QStringLiteral("/document"));
    if (consented.occasion == capacityRegained && consented.by != QLatin1String("participant"))
        return unusable(QStringLiteral("who has regained capacity consents in person"), QStringLiteral("/by"));
    if (consented.occasion == capacityRegained && participant.suspended &&
        consented.at < participant.suspended->reason.at)
        return unusable(QStringLiteral("this is before the capacity was lost"), QStringLiteral("/at"));
    if (!participant.consents.isEmpty() && consented.at < participant.consents.constFirst().at)
        return unusable(QStringLiteral("this is before the first consent"), QStringLiteral("/at"));
    return {};
}

} // namespace

bool fitsCheckDigit(const QString& subject, const QString& method) {
    QList<int> digits;
    for (const QChar c : subject)
        if (c.isDigit())
            digits.append(c.digitValue());
    if (method == QLatin1String("luhn"))
        return fitsLuhn(digits);
    return method != QLatin1String("iso7064-mod97-10") || fitsMod97(digits);
}

QString consentDue(const study::Study& follows, const study::Study& inForce,
                   const ledger::ParticipantState& participant) {
    const study::Study& first = askingFirst(follows, inForce);
    if (first.consentDocument.isEmpty() || isOver(participant))
        return {};
    const bool hasFirst = std::ranges::find(participant.consents, initial, &ledger::ConsentState::occasion) !=
                          participant.consents.cend();
    if (!hasFirst || (!first.consentAnchor.isEmpty() && !participant.anchors.contains(first.consentAnchor)))
        return initial;
    if (needsConsentToResume(follows, participant))
        return capacityRegained;
    const study::Study& anew = askingAnew(follows, inForce);
    const bool isWanting = anew.reconsent && !hasSigned(participant, anew.consentDocument) &&
                           !hasSigned(participant, newestForm(follows, inForce));
    return isWanting ? amendment : QString();
}

QString documentToSign(const study::Study& follows, const study::Study& inForce,
                       const ledger::ParticipantState& participant) {
    const bool mends = consentDue(follows, inForce, participant).isEmpty() && !participant.consents.isEmpty();
    return mends ? participant.consents.constLast().document : newestForm(follows, inForce);
}

Result<void> checkForm(const vault::Vault& vault, const QString& document, const QString& newest, const QDateTime& at) {
    if (document == newest)
        return {};
    const QMap<QString, QDateTime>& since = vault.deviceState().inForceSince;
    for (auto it = since.begin(); it != since.end(); ++it) {
        SEREIN_TRY(const auto protocol, vault.protocol(it.key()));
        if (protocol->study.consentDocument == newest && *it <= at)
            return unusable(QStringLiteral("this is not the consent form that the study asks for now"),
                            QStringLiteral("/document"));
    }
    return {};
}

Result<void> checkConsentTime(const QDateTime& at, const QDateTime& enrolledAt, const QDateTime& now) {
    const QString field = QStringLiteral("/at");
    if (!at.isValid())
        return unusable(QStringLiteral("please say when"), field);
    if (at > now)
        return unusable(QStringLiteral("this is still to come: consent is entered once it was given"), field);
    if (at < enrolledAt.addYears(-1))
        return unusable(QStringLiteral("this is more than a year before the enrolment"), field);
    return {};
}

bool seesIdentity(const vault::Vault& vault) {
    return vault.user().roleToDo(account::Action::Record).has_value();
}

Result<QUuid> Enrolling::enrol(const Enrolment& enrolment) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Enrol));
    const study::Study& study = m_vault.study();
    Faults faults;
    const QString subject = plain(enrolment.subject);
    if (!matches(study.subjectPattern, subject))
        faults.add("/subject", QStringLiteral("\"%1\" is not a subject id of this study, such as %2")
                                   .arg(subject.left(mostIdentity), study.subjectExample));
    else if (!fitsCheckDigit(subject, study.subjectCheckDigit))
        faults.add("/subject", QStringLiteral("the check digit at its end does not fit: please compare every digit"));
    SEREIN_TRY(const auto same, m_vault.participantBySubject(subject));
    if (same)
        faults.add("/subject", QStringLiteral("%1 is enrolled already").arg(subject));
    const QString site = siteOf(study, enrolment.site, faults);
    const ledger::Identified identity = identified(
        study, {enrolment.secondIdentifier, enrolment.name, enrolment.phone, enrolment.recordNumber}, faults);
    if (!study.languages.contains(enrolment.language))
        faults.add("/language", QStringLiteral("the study has no language \"%1\"").arg(enrolment.language));
    if (!textSizes.contains(enrolment.textPercent))
        faults.add("/textPercent",
                   QStringLiteral("the questions have no text size of %1 %").arg(enrolment.textPercent));
    const QDateTime now = m_vault.clock().now();
    const auto consent = enrolment.consent ? consented(m_vault, study.consentDocument, *enrolment.consent, now)
                                           : Result<ledger::Consented>();
    if (!consent)
        faults.addAll(consent.error());
    else if (enrolment.consent)
        if (const auto fits = checkForm(m_vault, consent->document, study.consentDocument, consent->at); !fits)
            faults.addAll(fits.error());
    SEREIN_CHECK(faults.result());

    const ledger::DeviceState& device = m_vault.deviceState();
    QList<vault::Draft> drafts{{ledger::Enrolled{subject, device.study, enrolment.language, device.synthetic, site}},
                               {identity}};
    if (enrolment.textPercent != ledger::Reading().textPercent)
        drafts.append({ledger::ReadingPreferred{enrolment.textPercent, ledger::Reading().look}});
    if (enrolment.consent)
        drafts += firstConsent(study, *consent);
    return m_vault.enrol(drafts, actor);
}

Result<void> Enrolling::consent(const QUuid& participant, const Consent& consent) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Enrol));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    if (isOver(*state))
        return refused(QStringLiteral("nothing more is asked of this participant: there is nothing to consent to"));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Study& study = askingFirst(protocol->study, m_vault.study());
    const QString asked = documentToSign(protocol->study, m_vault.study(), *state);
    SEREIN_TRY(ledger::Consented entry, consented(m_vault, asked, consent, state->enrolledAt));
    const QString due = consentDue(protocol->study, m_vault.study(), *state);
    entry.occasion = due.isEmpty() ? state->consents.constLast().occasion : due;
    if (entry.occasion != initial) {
        SEREIN_CHECK(checkLater(asked, *state, entry));
    } else if (due == initial) {
        SEREIN_CHECK(checkForm(m_vault, entry.document, asked, entry.at));
    }
    const QDateTime dated = state->anchors.value(study.consentAnchor);
    if (entry.occasion == initial && dated.isValid() && dated != entry.at)
        return unusable(QStringLiteral("its date is set already: if it was mistyped, correct the date"),
                        QStringLiteral("/at"));
    const bool setsAnchor = entry.occasion == initial && !dated.isValid();
    SEREIN_CHECK(
        m_vault.append(participant, setsAnchor ? firstConsent(study, entry) : QList<vault::Draft>{{entry}}, actor));
    return {};
}

bool isPastScreening(const study::Study& study, const ledger::ParticipantState& participant, const QDateTime& now) {
    const QDateTime dayZero = participant.anchors.value(study.dayZero);
    return (dayZero.isValid() && dayZero <= now) ||
           std::ranges::any_of(participant.assessments, [](const ledger::AssessmentState& one) {
               return one.bodyClass == ledger::BodyClass::Unblinding && one.status != ledger::AssessmentStatus::Open;
           });
}

Result<void> Enrolling::failScreening(const QUuid& participant, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Enrol));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    if (state->screenFailed)
        return refused(QStringLiteral("it is recorded already that screening failed"));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    if (isPastScreening(protocol->study, *state, m_vault.clock().now()))
        return refused(QStringLiteral("screening is over, the study has begun for this participant: record a "
                                      "withdrawal instead"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::ScreenFailed{why}}}, actor));
    return {};
}

Result<void> Enrolling::identify(const QUuid& participant, const Identity& identity) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    if (isErased(*state))
        return refused(QStringLiteral("who this participant is was destroyed: nothing of it is kept any more"));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    Faults faults;
    const ledger::Identified fact = identified(protocol->study, identity, faults);
    SEREIN_CHECK(faults.result());
    SEREIN_CHECK(m_vault.append(participant, {{fact}}, actor));
    return {};
}

} // namespace serein::desk
