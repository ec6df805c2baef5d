#pragma once
// A finger and a keyboard on a window. Neither hurries: a finger comes down where the page stands still and nothing
// lies over what it aims at, and keys follow once the field has the focus. So a test doesn't depend on the machine's
// speed.
#include "support/Items.h"

#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

/// Once it holds, however busy the machine is.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, serein::test::patience)
#define EVENTUALLY_EQUAL(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, serein::test::patience)

namespace serein::test {

inline constexpr int patience = 60'000; ///< ms; a wait ends as soon as its condition holds

/// What acts: a finger on the glass, or keys alone (Tab, the space bar, what is typed).
enum class By { Touch, Keys };

/// The rows of a test that is run once with each; the test begins with Hands::asTheRowSays.
inline void bothWays() {
    QTest::addColumn<By>("how");
    QTest::newRow("touch") << By::Touch;
    QTest::newRow("keys") << By::Keys;
}

/// A test that has failed waits for nothing more, so it ends soon and its first words name the place.
class Hands {
public:
    [[nodiscard]] QQuickItem* find(const QString& name) const {
        return window != nullptr ? visibleItem(window->contentItem(), name) : nullptr;
    }
    /// What it says; empty where it is not there.
    [[nodiscard]] QString textOf(const QString& name) const;
    /// Once it is there, visible and enabled; null: it never came, and the test has failed.
    QQuickItem* await(const QString& name) const;
    void awaitNone(const QString& name) const;
    /// One frame is painted: what waited to be laid out stands where it belongs.
    void frame() const;

    /// Into sight and at rest, by "More" where it lies below.
    void reach(const QString& name) { (void)aim(name, Aim::Sight); }
    /// From here on by what this row of bothWays names.
    void asTheRowSays() {
        QFETCH(const By, how);
        by = how;
    }
    /// What is there to be chosen, by a finger or by keys.
    void choose(const QString& name) { by == By::Keys ? press(name) : tap(name); }
    /// A touch in its middle.
    void tap(const QString& name);
    /// Into a field, after what stands there.
    void type(const QString& name, const QString& text);
    /// Into a field, instead of what stands there.
    void retype(const QString& name, const QString& text);
    /// Where the focus stands.
    void write(const QString& text) const;
    /// By Tab alone.
    void tabTo(const QString& name) const;
    void press(const QString& name, Qt::Key key = Qt::Key_Space) const;

    QQuickWindow* window = nullptr;
    By by = By::Touch;
    int taps = 0; ///< of the finger, those that turn a page too

private:
    void focus(const QString& name);
    enum class Aim { Sight, Touch };
    [[nodiscard]] std::optional<QPoint> aim(const QString& name, Aim why);
    void touch(QPoint at);

    QPointingDevice* m_device = QTest::createTouchDevice();
};

} // namespace serein::test
