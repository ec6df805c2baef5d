// Enrolment, consent, standing, whereabouts and notes, by finger and by keyboard; and their pages as pictures.
#include "Screens.h"

#include <QDir>
#include <QQmlComponent>
#include <algorithm>

using namespace serein;
using namespace serein::test;

namespace {

const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/staff-enrolling");

struct Ward : Screens {
    Ward() {
        unlock();
        QMetaObject::invokeMethod(app->desk(), "openParticipant", Q_ARG(QString, idText(first)));
    }
    void go(const QString& place) const {
        QVERIFY(QMetaObject::invokeMethod(staff(), "go", Q_ARG(QString, place), Q_ARG(QVariant, QVariant())));
        QTest::qWait(400); // the page before has faded
    }
    [[nodiscard]] QObject* staff() const {
        QObject* staff = nullptr; // it comes when the lock screen has gone
        [[maybe_unused]] const bool came =
            QTest::qWaitFor([&] { return (staff = find(QStringLiteral("staff"))) != nullptr; }, patience);
        return staff;
    }
    [[nodiscard]] QString place() const { return staff()->property("place").toString(); }
    /// Scrolled into sight by "More", where it lies below.
    void reach(const QString& name) {
        for (int turn = 0; turn < 12; ++turn) {
            const QQuickItem* item = find(name);
            const QQuickItem* more = find(QStringLiteral("scroll.more"));
            QVERIFY2(item != nullptr, qPrintable(name));
            const double bottom = item->mapToScene(QPointF(0, item->height())).y();
            const double top = item->mapToScene(QPointF(0, 0)).y();
            const double edge = more != nullptr ? more->mapToScene(QPointF(0, 0)).y() : window->height();
            const bool isBelowTheCue = more != nullptr && top >= edge + more->height();
            if ((bottom <= edge && top >= 0) || (isBelowTheCue && bottom <= window->height()))
                return;
            tap(QStringLiteral("scroll.more"));
            QTest::qWait(250);
        }
        QFAIL(qPrintable(name + QStringLiteral(" is out of reach")));
    }
    void touch(const QString& name) {
        reach(name);
        tap(name);
    }
    /// Into a field: all that stands there is replaced.
    void type(const QString& name, const QString& text) {
        touch(name);
        QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Delete);
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    /// By Tab until it has the focus.
    void tabTo(const QString& name) {
        for (int step = 0; step < 60; ++step) {
            if (window->activeFocusItem() != nullptr && window->activeFocusItem()->objectName() == name)
                return;
            QTest::keyClick(window, Qt::Key_Tab);
        }
        QFAIL(qPrintable(name + QStringLiteral(" can't be reached by keyboard")));
    }
    void press(const QString& name) {
        tabTo(name);
        QTest::keyClick(window, Qt::Key_Space);
    }
    [[nodiscard]] QString textOf(const QString& name) const {
        const QQuickItem* item = find(name);
        return item != nullptr ? item->property("text").toString() : QString();
    }
    [[nodiscard]] QString error() const { return app->desk()->error(); }
};

} // namespace

class StaffEnrolling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(folder)); }

    void enrolment_withConsent_byFinger() {
        Ward ward;
        ward.go("enrol");
        ward.type("enrol.subject", "SYN-001");
        ward.type("enrol.secondIdentifier", "1970");
        ward.touch("enrol.language.en");
        ward.touch("enrol.textSize.150");
        ward.touch("enrol.consent.given");
        ward.type("enrol.consent.at", "2027-01-01 08:00");
        ward.type("enrol.name", "Mei Wang");
        ward.touch("enrol.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("subject")); // taken
        ward.type("enrol.subject", "SYN-003");
        ward.touch("enrol.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("at"));  // still to come
        QCOMPARE(ward.textOf("enrol.name"), QString("Mei Wang")); // nothing typed is lost
        QCOMPARE(ward.textOf("enrol.consent.at"), QString("2027-01-01 08:00"));
        ward.touch("enrol.consent.now");
        ward.touch("enrol.save");
        QCOMPARE(ward.error(), QString());
        QCOMPARE(ward.place(), QString("participant"));
        QCOMPARE(ward.app->desk()->participant().value("subject").toString(), QString("SYN-003"));
    }
    void standing_byKeyboard() {
        Ward ward;
        ward.go("standing");
        QCOMPARE(ward.textOf("standing.text"), QString("In the study."));
        ward.press("standing.act.suspend");
        ward.press("standing.cause.lostCapacity");
        ward.press("standing.save");
        QCOMPARE(ward.error(), QString());
        QCOMPARE(ward.place(), QString("participant"));
        ward.go("standing");
        ward.press("standing.act.resume");
        QVERIFY(ward.find("standing.save") == nullptr); // disabled: consent comes first
        ward.press("standing.consent");
        QCOMPARE(ward.place(), QString("consent"));
        ward.press("consent.now");
        ward.press("consent.save");
        QCOMPARE(ward.error(), QString());
        ward.go("standing");
        ward.press("standing.act.resume");
        ward.press("standing.save");
        QCOMPARE(ward.error(), QString());
        ward.go("standing");
        QCOMPARE(ward.textOf("standing.text"), QString("In the study."));
    }
    void destroyedIdentity_isConfirmedByTheSubjectId() {
        Ward ward;
        ward.go("standing");
        ward.touch("standing.act.withdraw");
        for (const char* degree : {"questionnaires", "calls", "records"})
            ward.touch(QStringLiteral("standing.from.") + QLatin1String(degree));
        ward.type("standing.withdraw.reason", "wants to go home");
        ward.touch("standing.identity.destroyed");
        ward.type("standing.confirmation", "SYN-002");
        ward.touch("standing.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("confirmation"));
        QCOMPARE(ward.textOf("standing.withdraw.reason"), QString("wants to go home"));
        ward.type("standing.confirmation", "SYN-001");
        ward.touch("standing.save");
        QCOMPARE(ward.error(), QString());
        ward.go("notes");
        QVERIFY(ward.find("notes.hidden") != nullptr && ward.find("contact.text") == nullptr);
        const QList<ledger::Event> events = ward.events(ward.first);
        QCOMPARE(events.constLast().header.kind, QString("withdrawn"));
        const auto identity = std::ranges::find_if(
            events, [](const ledger::Event& event) { return event.header.kind == QLatin1String("identified"); });
        QVERIFY(std::holds_alternative<ledger::Withheld>(identity->fact));
    }
    void whereaboutsAndNotes_byFinger() {
        Ward ward;
        ward.go("whereabouts");
        ward.touch("whereabouts.place.ward");
        ward.type("whereabouts.ward", "7 B");
        ward.type("whereabouts.bed", "12");
        ward.app->desk()->refresh(); // as it does every minute
        QCOMPARE(ward.textOf("whereabouts.bed"), QString("12"));
        ward.touch("whereabouts.save");
        QCOMPARE(ward.error(), QString());
        ward.go("notes");
        ward.touch("contact.change");
        ward.type("contact.phone", "139");
        ward.touch("contact.save");
        QVERIFY(ward.textOf("contact.text").contains("139"));
        ward.type("notes.text", "prefers mornings");
        ward.touch("notes.save");
        QCOMPARE(ward.error(), QString());
        QCOMPARE(ward.textOf("notes.text"), QString());
        QVERIFY(ward.find("notes.0") != nullptr);
    }
    void pages_asPictures_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        for (const char* language : {"en", "zh-CN"})
            for (const QSize size : {QSize(1280, 800), QSize(800, 1280)})
                for (const double scale : {1.0, 1.5})
                    QTest::addRow("%s-%s-%d", language, size.width() > size.height() ? "landscape" : "portrait",
                                  int(scale * 100))
                        << QString(language) << size << scale;
    }
    void pages_asPictures() {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        Ward ward;
        ward.app->setLanguage(language);
        ward.window->resize(size);
        QQmlComponent component(ward.engine.get());
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        holder->property("theme").value<QObject*>()->setProperty("staffScale", scale);
        const auto picture = [&](const QString& name) {
            QTest::qWait(400);
            QVERIFY(ward.window->grabWindow().save(
                folder + u'/' + name + u'-' + QString::fromUtf8(QTest::currentDataTag()) + QStringLiteral(".png")));
        };
        ward.go("enrol");
        ward.touch("enrol.consent.given");
        picture("enrol");
        ward.go("consent");
        picture("consent");
        ward.go("whereabouts");
        ward.tap("whereabouts.place.ward");
        picture("whereabouts");
        ward.go("notes");
        picture("notes");
        ward.go("standing");
        ward.touch("standing.act.suspend");
        picture("suspend");
        ward.touch("standing.act.withdraw");
        picture("withdraw");
        ward.touch("standing.identity.destroyed");
        picture("destroy");
    }
};

QTEST_MAIN(StaffEnrolling)
#include "tst_staff_enrolling.moc"
