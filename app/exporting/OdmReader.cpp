#include "exporting/OdmReader.h"

namespace serein::exporting {

namespace {

const QString noValueList = QStringLiteral("CL.serein.noValue");
const QByteArray clinicalData = QByteArrayLiteral("<ClinicalData");
const QByteArray clinicalEnd = QByteArrayLiteral("</ClinicalData>");
const QByteArray subjectData = QByteArrayLiteral("<SubjectData");
const QByteArray subjectEnd = QByteArrayLiteral("</SubjectData>");

bool standsAt(const QByteArray& xml, qsizetype at, const QByteArray& what) {
    return QByteArrayView(xml).sliced(at).startsWith(what);
}
qsizetype pastBlanks(const QByteArray& xml, qsizetype at) {
    while (at < xml.size() && QByteArrayView(" \t\r\n").contains(xml[at]))
        ++at;
    return at;
}
/// Behind the tag that begins there; the end of the text where it has none.
qsizetype pastTag(const QByteArray& xml, qsizetype at) {
    for (char quote = 0; at < xml.size(); ++at) {
        if (quote == 0 && xml[at] == '>')
            return at + 1;
        if (quote == 0 && (xml[at] == '"' || xml[at] == '\''))
            quote = xml[at];
        else if (xml[at] == quote)
            quote = 0;
    }
    return at;
}
QString subjectKeyIn(const QByteArray& tag) {
    QXmlStreamReader xml(tag);
    return xml.readNextStartElement() ? xml.attributes().value(QLatin1String("SubjectKey")).toString() : QString();
}

} // namespace

Result<void> OdmReader::open(const QByteArray& bytes) {
    m_bytes = bytes;
    const qsizetype begin = bytes.indexOf(clinicalData);
    SEREIN_TRY(m_tail, findParts(begin < 0 ? bytes.size() : begin));
    return feed(bytes.first(begin < 0 ? bytes.size() : begin));
}

/// From the first ClinicalData on; returns where they end.
Result<qsizetype> OdmReader::findParts(qsizetype at) {
    while (at < m_bytes.size() && standsAt(m_bytes, at, clinicalData)) {
        const RowIndex::Span around{at, pastTag(m_bytes, at) - at};
        at = pastBlanks(m_bytes, at + around.size);
        while (standsAt(m_bytes, at, subjectData)) {
            const QByteArray tag = m_bytes.sliced(at, pastTag(m_bytes, at) - at);
            const QString subject = subjectKeyIn(tag);
            const qsizetype close = tag.endsWith("/>") ? at : m_bytes.indexOf(subjectEnd, at);
            if (close < 0)
                return wrong(QStringLiteral("it is no XML: it is cut in the data of %1").arg(subject));
            const qsizetype past = close == at ? at + tag.size() : close + subjectEnd.size();
            m_parts[subject].append({around, {at, past - at}});
            at = pastBlanks(m_bytes, past);
        }
        if (!standsAt(m_bytes, at, clinicalEnd))
            return wrong(QStringLiteral("its ClinicalData have something that is no SubjectData"));
        at = pastBlanks(m_bytes, at + clinicalEnd.size());
    }
    return at;
}

Result<void> OdmReader::feed(const QByteArray& xml) {
    m_xml.addData(xml);
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isStartElement())
            SEREIN_CHECK(begin(m_xml.name().toString()));
        if (m_xml.isEndElement())
            SEREIN_CHECK(end(m_xml.name()));
    }
    if (m_xml.hasError() && m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
        return wrong(QStringLiteral("it is no XML: line %1").arg(m_xml.lineNumber()));
    return {};
}

Result<OdmForms> OdmReader::take(const QString& subject) {
    m_forms.clear();
    for (const Part& part : m_parts.take(subject))
        SEREIN_CHECK(feed(m_bytes.sliced(part.around.at, part.around.size) +
                          m_bytes.sliced(part.data.at, part.data.size) + clinicalEnd));
    if (!m_isHistory)
        for (auto it = m_forms.begin(); it != m_forms.end(); ++it)
            SEREIN_CHECK(checkPlace(it.key(), *it));
    return std::exchange(m_forms, {});
}

Result<void> OdmReader::end() {
    SEREIN_CHECK(feed(m_bytes.sliced(m_tail)));
    if (m_xml.hasError())
        return wrong(QStringLiteral("it is no XML: line %1").arg(m_xml.lineNumber()));
    return m_isOdm ? Result<void>() : wrong(QStringLiteral("it is no ODM"));
}

QString OdmReader::attribute(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString();
}

Result<void> OdmReader::begin(const QString& name) {
    if (metadata(name))
        return {};
    if (name == QLatin1String("ODM")) {
        m_isOdm = true;
        m_isHistory = attribute("FileType") == QLatin1String("Transactional");
    } else if (name == QLatin1String("ClinicalData")) {
        m_version = attribute("MetaDataVersionOID");
        if (!m_rules.contains(m_version))
            return wrong(QStringLiteral("its data are of a MetaDataVersion %1 that is not there").arg(m_version));
    } else if (name == QLatin1String("SubjectData")) {
        m_place.subject = attribute("SubjectKey");
    } else if (name == QLatin1String("StudyEventData")) {
        m_place.event = attribute("StudyEventOID");
        m_place.repeat = attribute("StudyEventRepeatKey");
    } else if (name == QLatin1String("FormData")) {
        return form();
    } else if (name == QLatin1String("ItemGroupData")) {
        m_group = attribute("ItemGroupOID");
    } else if (name == QLatin1String("ItemData")) {
        m_itemOid = attribute("ItemOID");
        m_itemChange = attribute("TransactionType");
        m_item = {attribute("Value"),
                  attribute("IsNull") == QLatin1String("Yes"),
                  {},
                  {},
                  m_xml.attributes().hasAttribute(QLatin1String("Value"))};
    } else if (name == QLatin1String("Annotation")) {
        m_comment.clear();
        m_flag.clear();
    } else if (name == QLatin1String("Comment")) {
        m_comment = m_xml.readElementText();
    } else if (name == QLatin1String("FlagValue")) {
        const bool isNoValue = attribute("CodeListOID") == noValueList;
        const QString flag = m_xml.readElementText();
        m_flag = isNoValue ? flag : QString();
    }
    return {};
}

/// Whether it was one of these.
bool OdmReader::metadata(const QString& name) {
    if (name == QLatin1String("MetaDataVersion")) {
        m_defining = attribute("OID");
        m_rules.insert(m_defining, {});
        return true;
    }
    if (m_defining.isEmpty())
        return false;
    OdmRules& rules = m_rules[m_defining];
    if (name == QLatin1String("StudyEventDef") || name == QLatin1String("FormDef") ||
        name == QLatin1String("ItemGroupDef"))
        m_definition = attribute("OID");
    else if (name == QLatin1String("FormRef"))
        rules.formsOfEvent[m_definition].insert(attribute("FormOID"));
    else if (name == QLatin1String("ItemGroupRef"))
        rules.groupsOfForm[m_definition].insert(attribute("ItemGroupOID"));
    else if (name == QLatin1String("ItemRef"))
        rules.itemsOfGroup[m_definition].insert(attribute("ItemOID"));
    else
        return false;
    return true;
}

Result<void> OdmReader::form() {
    m_place.form = attribute("FormOID");
    const QString change = attribute("TransactionType");
    const bool isThere = m_forms.contains(m_place);
    const bool isAdded = !m_isHistory || change == QLatin1String("Insert");
    if (isAdded == isThere)
        return wrong(QStringLiteral("%1: it %2")
                         .arg(m_place.toString(),
                              isThere ? QStringLiteral("stands there twice") : QStringLiteral("is not there")));
    if (change == QLatin1String("Remove"))
        m_forms.remove(m_place);
    else
        m_forms[m_place].metaDataVersion = m_version;
    return {};
}

Result<void> OdmReader::end(QStringView name) {
    if (name == u"Annotation" && !m_flag.isEmpty()) {
        m_item.flag = m_flag;
        m_item.comment = m_comment;
    } else if (name == u"ItemData") {
        return item();
    }
    return {};
}

Result<void> OdmReader::item() {
    const QString place = m_place.toString() + u' ' + m_itemOid;
    const auto form = m_forms.find(m_place);
    if (form == m_forms.end())
        return wrong(QStringLiteral("%1: its form is not there").arg(place));
    if (!m_isHistory && !m_rules.value(m_version).itemsOfGroup.value(m_group).contains(m_itemOid))
        return wrong(QStringLiteral("%1: its group %2 has no such item").arg(place, m_group));
    if (!m_isHistory && !m_rules.value(m_version).groupsOfForm.value(m_place.form).contains(m_group))
        return wrong(QStringLiteral("%1: its form has no group %2").arg(place, m_group));
    const bool isThere = form->items.contains(m_itemOid);
    const bool isAdded = !m_isHistory || m_itemChange == QLatin1String("Insert");
    if (isAdded == isThere)
        return wrong(QStringLiteral("%1: it %2")
                         .arg(place, isThere ? QStringLiteral("stands there twice") : QStringLiteral("is not there")));
    if (m_itemChange == QLatin1String("Remove")) {
        form->items.remove(m_itemOid);
        return {};
    }
    if (m_item.hasValue == m_item.isNull || m_item.isNull == m_item.flag.isEmpty())
        return wrong(QStringLiteral("%1: it has either a value, or is null and says why").arg(place));
    form->items.insert(m_itemOid, m_item);
    return {};
}

Result<void> OdmReader::checkPlace(const OdmFormPlace& place, const OdmFormRead& form) const {
    if (!m_rules.value(form.metaDataVersion).formsOfEvent.value(place.event).contains(place.form))
        return wrong(
            QStringLiteral("%1: no such event has such a form in %2").arg(place.toString(), form.metaDataVersion));
    return {};
}

QString OdmFormPlace::toString() const {
    return QStringLiteral("%1 %2/%3 %4").arg(subject, event, repeat, form);
}

} // namespace serein::exporting
