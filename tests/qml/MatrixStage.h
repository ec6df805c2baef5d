#pragma once
// Shows a participant's page in a window that is never on a screen, and lets it come to rest: every layout done, every
// timer and transition run out, without waiting for a clock.
#include "MatrixPages.h"

#include <QAnimationDriver>
#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickRenderControl>
#include <QQuickWindow>
#include <QTranslator>
#include <memory>

namespace serein::matrix {

/// Changes whenever anything in and under `root` stands elsewhere or says something else.
[[nodiscard]] size_t placesUnder(const QQuickItem* root);

/// Time as a number that the test moves.
class Steps : public QAnimationDriver {
public:
    void step(int milliseconds);
    [[nodiscard]] qint64 elapsed() const override { return m_now; }

private:
    qint64 m_now = 0;
};

/// One engine, one language and look at a time.
class Theatre {
public:
    Theatre();
    ~Theatre();
    Theatre(const Theatre&) = delete;
    Theatre& operator=(const Theatre&) = delete;

    void dress(const View& view); ///< language, text size, density, look; pages made before keep their words
    [[nodiscard]] QQmlEngine& engine() { return m_engine; }
    [[nodiscard]] Steps& steps() { return m_steps; }
    [[nodiscard]] double dp() const; ///< px for one px of the drawings
    [[nodiscard]] double dotsPerMillimetre() const;

private:
    QQmlEngine m_engine;
    QTranslator m_words;
    std::unique_ptr<QObject> m_holder;
    QObject* m_theme = nullptr;
    Steps m_steps;
};

/// One window of one size. A page of a question stays, and gets the properties of the next.
class Stage {
public:
    Stage(Theatre& theatre, QSize size);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// Returns what is to be looked at: the page, or its open panel. Ends the process where it can't be made.
    QQuickItem* show(const Page& page);
    /// A QML document, `import`s and all.
    QQuickItem* showDocument(const QString& document);
    void settle();
    [[nodiscard]] QImage picture();

private:
    void make(const QByteArray& document, const QVariantMap& properties);
    void act(const QString& what);
    [[nodiscard]] QQuickItem* panel(const QString& type);

    Theatre& m_theatre;
    QQuickRenderControl m_control;
    QQuickWindow m_window;
    QString m_type;
    std::unique_ptr<QQuickItem> m_page;
};

} // namespace serein::matrix
