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
        frame();
    }
    [[nodiscard]] QObject* staff() const { return await(QStringLiteral("staff")); }
    [[nodiscard]] QString place() const { return staff()->property("place").toString(); }
    [[nodiscard]] QString error() const { return app->desk()->error(); }
};

} // namespace

class StaffEnrolling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(folder)); }

    void enrolment_withConsent_data() { bothWays(); }
    void enrolment_withConsent() {
        Ward ward;
        ward.asTheRowSays();
        ward.go("enrol");
        ward.retype("enrol.subject", "SYN-001");
        ward.retype("enrol.secondIdentifier", "1970");
        ward.choose("enrol.language.en");
        ward.choose("enrol.textSize.150");
        ward.choose("enrol.consent.given");
        ward.retype("enrol.consent.at", "2027-01-01 08:00");
        ward.retype("enrol.name", "Mei Wang");
        ward.choose("enrol.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("subject")); // taken
        ward.retype("enrol.subject", "SYN-003");
        ward.choose("enrol.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("at"));  // still to come
        QCOMPARE(ward.textOf("enrol.name"), QString("Mei Wang")); // nothing typed is lost
        QCOMPARE(ward.textOf("enrol.consent.at"), QString("2027-01-01 08:00"));
        ward.choose("enrol.consent.now");
        ward.choose("enrol.save");
        QCOMPARE(ward.error(), QString());
        QCOMPARE(ward.place(), QString("participant"));
        QCOMPARE(ward.app->desk()->participant().value("subject").toString(), QString("SYN-003"));
    }
    void standing_isSuspendedAndResumed_data() { bothWays(); }
    void standing_isSuspendedAndResumed() {
        Ward ward;
        ward.asTheRowSays();
        ward.go("standing");
        QCOMPARE(ward.textOf("standing.text"), QString("In the study."));
        ward.choose("standing.act.suspend");
        ward.choose("standing.cause.lostCapacity");
        ward.choose("standing.save");
        QCOMPARE(ward.error(), QString());
        QCOMPARE(ward.place(), QString("participant"));
        ward.go("standing");
        ward.choose("standing.act.resume");
        QVERIFY(ward.find("standing.save") == nullptr); // disabled: consent comes first
        ward.choose("standing.consent");
        QCOMPARE(ward.place(), QString("consent"));
        ward.choose("consent.now");
        ward.choose("consent.save");
        QCOMPARE(ward.error(), QString());
        ward.go("standing");
        ward.choose("standing.act.resume");
        ward.choose("standing.save");
        QCOMPARE(ward.error(), QString());
        ward.go("standing");
        QCOMPARE(ward.textOf("standing.text"), QString("In the study."));
    }
    void destroyedIdentity_isConfirmedByTheSubjectId_data() { bothWays(); }
    void destroyedIdentity_isConfirmedByTheSubjectId() {
        Ward ward;
        ward.asTheRowSays();
        ward.go("standing");
        ward.choose("standing.act.withdraw");
        for (const char* degree : {"questionnaires", "calls", "records"})
            ward.choose(QStringLiteral("standing.from.") + QLatin1String(degree));
        ward.retype("standing.withdraw.reason", "wants to go home");
        ward.choose("standing.identity.destroyed");
        ward.retype("standing.confirmation", "SYN-002");
        ward.choose("standing.save");
        QCOMPARE(ward.app->desk()->errorField(), QString("confirmation"));
        QCOMPARE(ward.textOf("standing.withdraw.reason"), QString("wants to go home"));
        ward.retype("standing.confirmation", "SYN-001");
        ward.choose("standing.save");
        QCOMPARE(ward.error(), QString());
        ward.go("notes");
        QVERIFY(ward.find("notes.hidden") != nullptr && ward.find("contact.text") == nullptr);
        const QList<ledger::Event> events = ward.events(ward.first);
        QCOMPARE(events.constLast().header.kind, QString("withdrawn"));
        const auto identity = std::ranges::find_if(
            events, [](const ledger::Event& event) { return event.header.kind == QLatin1String("identified"); });
        QVERIFY(std::holds_alternative<ledger::Withheld>(identity->fact));
    }
    void whereaboutsAndNotes_areKept_data() { bothWays(); }
    void whereaboutsAndNotes_areKept() {
        Ward ward;
        ward.asTheRowSays();
        ward.go("whereabouts");
        ward.choose("whereabouts.place.ward");
        ward.retype("whereabouts.ward", "7 B");
        ward.retype("whereabouts.bed", "12");
        ward.app->desk()->refresh(); // as it does every minute
        QCOMPARE(ward.textOf("whereabouts.bed"), QString("12"));
        ward.choose("whereabouts.save");
        QCOMPARE(ward.error(), QString());
        ward.go("notes");
        ward.choose("contact.change");
        ward.retype("contact.phone", "139");
        ward.choose("contact.save");
        QVERIFY(ward.textOf("contact.text").contains("139"));
        ward.retype("notes.text", "prefers mornings");
        if (ward.by == By::Keys) { // it is left backwards as well as on
            QTest::keyClick(ward.window, Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(ward.window->activeFocusItem()->objectName(), QString("contact.change"));
        }
        ward.choose("notes.save");
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
        ward.tap("enrol.consent.given");
        picture("enrol");
        ward.go("consent");
        picture("consent");
        ward.go("whereabouts");
        ward.tap("whereabouts.place.ward");
        picture("whereabouts");
        ward.go("notes");
        picture("notes");
        ward.go("standing");
        ward.tap("standing.act.suspend");
        picture("suspend");
        ward.tap("standing.act.withdraw");
        picture("withdraw");
        ward.tap("standing.identity.destroyed");
        picture("destroy");
    }
};

QTEST_MAIN(StaffEnrolling)
#include "tst_staff_enrolling.moc"
