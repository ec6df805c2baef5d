#include "exporting/OdmCatalog.h"

#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

constexpr int mostCharacters = 10000;
constexpr int digitsOfScores = 6; ///< as Decimal::toString rounds

int widthOf(const std::optional<Decimal>& bound) {
    return bound ? static_cast<int>(bound->floored().toString().size()) : 0;
}

/// Digits before the point that the range allows, its sign included.
int wholeDigits(const instrument::Item& item) {
    int width = std::max(widthOf(item.min), widthOf(item.max));
    for (const instrument::Choice& choice : item.choices)
        width = std::max(width, static_cast<int>(choice.value.toString().size()));
    constexpr int unbounded = 10;
    return item.max || !item.choices.isEmpty() ? width : unbounded;
}

void setNumber(OdmField& field, int whole, int decimals) {
    field.dataType = decimals == 0 ? QStringLiteral("integer") : QStringLiteral("float");
    field.digits = decimals;
    field.length = std::max(1, whole + (decimals > 0 ? decimals + 1 : 0));
}

void setType(OdmField& field, const instrument::Item& item) {
    switch (item.type) {
    case instrument::ItemType::Choice: {
        const bool whole = std::ranges::all_of(item.choices, [](const auto& one) { return one.value.isInteger(); });
        setNumber(field, wholeDigits(item), whole ? 0 : digitsOfScores);
        break;
    }
    case instrument::ItemType::MultiChoice:
        field.dataType = QStringLiteral("boolean");
        break;
    case instrument::ItemType::Number:
    case instrument::ItemType::Scale:
    case instrument::ItemType::Duration:
        setNumber(field, wholeDigits(item), item.decimals);
        break;
    case instrument::ItemType::Clock:
        field.dataType = QStringLiteral("time");
        break;
    case instrument::ItemType::Date:
        field.dataType = QStringLiteral("date");
        break;
    case instrument::ItemType::DateTime:
        field.dataType = QStringLiteral("partialDatetime"); // as written: seconds may be left out
        break;
    default:
        field.dataType = QStringLiteral("text");
        field.length = item.maxLength > 0 ? item.maxLength : mostCharacters;
    }
}

} // namespace

OdmCatalog::OdmCatalog(const Records& records) {
    const auto addVersion = [this](const QString& hash, const study::Study& study) {
        if (std::ranges::find(m_versions, hash, &Version::hash) == m_versions.end())
            m_versions.append({hash, keep(study)});
    };
    for (const Record& record : records) {
        m_studyId = record.definitions.study().id;
        for (const ledger::AssessmentState* one : inStudyOrder(record.state, record.definitions.study()))
            if (!one->study.isEmpty())
                addVersion(one->study, record.definitions.study(*one));
        for (const ledger::AssessmentState& one : record.state.assessments)
            m_asked[{one.key.timepoint, record.definitions.version(one.study)}].insert(one.definition);
        for (const ledger::MissedState& missed : record.state.missed)
            if (missed.study != record.state.study)
                addVersion(missed.study, record.definitions.studyOf(missed.study));
        addVersion(record.state.study, record.definitions.study());
        for (const QString& hash : record.definitions.all()) {
            const auto known = std::ranges::find(m_defined, hash, &Defined::hash);
            if (known != m_defined.end()) {
                for (const instrument::TextPack* pack : record.definitions.packsOf(hash))
                    if (std::ranges::find(known->packs, pack->language, &instrument::TextPack::language) ==
                        known->packs.end())
                        known->packs += keep(*pack);
                continue;
            }
            const instrument::Instrument& instrument = record.definitions.byHash(hash);
            QString base = instrument.id + u'.' + instrument.version;
            if (std::ranges::find(m_defined, base, &Defined::base) != m_defined.end())
                base += u'.' + hash.left(8); // one version, two definitions
            QList<const instrument::TextPack*> packs;
            for (const instrument::TextPack* pack : record.definitions.packsOf(hash))
                if (packs.isEmpty() || packs.constLast()->language != pack->language)
                    packs += keep(*pack);
            m_defined.append({hash, base, keep(instrument), packs});
        }
    }
}

QString OdmCatalog::metaDataVersion(const QString& studyHash) const {
    const auto found = std::ranges::find(m_versions, studyHash, &Version::hash);
    const Version& version = found == m_versions.end() ? m_versions.constLast() : *found;
    const bool isTwice = std::ranges::count_if(m_versions, [&](const Version& other) {
                             return other.study->version == version.study->version;
                         }) > 1;
    return QStringLiteral("MDV.") + version.study->version + (isTwice ? u'.' + version.hash.left(8) : QString());
}

const OdmCatalog::Defined* OdmCatalog::of(const QString& hash) const {
    const auto found = std::ranges::find(m_defined, hash, &Defined::hash);
    return found == m_defined.end() ? nullptr : &*found;
}

QList<OdmField> OdmCatalog::fields(const Defined& defined, const instrument::Item& item) {
    OdmField field;
    field.oid = QStringLiteral("I.%1.%2").arg(defined.base, item.id);
    field.name = item.id;
    field.item = &item;
    setType(field, item);
    if (item.type != instrument::ItemType::MultiChoice)
        return {field};
    QList<OdmField> each;
    for (const instrument::Choice& choice : item.choices) {
        OdmField one = field;
        one.oid += u'.' + choice.value.toString();
        one.name += u'.' + choice.value.toString();
        one.choice = choice.value;
        each += one;
    }
    return each;
}

OdmField OdmCatalog::scoreField(const Defined& defined, const instrument::Score& score) {
    OdmField field;
    field.oid = QStringLiteral("I.%1.score.%2").arg(defined.base, score.id);
    field.name = score.id;
    if (score.isBoolean)
        field.dataType = QStringLiteral("boolean");
    else if (score.decimals == 0 && !score.proration)
        setNumber(field, std::max(widthOf(score.low), widthOf(score.high)), 0);
    else
        setNumber(field, std::max(widthOf(score.low), widthOf(score.high)), digitsOfScores);
    return field;
}

QString OdmCatalog::codeList(const Defined& defined, const instrument::Item& item) {
    if (item.choices.isEmpty())
        return {};
    return QStringLiteral("CL.%1.%2").arg(defined.base, item.choiceList.isEmpty() ? item.id : item.choiceList);
}

QString odmValue(const OdmField& field, const instrument::AnswerValue& value) {
    if (field.choice) {
        const auto* chosen = std::get_if<QList<Decimal>>(&value);
        return chosen && chosen->contains(*field.choice) ? QStringLiteral("1") : QStringLiteral("0");
    }
    const QString text = itemState(*field.item, value, true, true).value.text;
    return std::holds_alternative<instrument::ClockTime>(value) ? text + QStringLiteral(":00") : text;
}

const QList<OdmOwn>& odmAssessmentItems() {
    static const QList<OdmOwn> items{
        {"status", "text", 10, "open, submitted, endedEarly, missed"},
        {"mode", "text", 10, "self, assisted, interview, telephone, proxy, paper, staff: as it was begun"},
        {"language", "text", 12, "of the words, BCP 47"},
        {"provenance", "text", 11, "of the words: official, validated, unvalidated, placeholder"},
        {"definition", "text", 64, "SHA-256 of the instrument's definition"},
        {"pack", "text", 64, "SHA-256 of the text pack"},
        {"profile", "text", 40, "the published rule that scored it, where there are several"},
        {"engine", "text", 10, "version of the scoring"},
        {"openedAt", "datetime", 0, "when it was begun"},
        {"submittedAt", "datetime", 0, "when it was submitted or ended"},
        {"plannedOpens", "datetime", 0, "window that it hung on"},
        {"plannedCloses", "datetime", 0, "exclusive"},
        {"nightOf", "date", 0, "date of going to bed, where the timepoint asks about a night"},
        {"punctuality", "text", 11, "inWindow, early, late, unscheduled"},
        {"windowReason", "text", 2000, "why it was begun outside its window"},
        {"filledInAt", "text", 35, "on paper, where that was said"},
        {"keptChecks", "text", 2000, "answers that don't fit together, asked about and kept"},
        {"verifiedAt", "datetime", 0, "compared with the source"},
        {"missedReason", "text", 40, "why it was missed"},
        {"missedRemark", "text", 10000, "on that"}};
    return items;
}

const QList<OdmOwn>& odmRecordItems() {
    static const char* const withdrawnBy = "whose decision: participant, representative, investigator";
    static const char* const withdrawnReason = "why, where that was said";
    static const QList<OdmOwn> items{{"site", "text", 40, "site"},
                                     {"studyVersion", "text", 20, "version of the study that the participant follows"},
                                     {"synthetic", "boolean", 0, "invented, for a demonstration"},
                                     {"dataState", "text", 10, "open, frozen, locked"},
                                     {"withdrawnFrom", "text", 100, "studyDrug, questionnaires, calls, records"},
                                     {"withdrawnBy.studyDrug", "text", 20, withdrawnBy},
                                     {"withdrawnReason.studyDrug", "text", 10000, withdrawnReason},
                                     {"withdrawnBy.questionnaires", "text", 20, withdrawnBy},
                                     {"withdrawnReason.questionnaires", "text", 10000, withdrawnReason},
                                     {"withdrawnBy.calls", "text", 20, withdrawnBy},
                                     {"withdrawnReason.calls", "text", 10000, withdrawnReason},
                                     {"withdrawnBy.records", "text", 20, withdrawnBy},
                                     {"withdrawnReason.records", "text", 10000, withdrawnReason},
                                     {"suspended", "text", 20, "icu, lostCapacity, other: as long as it lasts"},
                                     {"unblinded", "text", 2000, "emergency, planned: each time, in order"},
                                     {"screenFailed", "text", 10000, "why they are no participant"},
                                     {"consentDocument", "text", 100, "version of the form that was last signed"},
                                     {"consentAt", "datetime", 0, "when"}};
    return items;
}

} // namespace serein::exporting
