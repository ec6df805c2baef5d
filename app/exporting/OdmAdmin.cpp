// AdminData: the people, the sites, and what a signature means.
#include "exporting/Odm.h"

#include <algorithm>

namespace serein::exporting {

namespace {

void users(Xml& xml, const Records& records) {
    QMap<QString, QString> roles; ///< actor → the role first acted in
    for (const Record& record : records)
        for (const ledger::Event& event : record.events)
            if (!roles.contains(event.header.actor))
                roles.insert(event.header.actor, event.header.role);
    for (auto it = roles.begin(); it != roles.end(); ++it) {
        const bool investigates = *it == QLatin1String("investigator");
        xml.open("User", {{"OID", OdmCatalog::user(it.key())},
                          {"UserType", investigates ? QStringLiteral("Investigator") : QStringLiteral("Other")}});
        xml.text("LoginName", it.key());
        xml.text("DisplayName", it->isEmpty() ? it.key() : QStringLiteral("%1 (%2)").arg(it.key(), *it));
        xml.close();
    }
}

void locations(Xml& xml, const OdmCatalog& catalog, const Records& records) {
    struct Location {
        QString name;
        QString version;
        QDate since;
    };
    QMap<QString, Location> all;
    for (const Record& record : records) {
        const study::Study& study = record.definitions.study();
        const auto site = std::ranges::find(study.sites, record.state.site, &study::Site::id);
        const QDate since = record.events.constFirst().header.at.date();
        const QString name = site == study.sites.end() ? QStringLiteral("Site") : site->label.in(QStringLiteral("en"));
        auto found = all.find(record.state.site);
        if (found == all.end())
            found = all.insert(record.state.site, {name, catalog.metaDataVersion(record.state.study), since});
        found->since = std::min(found->since, since);
    }
    for (auto it = all.begin(); it != all.end(); ++it) {
        xml.open("Location", {{"OID", OdmCatalog::location(it.key())},
                              {"Name", it->name.isEmpty() ? it.key() : it->name},
                              {"LocationType", QStringLiteral("Site")}});
        xml.empty("MetaDataVersionRef", {{"StudyOID", catalog.studyId()},
                                         {"MetaDataVersionOID", it->version},
                                         {"EffectiveDate", it->since.toString(Qt::ISODate)}});
        xml.close();
    }
}

void signatureDefs(Xml& xml, const Records& records) {
    QStringList meanings;
    for (const Record& record : records)
        for (const ledger::SignatureState& one : record.state.signatures)
            if (!meanings.contains(one.meaning))
                meanings += one.meaning;
    meanings.sort();
    for (const QString& meaning : std::as_const(meanings)) {
        xml.open("SignatureDef", {{"OID", odmSignatureDef(meaning)}, {"Methodology", QStringLiteral("Electronic")}});
        xml.text("Meaning", meaning);
        xml.text("LegalReason", QStringLiteral("Electronic signature: name, time and meaning, given by passphrase"));
        xml.close();
    }
}

} // namespace

QString odmSignatureDef(const QString& meaning) {
    return QStringLiteral("SD.") + meaning;
}

void writeOdmAdmin(Xml& xml, const OdmCatalog& catalog, const Records& records) {
    xml.open("AdminData", {{"StudyOID", catalog.studyId()}});
    users(xml, records);
    locations(xml, catalog, records);
    signatureDefs(xml, records);
    xml.close();
}

} // namespace serein::exporting
