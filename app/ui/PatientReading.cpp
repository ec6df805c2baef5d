// What a participant's page offers beside its answers: language, reading help, gentle checks.
#include "desk/AnswerWords.h"
#include "ui/PatientModel.h"
#include "ui/ReadAloud.h"
#include "ui/Words.h"

#include <QLocale>
#include <QRegularExpression>

namespace serein::ui {

namespace {

/// A voice pauses at the end of a sentence, and some say "dot" where there are two.
QString inSentences(const QStringList& parts, const QString& language) {
    const bool chinese = QLocale(language).language() == QLocale::Chinese;
    QStringList sentences;
    for (const QString& part : parts)
        if (const QString words = part.trimmed(); !words.isEmpty())
            sentences.append(words.back().isPunct() ? words : words + (chinese ? u'。' : u'.'));
    return sentences.join(u' ');
}

} // namespace

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
            all += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("label"), desk::languageLabel(id)}};
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
            const QString answer = named ? answerWords(*named) : QString();
            text.replace(found.capturedStart(), found.capturedLength(), answer);
        }
        all += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("text"), text}};
    }
    return all;
}

QString PatientModel::answerWords(const instrument::Item& item) const {
    const instrument::Answer given = m_battery->answer(item.id);
    if (item.type == instrument::ItemType::DateTime && instrument::isAnswered(given))
        if (const auto at = parseInstant(instrument::answerToJson(given).toString()))
            return Words::moment(*at, m_vault->study().zone);
    return desk::AnswerWords::of(item, m_battery->words(), given);
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
    m_voice->read(inSentences(parts, language()), language());
}

void PatientModel::stopReading() {
    m_voice->stop();
}

} // namespace serein::ui
