#pragma once
// A protocol as data: anchors, timepoints with windows and batteries, endpoints, and what the study decides.
#include "core/Clock.h"
#include "core/Decimal.h"
#include "core/LocalizedText.h"
#include "instrument/Library.h"

#include <QJsonObject>

namespace serein::study {

/// What follows when an anchor happens a second time (another operation).
enum class OnRepeat { Ignore, Continue, Restart };
struct Anchor {
    QString id;
    LocalizedText label;
    OnRepeat onRepeat = OnRepeat::Ignore;
};
struct Site {
    QString id;
    LocalizedText label;
};

/// Either hangs on an anchor (`anchor` set) or on a local day counted from day zero.
struct Window {
    QString anchor;
    IsoDuration offset;
    IsoDuration opens; ///< relative to anchor + offset
    IsoDuration closes;
    int day = 0;
    QTime from;         ///< local clock of the site; invalid: from the start of the day
    QTime to;           ///< exclusive; invalid: to the end of the day
    IsoDuration spread; ///< local-day windows only: opens so much earlier and closes so much later, in whole days
};

struct Timepoint {
    QString id;
    LocalizedText label;
    Window window;
    bool asksAboutNight = false;
    QStringList battery;  ///< instrument ids in order
    IsoDuration freshFor; ///< done longer than this before day zero it is stale; zero: never
};

enum class Operator { Ge, Gt, Le, Lt };
/// A boolean score counts as 1 or 0: `ge 1` asks whether it is positive.
struct Criterion {
    QString instrument;
    QString score;
    Operator op = Operator::Ge;
    Decimal cut;
};
struct Endpoint {
    QString id;
    LocalizedText label;
    QString source;
    bool joinAll = false; ///< criteria within a night: all rather than any
    QList<Criterion> criteria;
    QStringList timepoints;
    bool eachNight = false; ///< must hold each night rather than any
    bool better = false;    ///< looks for better (remission, recovery) rather than worse
};

/// A sentence for staff where a form's score says so.
struct Prompt {
    Criterion when;
    LocalizedText text;
};

struct Study {
    QString id;
    QString version;
    LocalizedText title;
    QStringList citations;
    bool isDemonstration = false;
    QTimeZone zone;
    QStringList languages;
    bool allowUnvalidated = false;
    QString subjectPattern; ///< regular expression, already anchored at both ends
    QString subjectExample;
    LocalizedText secondIdentifierLabel;
    QString secondIdentifierPattern; ///< anchored too
    QString subjectCheckDigit;       ///< luhn, iso7064-mod97-10; empty: none
    QList<Site> sites;               ///< empty: one, without a name
    QString consentDocument;         ///< version of the form that participants sign; empty: consent is not kept here
    QString consentAnchor;           ///< set with the consent; empty: none hangs on it
    bool reconsent = false;          ///< who signed an older version signs anew before going on
    std::optional<Criterion> eligibility; ///< of a form of the study: who does not meet it is no participant
    QList<Anchor> anchors;
    QString dayZero;       ///< anchor id
    QString firstExposure; ///< anchor id of the first study treatment; empty: the study has none
    QList<Timepoint> timepoints;
    QList<Endpoint> endpoints;
    QMap<QString, QStringList> alerts; ///< instrument → its alert ids that count in this study
    LocalizedText alertText;
    LocalizedText alertContact;
    IsoDuration acknowledgeWithin;
    QStringList seesUnblinding;                ///< roles
    QStringList hidesTrends;                   ///< roles that see no score, trend or endpoint across timepoints
    bool showsBands = false;                   ///< a trend's published bands, as quiet stripes
    std::optional<Prompt> seriousAdverseEvent; ///< what to report, and how
    bool declineAsksReason = false;            ///< a reason may be given (never must)
    IsoDuration idleCoverAfter;
    IsoDuration lockAfter;
    QString stateForm;                         ///< filled in at the hand-over where a battery holds it; empty: none
    std::optional<Criterion> adviseAgainst;    ///< on that form: self-report is not wise just then
    QStringList prorated;                      ///< instruments whose published proration is on
    QMap<QString, QString> profiles;           ///< instrument → profile
    QMap<QString, QStringList> recallDeclared; ///< timepoint → instruments whose stretched recall is meant
    QJsonObject json;

    [[nodiscard]] const Timepoint* timepoint(const QString& timepointId) const;
    [[nodiscard]] const Anchor* anchor(const QString& anchorId) const;
};

/// Schema, references into the library, windows, endpoints (direction and cut within the score's range), recall: every
/// fault at once. Whether there are words to ask with is another question (Words.h).
[[nodiscard]] Result<Study> parseStudy(const QJsonValue& json, const instrument::Library& library,
                                       const QString& file = {});

/// Recall that repeats inside itself or straddles day zero, and isn't declared in the study: one sentence each
/// (warnings, not faults).
[[nodiscard]] QStringList recallWarnings(const Study& study, const instrument::Library& library);

} // namespace serein::study
