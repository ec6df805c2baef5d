#pragma once
// What the rooms below say when they refuse something, in the language of whoever reads it.
#include <QCoreApplication>

namespace serein::ui {

class Refusals {
    Q_DECLARE_TR_FUNCTIONS(Refusals)

public:
    /// The reason of a fault, as a part of a sentence; as it is where nobody has put it into words.
    [[nodiscard]] static QString inWords(const QString& reason);

private:
    [[nodiscard]] static QString named(const QString& word);
};

} // namespace serein::ui
