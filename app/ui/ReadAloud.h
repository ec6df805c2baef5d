#pragma once
// Reads a page aloud where the platform has a voice for its language; where it hasn't, nothing is offered.
#include <QString>
#include <memory>

class QTextToSpeech;

namespace serein::ui {

class ReadAloud {
public:
    ReadAloud();
    ~ReadAloud();
    ReadAloud(const ReadAloud&) = delete;
    ReadAloud& operator=(const ReadAloud&) = delete;

    [[nodiscard]] bool canRead(const QString& language);
    void read(const QString& text, const QString& language);
    void stop();

private:
    QTextToSpeech* engine(); ///< null: the platform has none

    std::unique_ptr<QTextToSpeech> m_engine;
    bool m_tried = false;
};

} // namespace serein::ui
