#include "ui/ReadAloud.h"

#include <algorithm>

namespace serein::ui {

namespace {

/// Where an engine speaks a language: the region asked for, else any. QLocale::c(): nowhere.
QLocale localeFor(const QTextToSpeech& engine, const QLocale& wanted) {
    QLocale found = QLocale::c();
    const QList<QLocale> locales = engine.availableLocales();
    for (const QLocale& one : locales)
        if (one.language() == wanted.language() && (found == QLocale::c() || one.territory() == wanted.territory()))
            found = one;
    return found;
}

/// One of the locale's voices in which `mark` stands; variants of a voice, with a "+" in their names, only where there
/// is no other. An empty voice: none.
QVoice voiceFor(QTextToSpeech& engine, const QLocale& locale, QLatin1String mark) {
    engine.setLocale(locale);
    QVoice found;
    const QList<QVoice> voices = engine.availableVoices();
    for (const QVoice& voice : voices)
        if (voice.name().contains(mark) &&
            (found == QVoice() || (found.name().contains(u'+') && !voice.name().contains(u'+'))))
            found = voice;
    return found;
}

} // namespace

ReadAloud::ReadAloud(std::function<void()> changed) : m_changed(std::move(changed)) {}
ReadAloud::~ReadAloud() = default;

/// When a page could first need it: starting a speech service takes its time.
void ReadAloud::start() {
    m_started = true;
    QStringList names = QTextToSpeech::availableEngines();
    names.removeAll(QStringLiteral("mock")); // Qt's own test engine has no sound
    // flite has its one American voice; what else the platform has was set up by somebody, and goes first.
    std::ranges::stable_partition(names, [](const QString& name) { return name != QLatin1String("flite"); });
    for (const QString& name : std::as_const(names)) {
        QTextToSpeech* const engine = m_engines.emplace_back(std::make_unique<QTextToSpeech>(name)).get();
        bool failed = engine->state() == QTextToSpeech::Error;
        QObject::connect(engine, &QTextToSpeech::stateChanged, engine, [this, failed](auto state) mutable {
            if (std::exchange(failed, state == QTextToSpeech::Error) == failed)
                return;
            m_speakers.clear();
            m_changed();
        });
    }
}

const ReadAloud::Speaker& ReadAloud::speakerOf(const QString& language) {
    if (!m_started)
        start();
    if (const auto known = m_speakers.constFind(language); known != m_speakers.constEnd())
        return *known;
    Speaker speaker;
    const QLocale wanted(language);
    for (const auto& engine : m_engines) {
        if (engine->state() == QTextToSpeech::Error)
            continue;
        QLocale locale = localeFor(*engine, wanted);
        // eSpeak calls Mandarin "cmn", a code that Qt doesn't know: those voices stand under no language.
        const bool byName = locale == QLocale::c() && wanted.language() == QLocale::Chinese;
        const QVoice voice = locale == QLocale::c() && !byName
                                 ? QVoice()
                                 : voiceFor(*engine, locale, QLatin1String(byName ? "Mandarin" : ""));
        if (voice == QVoice())
            continue;
        speaker = {engine.get(), locale, voice};
        break;
    }
    return *m_speakers.insert(language, speaker);
}

bool ReadAloud::canRead(const QString& language) {
    return speakerOf(language).engine != nullptr;
}

void ReadAloud::read(const QString& text, const QString& language) {
    const Speaker speaker = speakerOf(language);
    if (speaker.engine == nullptr)
        return;
    stop();
    speaker.engine->setLocale(speaker.locale);
    speaker.engine->setVoice(speaker.voice);
    speaker.engine->say(text);
}

void ReadAloud::stop() {
    for (const auto& engine : m_engines)
        engine->stop();
}

} // namespace serein::ui
