#include "ui/AdminWords.h"

#include "ui/Words.h"

namespace serein::ui {

QString AdminWords::field(const Error& error) {
    return error.faults.value(0).pointer.mid(1);
}

QString AdminWords::passphrase(const QString& reason) {
    if (reason.contains(QLatin1String("different characters")))
        return tr("The passphrase has too few different characters: at least 5. Nothing was saved.");
    if (reason.contains(QLatin1String("repeats")))
        return tr("The passphrase repeats a part of itself. Nothing was saved.");
    if (reason.contains(QLatin1String("guessed")))
        return tr(
            "The passphrase is easily guessed: it is made of names, common words or neighbouring keys. A few words "
            "that have nothing to do with one another are good. Nothing was saved.");
    return tr("The passphrase is too short: at least 12 characters. Nothing was saved.");
}

QString AdminWords::trouble(const Error& error) {
    const QString in = field(error);
    if (in == QLatin1String("name"))
        return tr("This name can't be used. It has letters, digits, dot, dash or underscore, begins with a letter, and "
                  "was never anybody else's here. Nothing was saved.");
    if (in == QLatin1String("roles"))
        return tr("Please choose at least one role, and something other than now. Nothing was saved.");
    if (in == QLatin1String("passphrase"))
        return passphrase(error.faults.constFirst().reason);
    if (in == QLatin1String("again"))
        return tr("The two passphrases differ. Nothing was saved. Please type both again.");
    if (in == QLatin1String("current"))
        return Words::notUnlocked(error);
    if (in == QLatin1String("ward"))
        return tr("Please write what the ward's clock shows, like 14:05 or 14:05:30. Nothing was saved.");
    if (in == QLatin1String("reason"))
        return tr("Please say why, in at most 500 characters that can be seen. Nothing was saved.");
    if (in == QLatin1String("approval"))
        return tr("The ethics committee's reference is needed, in at most 500 characters that can be seen. Nothing was "
                  "changed.");
    if (in == QLatin1String("folder"))
        return tr("This folder can't be used: it isn't there, can't be written to, or has too little room. Nothing was "
                  "written.");
    if (in == QLatin1String("certificates"))
        return tr("This certificate can't be used, so nothing was written: the file is missing, is no certificate, or "
                  "has ended.");
    if (in == QLatin1String("from") || in == QLatin1String("to"))
        return error.faults.constFirst().reason.startsWith(QLatin1String("the first"))
                   ? tr("The first day is after the last. Nothing was written.")
                   : tr("Please write a day like 2026-11-20. Nothing was written.");
    if (in == QLatin1String("sites"))
        return tr("Nobody is enrolled there. Nothing was written.");
    if (in == QLatin1String("keep"))
        return tr("Please write how many backups to keep, at least 1. Nothing was written.");
    if (in == QLatin1String("needed"))
        return tr("More keys are to be needed than certificates are named. Please name the others too, or choose fewer "
                  "keys. Nothing was changed.");
    if (in == QLatin1String("certificate") && error.faults.constFirst().reason.contains(QLatin1String("twice")))
        return tr("The same certificate is named twice. Nothing was changed.");
    if (in == QLatin1String("certificate"))
        return tr("This certificate can't be used: the file is missing, is no certificate, or has ended. Nothing was "
                  "changed.");
    return {};
}

} // namespace serein::ui
