#include "ui/StudyWords.h"

#include "desk/AnswerWords.h"

namespace serein::ui {

namespace {

int signOf(const IsoDuration& duration) {
    const auto nominal = duration.nominal().count();
    return nominal < 0 ? -1 : nominal > 0 ? 1 : 0;
}

QString anchorLabel(const study::Study& study, const QString& id, const QString& language) {
    const study::Anchor* anchor = study.anchor(id);
    return anchor != nullptr ? anchor->label.in(language) : id;
}

QString timepointLabel(const study::Study& study, const QString& id, const QString& language) {
    const study::Timepoint* timepoint = study.timepoint(id);
    return timepoint != nullptr ? timepoint->label.in(language) : id;
}

} // namespace

QString StudyWords::duration(const IsoDuration& duration) {
    QStringList parts;
    if (duration.months != 0)
        parts += tr("%n month(s)", "", std::abs(duration.months));
    if (duration.days != 0)
        parts += tr("%n day(s)", "", std::abs(duration.days));
    const auto minutes = std::abs(duration.time.count()) / 60;
    if (minutes / 60 != 0)
        parts += tr("%1 h").arg(minutes / 60);
    if (minutes % 60 != 0 || parts.isEmpty())
        parts += tr("%1 min").arg(minutes % 60);
    return parts.join(u' ');
}

QString StudyWords::window(const study::Study& study, const study::Window& window, const QString& language) {
    if (window.anchor.isEmpty()) {
        const QString format = QStringLiteral("HH:mm");
        QString words = tr("day %1, %2 to %3")
                            .arg(window.day)
                            .arg(window.from.isValid() ? window.from.toString(format) : QStringLiteral("00:00"),
                                 window.to.isValid() ? window.to.toString(format) : QStringLiteral("24:00"));
        if (signOf(window.spread) != 0)
            words = tr("%1, up to %2 earlier or later").arg(words, duration(window.spread));
        return words;
    }
    const QString label = anchorLabel(study, window.anchor, language);
    const int offset = signOf(window.offset);
    const QString at = offset == 0  ? tr("at: %1").arg(label)
                       : offset > 0 ? tr("%1 after: %2").arg(duration(window.offset), label)
                                    : tr("%1 before: %2").arg(duration(window.offset), label);
    const int opens = signOf(window.opens);
    const QString open = opens == 0  ? tr("opens then")
                         : opens < 0 ? tr("opens %1 earlier").arg(duration(window.opens))
                                     : tr("opens %1 later").arg(duration(window.opens));
    const int closes = signOf(window.closes);
    const QString close = closes == 0  ? tr("closes then")
                          : closes < 0 ? tr("closes %1 earlier").arg(duration(window.closes))
                                       : tr("closes %1 later").arg(duration(window.closes));
    return tr("%1; %2, %3", "when, opens, closes").arg(at, open, close);
}

QString StudyWords::instrument(const instrument::Library& library, const QString& id, const QString& language) {
    const instrument::Instrument* known = library.instrument(id);
    return known != nullptr ? known->name.in(language) : id;
}

QString StudyWords::change(const desk::StudyChange& change, const study::Study& before, const study::Study& after,
                           const instrument::Library& library, const QString& language) {
    using Part = desk::StudyChange::Part;
    using What = desk::StudyChange::What;
    const study::Study& where = change.what == What::Removed ? before : after;
    const auto names = [&](const QStringList& ids) {
        QStringList all;
        for (const QString& id : ids)
            all += StudyWords::instrument(library, id, language);
        return all.join(tr(", ", "between instruments"));
    };
    const QString timepoint = timepointLabel(where, change.id, language);
    switch (change.part) {
    case Part::Timepoint:
        return change.what == What::Added
                   ? tr("%1: added (%2)").arg(timepoint, window(after, after.timepoint(change.id)->window, language))
               : change.what == What::Removed ? tr("%1: removed").arg(timepoint)
                                              : tr("%1: changed").arg(timepoint);
    case Part::Window:
        return tr("%1: asked at another time. Before: %2. Now: %3.")
            .arg(timepoint, window(before, before.timepoint(change.id)->window, language),
                 window(after, after.timepoint(change.id)->window, language));
    case Part::Battery: {
        if (change.added.isEmpty() && change.removed.isEmpty())
            return tr("%1: the same scales otherwise ordered or set").arg(timepoint);
        QStringList both;
        if (!change.added.isEmpty())
            both += tr("%1: now also %2").arg(timepoint, names(change.added));
        if (!change.removed.isEmpty())
            both += tr("%1: no longer %2").arg(timepoint, names(change.removed));
        return both.join(QStringLiteral(". "));
    }
    case Part::Anchor: {
        const QString label = anchorLabel(where, change.id, language);
        return change.what == What::Added     ? tr("Date \"%1\": added").arg(label)
               : change.what == What::Removed ? tr("Date \"%1\": removed").arg(label)
                                              : tr("Date \"%1\": changed").arg(label);
    }
    case Part::Endpoint:
        return change.what == What::Added     ? tr("Endpoint %1: added").arg(change.id)
               : change.what == What::Removed ? tr("Endpoint %1: removed").arg(change.id)
                                              : tr("Endpoint %1: changed").arg(change.id);
    case Part::Other:
        return change.what == What::Added     ? tr("Setting \"%1\": added").arg(change.id)
               : change.what == What::Removed ? tr("Setting \"%1\": removed").arg(change.id)
                                              : tr("Setting \"%1\": changed").arg(change.id);
    }
    return {};
}

QString StudyWords::pack(const instrument::TextPack& pack) {
    const QString provenance = pack.provenance == QLatin1String("official")      ? tr("official")
                               : pack.provenance == QLatin1String("validated")   ? tr("validated")
                               : pack.provenance == QLatin1String("placeholder") ? tr("placeholder for demonstrations")
                                                                                 : tr("not validated");
    QStringList allows{pack.allowsElectronic ? tr("electronic use allowed") : tr("no electronic use"),
                       pack.allowsExport ? tr("wording may be exported") : tr("wording stays on the tablet")};
    if (!pack.onlyStudy.isEmpty())
        allows += tr("for the study %1 alone").arg(pack.onlyStudy);
    if (pack.expires.isValid())
        allows += tr("until %1").arg(pack.expires.toString(Qt::ISODate));
    const QString licence = pack.licenceHolder.isEmpty() ? pack.licenceStatement : pack.licenceHolder;
    return tr("%1, version %2: %3. Rights: %4; %5.")
        .arg(desk::languageLabel(pack.language), pack.version, provenance, licence, allows.join(QStringLiteral("; ")));
}

} // namespace serein::ui
