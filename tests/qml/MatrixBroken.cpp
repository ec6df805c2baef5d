#include "MatrixBroken.h"

#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlProperty>

namespace serein::matrix {

QQuickItem* named(QQuickItem* page, const char* name) {
    const Scene scene(page); // what a repeater made is nobody's child
    if (const Piece* piece = scene.named(QString::fromLatin1(name)))
        return piece->item;
    if (auto* hidden = page->findChild<QQuickItem*>(QString::fromLatin1(name)))
        return hidden;
    qFatal("no %s", name);
}

void set(QObject* item, const char* property, const QVariant& value) {
    if (!QQmlProperty::write(item, QString::fromLatin1(property), value))
        qFatal("no %s", property);
}

void lay(QQuickItem* page, const char* document) {
    QQmlComponent component(qmlEngine(page));
    component.setData(QByteArray("import QtQuick\nimport Serein.Theme\nimport Serein.Controls\n") + document, {});
    auto* item = qobject_cast<QQuickItem*>(component.create());
    if (item == nullptr)
        qFatal("%s", qPrintable(component.errorString()));
    item->setParent(page);
    item->setParentItem(page);
}

namespace {

/// Of a button: the words on it.
QQuickItem* wordsOf(QQuickItem* button) {
    return button->property("contentItem").value<QQuickItem*>();
}

/// Of an option.
QQuickItem* wordsIn(QQuickItem* option) {
    return named(option, "words");
}

QVariantList longOptions(int times) {
    QVariantList options;
    for (int value = 0; value < 4; ++value)
        options += QVariantMap{{QStringLiteral("value"), value},
                               {QStringLiteral("text"), QStringLiteral("several of the days ").repeated(times)}};
    return options;
}

} // namespace

QList<Breakage> breakages() {
    return {
        {"option far too long", "larger than its button",
         [](QQuickItem* page) { set(page, "options", longOptions(120)); }},
        {"word too long for its line", "is broken",
         [](QQuickItem* page) { set(page, "recall", QStringLiteral("unthinkably").repeated(8)); }},
        {"line broken for nothing", "would fit on one",
         [](QQuickItem* page) {
             lay(page, "Words { x: 60; y: 400; width: 400; text: 'Well\\u2028rested'; size: Theme.option }");
         }},
        {"label cut short", "cut short",
         [](QQuickItem* page) {
             QQuickItem* words = wordsOf(named(page, "patient.decline"));
             set(words, "elide", Qt::ElideRight);
             set(words, "wrapMode", 0);
             set(named(page, "patient.decline"), "width", 120);
         }},
        {"label clipped", "clipped",
         [](QQuickItem* page) {
             lay(page,
                 "Item { x: 400; y: 380; width: 60; height: 30; clip: true\n"
                 "Words { objectName: 'label'; text: 'Feeling well'; size: Theme.option; wrapMode: Text.NoWrap } }");
         }},
        {"words larger than their place", "px of words in",
         [](QQuickItem* page) { set(named(page, "patient.recall"), "height", 8); }},
        {"words outside the window", "outside the window",
         [](QQuickItem* page) {
             named(page, "patient.position")->setParentItem(page);
             named(page, "patient.position")->setX(-300);
         }},
        {"no recall line", "not on the page",
         [](QQuickItem* page) { set(named(page, "patient.recall"), "visible", false); }},
        {"option without its words", "not on the page",
         [](QQuickItem* page) { set(named(page, "patient.option.2"), "text", QString()); }},
        {"no way on", "patient.next: not on the page",
         [](QQuickItem* page) { set(named(page, "patient.next"), "visible", false); }},
        {"button covered", "lies over",
         [](QQuickItem* page) {
             QQuickItem* next = named(page, "patient.next");
             const QPointF at = next->mapToItem(page, QPointF(20, 20));
             lay(page, "Rectangle { objectName: 'cover'; color: Theme.colors.page; width: 90; height: 60 }");
             named(page, "cover")->setPosition(at);
         }},
        {"button on a button", "lies over",
         [](QQuickItem* page) {
             lay(page, "ActionButton { objectName: 'second'; text: 'Help'; width: 200; height: 80 }");
             named(page, "second")->setPosition(named(page, "patient.option.1")->mapToItem(page, QPointF(10, 10)));
         }},
        {"words on words", "lies over",
         [](QQuickItem* page) {
             lay(page, "Words { objectName: 'stray'; text: 'Welcome'; size: Theme.question }");
             named(page, "stray")->setPosition(named(page, "patient.question")->mapToItem(page, QPointF(0, 0)));
         }},
        {"one option higher", "not as large as the first",
         [](QQuickItem* page) { set(named(page, "patient.option.1"), "height", 130); }},
        {"gap between options", "not next to the one before it",
         [](QQuickItem* page) { named(page, "patient.option.3")->setY(named(page, "patient.option.3")->y() + 14); }},
        {"options that scroll", "must be scrolled to",
         [](QQuickItem* page) {
             lay(page, "Flickable { objectName: 'scroller'; anchors.fill: parent; contentHeight: 2000; clip: true }");
             auto* holder = named(page, "scroller")->property("contentItem").value<QQuickItem*>();
             named(page, "patient.answer")->setParentItem(holder);
         }},
        {"option cut off", "not wholly in sight",
         [](QQuickItem* page) {
             QQuickItem* area = named(page, "patient.answer");
             area->setClip(true);
             named(page, "patient.option.3")->setY(area->height() - 20);
         }},
        {"button too small", "too small for a finger",
         [](QQuickItem* page) { set(named(page, "patient.pause"), "width", 66); }},
        {"bar moved", "the bottom bar has moved",
         [](QQuickItem* page) { set(named(page, "patient.bar"), "anchors.bottomMargin", 40); }},
        {"question above its recall line", "does not stand after",
         [](QQuickItem* page) { set(named(page, "patient.questionArea"), "y", 0); }},
        {"type too small", "px type",
         [](QQuickItem* page) { set(wordsIn(named(page, "patient.option.0")), "size", 20); }},
        {"faint words", "is too faint",
         [](QQuickItem* page) { set(named(page, "patient.recall"), "color", QColor(0x9a, 0xa5, 0xab)); }},
        {"faint outline", "is too faint",
         [](QQuickItem* page) {
             auto* ground = named(page, "patient.option.0")->property("background").value<QQuickItem*>();
             set(ground, "border.color", QColor(0xd5, 0xd9, 0xdb));
         }},
        {"scrolling without a word of it", "more to read",
         [](QQuickItem* page) {
             set(page, "question", QStringLiteral("How did you sleep in the ward? ").repeated(30));
             set(named(page, "patient.more"), "text", QString());
         }},
    };
}

} // namespace serein::matrix
