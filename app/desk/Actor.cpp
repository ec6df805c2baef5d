#include "desk/Actor.h"

#include <algorithm>

namespace serein::desk {

Result<vault::Actor> actorFor(vault::Vault& vault, account::Action action) {
    const account::Person& person = vault.user();
    if (const auto role = person.roleToDo(action))
        return vault::Actor{person.name, account::roleText(*role)};
    const QString asRole = person.roles.isEmpty() ? QString() : account::roleText(person.roles.constFirst());
    SEREIN_CHECK(vault.appendToDevice({{ledger::Refused{account::actionText(action)}}}, {person.name, asRole}));
    return refused(QStringLiteral("%1 (%2) may not %3").arg(person.name, asRole, account::actionText(action)));
}

Result<void> requireOpenData(const vault::Vault& vault, const ledger::ParticipantState& participant) {
    for (const QString& state : {vault.deviceState().dataState, participant.dataState})
        if (!state.isEmpty() && state != QLatin1String("open"))
            return refused(QStringLiteral("the data are %1").arg(state));
    return {};
}

bool seesUnblinding(const vault::Vault& vault) {
    // What was handed on holds what its audience may see, and no more.
    return vault.isForReading() || std::ranges::any_of(vault.user().roles, [&](account::Role role) {
               return vault.study().seesUnblinding.contains(account::roleText(role));
           });
}

bool seesUnblinding(const vault::Vault& vault, const ledger::ParticipantState& participant) {
    return seesUnblinding(vault) || std::ranges::any_of(participant.unblindings, [&](const auto& unblinding) {
               return unblinding.second.by == vault.user().name;
           });
}

bool sees(const vault::Vault& vault, const ledger::ParticipantState& participant,
          const ledger::AssessmentState& assessment) {
    return assessment.bodyClass != ledger::BodyClass::Unblinding || seesUnblinding(vault, participant);
}

Result<QString> typedText(const QString& typed, const QString& field, int most, bool mayBeEmpty) {
    QString text = typed.trimmed();
    const QString pointer = u'/' + field;
    if (text.isEmpty() && !mayBeEmpty)
        return unusable(QStringLiteral("please write something here"), pointer);
    if (text.size() > most)
        return unusable(QStringLiteral("is %1 characters long; at most %2 fit").arg(text.size()).arg(most), pointer);
    const auto hidden = [](QChar c) {
        const auto category = c.category();
        return (category == QChar::Other_Control && c != u'\n' && c != u'\t') || c == QChar::ReplacementCharacter ||
               (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    };
    if (std::ranges::any_of(text, hidden))
        return unusable(QStringLiteral("holds characters that cannot be seen: please type it again"), pointer);
    return text;
}

} // namespace serein::desk
