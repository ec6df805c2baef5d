#pragma once
// What is wrong with an entry on the pages of administration, by the field it is in.
#include "core/Result.h"

#include <QCoreApplication>

namespace serein::ui {

class AdminWords {
    Q_DECLARE_TR_FUNCTIONS(AdminWords)

public:
    /// Where the field alone says what is wrong; else empty.
    [[nodiscard]] static QString trouble(const Error& error);
    /// Why a new passphrase is refused.
    [[nodiscard]] static QString passphrase(const QString& reason);
    /// The field that the error is about; may be empty.
    [[nodiscard]] static QString field(const Error& error);
};

} // namespace serein::ui
