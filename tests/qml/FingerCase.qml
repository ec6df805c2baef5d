import QtQuick
import QtTest

// A test case whose finger waits until what it aims at stands still: a page is laid out when it is painted, and a busy machine
// paints late.
TestCase {
    function settled(item: Item): Item {
        let before;
        let now = item.mapToItem(null, 0, 0, item.width, item.height);
        do {
            before = now;
            for (let one = item; one !== null; one = one.parent)
                if (isPolishScheduled(one))
                    waitForItemPolished(one, 5000);
            wait(20);
            now = item.mapToItem(null, 0, 0, item.width, item.height);
        } while (now.x !== before.x || now.y !== before.y || now.width !== before.width || now.height !== before.height);
        return item;
    }
    function clickOn(item: Item, x: var, y: var): void {
        settled(item);
        if (x === undefined)
            mouseClick(item);
        else
            mouseClick(item, x, y);
    }
}
