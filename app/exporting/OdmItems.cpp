#include "exporting/OdmItems.h"

#include "core/Json.h"
#include "instrument/InWords.h"

#include <QJsonArray>

namespace serein::exporting {

namespace {

using Defined = OdmCatalog::Defined;

/// In the languages of the packs whose words may leave; else what stands in for them.
template<class Words> void inLanguages(Xml& xml, const Defined& defined, Words words, const QString& otherwise) {
    bool said = false;
    for (const instrument::TextPack* pack : defined.packs) {
        const QString text = pack->allowsExport ? words(*pack) : QString();
        if (!text.isEmpty())
            odmTranslated(xml, text, pack->language);
        said |= !text.isEmpty();
    }
    if (!said)
        odmTranslated(xml, otherwise);
}

void alias(Xml& xml, const char* context, const QString& name) {
    if (!name.isEmpty())
        xml.empty("Alias", {{"Context", QString::fromLatin1(context)}, {"Name", name}});
}

void aliases(Xml& xml, const instrument::Codes& codes) {
    alias(xml, "LOINC", codes.loinc);
    alias(xml, "CDISC", codes.cdisc);
    alias(xml, "Sponsor", codes.sponsor);
}

void openItem(Xml& xml, const QString& oid, const QString& name, const QString& type, int length, int digits = 0) {
    xml.open("ItemDef", {{"OID", oid},
                         {"Name", name},
                         {"DataType", type},
                         {"Length", length > 0 ? QString::number(length) : QString()},
                         {"SignificantDigits", type == QLatin1String("float") ? QString::number(digits) : QString()}});
}

void describe(Xml& xml, const QString& words) {
    xml.open("Description");
    odmTranslated(xml, words);
    xml.close();
}

/// The ends of a scale, by which its numbers are read.
QString endsOf(const instrument::TextPack& pack, const instrument::Item& item) {
    const instrument::ItemWords words = pack.items.value(item.id);
    if (words.low.isEmpty() || !item.min || !item.max)
        return {};
    return QStringLiteral("%1 = %2; %3 = %4").arg(item.min->toString(), words.low, item.max->toString(), words.high);
}

void question(Xml& xml, const Defined& defined, const OdmField& field) {
    const instrument::Item& item = *field.item;
    bool hasEnds = false;
    for (const instrument::TextPack* pack : defined.packs)
        hasEnds |= pack->allowsExport && !endsOf(*pack, item).isEmpty();
    if (hasEnds) {
        xml.open("Description");
        inLanguages(xml, defined, [&](const instrument::TextPack& pack) { return endsOf(pack, item); }, {});
        xml.close();
    }
    xml.open("Question");
    const auto words = [&](const instrument::TextPack& pack) {
        const QString text = pack.items.value(item.id).text;
        return field.choice ? QStringLiteral("%1: %2").arg(text, pack.choiceWords(item, *field.choice)) : text;
    };
    const QString concept_ = item.concept_.isEmpty() ? item.id : item.concept_;
    inLanguages(xml, defined, words,
                field.choice ? QStringLiteral("%1: %2").arg(concept_, field.choice->toString()) : concept_);
    xml.close();
}

void range(Xml& xml, const instrument::Item& item) {
    const auto check = [&](const char* comparator, const std::optional<Decimal>& bound) {
        if (!bound)
            return;
        xml.open("RangeCheck", {{"Comparator", QString::fromLatin1(comparator)}, {"SoftHard", QStringLiteral("Hard")}});
        xml.text("CheckValue", bound->toString());
        xml.close();
    };
    if (!item.choices.isEmpty())
        return;
    check("GE", item.min);
    check("LE", item.max);
}

void itemDef(Xml& xml, const Defined& defined, const OdmField& field) {
    const instrument::Item& item = *field.item;
    openItem(xml, field.oid, field.name, field.dataType, field.length, field.digits);
    question(xml, defined, field);
    const QString unit = item.type == instrument::ItemType::Duration ? QStringLiteral("min") : item.unit;
    if (!unit.isEmpty())
        xml.empty("MeasurementUnitRef", {{"MeasurementUnitOID", OdmCatalog::unit(unit)}});
    range(xml, item);
    if (!item.choices.isEmpty() && !field.choice)
        xml.empty("CodeListRef", {{"CodeListOID", OdmCatalog::codeList(defined, item)}});
    aliases(xml, item.codes);
    xml.close();
}

QString bandsOid(const Defined& defined, const instrument::Score& score) {
    return QStringLiteral("CL.%1.band.%2").arg(defined.base, score.id);
}

void scoreDefs(Xml& xml, const Defined& defined, const instrument::Score& score) {
    const OdmField field = OdmCatalog::scoreField(defined, score);
    const QString name = score.name.in(QStringLiteral("en"));
    openItem(xml, field.oid, field.name, field.dataType, field.length, field.digits);
    describe(xml, name);
    aliases(xml, score.codes);
    xml.close();
    constexpr int longestStatus = 8;
    openItem(xml, field.oid + QStringLiteral(".status"), field.name + QStringLiteral(".status"), QStringLiteral("text"),
             longestStatus);
    describe(xml, name + QStringLiteral(": complete, prorated or missing"));
    xml.close();
    if (score.bands.isEmpty())
        return;
    constexpr int longestBand = 64;
    openItem(xml, field.oid + QStringLiteral(".band"), field.name + QStringLiteral(".band"), QStringLiteral("text"),
             longestBand);
    describe(xml, name + QStringLiteral(": published band"));
    xml.empty("CodeListRef", {{"CodeListOID", bandsOid(defined, score)}});
    xml.close();
}

void openList(Xml& xml, const QString& oid, const QString& name, const QString& type) {
    xml.open("CodeList", {{"OID", oid}, {"Name", name}, {"DataType", type}});
}

void listItem(Xml& xml, const QString& code, const QString& words) {
    xml.open("CodeListItem", {{"CodedValue", code}});
    xml.open("Decode");
    odmTranslated(xml, words);
    xml.close();
    xml.close();
}

void choices(Xml& xml, const Defined& defined, const instrument::Item& item) {
    const QString type = OdmCatalog::fields(defined, item).constFirst().dataType;
    openList(xml, OdmCatalog::codeList(defined, item), item.choiceList.isEmpty() ? item.id : item.choiceList,
             type == QLatin1String("boolean") ? QStringLiteral("text") : type);
    for (const instrument::Choice& choice : item.choices) {
        xml.open("CodeListItem", {{"CodedValue", choice.value.toString()}, {"Rank", choice.value.toString()}});
        xml.open("Decode");
        inLanguages(
            xml, defined, [&](const instrument::TextPack& pack) { return pack.choiceWords(item, choice.value); },
            choice.concept_.isEmpty() ? choice.value.toString() : choice.concept_);
        xml.close();
        aliases(xml, choice.codes);
        xml.close();
    }
    xml.close();
}

void bands(Xml& xml, const Defined& defined, const instrument::Score& score) {
    openList(xml, bandsOid(defined, score), score.id + QStringLiteral(" bands"), QStringLiteral("text"));
    QSet<QString> said;
    for (const QList<instrument::Band>& profile : score.bands)
        for (const instrument::Band& band : profile) {
            if (said.contains(band.id))
                continue;
            said.insert(band.id);
            const QString words = band.label.in(QStringLiteral("en"));
            listItem(xml, band.id, words.isEmpty() ? band.id : words);
        }
    xml.close();
}

QString jsonOf(const Defined& defined, const char* list, const QString& id, const char* key) {
    for (const auto& entry : defined.instrument->json.value(QLatin1String(list)).toArray())
        if (entry.toObject().value(QLatin1String("id")).toString() == id)
            return QString::fromUtf8(canonicalJson(entry.toObject().value(QLatin1String(key))));
    return {};
}

const QString ownLanguage = QStringLiteral("serein-instrument/1");

} // namespace

void odmTranslated(Xml& xml, const QString& text, const QString& language) {
    xml.text("TranslatedText", text, {{"xml:lang", language}});
}

QString odmCondition(const Defined& defined, const instrument::Item& item) {
    return QStringLiteral("C.%1.%2").arg(defined.base, item.id);
}

QString odmMethod(const Defined& defined, const instrument::Score& score) {
    return QStringLiteral("M.%1.%2").arg(defined.base, score.id);
}

void writeOdmItems(Xml& xml, const Defined& defined) {
    for (const instrument::Item& item : defined.instrument->items)
        if (item.asks())
            for (const OdmField& field : OdmCatalog::fields(defined, item))
                itemDef(xml, defined, field);
    for (const instrument::Score& score : defined.instrument->scores)
        scoreDefs(xml, defined, score);
}

void writeOdmOwnItems(Xml& xml, const study::Study& study) {
    const auto own = [&](const char* family, const QList<OdmOwn>& items) {
        for (const OdmOwn& one : items) {
            const QString id = QString::fromLatin1(one.id);
            openItem(xml, QStringLiteral("I.%1.%2").arg(QLatin1String(family), id), id,
                     QString::fromLatin1(one.dataType), one.length);
            describe(xml, QString::fromLatin1(one.words));
            xml.close();
        }
    };
    own("assessment", odmAssessmentItems());
    own("record", odmRecordItems());
    for (const study::Anchor& anchor : study.anchors) {
        openItem(xml, QStringLiteral("I.anchor.") + anchor.id, anchor.id, QStringLiteral("datetime"), 0);
        describe(xml, anchor.label.in(QStringLiteral("en")));
        xml.close();
    }
}

void writeOdmCodeLists(Xml& xml, const Defined& defined) {
    QSet<QString> written;
    for (const instrument::Item& item : defined.instrument->items) {
        const QString oid = OdmCatalog::codeList(defined, item);
        if (oid.isEmpty() || written.contains(oid))
            continue;
        written.insert(oid);
        choices(xml, defined, item);
    }
    for (const instrument::Score& score : defined.instrument->scores)
        if (!score.bands.isEmpty())
            bands(xml, defined, score);
}

void writeOdmOwnCodeLists(Xml& xml) {
    const auto list = [&](const QString& oid, const char* name, const QList<std::pair<const char*, const char*>>& all) {
        openList(xml, oid, QString::fromLatin1(name), QStringLiteral("text"));
        for (const auto& [code, words] : all)
            listItem(xml, QString::fromLatin1(code), QString::fromLatin1(words));
        xml.close();
    };
    list(odmFlagList, "Why there is no value",
         {{"declined", "The participant preferred not to answer"},
          {"not_reached", "It ended before the question was reached"},
          {"not_applicable", "Not asked, by the instrument's branching"},
          {"unanswered", "Left unanswered"},
          {"missing", "The rule gives no score for these answers"}});
    list(odmQueryList, "Query",
         {{"raised", "What was asked"}, {"answered", "What the site answered"}, {"closed", "How it was closed"}});
    list(odmNoteList, "Note",
         {{"signature", "A further signature that holds"}, {"brokenSignature", "A signature that what changed broke"}});
    list(odmFlagTypeList, "Kinds of flags",
         {{"noValue", "Why there is no value"}, {"query", "Query"}, {"note", "Note"}});
}

void writeOdmConditions(Xml& xml, const Defined& defined) {
    for (const instrument::Item& item : defined.instrument->items) {
        if (!item.showWhen || !item.asks())
            continue;
        xml.open("ConditionDef",
                 {{"OID", odmCondition(defined, item)}, {"Name", QStringLiteral("%1 is not asked").arg(item.id)}});
        describe(xml, QStringLiteral("Not asked unless: ") + instrument::inWords(*item.showWhen));
        xml.text("FormalExpression", QStringLiteral("{\"not\":%1}").arg(jsonOf(defined, "items", item.id, "showWhen")),
                 {{"Context", ownLanguage}});
        if (const QString path = odmXPath(defined, *item.showWhen); !path.isEmpty())
            xml.text("FormalExpression", QStringLiteral("not(%1)").arg(path),
                     {{"Context", QStringLiteral("XPath 1.0")}});
        xml.close();
    }
}

void writeOdmMethods(Xml& xml, const Defined& defined) {
    for (const instrument::Score& score : defined.instrument->scores) {
        xml.open("MethodDef", {{"OID", odmMethod(defined, score)},
                               {"Name", QStringLiteral("%1 of %2").arg(score.id, defined.instrument->id)},
                               {"Type", QStringLiteral("Computation")}});
        describe(xml, instrument::inWords(*score.expression));
        xml.text("FormalExpression", jsonOf(defined, "scores", score.id, "expression"), {{"Context", ownLanguage}});
        xml.close();
    }
}

} // namespace serein::exporting
