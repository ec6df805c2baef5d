#pragma once
// One text in several languages (BCP 47 tags), as definitions carry it.
#include <QJsonValue>
#include <QMap>
#include <QString>

namespace serein {

class LocalizedText {
public:
    LocalizedText() = default;
    explicit LocalizedText(QMap<QString, QString> texts) : m_texts(std::move(texts)) {}
    /// From {"en": "…", "zh-CN": "…"}; anything else is empty.
    [[nodiscard]] static LocalizedText fromJson(const QJsonValue& value);

    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }
    [[nodiscard]] bool has(const QString& language) const { return m_texts.contains(language); }
    /// In that language, else English, else whatever there is, else empty.
    [[nodiscard]] QString in(const QString& language) const;
    bool operator==(const LocalizedText&) const = default;

private:
    QMap<QString, QString> m_texts;
};

} // namespace serein
