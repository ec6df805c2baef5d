#pragma once
// Reads a page aloud where the platform has a voice for its language; where it hasn't, nothing is offered.
#include <QHash>
#include <QLocale>
#include <QTextToSpeech>
#include <functional>
#include <memory>
#include <vector>

namespace serein::ui {

class ReadAloud {
public:
    /// `changed`: a speech engine failed or came back, so canRead() may say something else.
    explicit ReadAloud(std::function<void()> changed);
    ~ReadAloud();
    ReadAloud(const ReadAloud&) = delete;
    ReadAloud& operator=(const ReadAloud&) = delete;

    [[nodiscard]] bool canRead(const QString& language);
    void read(const QString& text, const QString& language); ///< in place of what is being read
    void stop();

private:
    struct Speaker {
        QTextToSpeech* engine = nullptr; ///< null: the platform has none for the language
        QLocale locale;
        QVoice voice;
    };
    void start();
    [[nodiscard]] const Speaker& speakerOf(const QString& language);

    std::function<void()> m_changed;
    std::vector<std::unique_ptr<QTextToSpeech>> m_engines;
    QHash<QString, Speaker> m_speakers; ///< by language, as found
    bool m_started = false;
};

} // namespace serein::ui
