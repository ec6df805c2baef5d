#include "desk/StaffWords.h"

#include <QLocale>

namespace serein::desk {

QString StaffWords::role(account::Role role) {
    using enum account::Role;
    switch (role) {
    case Nurse:
        return tr("nurse");
    case UnblindedNurse:
        return tr("unblinded nurse");
    case Investigator:
        return tr("investigator");
    case DataManager:
        return tr("data manager");
    case Monitor:
        return tr("monitor");
    case Administrator:
        return tr("administrator");
    }
    return {};
}

QString StaffWords::role(const QString& text) {
    if (text == QLatin1String("participant"))
        return tr("participant");
    const auto known = account::roleFrom(text);
    return known ? role(*known) : text;
}

QString StaffWords::moment(const QDateTime& at, const QTimeZone& zone) {
    if (!at.isValid())
        return {};
    const QString language = tr("en", "BCP 47 tag of the language of dates");
    return QLocale(language).toString(at.toTimeZone(zone), tr("d MMM yyyy, HH:mm", "format of a date with time"));
}

QString StaffWords::dataState(const QString& state) {
    return state == QLatin1String("frozen")   ? tr("frozen")
           : state == QLatin1String("locked") ? tr("locked")
                                              : tr("open");
}

QString StaffWords::group(const QString& group) {
    if (group == QLatin1String("person"))
        return tr("Person");
    if (group == QLatin1String("plan"))
        return tr("Plan");
    if (group == QLatin1String("answers"))
        return tr("Answers");
    if (group == QLatin1String("alerts"))
        return tr("Alerts");
    if (group == QLatin1String("review"))
        return tr("Review");
    if (group == QLatin1String("screen"))
        return tr("On screen");
    if (group == QLatin1String("access"))
        return tr("Access");
    return tr("Tablet");
}

} // namespace serein::desk
