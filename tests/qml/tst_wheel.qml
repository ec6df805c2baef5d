import QtQuick
import QtTest
import Serein.Theme

// Times of day and lengths of time by wheels.
Item {
    id: root

    width: 1280
    height: 800

    AskedPage {
        id: page
        anchors.fill: parent
    }

    FingerCase {
        name: "Wheel"
        when: windowShown

        readonly property int rest: Theme.motion + 60

        function init() {
            Theme.language = "zh-CN";
            page.ask("clock", {});
            wait(20);
            if (wheel("hours") === null) // the question before was typed
                otherWay();
        }
        function otherWay() {
            clickOn(findChild(page, "patient.keypad"));
            wait(50);
        }
        function cleanup() {
            Theme.language = "en";
            Theme.textScale = 1;
        }
        function wheel(name) {
            return findChild(page, "patient.wheel." + name);
        }
        function tapRow(name, step) {
            clickOn(findChild(page, "patient.wheel." + name + "." + step));
            wait(rest);
        }
        function words() {
            return findChild(page, "patient.time").text;
        }

        function test_wheels_restBlank() {
            compare(wheel("hours").value, -1);
            compare(wheel("minutes").value, -1);
            compare(words(), "");
        }
        function test_hourAlone_isNoTime() {
            tapRow("hours", 1);
            compare(page.answer, undefined);
            clickOn(findChild(page, "patient.next"));
            compare(page.movedOn, 0);
            verify(findChild(page, "patient.message").visible);
        }
        function test_lateEvening_isOneTapAwayFromBlank() {
            tapRow("hours", -2); // ten in the evening stands two rows above
            tapRow("minutes", -1);
            compare(page.answer, "22:55");
            verify(words().includes("22:55"));
        }
        function test_tapOnTheBlank_isNotLost() {
            tapRow("hours", 0);
            compare(wheel("hours").value, 0);
        }
        function test_drag_turnsAsFarAsTheFingerWent() {
            const hours = wheel("hours");
            mousePress(hours, hours.width / 2, hours.rowHeight * 2.5);
            for (let step = 1; step <= 10; ++step)
                mouseMove(hours, hours.width / 2, hours.rowHeight * (2.5 - step * 0.2));
            mouseRelease(hours, hours.width / 2, hours.rowHeight * 0.5);
            wait(rest);
            compare(hours.value, 1);
        }
        function test_quickTaps_allCount() {
            const minutes = wheel("minutes");
            for (let tap = 0; tap < 4; ++tap) {
                touchEvent(minutes).press(1, minutes, 40, minutes.rowHeight * 3.5).commit();
                touchEvent(minutes).release(1, minutes, 40, minutes.rowHeight * 3.5).commit();
                wait(rest);
            }
            compare(minutes.value, 15);
        }
        function test_drag_byTouch() {
            const minutes = wheel("minutes");
            const finger = touchEvent(minutes);
            finger.press(1, minutes, 40, minutes.rowHeight * 1.5).commit();
            for (let step = 1; step <= 10; ++step)
                finger.move(1, minutes, 40, minutes.rowHeight * (1.5 + step * 0.1)).commit();
            finger.release(1, minutes, 40, minutes.rowHeight * 2.5).commit();
            wait(rest);
            compare(minutes.value, 55);
        }
        function test_arrows_turnAndWrap() {
            wheel("hours").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Up);
            compare(wheel("hours").value, 23);
            keyClick(Qt.Key_Down);
            compare(wheel("hours").value, 0);
            keyClick(Qt.Key_End);
            compare(wheel("hours").value, 23);
            keyClick(Qt.Key_Home);
            keyClick(Qt.Key_Right);
            verify(wheel("minutes").activeFocus);
            keyClick(Qt.Key_End);
            compare(page.answer, "00:55");
        }
        function test_exactMinute_isTypedAndStandsOnTheWheel() {
            otherWay();
            for (const digit of "2237")
                clickOn(findChild(page, "patient.key." + digit));
            compare(page.answer, "22:37");
            otherWay();
            compare(wheel("hours").value, 22);
            compare(wheel("minutes").value, 37);
            tapRow("minutes", 1);
            compare(page.answer, "22:40");
        }
        function test_twelveHourClock_saysAmAndPm() {
            Theme.language = "en-US";
            wait(20);
            tapRow("hours", -2);
            tapRow("minutes", 1);
            compare(page.answer, "22:00");
            verify(words().includes("10:00"));
            verify(wheel("hours").Accessible.description.includes("10"));
        }
        function test_minutesAlone_areALength() {
            page.ask("duration", {numberMax: 720});
            wait(20);
            tapRow("minutes", 1);
            compare(page.answer, 0);
            tapRow("minutes", 2);
            compare(page.answer, 10);
            tapRow("hours", 1);
            compare(page.answer, 70);
        }
        function test_tooLong_isSaidGentlyAndNotGiven() {
            page.ask("duration", {numberMax: 720});
            wait(20);
            wheel("hours").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_End);
            compare(page.answer, 720);
            tapRow("minutes", 1);
            compare(page.answer, 720);
            verify(findChild(page, "patient.message").text.includes("12"));
            clickOn(findChild(page, "patient.next"));
            compare(page.movedOn, 0);
        }
        function test_hoursOfALength_haveEnds() {
            page.ask("duration", {numberMax: 720});
            wait(20);
            wheel("hours").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Up);
            compare(page.answer, 0);
            keyClick(Qt.Key_Up);
            compare(page.answer, 0);
        }
        function test_assistiveTechnology_turnsItAndHearsIt() {
            compare(wheel("hours").Accessible.role, Accessible.SpinBox);
            verify(wheel("hours").Accessible.description.length > 0); // that nothing is chosen
            wheel("hours").Accessible.increaseAction();
            compare(wheel("hours").value, 0);
            verify(wheel("hours").Accessible.description.includes("00"));
            wheel("hours").value = 7;
            compare(wheel("hours").chosen, 7);
            wheel("hours").value = 99; // there is no such hour
            compare(wheel("hours").value, 7);
            wheel("minutes").value = 30;
            compare(page.answer, "07:30");
        }
        function test_rows_areFingerHigh_data() {
            return [{tag: "100", scale: 1}, {tag: "200", scale: 2}];
        }
        function test_rows_areFingerHigh(row) {
            Theme.textScale = row.scale;
            wait(20);
            verify(wheel("hours").rowHeight >= 72);
            verify(wheel("hours").rows % 2 === 1);
        }
    }
}
