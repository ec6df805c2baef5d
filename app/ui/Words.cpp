#include "ui/Words.h"

#include "ui/Refusals.h"

#include <QRegularExpression>

namespace serein::ui {

namespace {

QString asSentence(const Error& error) {
    if (error.faults.isEmpty())
        return {};
    QString reason = Refusals::inWords(error.faults.first().reason);
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper();
    return Words::tr("%1.", "a reason as a sentence").arg(reason);
}

} // namespace

QString Words::error(const Error& error) {
    QString reason = asSentence(error);
    switch (error.kind) {
    case Error::Kind::Unusable:
        return tr("This could not be used, and nothing was changed. %1 Please check it and try again.").arg(reason);
    case Error::Kind::Refused:
        return tr("This was not allowed, and nothing was changed. %1").arg(reason);
    case Error::Kind::Wrong:
        return tr("A check found something wrong, and nothing was changed. %1 Please call the data manager.")
            .arg(reason);
    case Error::Kind::Storage:
        return tr("The tablet could not save or read this. Everything saved before is safe. %1 Try again; if it "
                  "happens again, "
                  "call the data manager.")
            .arg(reason);
    }
    return reason;
}

QString Words::roleRefusal(const account::Person& person, account::Action action) {
    if (person.roleToDo(action))
        return {};
    switch (action) {
    case account::Action::Export:
    case account::Action::ExportUnsealed:
        return tr("Your account may not export. Nothing was written. Ask an investigator or a data manager.");
    case account::Action::Enrol:
        return tr("Your account may not enrol participants. Nothing was saved. Ask a nurse or an investigator.");
    case account::Action::SetAnchor:
        return tr("Your account may not change dates. Nothing was saved. Ask a nurse or an investigator.");
    case account::Action::HandOver:
        return tr("Your account may not hand over the tablet. Ask a nurse or an investigator.");
    case account::Action::AcknowledgeAlert:
        return tr(
            "Your account may not acknowledge alerts. The alert stays open. Call a nurse or an investigator now.");
    case account::Action::ManageAccounts:
    case account::Action::AdoptStudy:
        return tr("Your account may not change this. Nothing was changed. Ask an administrator.");
    case account::Action::MoveStudy:
        return tr("Your account may not move participants to another version of the study. Nothing was changed. Ask an "
                  "investigator or a data manager.");
    default:
        return tr("Your account may not do this. Nothing was changed. Ask an investigator.");
    }
}

QString Words::noVault(const Error& error, const QString& folder) {
    switch (error.kind) {
    case Error::Kind::Refused:
        return tr("The study's data in %1 belong to another tablet. They are safe and were not touched. Please give "
                  "this tablet to "
                  "the data manager.")
            .arg(folder);
    case Error::Kind::Wrong:
        return tr("The study's data in %1 were changed from outside. Nothing was opened. Please call the data manager.")
            .arg(folder);
    default:
        return tr("There is no study on this tablet that can be opened (looked in %1). Nothing was changed. Please "
                  "give this tablet "
                  "to the data manager, who sets up a study.")
            .arg(folder);
    }
}

QString Words::notUnlocked(const Error& error) {
    if (error.kind != Error::Kind::Refused)
        return Words::error(error);
    static const QRegularExpression wait(QStringLiteral("in (\\d+) s$"));
    const auto seconds = wait.match(error.faults.isEmpty() ? QString() : error.faults.first().reason);
    if (seconds.hasMatch())
        return tr("Too many wrong passphrases. Everything is safe. Please wait %1 s and try again.")
            .arg(seconds.captured(1));
    return tr("The name or the passphrase is not right, or the account is no longer active. Everything is safe. Please "
              "try again, or "
              "ask your administrator.");
}

QString Words::workState(desk::WorkState state) {
    switch (state) {
    case desk::WorkState::Due:
        return tr("due");
    case desk::WorkState::Overdue:
        return tr("overdue");
    case desk::WorkState::Upcoming:
        return tr("upcoming");
    case desk::WorkState::Unscheduled:
        return tr("no date yet");
    case desk::WorkState::Done:
        return tr("done");
    case desk::WorkState::Missed:
        return tr("missed");
    case desk::WorkState::NotApplicable:
        return tr("not applicable");
    }
    return {};
}

QString Words::scales(int done, int count) {
    if (done >= count)
        return count == 1 ? tr("1 scale done") : tr("%1 scales done").arg(count);
    if (done > 0)
        return tr("%1 of %2 scales left").arg(count - done).arg(count);
    return count == 1 ? tr("1 scale") : tr("%1 scales").arg(count);
}

QString Words::window(const study::Planned& planned, const QDateTime& now, const QTimeZone& zone) {
    constexpr qint64 soon = 24LL * 3600; // within a day a span says more than a date
    switch (study::statusAt(planned, now)) {
    case study::WindowStatus::Unscheduled:
        return {};
    case study::WindowStatus::Upcoming: {
        const qint64 left = now.secsTo(planned.opensAt);
        return left <= soon ? tr("opens in %1").arg(span(left)) : tr("opens %1").arg(moment(planned.opensAt, zone));
    }
    case study::WindowStatus::Open: {
        const qint64 left = now.secsTo(planned.closesAt);
        return left <= soon ? tr("closes in %1").arg(span(left)) : tr("closes %1").arg(moment(planned.closesAt, zone));
    }
    case study::WindowStatus::Closed: {
        const qint64 since = planned.closesAt.secsTo(now);
        return since <= soon ? tr("closed %1 ago").arg(span(since))
                             : tr("closed %1").arg(moment(planned.closesAt, zone));
    }
    }
    return {};
}

QString Words::span(qint64 seconds) {
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 48LL * 60)
        return minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60) : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return tr("%1 days").arg(minutes / (24LL * 60));
}

} // namespace serein::ui
