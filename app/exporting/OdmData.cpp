// What a participant's forms hold, as ODM has it.
#include "exporting/Assessed.h"
#include "exporting/OdmTrail.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

/// Data of the assessment itself; what is not said is left out.
void addOwn(QList<OdmDatum>& data, const QString& group, const char* family, const QList<OdmOwn>& items,
            const QMap<QString, QString>& values) {
    for (const OdmOwn& own : items) {
        const QString id = QString::fromLatin1(own.id);
        if (!values.value(id).isEmpty())
            data.append(
                {group, QStringLiteral("I.%1.%2").arg(QLatin1String(family), id), values.value(id), {}, {}, {}});
    }
}

void addAssessment(QList<OdmDatum>& data, const ledger::ParticipantState& state,
                   const ledger::AssessmentState& assessment, const Record& record) {
    const auto& [planned, punctuality] = timingOf(state, assessment, record.definitions);
    const instrument::TextPack* pack = record.definitions.pack(assessment);
    addOwn(data, odmAssessmentGroup, "assessment", odmAssessmentItems(),
           {{"status", ledger::statusText(assessment.status)},
            {"mode", assessment.mode},
            {"language", assessment.language},
            {"provenance", pack ? pack->provenance : QString()},
            {"definition", assessment.definition},
            {"pack", assessment.pack},
            {"profile", assessment.profile},
            {"engine", assessment.engine},
            {"openedAt", timeOf(assessment.openedAt)},
            {"submittedAt", timeOf(assessment.submittedAt)},
            {"plannedOpens", timeOf(planned.opensAt)},
            {"plannedCloses", timeOf(planned.closesAt)},
            {"nightOf", planned.nightOf.toString(Qt::ISODate)},
            {"punctuality", punctuality},
            {"windowReason", assessment.reason},
            {"filledInAt", assessment.filledInAt},
            {"keptChecks", assessment.keptChecks.join(u'|')},
            {"verifiedAt", timeOf(assessment.verifiedAt)}});
}

void addItem(QList<OdmDatum>& data, const OdmCatalog::Defined& defined, const AssessedItem& assessed) {
    for (const OdmField& field : OdmCatalog::fields(defined, *assessed.item)) {
        OdmDatum datum;
        datum.group = OdmCatalog::items(defined);
        datum.item = field.oid;
        datum.unit =
            assessed.item->type == instrument::ItemType::Duration ? QStringLiteral("min") : assessed.item->unit;
        if (assessed.state == QLatin1String("answered"))
            datum.value = odmValue(field, std::get<instrument::AnswerValue>(assessed.answer));
        else
            datum.flag = assessed.state;
        datum.comment = assessed.reason;
        data += datum;
    }
}

void addScores(QList<OdmDatum>& data, const OdmCatalog::Defined& defined, const QJsonObject& scores) {
    for (const instrument::Score& score : defined.instrument->scores) {
        if (!scores.contains(score.id))
            continue;
        const QJsonObject stored = scores.value(score.id).toObject();
        const QString oid = OdmCatalog::scoreField(defined, score).oid;
        const auto add = [&](const QString& item, const QString& value) {
            data.append({OdmCatalog::scores(defined), item, value, {}, {}, {}});
        };
        const QString value = scoreCell(stored).text;
        if (value.isEmpty())
            data.append({OdmCatalog::scores(defined), oid, {}, QStringLiteral("missing"), {}, {}});
        else
            add(oid, value);
        add(oid + QStringLiteral(".status"), stored.value(QLatin1String("status")).toString());
        if (const QString band = stored.value(QLatin1String("band")).toString(); !band.isEmpty())
            add(oid + QStringLiteral(".band"), band);
    }
}

} // namespace

Result<std::optional<OdmForm>> odmForm(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                                       const Record& record, const OdmCatalog& catalog) {
    const OdmCatalog::Defined* defined = catalog.of(assessment.definition);
    if (!defined)
        return std::optional<OdmForm>();
    OdmForm form;
    form.form = OdmCatalog::form(*defined);
    form.study = assessment.study;
    addAssessment(form.data, state, assessment, record);
    SEREIN_TRY(const QList<AssessedItem> items, assessedItems(assessment, *defined->instrument));
    for (const AssessedItem& item : items)
        if (assessment.status != ledger::AssessmentStatus::Open || assessment.answers.contains(item.item->id))
            addItem(form.data, *defined, item);
    addScores(form.data, *defined, assessment.scores);
    return std::optional(form);
}

OdmForm odmRecord(const ledger::ParticipantState& state, const Record& record) {
    OdmForm form;
    form.form = odmRecordForm;
    form.study = state.study;
    const ledger::ConsentState consent = state.consents.isEmpty() ? ledger::ConsentState() : state.consents.constLast();
    QStringList unblindings;
    for (const auto& [manner, remark] : state.unblindings)
        unblindings += manner;
    QMap<QString, QString> values{{"site", state.site},
                                  {"studyVersion", record.definitions.version(state.study)},
                                  {"synthetic", state.synthetic ? QStringLiteral("1") : QString()},
                                  {"dataState", state.dataState},
                                  {"suspended", state.suspended ? state.suspended->cause : QString()},
                                  {"unblinded", unblindings.join(u'|')},
                                  {"screenFailed", state.screenFailed ? state.screenFailed->text : QString()},
                                  {"consentDocument", consent.document},
                                  {"consentAt", timeOf(consent.at)}};
    if (state.withdrawn) {
        values.insert("withdrawnFrom", state.withdrawn->from().join(u'|'));
        for (const ledger::WithdrawnDegree& one : state.withdrawn->degrees) {
            values.insert("withdrawnBy." + one.degree, one.by);
            values.insert("withdrawnReason." + one.degree, one.reason.text);
        }
    }
    addOwn(form.data, odmRecordGroup, "record", odmRecordItems(), values);
    for (auto it = state.anchors.begin(); it != state.anchors.end(); ++it)
        form.data.append({odmAnchorsGroup, QStringLiteral("I.anchor.") + it.key(), timeOf(*it), {}, {}, {}});
    return form;
}

QMap<OdmPlace, OdmForm> odmMissed(const ledger::ParticipantState& state, const Record& record,
                                  const OdmCatalog& catalog) {
    QMap<OdmPlace, OdmForm> forms;
    for (const MissedScale& one : missedScales(record, state)) {
        const OdmCatalog::Defined* defined = catalog.of(one.definition);
        if (!defined)
            continue;
        OdmForm form;
        form.form = OdmCatalog::form(*defined);
        form.study = one.missed->study;
        addOwn(form.data, odmAssessmentGroup, "assessment", odmAssessmentItems(),
               {{"status", QStringLiteral("missed")},
                {"missedReason", one.missed->reason},
                {"missedRemark", one.missed->remark.text}});
        forms.insert(one.key, form);
    }
    return forms;
}

} // namespace serein::exporting
