#include "sereinctl/Commands.h"

#include "study/Schedule.h"
#include "study/Words.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct CheckOrder {
    std::string file;
    std::string packs;
};

Result<Output> checkStudy(Context& context, const CheckOrder& order) {
    SEREIN_TRY(const instrument::Library library, shippedLibrary(order.packs));
    SEREIN_TRY(const study::Study study, readStudy(text(order.file), library));
    SEREIN_TRY(const Clock* const clock, context.clock());
    const study::WordsReport words = study::wordsReport(study, library, clock->now().date(), text(order.file));
    if (!words.barred.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, words.barred});
    QStringList needs;
    for (const Fault& fault : words.missing)
        needs.append(fault.reason);
    const QStringList warnings = study::recallWarnings(study, library);
    Output output;
    output.json = QJsonObject{{QStringLiteral("study"), study.id},
                              {QStringLiteral("version"), study.version},
                              {QStringLiteral("timepoints"), static_cast<int>(study.timepoints.size())},
                              {QStringLiteral("endpoints"), static_cast<int>(study.endpoints.size())},
                              {QStringLiteral("needs"), QJsonArray::fromStringList(needs)},
                              {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)}};
    output.lines.append(
        QStringLiteral("%1 %2: ok, %3 timepoints").arg(study.id, study.version).arg(study.timepoints.size()));
    for (const QString& need : std::as_const(needs))
        output.lines.append(QStringLiteral("needs: ") + need);
    for (const QString& warning : warnings)
        output.lines.append(QStringLiteral("warning: ") + warning);
    return output;
}

/// Each "anchor=time" of the command line; every fault at once.
Result<study::Anchors> readAnchors(const study::Study& study, const std::vector<std::string>& given) {
    study::Anchors anchors;
    QList<Fault> faults;
    for (const std::string& one : given) {
        const QString written = text(one);
        const QString id = written.section(u'=', 0, 0);
        const auto instant = parseInstant(written.section(u'=', 1));
        const QString place = QStringLiteral("--anchor ") + id;
        if (study.anchor(id) == nullptr)
            faults.append({place, {}, QStringLiteral("the study has no such anchor")});
        else if (anchors.contains(id))
            faults.append({place, {}, QStringLiteral("the anchor stands twice")});
        else if (!instant)
            faults += instant.error().in(place).faults;
        else
            anchors.insert(id, *instant);
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return anchors;
}

Result<Output> timeline(const std::string& file, const std::vector<std::string>& given) {
    SEREIN_TRY(const instrument::Library library, shippedLibrary());
    SEREIN_TRY(const study::Study study, readStudy(text(file), library));
    SEREIN_TRY(const study::Anchors anchors, readAnchors(study, given));
    Output output;
    QJsonArray json;
    for (const study::Planned& planned : study::plan(study, anchors)) {
        QJsonObject row{{QStringLiteral("timepoint"), planned.timepoint},
                        {QStringLiteral("scheduled"), planned.scheduled},
                        {QStringLiteral("nominal"), instantJson(planned.nominal)},
                        {QStringLiteral("opensAt"), instantJson(planned.opensAt)},
                        {QStringLiteral("closesAt"), instantJson(planned.closesAt)},
                        {QStringLiteral("nightOf"), planned.nightOf.isValid()
                                                        ? QJsonValue(planned.nightOf.toString(Qt::ISODate))
                                                        : QJsonValue(QJsonValue::Null)}};
        json.append(row);
        QString line = planned.timepoint + QStringLiteral(": ");
        if (planned.scheduled)
            line += instantText(planned.opensAt) + QStringLiteral(" to ") + instantText(planned.closesAt);
        else
            line += QStringLiteral("not scheduled");
        if (planned.nightOf.isValid())
            line += QStringLiteral(", about the night of ") + planned.nightOf.toString(Qt::ISODate);
        output.lines.append(line);
    }
    output.json = json;
    return output;
}

} // namespace

void addStudyCommands(CLI::App& app, Command& chosen) {
    CLI::App* const group = app.add_subcommand("study", "protocols as data");

    const auto checked = std::make_shared<CheckOrder>();
    CLI::App* const checking = group->add_subcommand("check", "prove a study against the shipped instruments");
    checking->add_option("FILE", checked->file, "study file")->required();
    checking->add_option("--packs", checked->packs, packsHelp);
    checking->callback(
        [&chosen, checked] { chosen = [checked](Context& context) { return checkStudy(context, *checked); }; });

    const auto file = std::make_shared<std::string>();
    const auto anchors = std::make_shared<std::vector<std::string>>();
    CLI::App* const showing =
        group->add_subcommand("timeline", "when each timepoint opens and closes, in the site's zone");
    showing->add_option("FILE", *file, "study file")->required();
    showing->add_option("--anchor", *anchors, "ANCHOR=TIME, e.g. surgeryEnd=2026-11-20T14:05+08:00; may repeat")
        ->allow_extra_args(false);
    showing->callback(
        [&chosen, file, anchors] { chosen = [file, anchors](Context&) { return timeline(*file, *anchors); }; });
}

} // namespace serein::ctl
