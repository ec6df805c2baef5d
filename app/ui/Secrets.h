#pragma once
// From what a person typed to the one type that holds secrets. The copies made on the way are wiped; the text field's
// own is QML's to clear.
#include "crypto/Secret.h"

#include <QString>

namespace serein::ui {

[[nodiscard]] inline crypto::Secret secretFrom(const QString& typed) {
    QByteArray bytes = typed.toUtf8();
    crypto::Secret secret{QByteArrayView(bytes)};
    crypto::wipe(bytes);
    return secret;
}

} // namespace serein::ui
