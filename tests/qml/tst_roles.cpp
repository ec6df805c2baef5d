// What assistive technology is told of every way to answer, asked as a screen reader asks: the role, whether it can be
// checked and is, and that its action does what a finger does.
#include "MatrixScene.h"
#include "MatrixStage.h"

#include <QAccessible>
#include <QJSValue>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace serein::matrix;

class RolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void control_isAnnouncedAsWhatItIs_data();
    void control_isAnnouncedAsWhatItIs();
    void fingersPart_isNotAnnounced();
    void action_choosesAsAFingerDoes_data();
    void action_choosesAsAFingerDoes();

private:
    /// The page of this name among those of our own words, in English.
    QQuickItem* show(const QString& name);
    [[nodiscard]] static QQuickItem* named(QQuickItem* page, const QString& name);

    Theatre m_theatre;
    View m_view{{1280, 800}, 160, 100, QStringLiteral("en")};
    std::unique_ptr<Stage> m_stage;
};

QQuickItem* RolesTest::show(const QString& name) {
    m_theatre.dress(m_view);
    m_stage = std::make_unique<Stage>(m_theatre, m_view.size);
    for (const Page& page : otherPages(m_view))
        if (page.name == name)
            return m_stage->show(page);
    qFatal("no page %s", qPrintable(name));
}

QQuickItem* RolesTest::named(QQuickItem* page, const QString& name) {
    const Scene scene(page);
    const Piece* piece = scene.named(name);
    return piece != nullptr ? piece->item : nullptr;
}

void RolesTest::control_isAnnouncedAsWhatItIs_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("control");
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("checkable");
    QTest::addColumn<bool>("checked");
    const auto row = [](const char* page, const char* control, QAccessible::Role role, bool checkable = false,
                        bool checked = false) {
        QTest::addRow("%s: %s", page, control)
            << QString::fromLatin1(page) << QString::fromLatin1(control) << int(role) << checkable << checked;
    };
    row("choice", "patient.option.1", QAccessible::RadioButton, true, true); // answered with 1
    row("choice", "patient.option.0", QAccessible::RadioButton, true);
    row("several", "patient.option.2", QAccessible::CheckBox, true, true); // with 0 and 2
    row("several", "patient.option.1", QAccessible::CheckBox, true);
    row("nrs", "patient.nrs.7", QAccessible::RadioButton, true, true); // with 7
    row("nrs", "patient.nrs.0", QAccessible::RadioButton, true);
    row("vas", "patient.vas", QAccessible::Slider);
    row("vas", "patient.vas.more", QAccessible::PushButton);
    row("clock", "patient.wheel.hours", QAccessible::SpinBox);
    row("clock-keypad", "patient.entry", QAccessible::EditableText);
    row("clock-keypad", "patient.key.5", QAccessible::PushButton);
    row("text", "patient.text", QAccessible::EditableText);
    row("text-size", "patient.textSize.100", QAccessible::RadioButton, true, true); // the view's
    row("text-size", "patient.textSize.200", QAccessible::RadioButton, true);
    row("breath-first", "patient.language.en", QAccessible::RadioButton, true, true);
    row("choice", "patient.next", QAccessible::PushButton);
    row("review", "patient.review.q1", QAccessible::PushButton);
    row("pin", "pin.key.1", QAccessible::PushButton);
}

void RolesTest::control_isAnnouncedAsWhatItIs() {
    QFETCH(QString, page);
    QFETCH(QString, control);
    QFETCH(int, role);
    QFETCH(bool, checkable);
    QFETCH(bool, checked);
    QQuickItem* item = named(show(page), control);
    QVERIFY2(item != nullptr, qPrintable(control));
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(item);
    QVERIFY(told != nullptr);
    QCOMPARE(int(told->role()), role);
    QCOMPARE(bool(told->state().checkable), checkable);
    QCOMPARE(bool(told->state().checked), checked);
    QVERIFY(told->state().focusable);
    QVERIFY(!told->text(QAccessible::Name).isEmpty());
}

void RolesTest::fingersPart_isNotAnnounced() {
    QAccessibleInterface* option = QAccessible::queryAccessibleInterface(
        named(show(QStringLiteral("choice")), QStringLiteral("patient.option.1")));
    QVERIFY(option != nullptr);
    QCOMPARE(option->childCount(), 0); // neither a second button in it, nor its words once more
}

void RolesTest::action_choosesAsAFingerDoes_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QVariant>("answer");
    QTest::newRow("one, pressed") << QStringLiteral("choice") << QAccessibleActionInterface::pressAction()
                                  << QVariant(3);
    QTest::newRow("one, toggled") << QStringLiteral("choice") << QAccessibleActionInterface::toggleAction()
                                  << QVariant(3);
    QTest::newRow("several, toggled") << QStringLiteral("several") << QAccessibleActionInterface::toggleAction()
                                      << QVariant(QVariantList{0, 2, 3});
}

void RolesTest::action_choosesAsAFingerDoes() {
    QFETCH(QString, page);
    QFETCH(QString, action);
    QFETCH(QVariant, answer);
    QQuickItem* shown = show(page);
    QSignalSpy given(shown, SIGNAL(gave(QVariant)));
    QAccessibleInterface* told =
        QAccessible::queryAccessibleInterface(named(shown, QStringLiteral("patient.option.3")));
    QVERIFY(told != nullptr && told->actionInterface() != nullptr);
    told->actionInterface()->doAction(action);
    QCOMPARE(given.size(), 1);
    QVariant first = given.first().first();
    if (first.canConvert<QJSValue>())
        first = first.value<QJSValue>().toVariant();
    QCOMPARE(first, answer);
}

QTEST_MAIN(RolesTest)
#include "tst_roles.moc"
