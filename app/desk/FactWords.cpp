#include "desk/FactWords.h"

#include <QMap>

namespace serein::desk {

namespace {

using Table = QMap<QString, const char*>;

QString look(const Table& table, const QString& id) {
    return table.contains(id) ? FactWords::tr(table.value(id)) : id;
}

} // namespace

QString FactWords::giver(const QString& by) {
    static const Table words{{QStringLiteral("participant"), QT_TR_NOOP("the participant")},
                             {QStringLiteral("representative"), QT_TR_NOOP("a representative")},
                             {QStringLiteral("investigator"), QT_TR_NOOP("the investigator")}};
    return look(words, by);
}

QString FactWords::cause(const QString& cause) {
    static const Table words{{QStringLiteral("icu"), QT_TR_NOOP("intensive care")},
                             {QStringLiteral("lostCapacity"), QT_TR_NOOP("capacity lost")},
                             {QStringLiteral("other"), QT_TR_NOOP("another reason")}};
    return look(words, cause);
}

QString FactWords::degree(const QString& degree) {
    static const Table words{{QStringLiteral("studyDrug"), QT_TR_NOOP("the study drug")},
                             {QStringLiteral("questionnaires"), QT_TR_NOOP("questionnaires")},
                             {QStringLiteral("calls"), QT_TR_NOOP("calls")},
                             {QStringLiteral("records"), QT_TR_NOOP("use of records")}};
    return look(words, degree);
}

QString FactWords::place(const QString& place) {
    static const Table words{{QStringLiteral("ward"), QT_TR_NOOP("Ward")},
                             {QStringLiteral("theatre"), QT_TR_NOOP("Theatre")},
                             {QStringLiteral("recovery"), QT_TR_NOOP("Recovery room")},
                             {QStringLiteral("icu"), QT_TR_NOOP("Intensive care")},
                             {QStringLiteral("home"), QT_TR_NOOP("At home")}};
    return look(words, place);
}

QString FactWords::whereabouts(const ledger::Whereabouts& whereabouts) {
    if (whereabouts.place.isEmpty())
        return {};
    QStringList parts{place(whereabouts.place)};
    if (!whereabouts.ward.isEmpty())
        parts += whereabouts.ward;
    if (!whereabouts.bed.isEmpty())
        parts += tr("bed %1").arg(whereabouts.bed);
    return parts.join(tr(", ", "between the parts of a place"));
}

QString FactWords::missedReason(const QString& reason) {
    static const Table words{{QStringLiteral("asleep"), QT_TR_NOOP("asleep")},
                             {QStringLiteral("sedated"), QT_TR_NOOP("sedated")},
                             {QStringLiteral("delirious"), QT_TR_NOOP("delirious")},
                             {QStringLiteral("intubated"), QT_TR_NOOP("intubated")},
                             {QStringLiteral("inTheatre"), QT_TR_NOOP("in theatre")},
                             {QStringLiteral("refused"), QT_TR_NOOP("did not want to")},
                             {QStringLiteral("staffUnavailable"), QT_TR_NOOP("no staff at hand")},
                             {QStringLiteral("deviceUnavailable"), QT_TR_NOOP("no tablet at hand")},
                             {QStringLiteral("died"), QT_TR_NOOP("died")},
                             {QStringLiteral("other"), QT_TR_NOOP("another reason")}};
    return look(words, reason);
}

QString FactWords::reached(const QString& who) {
    static const Table words{{QStringLiteral("participant"), QT_TR_NOOP("the participant")},
                             {QStringLiteral("relative"), QT_TR_NOOP("a relative")},
                             {QStringLiteral("carer"), QT_TR_NOOP("a carer")},
                             {QStringLiteral("clinician"), QT_TR_NOOP("a doctor or nurse")},
                             {QStringLiteral("other"), QT_TR_NOOP("somebody else")},
                             {QStringLiteral("nobody"), QT_TR_NOOP("nobody")}};
    return look(words, who);
}

QString FactWords::outcome(const QString& outcome) {
    static const Table words{{QStringLiteral("assessmentDone"), QT_TR_NOOP("questions answered")},
                             {QStringLiteral("appointmentMade"), QT_TR_NOOP("another time agreed")},
                             {QStringLiteral("callAgain"), QT_TR_NOOP("call again")},
                             {QStringLiteral("declinedThisTime"), QT_TR_NOOP("did not want to this time")},
                             {QStringLiteral("noAnswer"), QT_TR_NOOP("no answer")},
                             {QStringLiteral("notInService"), QT_TR_NOOP("number not in service")},
                             {QStringLiteral("messageLeft"), QT_TR_NOOP("message left")},
                             {QStringLiteral("other"), QT_TR_NOOP("something else")}};
    return look(words, outcome);
}

QString FactWords::mode(const QString& mode) {
    static const Table words{{QStringLiteral("self"), QT_TR_NOOP("answered alone")},
                             {QStringLiteral("assisted"), QT_TR_NOOP("answered with help")},
                             {QStringLiteral("interview"), QT_TR_NOOP("read aloud")},
                             {QStringLiteral("telephone"), QT_TR_NOOP("asked by telephone")},
                             {QStringLiteral("proxy"), QT_TR_NOOP("answered by somebody else")},
                             {QStringLiteral("paper"), QT_TR_NOOP("from paper")},
                             {QStringLiteral("staff"), QT_TR_NOOP("filled in by staff")}};
    return look(words, mode);
}

} // namespace serein::desk
