#include "ui/ExportChoice.h"

#include "exporting/Formats.h"
#include "exporting/SdtmTests.h"

namespace serein::ui {

namespace {

QVariantMap choice(const QString& id, const QString& label) {
    return {{QStringLiteral("id"), id}, {QStringLiteral("label"), label}};
}

QString formatLabel(const QString& format) {
    static const QMap<QString, const char*> labels{
        {QStringLiteral("csv"), QT_TRANSLATE_NOOP("ExportChoice", "CSV and codebook")},
        {QStringLiteral("odm"), QT_TRANSLATE_NOOP("ExportChoice", "ODM-XML")},
        {QStringLiteral("dataset-json"), QT_TRANSLATE_NOOP("ExportChoice", "SDTM, Dataset-JSON")},
        {QStringLiteral("xpt"), QT_TRANSLATE_NOOP("ExportChoice", "SDTM, SAS XPT")},
        {QStringLiteral("define"), QT_TRANSLATE_NOOP("ExportChoice", "Define-XML")},
        {QStringLiteral("redcap"), QT_TRANSLATE_NOOP("ExportChoice", "REDCap")},
        {QStringLiteral("sav"), QT_TRANSLATE_NOOP("ExportChoice", "SPSS")},
        {QStringLiteral("dta"), QT_TRANSLATE_NOOP("ExportChoice", "Stata")},
        {QStringLiteral("fhir"), QT_TRANSLATE_NOOP("ExportChoice", "FHIR")},
        {QStringLiteral("pdf"), QT_TRANSLATE_NOOP("ExportChoice", "PDF report")}};
    const char* const label = labels.value(format);
    return label != nullptr ? ExportChoice::tr(label) : format;
}

/// Invalid where nothing is written.
Result<QDate> dayOf(const QVariantMap& chosen, const char* field) {
    const QString typed = chosen.value(QLatin1String(field)).toString().trimmed();
    const QDate day = QDate::fromString(typed, Qt::ISODate);
    if (!typed.isEmpty() && !day.isValid())
        return unusable(QStringLiteral("not a day such as 2026-11-20"), u'/' + QLatin1String(field));
    return day;
}

/// The labels of what is chosen, in the order of all there are.
QStringList labelsOf(const QVariantMap& all, const QVariantMap& chosen, const char* part) {
    const QStringList ids = chosen.value(QLatin1String(part)).toStringList();
    QStringList labels;
    for (const QVariant& one : all.value(QLatin1String(part)).toList())
        if (ids.contains(one.toMap().value(QStringLiteral("id")).toString()))
            labels += one.toMap().value(QStringLiteral("label")).toString();
    return labels;
}

} // namespace

QVariantMap ExportChoice::parts(const vault::Vault& vault, const QString& language) {
    const study::Study& study = vault.study();
    QVariantList timepoints;
    QVariantList instruments;
    QVariantList without;
    QStringList named;
    for (const study::Timepoint& timepoint : study.timepoints) {
        timepoints += choice(timepoint.id, timepoint.label.in(language));
        for (const QString& id : timepoint.battery) {
            const instrument::Instrument* const known = vault.library().instrument(id);
            if (named.contains(id))
                continue;
            named += id;
            instruments += choice(id, known != nullptr ? known->name.in(language) : id);
            if (known != nullptr && known->codes.domain.isEmpty() && known->audience == QLatin1String("staff"))
                without += choice(
                    exporting::sdtmDomain(*known),
                    tr("%1: %2", "SDTM table, form").arg(exporting::sdtmDomain(*known), known->name.in(language)));
        }
    }
    QVariantList sites;
    if (study.sites.size() > 1)
        for (const study::Site& site : study.sites)
            sites += choice(site.id, site.label.in(language));
    QVariantList formats;
    for (const QString& format : exporting::formatNames())
        formats += choice(format, formatLabel(format));
    return {{QStringLiteral("timepoints"), timepoints},
            {QStringLiteral("instruments"), instruments},
            {QStringLiteral("sites"), sites},
            {QStringLiteral("formats"), formats},
            {QStringLiteral("without"), without},
            {QStringLiteral("languages"), QVariantList{choice(QStringLiteral("en"), QStringLiteral("English")),
                                                       choice(QStringLiteral("zh-CN"), QStringLiteral("简体中文"))}}};
}

Result<exporting::ExportOrder> ExportChoice::order(const QVariantMap& chosen) {
    const auto ids = [&](const char* key) { return chosen.value(QLatin1String(key)).toStringList(); };
    exporting::ExportOrder order;
    order.without = ids("without");
    order.audience = chosen.value(QStringLiteral("audience"), order.audience).toString();
    order.as.language = chosen.value(QStringLiteral("language"), order.as.language).toString();
    exporting::Selection& part = order.as.selection;
    part.timepoints = ids("timepoints");
    part.instruments = ids("instruments");
    part.sites = ids("sites");
    SEREIN_TRY(part.from, dayOf(chosen, "from"));
    SEREIN_TRY(part.to, dayOf(chosen, "to"));
    if (part.from.isValid() && part.to.isValid() && part.to < part.from)
        return unusable(QStringLiteral("the first day is after the last"), QStringLiteral("/to"));
    const QStringList formats = ids("formats");
    for (const QString& format : exporting::formatNames())
        if (formats.contains(format))
            order.formats += format;
    return order;
}

QString ExportChoice::summary(const QVariantMap& all, const QVariantMap& chosen) {
    QStringList part;
    const QString comma = tr(", ", "between what is exported");
    for (const char* const one : {"timepoints", "instruments", "sites"})
        if (const QStringList labels = labelsOf(all, chosen, one); !labels.isEmpty())
            part += labels.join(comma);
    if (const auto from = dayOf(chosen, "from"); from && from->isValid())
        part += tr("begun on %1 or later").arg(from->toString(Qt::ISODate));
    if (const auto to = dayOf(chosen, "to"); to && to->isValid())
        part += tr("begun on %1 or earlier").arg(to->toString(Qt::ISODate));
    const QStringList formats = labelsOf(all, chosen, "formats");
    const QString what = part.isEmpty() ? tr("Everything") : tr("Only %1").arg(part.join(tr("; ", "between parts")));
    const QStringList without = chosen.value(QStringLiteral("without")).toStringList();
    const QString said =
        tr("%1, %2", "what, in which formats").arg(what, formats.isEmpty() ? tr("all formats") : formats.join(comma));
    return without.isEmpty() ? said : tr("%1; SDTM without %2", "what, tables").arg(said, without.join(comma));
}

} // namespace serein::ui
