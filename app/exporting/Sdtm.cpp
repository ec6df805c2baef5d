// The datasets of SDTM, from one participant or from many.
#include "exporting/Sdtm.h"

#include "exporting/SdtmDisposition.h"
#include "exporting/SdtmFindings.h"

#include <algorithm>

namespace serein::exporting {

namespace {

/// CDISC's own names; a sponsor's table has its form's.
QString labelOf(const QString& domain) {
    if (domain == QLatin1String("QS"))
        return QStringLiteral("Questionnaires");
    if (domain == QLatin1String("RS"))
        return QStringLiteral("Disease Response and Clin Classification");
    if (domain == QLatin1String("FT"))
        return QStringLiteral("Functional Tests");
    for (const SdtmSponsorTable& table : sdtmSponsorTables())
        if (domain == table.domain)
            return table.label;
    return QStringLiteral("Site's Own Form");
}

/// Cells in the dataset's order; a text that is missing is an empty one.
QList<SdtmValue> cellsInOrder(const SdtmDataset& dataset, const SdtmCells& cells) {
    QList<SdtmValue> row;
    for (const SdtmVariable& variable : dataset.variables) {
        SdtmValue value = cells.value(sdtmBare(variable.name, dataset.domain));
        if (variable.type == SdtmType::Text && std::holds_alternative<std::monostate>(value))
            value = QString();
        row += value;
    }
    return row;
}

SdtmDataset demographics() {
    SdtmDataset dm;
    dm.name = dm.domain = QStringLiteral("DM");
    dm.label = QStringLiteral("Demographics");
    dm.class_ = QStringLiteral("SPECIAL PURPOSE");
    dm.structure = QStringLiteral("One record per subject");
    const QString notHere = QStringLiteral("Not collected by this system");
    const QString noArm = QStringLiteral("The allocation is not kept here");
    const QString derived = QStringLiteral("Derived");
    const QString notAvailable = QStringLiteral("Not Available");
    dm.variables = {{"STUDYID", "Study Identifier", SdtmType::Text, 1, "Protocol", {}, "Id of the study"},
                    {"DOMAIN", "Domain Abbreviation", SdtmType::Text, 0, "Assigned", "DOMAIN"},
                    {"USUBJID",
                     "Unique Subject Identifier",
                     SdtmType::Text,
                     2,
                     derived,
                     {},
                     "Study, site where there are several, subject"},
                    {"SUBJID", "Subject Identifier for the Study", SdtmType::Text, 0, "Assigned"},
                    {"RFSTDTC",
                     "Subject Reference Start Date/Time",
                     SdtmType::Text,
                     0,
                     derived,
                     {},
                     "First exposure, where the study names none the anchor of day zero"},
                    {"RFENDTC", "Subject Reference End Date/Time", SdtmType::Text, 0, derived, {}, "Last assessment"},
                    {"RFXSTDTC",
                     "Date/Time of First Study Treatment",
                     SdtmType::Text,
                     0,
                     "Collected",
                     {},
                     "The anchor that the study names first exposure, as it first happened"},
                    {"RFXENDTC", "Date/Time of Last Study Treatment", SdtmType::Text, 0, notAvailable, {}, notHere},
                    {"RFICDTC", "Date/Time of Informed Consent", SdtmType::Text, 0, "Collected", {}, "First consent"},
                    {"RFPENDTC",
                     "Date/Time of End of Participation",
                     SdtmType::Text,
                     0,
                     derived,
                     {},
                     "Withdrawal from everything, where that happened"},
                    {"DTHDTC",
                     "Date/Time of Death",
                     SdtmType::Text,
                     0,
                     "Collected",
                     {},
                     "As the form about the vital status says it"},
                    {"DTHFL", "Subject Death Flag", SdtmType::Text, 0, "Collected", "NY",
                     "By the form about the vital status, or an assessment that was missed by it"},
                    {"SITEID", "Study Site Identifier", SdtmType::Text, 0, "Assigned"},
                    {"AGE", "Age", SdtmType::Integer, 0, notAvailable, {}, notHere},
                    {"AGEU", "Age Units", SdtmType::Text, 0, notAvailable, "AGEU", notHere},
                    {"SEX", "Sex", SdtmType::Text, 0, "Assigned", "SEX", "Not collected by this system: U"},
                    {"RACE", "Race", SdtmType::Text, 0, notAvailable, "RACE", notHere},
                    {"ARMCD", "Planned Arm Code", SdtmType::Text, 0, notAvailable, {}, noArm},
                    {"ARM", "Description of Planned Arm", SdtmType::Text, 0, notAvailable, {}, noArm},
                    {"ACTARMCD", "Actual Arm Code", SdtmType::Text, 0, notAvailable, {}, noArm},
                    {"ACTARM", "Description of Actual Arm", SdtmType::Text, 0, notAvailable, {}, noArm},
                    {"ARMNRS",
                     "Reason Arm and/or Actual Arm is Null",
                     SdtmType::Text,
                     0,
                     "Assigned",
                     {},
                     "SCREEN FAILURE, else that the allocation is not kept here"},
                    {"ACTARMUD", "Description of Unplanned Actual Arm", SdtmType::Text, 0, notAvailable, {}, noArm},
                    {"COUNTRY", "Country", SdtmType::Text, 0, notAvailable, "COUNTRY", notHere}};
    return dm;
}

/// When the later of questionnaires and calls ended; invalid: one of them has not. What else ended later counts not.
QDateTime endOfParticipation(const Record& record) {
    QStringList asked{QStringLiteral("questionnaires"), QStringLiteral("calls")};
    for (const ledger::Event& event : record.events)
        if (const auto* withdrawn = std::get_if<ledger::Withdrawn>(&event.fact)) {
            for (const QString& degree : withdrawn->from)
                asked.removeAll(degree);
            if (asked.isEmpty())
                return event.header.at;
        }
    return {};
}

QList<SdtmValue> demographicsRow(const SdtmDataset& dm, const Record& record) {
    const ledger::ParticipantState& state = record.whole();
    const SdtmSubject subject = SdtmSubject::of(record);
    SdtmMoment last;
    for (const ledger::AssessmentState& one : state.assessments)
        if (const SdtmMoment moment = subject.moment(one); !last.date.isValid() || last.isBefore(moment))
            last = moment;
    const QDateTime consent = state.consents.isEmpty() ? state.anchors.value(record.definitions.study().consentAnchor)
                                                       : state.consents.constFirst().at;
    SdtmCells cells{{"STUDYID", subject.study},
                    {"DOMAIN", QStringLiteral("DM")},
                    {"USUBJID", subject.usubjid},
                    {"SUBJID", state.subject},
                    {"SITEID", state.site},
                    {"SEX", QStringLiteral("U")},
                    {"RFSTDTC", subject.reference.text()},
                    {"RFENDTC", last.text()},
                    {"RFICDTC", subject.moment(consent).text()},
                    {"RFXSTDTC", subject.exposure.text()},
                    {"ARMNRS", state.screenFailed ? QStringLiteral("SCREEN FAILURE")
                                                  : QStringLiteral("ALLOCATION NOT KEPT IN THIS SYSTEM")}};
    cells.insert("RFPENDTC", subject.moment(endOfParticipation(record)).text());
    if (const SdtmDeath death = sdtmDeath(record); death.isDead) {
        cells.insert("DTHFL", QStringLiteral("Y"));
        cells.insert("DTHDTC", death.date);
    }
    return cellsInOrder(dm, cells);
}

SdtmDataset findings(const QString& domain) {
    SdtmDataset dataset;
    dataset.name = dataset.domain = domain;
    dataset.label = labelOf(domain);
    dataset.class_ = QStringLiteral("FINDINGS");
    dataset.structure = QStringLiteral("One record per question or score per assessment per subject");
    dataset.variables = sdtmFindingVariables(domain);
    return dataset;
}

QList<SdtmValue> findingsRow(const SdtmDataset& dataset, const SdtmSubject& subject, SdtmCells cells) {
    cells.insert("STUDYID", subject.study);
    cells.insert("DOMAIN", dataset.domain);
    cells.insert("USUBJID", subject.usubjid);
    return cellsInOrder(dataset, cells);
}

SdtmDataset supplemental(const QString& domain) {
    SdtmDataset dataset;
    dataset.name = QStringLiteral("SUPP") + domain;
    dataset.domain = domain;
    dataset.label = QStringLiteral("Supplemental Qualifiers for ") + domain;
    dataset.class_ = QStringLiteral("RELATIONSHIP");
    dataset.structure = QStringLiteral("One record per IDVAR, IDVARVAL and QNAM per subject");
    dataset.variables = {
        {"STUDYID", "Study Identifier", SdtmType::Text, 1, "Protocol"},
        {"RDOMAIN", "Related Domain Abbreviation", SdtmType::Text, 2, "Assigned", "DOMAIN"},
        {"USUBJID", "Unique Subject Identifier", SdtmType::Text, 3, "Derived"},
        {"IDVAR", "Identifying Variable", SdtmType::Text, 4, "Assigned", {}, "--SEQ: one row; --GRPID: one assessment"},
        {"IDVARVAL", "Identifying Variable Value", SdtmType::Text, 5, "Derived"},
        {"QNAM", "Qualifier Variable Name", SdtmType::Text, 6, "Assigned"},
        {"QLABEL", "Qualifier Variable Label", SdtmType::Text, 0, "Assigned"},
        {"QVAL", "Data Value", SdtmType::Text, 0, "Collected"},
        {"QORIG", "Origin", SdtmType::Text, 0, "Assigned"},
        {"QEVAL", "Evaluator", SdtmType::Text, 0, "Assigned"}};
    return dataset;
}

} // namespace

Result<QList<SdtmDataset>> sdtmDatasets(const Record& record, const SdtmPlan& plan) {
    const SdtmSubject subject = SdtmSubject::of(record);
    SdtmDataset dm = demographics();
    dm.rows += demographicsRow(dm, record);
    QMap<QString, SdtmDataset> others;
    SEREIN_TRY(const SdtmFindings found, sdtmFindings(record, plan));
    for (auto it = found.rows.begin(); it != found.rows.end(); ++it) {
        SdtmDataset dataset = findings(it.key());
        for (const SdtmCells& cells : *it)
            dataset.rows += findingsRow(dataset, subject, cells);
        if (!dataset.rows.isEmpty())
            others.insert(it.key(), dataset);
    }
    const SdtmDisposition disposition = sdtmDisposition(record);
    if (!disposition.rows.isEmpty()) {
        SdtmDataset dataset = sdtmDispositionDataset();
        for (const SdtmCells& cells : disposition.rows)
            dataset.rows += cellsInOrder(dataset, cells);
        others.insert(QStringLiteral("DS"), dataset);
    }
    for (const SdtmSupplement& one : found.supplements + disposition.supplements) {
        const QString name = QStringLiteral("SUPP") + one.domain;
        if (!others.contains(name))
            others.insert(name, supplemental(one.domain));
        others[name].rows.append(QList<SdtmValue>{subject.study, one.domain, subject.usubjid, one.idVariable,
                                                  one.idValue, one.name, one.label, one.value, one.origin, QString()});
    }
    QList<SdtmDataset> all{dm};
    for (const SdtmDataset& dataset : std::as_const(others))
        if (!record.without.contains(dataset.domain))
            all += dataset;
    return all;
}

} // namespace serein::exporting
