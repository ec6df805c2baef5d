#include "exporting/OdmReader.h"

#include <QXmlStreamReader>

namespace serein::exporting {

namespace {

const QString noValueList = QStringLiteral("CL.serein.noValue");

/// What one version of the metadata lets stand where, by OID.
struct OdmRules {
    QMap<QString, QSet<QString>> formsOfEvent;
    QMap<QString, QSet<QString>> groupsOfForm;
    QMap<QString, QSet<QString>> itemsOfGroup;
};

class OdmParser {
public:
    explicit OdmParser(const QByteArray& bytes) : m_xml(bytes) {}

    [[nodiscard]] Result<OdmRead> read() {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement())
                SEREIN_CHECK(begin(m_xml.name().toString()));
            if (m_xml.isEndElement())
                SEREIN_CHECK(end(m_xml.name()));
        }
        if (m_xml.hasError())
            return wrong(QStringLiteral("it is no XML: line %1").arg(m_xml.lineNumber()));
        if (!m_isOdm)
            return wrong(QStringLiteral("it is no ODM"));
        if (!m_isHistory)
            for (auto it = m_read.forms.begin(); it != m_read.forms.end(); ++it)
                SEREIN_CHECK(checkPlace(it.key(), *it));
        return m_read;
    }

private:
    [[nodiscard]] QString attribute(const char* name) const {
        return m_xml.attributes().value(QLatin1String(name)).toString();
    }

    [[nodiscard]] Result<void> begin(const QString& name) {
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
            if (!m_read.subjects.contains(m_place.subject))
                m_read.subjects += m_place.subject;
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
    bool metadata(const QString& name) {
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

    [[nodiscard]] Result<void> form() {
        m_place.form = attribute("FormOID");
        const QString change = attribute("TransactionType");
        const bool isThere = m_read.forms.contains(m_place);
        const bool isAdded = !m_isHistory || change == QLatin1String("Insert");
        if (isAdded == isThere)
            return wrong(QStringLiteral("%1: it %2")
                             .arg(m_place.toString(),
                                  isThere ? QStringLiteral("stands there twice") : QStringLiteral("is not there")));
        if (change == QLatin1String("Remove"))
            m_read.forms.remove(m_place);
        else
            m_read.forms[m_place].metaDataVersion = m_version;
        return {};
    }

    [[nodiscard]] Result<void> end(QStringView name) {
        if (name == u"Annotation" && !m_flag.isEmpty()) {
            m_item.flag = m_flag;
            m_item.comment = m_comment;
        } else if (name == u"ItemData") {
            return item();
        }
        return {};
    }
    [[nodiscard]] Result<void> item() {
        const QString place = m_place.toString() + u' ' + m_itemOid;
        const auto form = m_read.forms.find(m_place);
        if (form == m_read.forms.end())
            return wrong(QStringLiteral("%1: its form is not there").arg(place));
        if (!m_isHistory && !m_rules.value(m_version).itemsOfGroup.value(m_group).contains(m_itemOid))
            return wrong(QStringLiteral("%1: its group %2 has no such item").arg(place, m_group));
        if (!m_isHistory && !m_rules.value(m_version).groupsOfForm.value(m_place.form).contains(m_group))
            return wrong(QStringLiteral("%1: its form has no group %2").arg(place, m_group));
        const bool isThere = form->items.contains(m_itemOid);
        const bool isAdded = !m_isHistory || m_itemChange == QLatin1String("Insert");
        if (isAdded == isThere)
            return wrong(
                QStringLiteral("%1: it %2")
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

    [[nodiscard]] Result<void> checkPlace(const OdmFormPlace& place, const OdmFormRead& form) const {
        if (!m_rules.value(form.metaDataVersion).formsOfEvent.value(place.event).contains(place.form))
            return wrong(
                QStringLiteral("%1: no such event has such a form in %2").arg(place.toString(), form.metaDataVersion));
        return {};
    }

    QXmlStreamReader m_xml;
    bool m_isOdm = false;
    bool m_isHistory = false;
    QMap<QString, OdmRules> m_rules; ///< by MetaDataVersion
    QString m_defining;              ///< the MetaDataVersion at hand
    QString m_definition;            ///< the event, form or group at hand
    QString m_version;
    OdmFormPlace m_place;
    QString m_group;
    QString m_itemOid;
    QString m_itemChange;
    OdmItemRead m_item;
    QString m_comment;
    QString m_flag;
    OdmRead m_read;
};

} // namespace

QString OdmFormPlace::toString() const {
    return QStringLiteral("%1 %2/%3 %4").arg(subject, event, repeat, form);
}

Result<OdmRead> readOdm(const QByteArray& bytes) {
    return OdmParser(bytes).read();
}

} // namespace serein::exporting
