#include "StaffBroken.h"

namespace serein::matrix {

namespace {

/// Of a button: the words on it.
QQuickItem* wordsOn(QQuickItem* page, const char* button) {
    return named(page, button)->property("contentItem").value<QQuickItem*>();
}

} // namespace

QList<StaffBreakage> staffBreakages() {
    return {
        {"participants",
         {"label cut short", "cut short",
          [](QQuickItem* page) {
              QQuickItem* words = wordsOn(page, "participants.enrol");
              set(words, "elide", Qt::ElideRight);
              set(words, "wrapMode", 0);
              set(named(page, "participants.enrol"), "width", 90);
          }}},
        {"whereabouts",
         {"label clipped", "clipped",
          [](QQuickItem* page) {
              lay(page, "Item { x: 500; y: 300; width: 60; height: 30; clip: true\n"
                        "Words { text: 'Feeling well'; wrapMode: Text.NoWrap } }");
          }}},
        {"record",
         {"line that leaves its list", "clipped",
          [](QQuickItem* page) {
              auto* holder = named(page, "stream.list")->property("contentItem").value<QQuickItem*>();
              lay(page, "Words { objectName: 'stray'; text: 'Signed by the investigator'; wrapMode: Text.NoWrap }");
              named(page, "stray")->setParentItem(holder);
              named(page, "stray")->setX(page->width() - 40);
          }}},
        {"whereabouts",
         {"words outside the window", "outside the window",
          [](QQuickItem* page) { lay(page, "Words { x: -400; text: 'Ward' }"); }}},
        {"whereabouts",
         {"button outside the window", "outside the window",
          [](QQuickItem* page) { lay(page, "ActionButton { x: -300; text: 'Help'; width: 200 }"); }}},
        {"whereabouts",
         {"words larger than their place", "px of words in",
          [](QQuickItem* page) { set(named(page, "whereabouts.now"), "height", 8); }}},
        {"whereabouts",
         {"button on a button", "lies over",
          [](QQuickItem* page) {
              lay(page, "ActionButton { objectName: 'second'; text: 'Help'; width: 200 }");
              named(page, "second")->setPosition(named(page, "whereabouts.save")->mapToItem(page, QPointF(10, 10)));
          }}},
        {"whereabouts",
         {"words on words", "lies over",
          [](QQuickItem* page) {
              lay(page, "Words { objectName: 'stray'; text: 'Welcome' }");
              named(page, "stray")->setPosition(named(page, "whereabouts.now")->mapToItem(page, QPointF(0, 0)));
          }}},
        {"whereabouts",
         {"button too small", "too small for a finger",
          [](QQuickItem* page) { set(named(page, "whereabouts.save"), "height", 40); }}},
        {"whereabouts",
         {"faint words", "is too faint",
          [](QQuickItem* page) { set(named(page, "whereabouts.now"), "color", QColor(0x9a, 0xa5, 0xab)); }}},
        {"whereabouts",
         {"faint outline", "is too faint",
          [](QQuickItem* page) {
              auto* ground = named(page, "whereabouts.place.home")->property("background").value<QQuickItem*>();
              set(ground, "border.color", QColor(0xd5, 0xd9, 0xdb));
          }}},
        {"whereabouts",
         {"list that goes on without a word of it", "nothing says that it goes on",
          [](QQuickItem* page) {
              lay(page, "Flickable { x: 600; y: 200; width: 300; height: 100; contentHeight: 400; clip: true }");
          }}},
        {"participant-forms",
         {"column cut through", "clipped",
          [](QQuickItem* page) { set(named(page, "participant.columns"), "contentX", 70); }}},
    };
}

} // namespace serein::matrix
