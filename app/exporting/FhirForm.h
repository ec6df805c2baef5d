#pragma once
// One instrument as FHIR shows it: what identifies its Questionnaire, and the words that may be said of it.
#include "instrument/TextPack.h"

#include <QJsonArray>
#include <QJsonObject>

namespace serein::exporting {

/// Names of our own in FHIR: `urn:serein:…`.
[[nodiscard]] QString fhirSystem(const QString& path);

/// An instrument as it is asked and scored in a study: another profile, or proration, is another Questionnaire, since
/// it computes other scores.
struct FhirForm {
    const instrument::Instrument* instrument = nullptr;
    QString hash;    ///< of the definition
    QString profile; ///< empty: the instrument's default
    bool prorate = false;
    QList<const instrument::TextPack*> packs; ///< the first that may be exported is the base language, the others its
                                              ///< translations; those that may not be exported are never said

    [[nodiscard]] QString id() const;  ///< "phq9-1.0.0-9f86d081", at most 64 characters of [A-Za-z0-9.-]
    [[nodiscard]] QString url() const; ///< canonical, without the version
    [[nodiscard]] QString canonical() const { return url() + u'|' + instrument->version; }
};

/// SDC Questionnaire (R4).
[[nodiscard]] QJsonObject fhirQuestionnaire(const FhirForm& form);

/// LinkId of the item that holds a score.
[[nodiscard]] inline QString fhirScoreLink(const QString& score) {
    return QStringLiteral("score.") + score;
}
/// The coding of a choice, in a Questionnaire and in an answer.
[[nodiscard]] QJsonObject fhirCoding(const FhirForm& form, const instrument::Item& item,
                                     const instrument::Choice& choice);
/// When FHIR shows an item: `enableWhen` with `enableBehavior`, or SDC's enableWhenExpression where that cannot say it.
/// Inserted into `item`.
void fhirBranch(const FhirForm& form, const instrument::Item& asked, QJsonObject& item);

} // namespace serein::exporting
