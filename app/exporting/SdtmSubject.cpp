// What SDTM says of one participant and of one answer, and the variables it says it in.
#include "exporting/SdtmFindings.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

struct Named {
    const char* name; ///< -- stands for the domain
    const char* label;
    SdtmType type;
    int key;
    const char* origin;
    const char* codeList;
    const char* comment;
};

const QList<Named>& findingVariables() {
    static const QList<Named> all{
        {"STUDYID", "Study Identifier", SdtmType::Text, 1, "Protocol", "", "Id of the study"},
        {"DOMAIN", "Domain Abbreviation", SdtmType::Text, 0, "Assigned", "DOMAIN", ""},
        {"USUBJID", "Unique Subject Identifier", SdtmType::Text, 2, "Derived", "",
         "Study, site where there are several, subject"},
        {"--SEQ", "Sequence Number", SdtmType::Integer, 0, "Derived", "", "In the study's order of asking"},
        {"--GRPID", "Group ID", SdtmType::Text, 0, "Assigned", "", "Timepoint/instrument/sequence: one assessment"},
        {"--TESTCD", "Short Name of the Question", SdtmType::Text, 5, "Assigned", "",
         "CDISC's where it has one, else the sponsor's"},
        {"--TEST", "Name of the Question", SdtmType::Text, 0, "Assigned", "", "CDISC's, else instrument and concept"},
        {"--CAT", "Category", SdtmType::Text, 3, "Assigned", "", "CDISC's where it has one, else the sponsor's"},
        {"--ORRES", "Result as Given", SdtmType::Text, 0, "Collected", "",
         "Words chosen as the text pack allows, else the choice's concept; continued in SUPP-- after 200 bytes"},
        {"--ORRESU", "Original Units", SdtmType::Text, 0, "Collected", "UNIT", ""},
        {"--STRESC", "Character Result in Std Format", SdtmType::Text, 0, "Derived", "",
         "Value of the choice, number, time or text"},
        {"--STRESN", "Numeric Result in Standard Units", SdtmType::Float, 0, "Derived", "",
         "The same as a number; yes 1, no 0"},
        {"--STRESU", "Standard Units", SdtmType::Text, 0, "Assigned", "UNIT", ""},
        {"--STAT", "Completion Status", SdtmType::Text, 0, "Derived", "ND", ""},
        {"--REASND", "Reason Not Done", SdtmType::Text, 0, "Collected", "",
         "Declined with its reason, not reached, skipped, missed"},
        {"--LOBXFL", "Last Observation Before Exposure Flag", SdtmType::Text, 0, "Derived", "NY",
         "Last value before first exposure, where the study names none before day zero's anchor"},
        {"--DRVFL", "Derived Flag", SdtmType::Text, 0, "Derived", "NY",
         "Scores, as they were stored at submission or correction"},
        {"VISITNUM", "Visit Number", SdtmType::Float, 4, "Assigned", "",
         "Place of the timepoint in the study, earlier versions among it; a repeat adds hundredths"},
        {"VISIT", "Visit Name", SdtmType::Text, 0, "Protocol", "",
         "Label of the timepoint, of the version followed then"},
        {"EPOCH", "Epoch", SdtmType::Text, 0, "Derived", "EPOCH",
         "Against the same anchor: BASELINE before, TREATMENT on its day, FOLLOW-UP after"},
        {"--DTC", "Date/Time of Collection", SdtmType::Text, 0, "Collected", "",
         "When it was begun; on paper, when it was filled in, maybe only the date"},
        {"--DY", "Study Day of Collection", SdtmType::Integer, 0, "Derived", "", "From RFSTDTC, without a day 0"},
        {"--TPT", "Planned Time Point Name", SdtmType::Text, 0, "Protocol", "",
         "Where it hangs on an anchor by the clock"},
        {"--TPTNUM", "Planned Time Point Number", SdtmType::Integer, 0, "Assigned", "", ""},
        {"--ELTM", "Planned Elapsed Time from Time Point Ref", SdtmType::Text, 0, "Protocol", "",
         "Offset from the anchor"},
        {"--TPTREF", "Time Point Reference", SdtmType::Text, 0, "Protocol", "", "Label of the anchor"},
        {"--RFTDTC", "Date/Time of Reference Time Point", SdtmType::Text, 0, "Collected", "", "The anchor"},
        {"--EVLINT", "Evaluation Interval", SdtmType::Text, 0, "Protocol", "", "Recall period"},
        {"--EVINTX", "Evaluation Interval Text", SdtmType::Text, 0, "Protocol", "",
         "LAST NIGHT where it asks about a night"}};
    return all;
}

QString codeListOf(const Named& named, const QString& domain) {
    const QString name = QString::fromLatin1(named.name);
    if (domain == QLatin1String("QS") && name == QLatin1String("--CAT"))
        return QStringLiteral("QSCAT");
    return domain == QLatin1String("RS") && name == QLatin1String("--CAT") ? QStringLiteral("CCCAT")
                                                                           : QString::fromLatin1(named.codeList);
}

/// When an anchor first happened: moved it is the same happening, repeated or set after it was revoked another.
QDateTime firstOf(const ledger::ParticipantState& state, const QString& anchor) {
    QList<QDateTime> happenings;
    bool isAnother = true;
    const QList<ledger::AnchorEntry> history = state.anchorHistory.value(anchor);
    for (const ledger::AnchorEntry& entry : history) {
        if (!isAnother && entry.how != QLatin1String("repeated"))
            happenings.removeLast();
        if (entry.at.isValid())
            happenings.append(entry.at);
        isAnother = !entry.at.isValid();
    }
    return happenings.value(0);
}

/// The concept of the choice that answers the question about `asked`; empty: it isn't asked or answered.
QString choiceOf(const instrument::Instrument& instrument, const ledger::AssessmentState& assessment,
                 const char* asked) {
    const auto item = std::ranges::find(instrument.items, QString::fromLatin1(asked), &instrument::Item::concept_);
    const auto value =
        item == instrument.items.end() ? std::nullopt : Decimal::fromJson(assessment.answers.value(item->id).value);
    if (!value)
        return {};
    const auto choice = std::ranges::find(item->choices, *value, &instrument::Choice::value);
    return choice == item->choices.end() ? QString() : choice->concept_;
}
QString dateOfDeath(const instrument::Instrument& instrument, const ledger::AssessmentState& assessment) {
    const auto item = std::ranges::find(instrument.items, QStringLiteral("dateOfDeath"), &instrument::Item::concept_);
    return item == instrument.items.end() ? QString() : assessment.answers.value(item->id).value.toString();
}

} // namespace

bool SdtmMoment::isBefore(const SdtmMoment& other) const {
    return date == other.date && instant.isValid() && other.instant.isValid() ? instant < other.instant
                                                                              : date < other.date;
}

QString SdtmMoment::text() const {
    return instant.isValid() ? instantText(instant).remove(QStringLiteral(".000")) : date.toString(Qt::ISODate);
}

SdtmSubject SdtmSubject::of(const Record& record) {
    const study::Study& study = record.definitions.study();
    const ledger::ParticipantState& state = record.whole();
    QStringList parts{study.id};
    if (!state.site.isEmpty())
        parts += state.site;
    parts += state.subject;
    SdtmSubject subject;
    subject.study = study.id;
    subject.usubjid = parts.join(u'-');
    subject.zone = study.zone;
    subject.exposure = subject.moment(firstOf(state, study.firstExposure));
    subject.reference =
        study.firstExposure.isEmpty() ? subject.moment(firstOf(state, study.dayZero)) : subject.exposure;
    return subject;
}

SdtmMoment SdtmSubject::moment(const QDateTime& instant) const {
    if (!instant.isValid())
        return {};
    const QDateTime local = zone.isValid() ? instant.toOffsetFromUtc(zone.offsetFromUtc(instant)) : instant;
    return {local.date(), local};
}

SdtmMoment SdtmSubject::moment(const ledger::AssessmentState& assessment) const {
    if (const auto instant = parseInstant(assessment.filledInAt))
        return moment(*instant);
    const QDate date = QDate::fromString(assessment.filledInAt, Qt::ISODate);
    return date.isValid() ? SdtmMoment{date} : moment(assessment.openedAt);
}

SdtmValue SdtmSubject::dayOf(const SdtmMoment& moment) const {
    if (!moment.date.isValid() || !reference.date.isValid())
        return {};
    const auto days = static_cast<int>(reference.date.daysTo(moment.date));
    return Decimal(days < 0 ? days : days + 1);
}

QString SdtmSubject::epochOf(const SdtmMoment& moment) const {
    if (!moment.date.isValid() || !reference.date.isValid())
        return {};
    if (moment.isBefore(reference))
        return QStringLiteral("BASELINE");
    if (moment.date == reference.date && !(moment.instant.isValid() && reference.instant.isValid()))
        return {}; // before or after, nobody wrote
    return moment.date == reference.date ? QStringLiteral("TREATMENT") : QStringLiteral("FOLLOW-UP");
}

SdtmDeath sdtmDeath(const Record& record) {
    const ledger::ParticipantState& state = record.whole();
    SdtmDeath death;
    QDateTime said;
    for (const ledger::AssessmentState& assessment : state.assessments) {
        if (assessment.status == ledger::AssessmentStatus::Open || (said.isValid() && assessment.openedAt < said))
            continue;
        const QString status = choiceOf(record.definitions.instrument(assessment), assessment, "vitalStatus");
        if (status.isEmpty())
            continue;
        said = assessment.openedAt;
        death.isDead = status == QLatin1String("dead");
        death.date = death.isDead ? dateOfDeath(record.definitions.instrument(assessment), assessment) : QString();
    }
    for (const ledger::MissedState& missed : state.missed)
        if (missed.reason == QLatin1String("died") && (!said.isValid() || missed.remark.at > said))
            death.isDead = true;
    return death;
}

QString sdtmOriginal(const AssessedItem& assessed, const instrument::TextPack* pack) {
    const instrument::Item& item = *assessed.item;
    QString value = itemState(item, assessed.answer, true, true).value.text;
    if (item.choices.isEmpty())
        return value;
    QString words = wordsChosen(item, assessed.answer, pack);
    if (!words.isEmpty())
        return words;
    QStringList concepts;
    for (const QString& chosen : value.split(u'|')) {
        const auto choice =
            std::ranges::find(item.choices, chosen, [](const auto& one) { return one.value.toString(); });
        concepts += choice == item.choices.end() || choice->concept_.isEmpty() ? chosen : choice->concept_;
    }
    return concepts.join(u'|');
}

QString sdtmReason(const AssessedItem& assessed) {
    if (assessed.state == QLatin1String("declined"))
        return assessed.reason.isEmpty() ? QStringLiteral("SUBJECT DECLINED")
                                         : QStringLiteral("SUBJECT DECLINED: ") + assessed.reason;
    if (assessed.state == QLatin1String("not_reached"))
        return QStringLiteral("NOT REACHED");
    return assessed.state == QLatin1String("not_applicable") ? QStringLiteral("LOGICALLY SKIPPED ITEM")
                                                             : QStringLiteral("LEFT UNANSWERED");
}

QList<SdtmVariable> sdtmFindingVariables(const QString& domain) {
    QList<SdtmVariable> variables;
    for (const Named& named : findingVariables())
        variables.append({QString::fromLatin1(named.name).replace(QStringLiteral("--"), domain),
                          QString::fromLatin1(named.label), named.type, named.key, QString::fromLatin1(named.origin),
                          codeListOf(named, domain), QString::fromLatin1(named.comment)});
    return variables;
}

QString sdtmBare(const QString& variable, const QString& domain) {
    return variable.startsWith(domain) && variable.size() > domain.size() ? variable.mid(domain.size()) : variable;
}

} // namespace serein::exporting
