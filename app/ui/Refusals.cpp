#include "ui/Refusals.h"

#include <QRegularExpression>
#include <algorithm>
#include <cstring>

namespace serein::ui {

namespace {

// As the rooms write them; %1 to %3 stand for what they name. tst_refusals finds what is missing.
constexpr const char* refusals[] = {
    QT_TR_NOOP("%1 (%2) may not %3"),
    QT_TR_NOOP("the data are %1"),
    QT_TR_NOOP("the data are %1 already"),
    QT_TR_NOOP("the data are locked"),
    QT_TR_NOOP("data are open, frozen or locked"),
    QT_TR_NOOP("please write something here"),
    QT_TR_NOOP("is %1 characters long; at most %2 fit"),
    QT_TR_NOOP("holds characters that cannot be seen: please type it again"),
    QT_TR_NOOP("the two passphrases differ"),
    QT_TR_NOOP("the passphrase is too short: at least %1 characters"),
    // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one sentence
    QT_TR_NOOP("a name has letters, digits, dot, dash and underscore, begins with a letter, and is at most 32 "
               "characters long"),
    QT_TR_NOOP("the name is taken; names are never used twice"),
    QT_TR_NOOP("the name \"%1\" is taken; names are never used twice"),
    QT_TR_NOOP("an account needs a role"),
    QT_TR_NOOP("there is no active account of that name"),
    QT_TR_NOOP("there is no account \"%1\""),
    QT_TR_NOOP("no active account \"%1\""),
    QT_TR_NOOP("the account \"%1\" is not active"),
    QT_TR_NOOP("these are the roles already"),
    QT_TR_NOOP("somebody has to stay administrator"),
    QT_TR_NOOP("the last administrator cannot be disabled"),
    QT_TR_NOOP("your own passphrase is changed with the one that holds until now"),
    QT_TR_NOOP("the name or the passphrase is not right"),
    QT_TR_NOOP("too many wrong passphrases: try again in %1 s"),
    QT_TR_NOOP("this file cannot be read"),
    QT_TR_NOOP("a PIN has 4 to 8 digits"),
    QT_TR_NOOP("please choose another PIN"),
    QT_TR_NOOP("that is not a PIN of this run"),
    QT_TR_NOOP("too many tries: unlock with a passphrase"),
    QT_TR_NOOP("there is no such alert"),
    QT_TR_NOOP("this study keeps what the alert says from %1: call its contact"),
    QT_TR_NOOP("%1 has acknowledged this alert already"),
    QT_TR_NOOP("this study keeps what the alert says from %1"),
    QT_TR_NOOP("an alert is acknowledged, with what was done, before it is closed"),
    QT_TR_NOOP("%1 has closed this alert already"),
    QT_TR_NOOP("this is no text pack: it names no instrument"),
    QT_TR_NOOP("the study does not use the instrument \"%1\""),
    QT_TR_NOOP("the study does not ask in the language \"%1\""),
    QT_TR_NOOP("exactly this pack is in use already"),
    QT_TR_NOOP("this is another study (\"%1\"); a vault holds one"),
    QT_TR_NOOP("this version is in force already"),
    QT_TR_NOOP("the version \"%1\" was in force with another content: an amendment has a number of its own"),
    QT_TR_NOOP("%1 follows the version in force already"),
    QT_TR_NOOP("the tablet is with %1"),
    QT_TR_NOOP("the data of %1 are frozen or locked"),
    QT_TR_NOOP("%1 has not consented to document %2 yet"),
    QT_TR_NOOP("%1 has begun an assessment that the version in force no longer has"),
    QT_TR_NOOP("write what the clock shows, like 14:05 or 14:05:30"),
    QT_TR_NOOP("please say when"),
    QT_TR_NOOP("this is more than a year ahead"),
    QT_TR_NOOP("this is more than ten years before the enrolment"),
    QT_TR_NOOP("it happened again, so this has to be later than the first time"),
    QT_TR_NOOP("this is the time that stands there already"),
    QT_TR_NOOP("the study has no anchor \"%1\""),
    QT_TR_NOOP("the anchor \"%1\" is set already: move it (postponed) or correct it (mistyped)"),
    QT_TR_NOOP("the anchor \"%1\" is not set yet"),
    QT_TR_NOOP("consent given anew is recorded with the consents"),
    QT_TR_NOOP("please write date and time like 2026-11-20 14:05"),
    QT_TR_NOOP("this time does not exist on that day: the clock is put forward past it"),
    QT_TR_NOOP("%1: the definition has no item %2"),
    QT_TR_NOOP("there is no such assessment"),
    QT_TR_NOOP("it would tell the arm, which this study keeps from you"),
    QT_TR_NOOP("it has not been submitted yet: the answer is changed where it was given"),
    QT_TR_NOOP("there is no such question"),
    QT_TR_NOOP("this question was not asked, as the other answers stand"),
    QT_TR_NOOP("that is the answer that stands there already"),
    QT_TR_NOOP("the participant answered this: propose a correction, and an investigator decides"),
    QT_TR_NOOP("another correction of this answer waits for an investigator"),
    QT_TR_NOOP("there is no such proposal"),
    QT_TR_NOOP("%1 has decided it already"),
    QT_TR_NOOP("your own proposal is decided by another investigator"),
    QT_TR_NOOP("the answer has changed since this was proposed"),
    QT_TR_NOOP("the second identifier (%1) is missing or of another form"),
    QT_TR_NOOP("please choose the site"),
    QT_TR_NOOP("the study has no site \"%1\""),
    QT_TR_NOOP("this study keeps no consent here"),
    QT_TR_NOOP("this study has no consent form of that version"),
    QT_TR_NOOP("please say who consented: %1"),
    QT_TR_NOOP("this is not the consent form that the study asks for now"),
    QT_TR_NOOP("who has regained capacity consents in person"),
    QT_TR_NOOP("this is before the capacity was lost"),
    QT_TR_NOOP("this is before the first consent"),
    QT_TR_NOOP("this is still to come: consent is entered once it was given"),
    QT_TR_NOOP("this is more than a year before the enrolment"),
    QT_TR_NOOP("\"%1\" is not a subject id of this study, such as %2"),
    QT_TR_NOOP("the check digit at its end does not fit: please compare every digit"),
    QT_TR_NOOP("%1 is enrolled already"),
    QT_TR_NOOP("the study has no language \"%1\""),
    QT_TR_NOOP("the questions have no text size of %1 %"),
    QT_TR_NOOP("nothing more is asked of this participant: there is nothing to consent to"),
    QT_TR_NOOP("its date is set already: if it was mistyped, correct the date"),
    QT_TR_NOOP("it is recorded already that screening failed"),
    QT_TR_NOOP("who this participant is was destroyed: nothing of it is kept any more"),
    QT_TR_NOOP("\"%1\" is not filled in at %2"),
    QT_TR_NOOP("%1 is answered by the participant"),
    QT_TR_NOOP("%1 would tell the arm, which this study keeps from %2"),
    QT_TR_NOOP("%1 at %2 has been submitted already"),
    QT_TR_NOOP("%1 has no words in %2"),
    QT_TR_NOOP("its window has not opened yet: please say why it is asked early"),
    QT_TR_NOOP("its window has closed: please say why it is asked late"),
    QT_TR_NOOP("its window has no date yet: please say why it is asked all the same"),
    QT_TR_NOOP("\"%1\" is not a mode: %2"),
    QT_TR_NOOP("please say who helps, reads aloud or answers"),
    QT_TR_NOOP("the study has no timepoint \"%1\""),
    QT_TR_NOOP("everything that the participant answers at this timepoint has been answered"),
    QT_TR_NOOP("that is not this participant's second identifier: please check who this is"),
    QT_TR_NOOP("%1 has not been submitted"),
    QT_TR_NOOP("its window is not open: it is never continued at another time"),
    QT_TR_NOOP("%1 has not been filled in"),
    QT_TR_NOOP("what was answered at %1 is fresh enough: it is not asked again"),
    QT_TR_NOOP("something at %1 is still open: finish it first"),
    QT_TR_NOOP("\"%1\" is not asked at %2"),
    QT_TR_NOOP("please choose why: %1"),
    QT_TR_NOOP("everything there was begun or answered: nothing was missed"),
    QT_TR_NOOP("its window has not opened yet, so nothing was missed"),
    QT_TR_NOOP("nothing there is recorded as missed"),
    QT_TR_NOOP("this is what stands there already"),
    QT_TR_NOOP("please choose who was reached: %1"),
    QT_TR_NOOP("please choose what it came to: %1"),
    QT_TR_NOOP("there is no such query"),
    QT_TR_NOOP("%1 has closed it already"),
    QT_TR_NOOP("it has not been submitted yet"),
    QT_TR_NOOP("%1 has verified it already"),
    QT_TR_NOOP("%1 withdrew the use of their records"),
    QT_TR_NOOP("%1 has the tablet just now: take it back first"),
    QT_TR_NOOP("%1 has no such timepoint"),
    QT_TR_NOOP("%1 is not asked at %2"),
    QT_TR_NOOP("%1 is asked there in another version"),
    QT_TR_NOOP("%1 at %2 has been begun there already: void that one first"),
    QT_TR_NOOP("there is no such voided assessment"),
    QT_TR_NOOP("it stands there already"),
    QT_TR_NOOP("not a date or a time such as 2026-11-20T14:05+08:00"),
    QT_TR_NOOP("is still to come"),
    QT_TR_NOOP("\"%1\" is not a mode of back-entry: %2"),
    QT_TR_NOOP("what stands on paper is typed in twice"),
    QT_TR_NOOP("%1 has not been asked %2 times"),
    QT_TR_NOOP("%1 at %2 has been begun or submitted already"),
    QT_TR_NOOP("you have signed it, and nothing has changed since"),
    QT_TR_NOOP("a participant has the tablet just now: take it back first"),
    QT_TR_NOOP("unblinding is an emergency or planned"),
    QT_TR_NOOP("you were unblinded for this participant already"),
    QT_TR_NOOP("please choose"),
    QT_TR_NOOP("please say who decided"),
    QT_TR_NOOP("please choose what ends"),
    QT_TR_NOOP("this has ended already"),
    QT_TR_NOOP("who they are is needed while anything is still asked: end the questionnaires and the calls too"),
    QT_TR_NOOP("this cannot be undone: please type the subject id to confirm it"),
    QT_TR_NOOP("participation is suspended already: resume it first"),
    QT_TR_NOOP("nothing more is asked of this participant: there is nothing to suspend"),
    QT_TR_NOOP("please choose why"),
    QT_TR_NOOP("participation is not suspended"),
    QT_TR_NOOP("who has regained capacity consents first: record that consent"),
    QT_TR_NOOP("it was not decided that who they are is destroyed"),
    QT_TR_NOOP("nothing more is asked of this participant: where they are is not kept"),
    QT_TR_NOOP("please choose where"),
    QT_TR_NOOP("who is at home has no ward and no bed"),
    QT_TR_NOOP("the notes of this participant were destroyed: none is added any more"),
    QT_TR_NOOP("the tablet is not handed over to this participant"),
    QT_TR_NOOP("\"%1\" has no words in %2: add the site's licensed pack"),
    QT_TR_NOOP("the words of %1 in %2 cannot be used: %3"),
    QT_TR_NOOP("the key of this participant's %1 was destroyed"),
    QT_TR_NOOP("there is no such participant"),
    QT_TR_NOOP("nobody is enrolled under this subject id"),
    QT_TR_NOOP("the disk is full; nothing was changed"),
    QT_TR_NOOP("the database cannot be used: disk I/O error"),
    QT_TR_NOOP("the database cannot be used: %1"),
    QT_TR_NOOP("%1: it is not the event that the next one follows (it was replaced)"),
    QT_TR_NOOP("%1: it is missing"),
    QT_TR_NOOP("the vault is open in another program"),
    QT_TR_NOOP("there is no such folder that can be written to"),
    QT_TR_NOOP("too little room: %1 MB are needed, %2 MB are free"),
    QT_TR_NOOP(
        "this vault has no recovery certificate, so nobody could open a backup: the administrator names one first"),
    QT_TR_NOOP("at least one backup is kept"),
    QT_TR_NOOP("screening is over, the study has begun for this participant: record a withdrawal instead"),
    QT_TR_NOOP("consent has not been recorded: it comes before the first question"),
    QT_TR_NOOP("consent to document %1 is needed before anything else is asked"),
    QT_TR_NOOP("screening failed: nothing is asked"),
    QT_TR_NOOP("the form of eligibility says that this person can't take part"),
    QT_TR_NOOP("participation is suspended: resume it first"),
    QT_TR_NOOP("this participant has withdrawn from it"),
    QT_TR_NOOP("this participant has withdrawn from calls"),
    QT_TR_NOOP("it was recorded that this participant has died"),
    QT_TR_NOOP("none of this item's choices"),
    QT_TR_NOOP("not a list of choices"),
    QT_TR_NOOP("the choice stands twice"),
    QT_TR_NOOP("not a whole number"),
    QT_TR_NOOP("more than one place after the point"),
    QT_TR_NOOP("more than %1 places after the point"),
    QT_TR_NOOP("less than %1"),
    QT_TR_NOOP("more than %1"),
    QT_TR_NOOP("not a number"),
    QT_TR_NOOP("not a clock time from 00:00 to 23:59"),
    QT_TR_NOOP("not a duration: minutes, or ISO 8601 such as PT7H30M"),
    QT_TR_NOOP("not a date such as 2026-11-20"),
    QT_TR_NOOP("not a time with its offset such as 2026-11-20T14:05+08:00"),
    QT_TR_NOOP("not a text"),
    QT_TR_NOOP("longer than %1 characters"),
    QT_TR_NOOP("has control characters"),
    QT_TR_NOOP("this certificate is named twice"),
    QT_TR_NOOP("from 1 to 744 hours, or 0: only on demand"),
    QT_TR_NOOP("%1 is no event of this participant with free text in it"),
    QT_TR_NOOP("%1 is no event of the tablets' own with free text in it"),
    QT_TR_NOOP("the record of %1 changed while everybody's tables were written: they are to be exported again"),
    QT_TR_NOOP("there is no free text"),
};

struct RefusalPattern {
    QRegularExpression pattern; ///< of the whole reason, a group for each thing named
    const char* source;
};

const QList<RefusalPattern>& allRefusals() {
    static const QList<RefusalPattern> all = [] {
        QList<RefusalPattern> list;
        for (const char* source : refusals) {
            QString pattern = QRegularExpression::escape(QString::fromUtf8(source));
            for (const char* place : {"%1", "%2", "%3"})
                pattern.replace(QRegularExpression::escape(QLatin1String(place)), QStringLiteral("(.+)"));
            list.append({QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                            QRegularExpression::DotMatchesEverythingOption),
                         source});
        }
        // What names nothing is said exactly so; of the others the longest says most.
        std::ranges::stable_sort(list, [](const RefusalPattern& one, const RefusalPattern& other) {
            const int groups = one.pattern.captureCount();
            const int others = other.pattern.captureCount();
            return groups != others ? groups < others : std::strlen(one.source) > std::strlen(other.source);
        });
        return list;
    }();
    return all;
}

} // namespace

QString Refusals::named(const QString& word) {
    static const QMap<QString, const char*> words{{QStringLiteral("open"), QT_TR_NOOP("open")},
                                                  {QStringLiteral("frozen"), QT_TR_NOOP("frozen")},
                                                  {QStringLiteral("locked"), QT_TR_NOOP("locked")}};
    return words.contains(word) ? tr(words.value(word)) : word;
}

QString Refusals::inWords(const QString& reason) {
    for (const RefusalPattern& sentence : allRefusals()) {
        const auto match = sentence.pattern.match(reason);
        if (!match.hasMatch())
            continue;
        const QString words = tr(sentence.source);
        QString said;
        static const QRegularExpression place(QStringLiteral("%([1-3])"));
        qsizetype from = 0; // what is named may itself look like a place
        for (auto at = place.globalMatch(words); at.hasNext();) {
            const auto one = at.next();
            said += words.sliced(from, one.capturedStart() - from) + named(match.captured(one.captured(1).toInt()));
            from = one.capturedEnd();
        }
        return said + words.sliced(from);
    }
    return reason;
}

} // namespace serein::ui
