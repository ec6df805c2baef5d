#include "ui/PersonWords.h"

#include "ui/Words.h"

#include <QRegularExpression>

namespace serein::ui {

namespace {

using Table = QMap<QString, const char*>;

QString look(const Table& table, const QString& id) {
    return table.contains(id) ? PersonWords::tr(table.value(id)) : id;
}

/// The desk's sentences as they begin, and what staff read: what is wrong, then that nothing was lost.
struct Known {
    const char* reason;
    const char* words;
};
const Known known[] = {
    {"the check digit at its end",
     QT_TRANSLATE_NOOP("PersonWords", "The check digit at its end doesn't fit. Please compare every digit.")},
    {"please choose the site", QT_TRANSLATE_NOOP("PersonWords", "Please choose the site.")},
    {"this study keeps no consent", QT_TRANSLATE_NOOP("PersonWords", "This study keeps no consent on the tablet.")},
    {"this study has no consent form",
     QT_TRANSLATE_NOOP("PersonWords", "This study has no consent form of that version. It stands on the form itself.")},
    {"please say who consented", QT_TRANSLATE_NOOP("PersonWords", "Please say who consented.")},
    {"this is still to come",
     QT_TRANSLATE_NOOP("PersonWords", "This is still to come. Consent is entered once it was given.")},
    {"this is more than a year before",
     QT_TRANSLATE_NOOP("PersonWords", "This is more than a year before the enrolment.")},
    {"this is not the consent form",
     QT_TRANSLATE_NOOP("PersonWords", "This is not the consent form that the study asks for now.")},
    {"who has regained capacity consents in person",
     QT_TRANSLATE_NOOP("PersonWords", "Who has regained capacity consents in person.")},
    {"this is before the first consent", QT_TRANSLATE_NOOP("PersonWords", "This is before the first consent.")},
    {"its date is set already",
     QT_TRANSLATE_NOOP("PersonWords", "The date of consent is set already. If it was mistyped, correct that date.")},
    {"who has regained capacity consents first",
     QT_TRANSLATE_NOOP("PersonWords", "Who has regained capacity consents first. Record that consent, then resume.")},
    {"it is recorded already that screening",
     QT_TRANSLATE_NOOP("PersonWords", "It is recorded already that screening failed.")},
    {"participation is suspended already",
     QT_TRANSLATE_NOOP("PersonWords", "Participation is suspended already. Resume it first.")},
    {"participation is not suspended", QT_TRANSLATE_NOOP("PersonWords", "Participation is not suspended.")},
    {"nothing more is asked", QT_TRANSLATE_NOOP("PersonWords", "Nothing more is asked of this participant.")},
    {"please choose why", QT_TRANSLATE_NOOP("PersonWords", "Please choose why.")},
    {"please choose what ends", QT_TRANSLATE_NOOP("PersonWords", "Please choose what ends.")},
    {"please choose where", QT_TRANSLATE_NOOP("PersonWords", "Please choose where.")},
    {"please say who decided", QT_TRANSLATE_NOOP("PersonWords", "Please say who decided.")},
    {"this has ended already", QT_TRANSLATE_NOOP("PersonWords", "This has ended already.")},
    {"who they are is needed",
     QT_TRANSLATE_NOOP("PersonWords",
                       "Who they are is needed while anything is still asked. End the questionnaires and "
                       "the calls too, or keep the identity.")},
    {"this cannot be undone",
     QT_TRANSLATE_NOOP("PersonWords", "This can't be undone. Please type the subject id to confirm it.")},
    {"who this participant is was destroyed",
     QT_TRANSLATE_NOOP("PersonWords", "Who this participant is was destroyed. Nothing of it is kept any more.")},
    {"the notes of this participant were destroyed",
     QT_TRANSLATE_NOOP("PersonWords", "The notes of this participant were destroyed. None is added any more.")},
    {"who is at home has no ward", QT_TRANSLATE_NOOP("PersonWords", "Who is at home has no ward and no bed.")},
    {"please write something here", QT_TRANSLATE_NOOP("PersonWords", "Please write something here.")},
    {"holds characters that cannot be seen",
     QT_TRANSLATE_NOOP("PersonWords", "This holds characters that can't be seen. Please type it again.")},
};

QString knownWords(const QString& reason) {
    for (const Known& one : known)
        if (reason.startsWith(QLatin1String(one.reason)))
            return PersonWords::tr(one.words);
    static const QRegularExpression tooLong(QStringLiteral("^is (\\d+) characters long; at most (\\d+) fit$"));
    const auto match = tooLong.match(reason);
    return match.hasMatch() ? PersonWords::tr("This is %1 characters long. At most %2 fit.")
                                  .arg(match.captured(1), match.captured(2))
                            : QString();
}

} // namespace

QString PersonWords::occasion(const QString& due) {
    static const Table words{
        {QStringLiteral("initial"), QT_TR_NOOP("Consent is not recorded yet. It comes before the first question.")},
        {QStringLiteral("amendment"), QT_TR_NOOP("The consent form has changed, so consent is needed anew.")},
        {QStringLiteral("capacityRegained"),
         QT_TR_NOOP("Capacity was lost. Who has regained it consents before anything else is asked.")}};
    return due.isEmpty() ? QString() : look(words, due);
}

QString PersonWords::consent(const ledger::ConsentState& consent, const QTimeZone& zone) {
    static const Table after{{QStringLiteral("initial"), ""},
                             {QStringLiteral("amendment"), QT_TR_NOOP("anew, since the form changed")},
                             {QStringLiteral("capacityRegained"), QT_TR_NOOP("after capacity was regained")}};
    const QString first = tr("Form %1, %2, by %3", "version, when, who")
                              .arg(consent.document, Words::moment(consent.at, zone), giver(consent.by));
    const char* occasion = after.value(consent.occasion, "");
    return *occasion == '\0' ? first : tr("%1; %2", "consent; why it was given anew").arg(first, tr(occasion));
}

QStringList PersonWords::standing(const ledger::ParticipantState& participant, const QTimeZone& zone) {
    const auto said = [&](const QString& what, const ledger::Remark& remark) {
        const QString who = tr("%1: %2, by %3", "what happened, when, who wrote it")
                                .arg(what, Words::moment(remark.at, zone), remark.by);
        return remark.text.isEmpty() ? who : tr("%1. %2", "sentence, reason").arg(who, remark.text);
    };
    QStringList all;
    if (participant.screenFailed)
        all += said(tr("Screening failed"), *participant.screenFailed);
    if (participant.suspended)
        all +=
            said(tr("Suspended, %1", "cause").arg(cause(participant.suspended->cause)), participant.suspended->reason);
    if (participant.withdrawn) {
        const QList<ledger::WithdrawnDegree>& ended = participant.withdrawn->degrees;
        QStringList together; // what ended at once is said at once
        for (qsizetype i = 0; i < ended.size(); ++i) {
            together += PersonWords::degree(ended[i].degree);
            if (i + 1 < ended.size() && ended[i + 1].reason.at == ended[i].reason.at)
                continue;
            all += said(tr("Withdrawn from %1").arg(together.join(tr(", ", "between things that ended"))),
                        ended[i].reason);
            together.clear();
        }
        if (participant.withdrawn->identity == QLatin1String("destroyed"))
            all += tr("Who they are was destroyed, and their notes with it.");
    }
    if (const QDateTime died = participant.diedAt(); died.isValid())
        all += tr("Died, as recorded %1.").arg(Words::moment(died, zone));
    return all;
}

QString PersonWords::trouble(const Error& error, const QString& subjectExample, const QString& secondIdentifier) {
    if (error.faults.isEmpty())
        return {};
    const Fault& fault = error.faults.constFirst();
    QString words = knownWords(fault.reason);
    if (words.isEmpty() && fault.pointer == QLatin1String("/subject"))
        words = fault.reason.endsWith(QLatin1String("is enrolled already"))
                    ? tr("Somebody is enrolled under this subject id already.")
                    : tr("In this study a subject id looks like %1.").arg(subjectExample);
    if (words.isEmpty() && fault.pointer == QLatin1String("/secondIdentifier"))
        words = tr("%1: please write it as the example shows.").arg(secondIdentifier);
    return words.isEmpty() ? QString() : tr("%1 Nothing was saved.", "sentence").arg(words);
}

} // namespace serein::ui
