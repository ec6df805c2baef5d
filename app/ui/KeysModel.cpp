#include "ui/KeysModel.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/Secrets.h"

namespace serein::ui {

using account::Action;

namespace {

constexpr std::chrono::milliseconds toBePainted{200};

} // namespace

KeysModel::KeysModel(QObject* parent) : StaffModel(parent) {
    m_shown.setSingleShot(true);
    m_shown.setInterval(toBePainted);
    connect(&m_shown, &QTimer::timeout, this, &KeysModel::renew);
}

bool KeysModel::mayRenew() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::ManageAccounts);
}

void KeysModel::reload() {
    if (vault() == nullptr) { // locked or handed over: nothing goes on behind
        m_shown.stop();
        m_done = false;
        Q_EMIT progressChanged();
    }
    Q_EMIT changed();
}

bool KeysModel::begin(const QString& passphrase) {
    if (vault() == nullptr || running())
        return false;
    desk()->clearMessages();
    if (const auto right = desk::Administration(*vault()).confirm(secretFrom(passphrase)); !right) {
        desk()->say(AdminWords::trouble(right.error()), AdminWords::field(right.error()));
        return false;
    }
    m_done = false;
    m_shown.start();
    Q_EMIT progressChanged();
    return true;
}

void KeysModel::renew() {
    if (vault() == nullptr)
        return;
    const auto renewed = desk::Administration(*vault()).rekey();
    m_done = renewed.has_value();
    conclude(renewed, Action::ManageAccounts,
             tr("Everything stored here has new keys. Passphrases and PINs are as they were."));
    Q_EMIT progressChanged();
}

} // namespace serein::ui
