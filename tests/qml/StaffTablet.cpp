#include "StaffTablet.h"

#include "core/Ids.h"
#include "support/Items.h"
#include "ui/Startup.h"

#include <QQmlComponent>
#include <QQmlIncubationController>
#include <QTest>

namespace serein::matrix {

namespace {

constexpr int longestWait = 60000; // ms; a wait ends as soon as its condition holds
constexpr int pastAnyMotion = 200;
constexpr int mostTurns = 24;
constexpr int pastTyping = 400;
constexpr int shortTimers = 3; // turns of the event loop

} // namespace

Tablet::Tablet(vault::Place place, const Clock& clock)
    : m_app(std::make_unique<ui::AppModel>(std::move(place), clock, QStringLiteral("en"))),
      m_engine(std::make_unique<QQmlApplicationEngine>()) {
    if (!ui::showScreens(*m_engine, *m_app))
        qFatal("the screens can't be loaded");
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    if (!QTest::qWaitForWindowExposed(m_window))
        qFatal("the window never showed");
    QQmlComponent component(m_engine.get());
    component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
    m_holder.reset(component.create());
    m_theme = m_holder->property("theme").value<QObject*>();
    m_steps.install();
}

Tablet::~Tablet() {
    m_steps.uninstall();
    m_holder.reset();
    m_engine.reset(); // before the models that its pages look at
}

QQuickItem* Tablet::root() const {
    return m_window->contentItem();
}

void Tablet::speak(const QString& language) {
    if (m_app->language() != language)
        m_app->setLanguage(language);
}

void Tablet::dress(const View& view) {
    m_theme->setProperty("staffScale", view.percent / 100.0);
    m_theme->setProperty("look", view.look);
    if (m_window->size() == view.size)
        return;
    m_window->resize(view.size);
    if (!QTest::qWaitFor([&] { return root()->size() == QSizeF(view.size); }, longestWait))
        qFatal("the window does not take its size");
}

void Tablet::pump() {
    for (int turn = 0; turn < shortTimers; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_steps.step(pastAnyMotion);
    }
}

void Tablet::rest() {
    QTest::qWait(pastTyping);
    pump();
}

QImage Tablet::settle() {
    size_t before = 0;
    for (int round = 0; round < mostTurns; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (QQmlIncubationController* rows = m_engine->incubationController())
            rows->incubateFor(longestWait); // of lists, those beyond their edges
        m_steps.step(pastAnyMotion);
        QImage picture = m_window->grabWindow();
        const size_t now = placesUnder(root());
        if (now == before)
            return picture;
        before = now;
    }
    qFatal("a page does not come to rest");
}

void Tablet::unlockBy(const QString& name, const QByteArray& passphrase) {
    m_name = name;
    m_passphrase = passphrase;
}

void Tablet::atDesk() {
    if (m_app->state() != ui::AppModel::State::Staff) {
        m_app->lockScreen()->unlock(m_name, QString::fromUtf8(m_passphrase));
        if (!QTest::qWaitFor([&] { return m_app->state() == ui::AppModel::State::Staff; }, longestWait))
            qFatal("not unlocked: %s", qPrintable(m_app->lockScreen()->error()));
    }
    pump();
    [[maybe_unused]] const QQuickItem* const there = need(QStringLiteral("staff"));
}

void Tablet::atLock() {
    m_app->lock();
    pump();
}

void Tablet::openParticipant(const QString& subject) {
    m_app->desk()->clearMessages();
    if (!QMetaObject::invokeMethod(need(QStringLiteral("staff")), "openParticipant",
                                   Q_ARG(QString, idText(person(subject)))))
        qFatal("no page of %s", qPrintable(subject));
    pump();
}

void Tablet::go(const QString& place, const QVariantMap& about) {
    QObject* const staff = need(QStringLiteral("staff"));
    staff->setProperty("place", QString()); // a page that is open already is made anew
    if (!QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place),
                                   Q_ARG(QVariant, about.isEmpty() ? QVariant() : QVariant::fromValue(about))))
        qFatal("no place %s", qPrintable(place));
    pump();
}

void Tablet::goTo(const QString& place, const QString& subject, const QString& timepoint) {
    m_app->desk()->openParticipant(idText(person(subject)));
    go(place, column(timepoint).value(QStringLiteral("about")).toMap());
}

void Tablet::goToAssessment(const QString& subject, const QString& timepoint, const QString& instrument) {
    m_app->desk()->openParticipant(idText(person(subject)));
    go(QStringLiteral("assessment"), {{QStringLiteral("participant"), idText(person(subject))},
                                      {QStringLiteral("timepoint"), timepoint},
                                      {QStringLiteral("instrument"), instrument},
                                      {QStringLiteral("sequence"), 1}});
}

void Tablet::goToForm(const QString& subject, const QString& timepoint, const QString& instrument) {
    m_app->desk()->openParticipant(idText(person(subject)));
    const QVariantMap known = column(timepoint);
    for (const QVariant& cell : known.value(QStringLiteral("cells")).toList())
        if (cell.toMap().value(QStringLiteral("instrument")) == instrument) {
            go(QStringLiteral("form"), {{QStringLiteral("timepoint"),
                                         QVariantMap{{QStringLiteral("id"), timepoint},
                                                     {QStringLiteral("label"), known.value(QStringLiteral("label"))}}},
                                        {QStringLiteral("cell"), cell}});
            return;
        }
    qFatal("%s has no %s at %s", qPrintable(subject), qPrintable(instrument), qPrintable(timepoint));
}

void Tablet::goToAnchor(const QString& subject, const QString& anchor) {
    m_app->desk()->openParticipant(idText(person(subject)));
    for (const QVariant& row : m_app->desk()->participant().value(QStringLiteral("anchors")).toList())
        if (row.toMap().value(QStringLiteral("id")) == anchor) {
            go(QStringLiteral("anchor"), row.toMap());
            return;
        }
    qFatal("no anchor %s", qPrintable(anchor));
}

void Tablet::tap(const QString& name) {
    QQuickItem* const target = need(name);
    if (!QMetaObject::invokeMethod(target, "clicked"))
        qFatal("%s can't be tapped", qPrintable(name));
    pump();
}

void Tablet::type(const QString& field, const QString& text) {
    if (!need(field)->setProperty("text", text))
        qFatal("nothing can be typed into %s", qPrintable(field));
    pump();
}

QUuid Tablet::person(const QString& subject) {
    const auto found = vault().participantBySubject(subject);
    if (!found || !*found)
        qFatal("no participant %s", qPrintable(subject));
    return **found;
}

QQuickItem* Tablet::find(const QString& name) const {
    return test::visibleItem(root(), name);
}

QQuickItem* Tablet::need(const QString& name) {
    QQuickItem* found = nullptr;
    for (int round = 0; (found = find(name)) == nullptr && round < mostTurns; ++round)
        pump();
    if (found == nullptr)
        qFatal("no %s on the page", qPrintable(name));
    return found;
}

QVariantMap Tablet::column(const QString& timepoint) const {
    for (const QVariant& one : m_app->desk()->participant().value(QStringLiteral("timepoints")).toList())
        if (one.toMap().value(QStringLiteral("timepoint")) == timepoint)
            return one.toMap();
    qFatal("no timepoint %s", qPrintable(timepoint));
}

} // namespace serein::matrix
