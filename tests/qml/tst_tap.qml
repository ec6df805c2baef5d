import QtQuick
import QtTest
import Serein.Controls

// What every button and option does by finger, mouse and keys, alone and in something that scrolls.
Item {
    id: root

    width: 800
    height: 600

    ActionButton {
        id: button
        width: 300
        height: 80
        text: "One"
    }
    ScrollArea {
        id: area
        y: 200
        width: 400
        height: 300
        touch: 76
        Column {
            width: 400
            Repeater {
                model: 8
                ActionButton {
                    required property int index
                    objectName: "row." + index
                    width: 400
                    height: 80
                    text: "Row " + index
                    onClicked: root.rows.push(index)
                }
            }
        }
    }
    property var rows: []
    SignalSpy {
        id: clicked
        target: button
        signalName: "clicked"
    }

    FingerCase {
        name: "Tap"
        when: windowShown

        function init() {
            button.enabled = true;
            root.rows.length = 0;
            area.toTop();
            wait(300);
            clicked.clear();
            root.forceActiveFocus();
        }

        function test_finger_presses_andChangesItsMindByLeaving() {
            touchEvent(button).press(1, button).commit();
            verify(button.down);
            touchEvent(button).move(1, button, 150, 300).commit();
            tryVerify(() => !button.down);
            touchEvent(button).release(1, button, 150, 300).commit();
            compare(clicked.count, 0);
            touchEvent(button).press(1, button).commit();
            touchEvent(button).move(1, button, 190, 60).commit(); // a hand that trembles stays inside
            touchEvent(button).release(1, button, 190, 60).commit();
            compare(clicked.count, 1);
        }
        function test_mouse_presses_andChangesItsMindByLeaving() {
            mousePress(button);
            mouseMove(button, 150, 300);
            mouseRelease(button, 150, 300);
            compare(clicked.count, 0);
            clickOn(button);
            compare(clicked.count, 1);
        }
        function test_twoQuickTaps_areTwo() {
            for (let tap = 0; tap < 2; ++tap) {
                touchEvent(button).press(1, button).commit();
                touchEvent(button).release(1, button).commit();
            }
            compare(clicked.count, 2);
        }
        function test_keys_press_data() {
            return [{tag: "space", key: Qt.Key_Space}, {tag: "return", key: Qt.Key_Return}, {tag: "enter", key: Qt.Key_Enter}, {tag: "select", key: Qt.Key_Select}];
        }
        function test_keys_press(row) {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.key);
            compare(clicked.count, 1);
        }
        function test_otherKeys_doNothing() {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_A);
            keyClick(Qt.Key_Escape);
            compare(clicked.count, 0);
        }
        function test_ring_isForKeysOnly() {
            clickOn(button);
            verify(button.activeFocus);
            verify(!button.visualFocus);
            root.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(root.Window.activeFocusItem.visualFocus);
            button.take(false);
            verify(button.activeFocus);
            verify(!button.visualFocus);
        }
        function test_disabled_isDead() {
            button.enabled = false;
            clickOn(button);
            button.press(); // as assistive technology does
            compare(clicked.count, 0);
        }
        function test_dragOverButtons_scrolls_andPressesNone() {
            const from = findChild(area, "row.2");
            const at = from.mapToItem(root, 200, 10);
            touchEvent(root).press(1, root, at.x, at.y).commit();
            for (let step = 1; step <= 8; ++step) {
                touchEvent(root).move(1, root, at.x, at.y - 15 * step).commit();
                wait(20);
            }
            touchEvent(root).release(1, root, at.x, at.y - 120).commit();
            compare(root.rows, []);
            verify(from.mapToItem(root, 200, 10).y < at.y - 40);
        }
        function test_tapInWhatScrolls_presses() {
            const row = findChild(area, "row.1");
            touchEvent(row).press(1, row).commit();
            touchEvent(row).release(1, row).commit();
            compare(root.rows, [1]);
        }
    }
}
