// What assistive technology is told of staff's pages, asked as a screen reader asks: everything a finger can tap has a
// name and a role of its own, keys reach it, and its action does what a finger does. In both languages.
#include "Screens.h"
#include "desk/Alerting.h"
#include "desk/Redacting.h"
#include "desk/Standing.h"

#include <QAccessible>
#include <QDir>

using namespace serein;
using namespace serein::test;

namespace {

/// A page, what it is about, and what is tapped to unfold it.
struct Place {
    const char* place;
    QVariantMap about = {};
    QStringList taps = {};
};

class Ward : public Screens {
public:
    Ward() {
        stop();
        if (!site.reopen())
            qFatal("the vault does not open");
        // A scale that was submitted, with an alert that waits.
        const instrument::Answers answers{{QStringLiteral("q1"), instrument::AnswerValue(Decimal(2))},
                                          {QStringLiteral("q9"), instrument::AnswerValue(Decimal(1))}};
        if (!site.desk().record(
                {first, QStringLiteral("BL"), QStringLiteral("phq9"), 1, QStringLiteral("interview"), answers, {}}) ||
            !site.desk().setAnchor(first, QStringLiteral("incision"), site.clock.now().addDays(1)))
            qFatal("no scale, no operation");
        if (!desk::Standing(*site.vault).note(first, QStringLiteral("prefers mornings")))
            qFatal("no note");
        note = desk::Redacting(*site.vault).texts(first)->constLast().event;
        site.vault.reset();
        start();
    }
    void go(const Place& page) {
        app->desk()->openParticipant(idText(first));
        QQuickItem* const staff = await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        for (const QString& place : {QStringLiteral("worklist"), QString::fromLatin1(page.place)})
            QVERIFY(QMetaObject::invokeMethod(
                staff, "go", Q_ARG(QString, place),
                Q_ARG(QVariant, page.about.isEmpty() ? QVariant() : QVariant::fromValue(page.about))));
        frame();
        for (const QString& button : page.taps)
            tap(button);
    }
    QUuid note;
    [[nodiscard]] QList<Place> places() const {
        const QVariantMap about{{QStringLiteral("participant"), idText(first)},
                                {QStringLiteral("subject"), QStringLiteral("SYN-001")},
                                {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                {QStringLiteral("label"), QStringLiteral("Baseline")},
                                {QStringLiteral("language"), QStringLiteral("en")},
                                {QStringLiteral("instrument"), QStringLiteral("phq9")},
                                {QStringLiteral("sequence"), 1}};
        const auto order = [&](const char* what) {
            QVariantMap asked = about;
            asked.insert(QStringLiteral("what"), QString::fromLatin1(what));
            return asked;
        };
        QVariantMap propose = order("propose");
        propose.insert(
            QStringLiteral("options"),
            QVariantList{QVariantMap{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("label"), "A"}},
                         QVariantMap{{QStringLiteral("id"), QStringLiteral("2")}, {QStringLiteral("label"), "B"}}});
        const QVariantMap anchor{{QStringLiteral("id"), QStringLiteral("incision")},
                                 {QStringLiteral("label"), QStringLiteral("Incision")},
                                 {QStringLiteral("at"), QStringLiteral("2026-11-21 09:00")},
                                 {QStringLiteral("text"), QStringLiteral("21 Nov 2026, 09:00")}};
        const QVariantMap text{{QStringLiteral("participant"), idText(first)},
                               {QStringLiteral("event"), idText(note)},
                               {QStringLiteral("from"), QStringLiteral("notes")}};
        return {{"worklist"},
                {"worklist", {}, {"worklist.choose"}},
                {"alerts"},
                {"participants"},
                {"participant"},
                {"participant", {}, {"participant.tab.trends"}},
                {"participant", {}, {"participant.tab.more"}},
                {"enrol", {}, {"enrol.consent.given"}},
                {"anchor", anchor},
                {"assessment", about},
                {"review", propose},
                {"review", order("sign")},
                {"review", order("reassign")},
                {"review", order("unblind")},
                {"stream", about},
                {"queries", about},
                {"sign", about},
                {"handOver", about, {"handover.mode.assisted"}},
                {"missed", about},
                {"missedMark", about},
                {"reviewWork"},
                {"call", about, {"call.reached.nobody"}},
                {"exports"},
                {"export", {}, {"export.kind.unsealed", "export.choose"}},
                {"consent"},
                {"standing", {}, {"standing.act.suspend"}},
                {"standing", {}, {"standing.act.withdraw", "standing.identity.destroyed"}},
                {"whereabouts", {}, {"whereabouts.place.ward"}},
                {"notes", {}, {"contact.change"}},
                {"study"},
                {"people", {}, {"people.add"}},
                {"people", {}, {"people.nora.change"}},
                {"protocol"},
                {"instruments"},
                {"clock"},
                {"backup"},
                {"backup", {}, {"backup.another"}},
                {"keys"},
                {"redact", text, {"redact.save"}},
                {"studyData", {}, {"studyData.act.sign"}},
                {"exportAll", {}, {"exportAll.choose"}}};
    }
};

QString nameOf(const QQuickItem* item) {
    return item->objectName().isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : item->objectName();
}

/// Everything within that is wrong with what is told of it.
class Walk {
public:
    QStringList faults;
    int reached = 0;

    void look(QQuickItem* item, bool announced = false) {
        if (!item->isVisible() || !item->isEnabled())
            return;
        if (item->activeFocusOnTab()) {
            announced = true;
            ++reached;
            check(item);
        }
        // What listens to a finger belongs to something that keys reach and that is announced. Lists are dragged.
        if (item->acceptedMouseButtons() != Qt::NoButton && !announced && !item->inherits("QQuickFlickable"))
            faults += nameOf(item) + QStringLiteral(": a finger alone reaches it");
        for (QQuickItem* child : item->childItems())
            look(child, announced);
    }

private:
    void check(QQuickItem* item) {
        QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(item);
        if (told == nullptr) {
            faults += nameOf(item) + QStringLiteral(": nothing is told of it");
            return;
        }
        static const QList<QAccessible::Role> roles{QAccessible::PushButton, QAccessible::RadioButton,
                                                    QAccessible::CheckBox, QAccessible::EditableText,
                                                    QAccessible::List};
        if (!roles.contains(told->role()))
            faults += nameOf(item) + QStringLiteral(": role %1").arg(told->role());
        // Of a secret field Qt tells no name: what is said of it has its label.
        const auto named = told->state().passwordEdit ? QAccessible::Description : QAccessible::Name;
        if (told->text(named).trimmed().isEmpty())
            faults += nameOf(item) + QStringLiteral(": no name");
        if (item->objectName().isEmpty())
            faults += nameOf(item) + QStringLiteral(": no objectName");
        if (!told->state().focusable)
            faults += nameOf(item) + QStringLiteral(": no focus");
        const bool isChoice = told->role() == QAccessible::RadioButton || told->role() == QAccessible::CheckBox;
        if (isChoice != bool(told->state().checkable) ||
            (isChoice && bool(told->state().checked) != item->property("chosen").toBool()))
            faults += nameOf(item) + QStringLiteral(": says otherwise whether it is chosen");
        if (told->role() == QAccessible::EditableText && item->property("echoMode").toInt() != 0 &&
            !told->state().passwordEdit)
            faults += nameOf(item) + QStringLiteral(": a secret that is read out");
    }
};

} // namespace

class TestStaffRoles : public QObject {
    Q_OBJECT
    std::unique_ptr<Ward> m_ward;

private Q_SLOTS:
    void initTestCase() {
        QAccessible::setActive(true);
        m_ward = std::make_unique<Ward>();
    }
    void cleanupTestCase() { m_ward.reset(); }

    void lockScreen_isTold() {
        m_ward->tap(QStringLiteral("lock.name.anna"));
        m_ward->await(QStringLiteral("lock.passphrase"));
        Walk walk;
        walk.look(m_ward->window->contentItem());
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.reached >= 2);
        m_ward->unlock();
    }
    void everythingTappable_hasANameAndARole_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("row");
        const QList<Place> all = m_ward->places();
        for (const char* language : {"en", "zh-CN"})
            for (int row = 0; row < all.size(); ++row)
                QTest::addRow("%s: %s %s", language, all[row].place, qPrintable(all[row].taps.join(u' ')))
                    << QString::fromLatin1(language) << row;
    }
    void everythingTappable_hasANameAndARole() {
        QFETCH(QString, language);
        QFETCH(int, row);
        m_ward->app->setLanguage(language);
        m_ward->go(m_ward->places()[row]);
        if (QTest::currentTestFailed())
            return;
        Walk walk;
        walk.look(m_ward->window->contentItem());
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.reached > 5); // the rail alone has that many
    }
    void action_doesWhatAFingerDoes() {
        m_ward->app->setLanguage(QStringLiteral("en"));
        m_ward->go({"worklist"});
        const auto press = [&](const QString& name) {
            QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(m_ward->await(name));
            QVERIFY(told != nullptr && told->actionInterface() != nullptr);
            told->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        };
        press(QStringLiteral("rail.study"));
        press(QStringLiteral("study.studyData"));
        press(QStringLiteral("studyData.act.sign"));
        m_ward->await(QStringLiteral("studyData.passphrase"));
        QVERIFY(m_ward->find(QStringLiteral("studyData.act.sign"))->property("chosen").toBool());
    }
};

QTEST_MAIN(TestStaffRoles)
#include "tst_staff_roles.moc"
