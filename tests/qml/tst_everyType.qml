import QtQuick
import QtTest
import Serein.Theme

// Every type of item: nothing chosen at first, its least value an answer of its own, distinct from unanswered and from declined; by touch,
// by mouse and by keys alone.
Item {
    id: root

    width: 1280
    height: 800

    AskedPage {
        id: page
        anchors.fill: parent
    }

    FingerCase {
        name: "EveryType"
        when: windowShown

        readonly property var types: [
            {tag: "choice", type: "choice", given: {options: [{value: 0, text: "No"}, {value: 1, text: "Yes"}]}, taps: ["patient.option.0"], keys: [Qt.Key_Space], least: 0},
            {tag: "multiChoice", type: "multiChoice", given: {options: [{value: 0, text: "None"}, {value: 1, text: "Some"}]}, taps: ["patient.option.0"], keys: [Qt.Key_Space], least: [0]},
            {tag: "nrs", type: "scale", given: {}, taps: ["patient.nrs.0"], keys: [Qt.Key_Space], least: 0},
            {tag: "vas", type: "scale", given: {display: "vas", scaleMax: 100}, place: 0, taps: ["patient.vas"], keys: [Qt.Key_Home], least: 0},
            {tag: "clock", type: "clock", given: {}, taps: ["patient.wheel.hours.1", "patient.wheel.minutes.1"],
                keys: [Qt.Key_Down, Qt.Key_Right, Qt.Key_Down], first: "patient.wheel.hours", least: "00:00"},
            {tag: "duration", type: "duration", given: {numberMax: 720}, taps: ["patient.wheel.minutes.1"], keys: [Qt.Key_Down], first: "patient.wheel.hours", least: 0},
            {tag: "number", type: "number", given: {numberMin: 0, numberMax: 99}, taps: ["patient.key.0"], keys: [Qt.Key_0], first: "patient.entry", least: 0},
            {tag: "least number", type: "number", given: {numberMin: -5, numberMax: 4}, taps: ["patient.sign", "patient.key.5"], keys: [Qt.Key_Minus, Qt.Key_5],
                first: "patient.entry", least: -5},
            {tag: "decimals", type: "number", given: {decimals: 1}, taps: ["patient.key.0", "patient.point", "patient.key.5"], keys: [Qt.Key_0, Qt.Key_Period, Qt.Key_5],
                first: "patient.entry", least: 0.5},
            {tag: "date", type: "date", given: {}, taps: "20240229", keys: "20240229", first: "patient.entry", least: "2024-02-29"},
            {tag: "text", type: "text", given: {}, taps: ["patient.text"], types: "a", keys: [Qt.Key_A], first: "patient.text", least: "a"}
        ]

        function init() {
            Theme.language = "zh-CN"; // a 24-hour clock
        }
        function cleanup() {
            Theme.language = "en";
        }
        function begin(row) {
            page.ask(row.type, row.given);
            wait(20);
        }
        function named(row) {
            return typeof row.taps === "string" ? row.taps.split("").map(digit => "patient.key." + digit) : row.taps;
        }
        function act(row, press) {
            for (const name of named(row)) {
                const control = findChild(page, name);
                verify(control !== null, name);
                press(control, row.place ?? control.width / 2, control.height / 2);
                wait(Theme.motion + 60); // a wheel has come to rest
            }
            for (const letter of row.types ?? "")
                keyClick(letter);
        }
        function touch(control, x, y) {
            settled(control);
            touchEvent(control).press(1, control, x, y).commit();
            touchEvent(control).release(1, control, x, y).commit();
        }
        function click(control, x, y) {
            clickOn(control, x, y);
        }
        function next() {
            clickOn(findChild(page, "patient.next"));
        }
        function checkAnswered(row) {
            tryVerify(() => page.answered, 1000);
            compare(page.answer, row.least);
            compare(page.declined, false);
            next();
            compare(page.movedOn, 1);
        }

        function test_nothing_isChosenAndNextAsks_data() { return types; }
        function test_nothing_isChosenAndNextAsks(row) {
            begin(row);
            wait(1000);
            compare(page.answer, undefined);
            compare(page.times, 0);
            verify(!findChild(page, "patient.bar").onwardReady);
            next();
            compare(page.movedOn, 0);
            verify(findChild(page, "patient.message").visible);
        }
        function test_least_isAnAnswerByTouch_data() { return types; }
        function test_least_isAnAnswerByTouch(row) {
            begin(row);
            act(row, touch);
            checkAnswered(row);
        }
        function test_least_isAnAnswerByMouse_data() { return types; }
        function test_least_isAnAnswerByMouse(row) {
            begin(row);
            act(row, click);
            checkAnswered(row);
        }
        function test_least_isAnAnswerByKeys_data() { return types; }
        function test_least_isAnAnswerByKeys(row) {
            begin(row);
            findChild(page, row.first ?? row.taps[0]).forceActiveFocus(Qt.TabFocusReason);
            for (const key of row.keys)
                keyClick(key);
            checkAnswered(row);
        }
        function test_everyControl_isReachedByTab_data() { return types; }
        function test_everyControl_isReachedByTab(row) {
            begin(row);
            const wanted = findChild(page, row.first ?? row.taps[0]);
            findChild(page, "patient.pause").forceActiveFocus(Qt.TabFocusReason);
            for (let presses = 0; presses < 5 && !wanted.activeFocus; ++presses)
                keyClick(Qt.Key_Tab);
            verify(wanted.activeFocus);
            let last = false;
            for (let presses = 0; presses < 40 && !last; ++presses) {
                keyClick(Qt.Key_Tab);
                last = findChild(page, "patient.next").activeFocus;
            }
            verify(last); // and out of it again
        }
        function test_declined_isNoAnswerAndGoesOn_data() { return types; }
        function test_declined_isNoAnswerAndGoesOn(row) {
            begin(row);
            act(row, click);
            clickOn(findChild(page, "patient.decline"));
            wait(1000);
            compare(page.declined, true);
            compare(page.answer, undefined);
            next();
            compare(page.movedOn, 1);
            compare(page.declined, true);
        }
        function test_optional_mayStayEmptyWithoutBeingDeclined_data() { return types; }
        function test_optional_mayStayEmptyWithoutBeingDeclined(row) {
            begin(row);
            page.mayStayEmpty = true;
            verify(findChild(page, "patient.bar").onwardReady);
            next();
            compare(page.movedOn, 1);
            compare(page.declined, false);
            compare(page.times, 0);
        }
        function test_control_hasRoleAndName_data() { return types; }
        function test_control_hasRoleAndName(row) {
            begin(row);
            for (const name of [row.first ?? row.taps[0], "patient.next", "patient.back", "patient.decline", "patient.pause", "patient.textSize"]) {
                const control = findChild(page, name);
                verify(control.Accessible.name.length > 0, name);
                verify(control.Accessible.role !== Accessible.NoRole, name);
                verify(control.Accessible.focusable || control.Accessible.role === Accessible.EditableText, name);
            }
        }
        function test_section_and_note_askNothing_data() { return [{tag: "section"}, {tag: "note"}]; }
        function test_section_and_note_askNothing(row) {
            page.ask(row.tag, {});
            wait(20);
            verify(!findChild(page, "patient.decline").visible);
            next();
            compare(page.movedOn, 1);
        }
    }
}
