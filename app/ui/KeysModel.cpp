#include "ui/KeysModel.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/Renewing.h"
#include "ui/Secrets.h"

namespace serein::ui {

using account::Action;

bool KeysModel::mayRenew() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::ManageAccounts);
}

double KeysModel::progress() const {
    return running() ? desk()->renewing().progress() : 0;
}

void KeysModel::reload() {
    if (vault() == nullptr && !running())
        m_done = false; // locked or handed over
    Q_EMIT progressChanged();
    Q_EMIT changed();
}

bool KeysModel::begin(const QString& passphrase) {
    if (vault() == nullptr)
        return false;
    desk()->clearMessages();
    if (const auto right = desk::Administration(*vault()).confirm(secretFrom(passphrase)); !right) {
        desk()->say(AdminWords::trouble(right.error()), AdminWords::field(right.error()));
        return false;
    }
    m_done = false;
    const Renewing* const renewing = &desk()->renewing();
    connect(renewing, &Renewing::progressed, this, &KeysModel::progressChanged, Qt::UniqueConnection);
    connect(renewing, &Renewing::ended, this, &KeysModel::ended, Qt::UniqueConnection);
    const auto begun = desk()->renewKeys();
    return begun || conclude(begun, Action::ManageAccounts, {});
}

void KeysModel::ended(const Result<void>& result) {
    m_done = result.has_value();
    conclude(result, Action::ManageAccounts,
             tr("Everything stored here has new keys. Passphrases and PINs are as they were."));
    Q_EMIT progressChanged();
}

} // namespace serein::ui
