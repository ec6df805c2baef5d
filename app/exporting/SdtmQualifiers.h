#pragma once
// What stands in SUPP-- of one row or one assessment, taken one after the other: what is left belongs to nothing.
#include "exporting/SdtmReader.h"

namespace serein::exporting {

class SdtmQualifiers {
public:
    /// False: it stands there already.
    [[nodiscard]] bool add(const SdtmRow& row) {
        const QString name = row.value("QNAM");
        if (m_values.contains(name))
            return false;
        m_values.insert(name, row.value("QVAL"));
        return true;
    }
    /// A text from where it begins: in its own column, or in the qualifier of that name.
    [[nodiscard]] QString joined(const QString& name, QString text) {
        for (int part = 1;; ++part) {
            const QString number = QString::number(part);
            const QString next = name.left(8 - number.size()) + number;
            if (!m_values.contains(next))
                return text;
            text += m_values.take(next);
        }
    }
    [[nodiscard]] QString take(const QString& name) { return joined(name, m_values.take(name)); }
    [[nodiscard]] QStringList left() const { return m_values.keys(); }

private:
    QMap<QString, QString> m_values; ///< QNAM to QVAL
};

} // namespace serein::exporting
