#pragma once
// A shipped JSON Schema read as JSON: which part of it speaks of which place, and which keys it
// knows.
#include "core/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace serein::instrument {

class SchemaTree {
public:
    explicit SchemaTree(QJsonObject root);

    /// The schema without what `keyFaults` judges.
    [[nodiscard]] QJsonValue withoutKeys() const;
    /// Every key of the document that the schema doesn't know, or not in this form. A key's fault stands for all that
    /// is below it.
    [[nodiscard]] QList<Fault> keyFaults(const QJsonValue& document, const QString& file) const;

    struct Place {
        QJsonObject part; ///< of the schema, references followed; empty where it says nothing
        QJsonValue value;
    };
    /// By the keys and indices from the document's root.
    [[nodiscard]] Place place(const QStringList& steps, const QJsonValue& document) const;

private:
    void readKeyForms(const QJsonValue& schema);
    [[nodiscard]] QJsonObject resolved(const QJsonValue& part) const;
    [[nodiscard]] QJsonObject below(const QJsonObject& part, const QJsonValue& value, const QString& step) const;
    [[nodiscard]] QList<Fault> keysOf(const QJsonValue& value, const QJsonObject& part) const;
    [[nodiscard]] QString keyFault(const QString& key, const QJsonObject& part) const;

    QJsonObject m_root;
    QHash<QString, QJsonObject> m_definitions;     ///< by reference
    QHash<QString, QRegularExpression> m_keyForms; ///< by pattern
};

} // namespace serein::instrument
