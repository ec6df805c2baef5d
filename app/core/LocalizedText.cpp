#include "core/LocalizedText.h"

#include <QJsonObject>

namespace serein {

LocalizedText LocalizedText::fromJson(const QJsonValue& value) {
    QMap<QString, QString> texts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return LocalizedText(std::move(texts));
}

QString LocalizedText::in(const QString& language) const {
    for (const QString& candidate : {language, QStringLiteral("en")})
        if (m_texts.contains(candidate))
            return m_texts.value(candidate);
    return m_texts.isEmpty() ? QString() : m_texts.first();
}

} // namespace serein
