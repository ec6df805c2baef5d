#include "ui/ReadAloud.h"

#include <QLocale>
#include <QTextToSpeech>

namespace serein::ui {

ReadAloud::ReadAloud() = default;
ReadAloud::~ReadAloud() = default;

/// Asked for once, when a page could first need it: starting a speech service takes its time.
QTextToSpeech* ReadAloud::engine() {
    if (!m_tried) {
        m_tried = true;
        QStringList engines = QTextToSpeech::availableEngines();
        engines.removeAll(QStringLiteral("mock")); // Qt's own test engine has no sound
        if (!engines.isEmpty())
            m_engine = std::make_unique<QTextToSpeech>(engines.constFirst());
    }
    return m_engine.get();
}

bool ReadAloud::canRead(const QString& language) {
    QTextToSpeech* const voice = engine();
    if (voice == nullptr || voice->state() == QTextToSpeech::Error)
        return false;
    const QLocale wanted(language);
    const QList<QLocale> locales = voice->availableLocales();
    return std::any_of(locales.begin(), locales.end(),
                       [&](const QLocale& one) { return one.language() == wanted.language(); });
}

void ReadAloud::read(const QString& text, const QString& language) {
    if (!canRead(language))
        return;
    engine()->setLocale(QLocale(language));
    engine()->say(text);
}

void ReadAloud::stop() {
    if (m_engine)
        m_engine->stop();
}

} // namespace serein::ui
