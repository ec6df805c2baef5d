// The tablet in a participant's hands: nothing leaves their battery, nobody else is within reach, an alert calls staff
// whatever happens next.
#include "Screens.h"

#include <QAccessible>
#include <QMetaProperty>

using namespace serein;
using namespace serein::test;
using State = ui::AppModel::State;

namespace {

void collectTexts(const QObject* object, QSet<const QObject*>& seen, QStringList& texts) {
    if (object == nullptr || seen.contains(object))
        return;
    seen.insert(object);
    const QMetaObject* meta = object->metaObject();
    for (int index = 0; index < meta->propertyCount(); ++index) {
        const QVariant value = meta->property(index).read(object);
        if (value.canConvert<QObject*>() && value.typeId() != QMetaType::QString)
            collectTexts(value.value<QObject*>(), seen, texts);
        else if (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QVariantMap)
            texts.append(QString::fromUtf8(canonicalJson(QJsonValue::fromVariant(value))));
        else
            texts.append(value.toString());
    }
    for (const QObject* child : object->children())
        collectTexts(child, seen, texts);
    if (const auto* item = qobject_cast<const QQuickItem*>(object))
        for (const QQuickItem* child : item->childItems())
            collectTexts(child, seen, texts);
}

void collectAccessible(QAccessibleInterface* interface, QStringList& texts) {
    if (interface == nullptr || !interface->isValid())
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        texts.append(interface->text(kind));
    for (int index = 0; index < interface->childCount(); ++index)
        collectAccessible(interface->child(index), texts);
}

/// All that QML, the view models and the accessibility tree hold.
QString everything(const Screens& screens) {
    QStringList texts;
    QSet<const QObject*> seen;
    collectTexts(screens.window, seen, texts);
    collectTexts(screens.app.get(), seen, texts);
    collectAccessible(QAccessible::queryAccessibleInterface(screens.window), texts);
    return texts.join(QChar(u'\n'));
}

} // namespace

class TestHandedOver : public QObject {
    Q_OBJECT

    static void checkNames(QQuickItem* item, QStringList& nameless, int& reached) {
        if (!item->isVisible() || !item->isEnabled())
            return;
        if (item->activeFocusOnTab()) {
            ++reached;
            // Qt 6.4 announces every button of its templates as a button, whatever role it was given: that an option
            // can be checked, and is, it tells all the same.
            QAccessibleInterface* told = QAccessible::queryAccessibleInterface(item);
            if (told == nullptr || told->text(QAccessible::Name).trimmed().isEmpty() ||
                told->role() == QAccessible::NoRole || told->role() == QAccessible::Client ||
                (item->objectName().startsWith(QLatin1String("patient.option.")) && !told->state().checkable))
                nameless.append(item->objectName().isEmpty() ? QString::fromLatin1(item->metaObject()->className())
                                                             : item->objectName());
        }
        for (QQuickItem* child : item->childItems())
            checkNames(child, nameless, reached);
    }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }

    void escape_leadsNowhere_andIsRecorded_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers, const char* what) {
            QTest::newRow(name) << key << int(modifiers) << QString::fromLatin1(what);
        };
        row("window closed", 0, Qt::NoModifier, "close");
        row("Back", Qt::Key_Back, Qt::NoModifier, "back");
        row("Esc", Qt::Key_Escape, Qt::NoModifier, "escape");
        row("Alt+F4", Qt::Key_F4, Qt::AltModifier, "close");
        row("Ctrl+Q", Qt::Key_Q, Qt::ControlModifier, "quit");
        row("Ctrl+W", Qt::Key_W, Qt::ControlModifier, "quit");
        row("F1", Qt::Key_F1, Qt::NoModifier, "functionKey");
        row("F11", Qt::Key_F11, Qt::NoModifier, "functionKey");
        row("Super", Qt::Key_Super_L, Qt::NoModifier, "systemKey");
        row("Menu", Qt::Key_Menu, Qt::NoModifier, "systemKey");
        row("Print", Qt::Key_Print, Qt::NoModifier, "systemKey");
    }
    void escape_leadsNowhere_andIsRecorded() {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, what);
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        screens.tap(QStringLiteral("patient.begin"));
        const QString item = screens.app->patient()->itemId();
        if (key == 0)
            QVERIFY(!screens.window->close());
        else
            QTest::keyClick(screens.window, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
        QTest::qWait(50);
        QCOMPARE(screens.app->state(), State::HandedOver);
        QCOMPARE(screens.app->patient()->itemId(), item);
        QVERIFY(screens.window->isVisible());
        QStringList recorded;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* escape = std::get_if<ledger::EscapeRefused>(&event.fact))
                recorded.append(escape->what);
        QCOMPARE(recorded, QStringList{what});
    }
    void longPressAndRotation_changeNothing() {
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        screens.tap(QStringLiteral("patient.begin"));
        const QString item = screens.app->patient()->itemId();
        QPointingDevice* finger = QTest::createTouchDevice();
        QTest::touchEvent(screens.window, finger).press(1, QPoint(640, 250), screens.window);
        QTest::qWait(1200);
        QTest::touchEvent(screens.window, finger).release(1, QPoint(640, 250), screens.window);
        screens.window->resize(800, 1280);
        QTest::qWait(100);
        QCOMPARE(screens.app->state(), State::HandedOver);
        QCOMPARE(screens.app->patient()->itemId(), item);
    }

    void trees_holdNobodyElse() {
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        screens.tap(QStringLiteral("patient.begin"));
        screens.tap(QStringLiteral("patient.option.2"));
        const QStringList staff{QStringLiteral("anna"), QStringLiteral("nora"), QStringLiteral("4711")};
        const auto holds = [&](const QStringList& words) {
            const QString all = everything(screens);
            QStringList found;
            for (const QString& word : words)
                if (all.contains(word))
                    found.append(word);
            return found.join(QStringLiteral(", "));
        };
        const QStringList one{QStringLiteral("SYN-001"), QStringLiteral("Ming Li"), QStringLiteral("1957"),
                              idText(screens.first)};
        const QStringList other{QStringLiteral("SYN-002"), QStringLiteral("Hua Zhang"), QStringLiteral("1968"),
                                idText(screens.second)};
        QVERIFY(everything(screens).contains(screens.app->patient()->question())); // the walk sees what is there
        QCOMPARE(holds(other + staff), QString());
        QCOMPARE(holds(one), QString()); // not even their own number is on a participant's screen

        screens.app->takeBack(QStringLiteral("4711"));
        QCOMPARE(screens.app->state(), State::Staff);
        screens.handOver(screens.second, QStringLiteral("1968"));
        QTest::qWait(300); // what leaves is gone when its motion ends
        QCOMPARE(holds(one + other + staff), QString());
        screens.tap(QStringLiteral("patient.begin"));
        QVERIFY(!screens.app->patient()->answered());
        QVERIFY(!screens.app->patient()->answer().isValid());
    }

    /// Whatever a key can reach tells a screen reader what it is, on every page of a whole battery.
    void everyControl_hasANameAndARole() {
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        ui::PatientModel& patient = *screens.app->patient();
        QSet<QString> types;
        for (int page = 0; page < 200 && patient.page() != ui::PatientModel::Page::Closing; ++page) {
            QTest::qWait(200); // what left is gone when its motion ends
            QStringList nameless;
            int reached = 0;
            checkNames(screens.window->contentItem(), nameless, reached);
            QVERIFY2(nameless.isEmpty(), qPrintable(patient.itemId() + u' ' + nameless.join(u' ')));
            QVERIFY(reached > 0);
            types.insert(patient.itemType());
            switch (patient.page()) {
            case ui::PatientModel::Page::Breath:
                patient.begin();
                break;
            case ui::PatientModel::Page::Item:
                patient.give(patient.options().isEmpty() ? QVariant(patient.scaleMin())
                                                         : patient.options().first().toMap().value("value"));
                patient.next();
                break;
            default:
                patient.submit();
            }
        }
        QCOMPARE(patient.page(), ui::PatientModel::Page::Closing);
        QVERIFY(types.contains("choice") && types.contains("scale"));
    }

    void nineItems_needTwoTapsEach_andTheReview() {
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        screens.tap(QStringLiteral("patient.begin"));
        screens.taps = 0;
        const int items = screens.app->patient()->itemCount();
        int answered = 0;
        while (screens.app->patient()->page() == ui::PatientModel::Page::Item) {
            screens.tap(QStringLiteral("patient.option.0"));
            screens.tap(QStringLiteral("patient.next"));
            ++answered;
        }
        QVERIFY(items >= 9);
        QCOMPARE(screens.taps, 2 * answered);
        screens.tap(QStringLiteral("patient.submit"));
        QCOMPARE(screens.taps, 2 * answered + 1);
    }

    void suicidalAnswer_callsStaff_whateverComesNext_data() {
        QTest::addColumn<QString>("next");
        for (const char* next : {"pause", "idle", "hide", "kill", "restart"})
            QTest::newRow(next) << QString::fromLatin1(next);
    }
    void suicidalAnswer_callsStaff_whateverComesNext() {
        QFETCH(QString, next);
        Screens screens;
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        screens.tap(QStringLiteral("patient.begin"));
        ui::PatientModel& patient = *screens.app->patient();
        while (patient.itemId() != QStringLiteral("q9")) {
            patient.give(0);
            patient.next();
        }
        screens.tap(QStringLiteral("patient.option.1"));
        patient.give(0); // changed at once: it keeps its alert
        if (next == QStringLiteral("pause"))
            screens.tap(QStringLiteral("patient.pause"));
        else if (next == QStringLiteral("idle"))
            screens.app->cover();
        else if (next == QStringLiteral("hide"))
            Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationHidden);
        if (next == QStringLiteral("pause") || next == QStringLiteral("idle") || next == QStringLiteral("hide")) {
            QCOMPARE(screens.app->state(), State::Covered);
            QVERIFY(!patient.calmText().isEmpty()); // the study's words, on the cover too
            EVENTUALLY(everything(screens).contains(patient.calmText()));
            screens.app->lock();
        } else {
            screens.stop();
            screens.start();
        }
        QCOMPARE(screens.app->state(), State::Locked);
        EVENTUALLY(screens.find(QStringLiteral("lock.alertWaits")) != nullptr);
        screens.unlock(QStringLiteral("nora"));                                // whoever comes
        EVENTUALLY(screens.find(QStringLiteral("alert.action.0")) != nullptr); // first of all
        QCOMPARE(screens.app->desk()->alertCount(), 1);
    }
};

QTEST_MAIN(TestHandedOver)
#include "tst_handed_over.moc"
