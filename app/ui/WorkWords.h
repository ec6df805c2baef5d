#pragma once
// A row of the worklist in words.
#include "desk/WorkQuery.h"
#include "ui/Words.h"

#include <QVariantMap>

namespace serein::ui {

class WorkWords {
    Q_DECLARE_TR_FUNCTIONS(WorkWords)

public:
    /// The roles of WorklistModel for one entry.
    [[nodiscard]] static QVariantMap entry(const vault::Vault& vault, const desk::WorkEntry& entry,
                                           const QString& language);
    /// The same for an alert; `hidden`: this person may know that it waits, and no more.
    [[nodiscard]] static Result<QVariantMap> alert(const vault::Vault& vault, const vault::WaitingAlert& alert,
                                                   bool hidden, const QString& language);
    /// "ward 5A · bed 12", "at home"; empty: not known.
    [[nodiscard]] static QString place(const ledger::Whereabouts& place);
    /// "Due (12)"; below 0: not counted
    [[nodiscard]] static QString section(const QString& state, int count);

private:
    [[nodiscard]] static QString what(const desk::WorkEntry& entry, int left);
    [[nodiscard]] static QString window(const desk::WorkEntry& entry, const QDateTime& now, const QTimeZone& zone);
    [[nodiscard]] static QVariantList remarks(const desk::WorkEntry& entry);
};

} // namespace serein::ui
