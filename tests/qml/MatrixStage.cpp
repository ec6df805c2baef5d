#include "MatrixStage.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlProperty>

namespace serein::matrix {

namespace {

constexpr int longerThanAnyMotion = 200; // ms
constexpr int mostRounds = 24;
constexpr QLatin1String isForm("form");
constexpr char form[] = R"(
import QtQuick
import Serein.Theme
import Serein.Staff
Rectangle {
    property alias items: fields.items
    property alias entered: fields.entered
    color: Theme.colors.page
    FormFields { // as wide as beside the rail
        id: fields
        x: Theme.margin
        y: Theme.margin
        width: Math.min(parent.width - 2 * x - (parent.width > parent.height ? Theme.railWidth : 0), Theme.fieldWidth * 2)
    }
})";

void addPlaces(const QQuickItem* item, size_t& sum) {
    sum = qHashMulti(sum, item->x(), item->y(), item->width(), item->height(), item->isVisible());
    if (item->inherits("QQuickText"))
        sum = qHashMulti(sum, item->property("text").toString(), item->property("contentHeight").toDouble());
    if (item->isVisible())
        for (const QQuickItem* child : item->childItems())
            addPlaces(child, sum);
}

} // namespace

size_t placesUnder(const QQuickItem* root) {
    size_t sum = 1;
    addPlaces(root, sum);
    return sum;
}

QString View::name() const {
    const QString named = QStringLiteral("%1-%2x%3-%4").arg(language).arg(size.width()).arg(size.height()).arg(percent);
    return look == QStringLiteral("light") ? named : named + u'-' + look;
}

void Steps::step(int milliseconds) {
    m_now += milliseconds;
    advance();
}

Theatre::Theatre() {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
    m_holder.reset(component.create());
    if (!m_holder)
        qFatal("%s", qPrintable(component.errorString()));
    m_theme = m_holder->property("theme").value<QObject*>();
    m_steps.install();
}

Theatre::~Theatre() {
    QCoreApplication::removeTranslator(&m_words);
    m_steps.uninstall();
}

void Theatre::dress(const View& view) {
    QCoreApplication::removeTranslator(&m_words);
    if (!m_words.load(QStringLiteral(":/i18n/serein_%1.qm").arg(QString(view.language).replace(u'-', u'_'))))
        qFatal("no words in %s", qPrintable(view.language));
    QCoreApplication::installTranslator(&m_words);
    m_theme->setProperty("language", view.language);
    m_theme->setProperty("textScale", view.percent / 100.0);
    m_theme->setProperty("dotsPerMillimetre", view.dotsPerInch / 25.4);
    m_theme->setProperty("look", view.look);
}

double Theatre::dp() const {
    return m_theme->property("dp").toDouble();
}
double Theatre::dotsPerMillimetre() const {
    return m_theme->property("dotsPerMillimetre").toDouble();
}

Stage::Stage(Theatre& theatre, QSize size) : m_theatre(theatre), m_window(&m_control) {
    m_window.resize(size);
    m_window.contentItem()->setSize(size);
}
Stage::~Stage() = default;

QQuickItem* Stage::show(const Page& page) {
    if (page.type != m_type) {
        QVariantMap initial = page.properties;
        initial.insert(QStringLiteral("width"), m_window.width());
        initial.insert(QStringLiteral("height"), m_window.height());
        make(page.type == isForm ? QByteArray(form) : "import Serein.Patient\n" + page.type.toUtf8() + " {}", initial);
    } else {
        for (auto property = page.properties.begin(); property != page.properties.end(); ++property)
            if (!QQmlProperty::write(m_page.get(), property.key(), property.value()))
                qFatal("%s has no %s", qPrintable(page.type), qPrintable(property.key()));
    }
    // Only these two get all their properties every time; and what is opened stays with its page.
    const bool isReused = page.then.isEmpty() && (page.type == QStringLiteral("QuestionPage") || page.type == isForm);
    m_type = isReused ? page.type : QString();
    settle();
    if (page.then.isEmpty())
        return m_page.get();
    act(page.then);
    settle();
    return page.part.isEmpty() ? m_page.get() : panel(page.part);
}

QQuickItem* Stage::showDocument(const QString& document) {
    m_type.clear();
    make(document.toUtf8(), {});
    settle();
    return m_page.get();
}

void Stage::make(const QByteArray& document, const QVariantMap& properties) {
    m_page.reset();
    QQmlComponent component(&m_theatre.engine());
    component.setData(document, {});
    m_page.reset(qobject_cast<QQuickItem*>(component.createWithInitialProperties(properties)));
    if (!m_page)
        qFatal("%s: %s", document.constData(), qPrintable(component.errorString()));
    m_page->setParentItem(m_window.contentItem());
}

void Stage::act(const QString& what) {
    if (what == QStringLiteral("keypad"))
        m_page->findChild<QObject*>(QStringLiteral("patient.answer"))->setProperty("keypad", true);
    else if (what == QStringLiteral("textSize"))
        QMetaObject::invokeMethod(m_page->findChild<QObject*>(QStringLiteral("patient.textSize")), "clicked");
    else
        QMetaObject::invokeMethod(m_page.get(), "decline");
    if (what == QStringLiteral("ownWords"))
        panel(QStringLiteral("DeclinePanel"))->setProperty("ownWords", true);
}

QQuickItem* Stage::panel(const QString& type) {
    for (QQuickItem* item : m_page->findChildren<QQuickItem*>())
        if (QString::fromLatin1(item->metaObject()->className()).startsWith(type))
            return item;
    qFatal("no %s", qPrintable(type));
}

void Stage::settle() {
    size_t before = 0;
    for (int round = 0; round < mostRounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_theatre.steps().step(longerThanAnyMotion);
        m_control.polishItems();
        const size_t now = placesUnder(m_page.get());
        if (now == before && round > 1)
            return;
        before = now;
    }
    qWarning("a page does not come to rest");
}

QImage Stage::picture() {
    return m_window.grabWindow();
}

} // namespace serein::matrix
