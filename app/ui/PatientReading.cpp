// What a participant's page offers beside its answers: language, reading help, gentle checks.
#include "ui/AnswerWords.h"
#include "ui/PatientModel.h"
#include "ui/ReadAloud.h"

#include <QRegularExpression>

namespace serein::ui {

bool PatientModel::itemOptional() const {
    return item() != nullptr && item()->optional;
}
int PatientModel::decimals() const {
    return item() != nullptr ? item()->decimals : 0;
}
QVariant PatientModel::numberMin() const {
    return item() != nullptr && item()->min ? item()->min->toJson().toVariant() : QVariant();
}
QVariant PatientModel::numberMax() const {
    return item() != nullptr && item()->max ? item()->max->toJson().toVariant() : QVariant();
}
bool PatientModel::declineAsksReason() const {
    return m_vault != nullptr && m_vault->study().declineAsksReason;
}

QVariantList PatientModel::languages() const {
    QVariantList all;
    if (m_battery)
        for (const QString& id : m_battery->languagesOffered())
            all += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("label"), languageLabel(id)}};
    return all;
}

QVariantList PatientModel::checks() const {
    static const QRegularExpression placeholder(QStringLiteral("\\{([a-z0-9_]+)\\}"));
    QVariantList all;
    if (!m_battery)
        return all;
    for (const QString& id : m_battery->openChecks()) {
        QString text = m_battery->words().checks.value(id);
        for (auto found = placeholder.match(text); found.hasMatch(); found = placeholder.match(text)) {
            const instrument::Item* named = m_battery->instrument().item(found.captured(1));
            const QString answer =
                named ? AnswerWords::of(*named, m_battery->words(), m_battery->answer(named->id)) : QString();
            text.replace(found.capturedStart(), found.capturedLength(), answer);
        }
        all += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("text"), text}};
    }
    return all;
}

int PatientModel::textPercent() const {
    return m_battery ? m_battery->reading().textPercent : 100;
}
QString PatientModel::look() const {
    return m_battery ? m_battery->reading().look : QStringLiteral("light");
}

void PatientModel::chooseLanguage(const QString& id) {
    if (page() == Page::Breath)
        after(m_battery->chooseLanguage(id), true);
}

void PatientModel::keepCheck(const QString& id) {
    if (page() == Page::Review)
        after(m_battery->keep(id), true);
}

void PatientModel::prefer(int percent, const QString& look) {
    if (!m_battery || (percent == textPercent() && look == this->look()))
        return;
    after(m_battery->prefer({std::clamp(percent, 100, 200), look}), false);
    Q_EMIT readingChanged();
}

void PatientModel::refuseEscape(const QString& what) {
    if (m_battery)
        after(m_battery->refuseEscape(what), false);
}

bool PatientModel::canReadAloud() const {
    return m_battery && m_voice->canRead(language());
}

void PatientModel::readAloud() {
    QStringList parts;
    if (page() == Page::Item) {
        parts = {recall(), question(), help(), lowAnchor(), highAnchor()};
        for (const QVariant& option : options())
            parts.append(option.toMap().value(QStringLiteral("text")).toString());
    } else if (page() == Page::Breath) {
        parts = {calmText(), title(), instruction()};
    }
    parts.removeAll(QString());
    m_voice->read(parts.join(QStringLiteral(". ")), language());
}

void PatientModel::stopReading() {
    m_voice->stop();
}

} // namespace serein::ui
