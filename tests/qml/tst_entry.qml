import QtQuick
import QtTest
import Serein.Theme

// Numbers, times, dates by our own keypad.
Item {
    id: root

    width: 800
    height: 1280

    AskedPage {
        id: page
        anchors.fill: parent
    }

    FingerCase {
        name: "Entry"
        when: windowShown

        function init() {
            Theme.language = "zh-CN";
        }
        function cleanup() {
            Theme.language = "en";
        }
        function begin(type, given) {
            page.ask(type, given ?? {});
            wait(20);
            if ((type === "clock" || type === "duration") && findChild(page, "patient.entry") === null)
                clickOn(findChild(page, "patient.keypad"));
            wait(20);
        }
        function tap(digits) {
            for (const digit of digits)
                clickOn(findChild(page, "patient.key." + digit));
        }
        function erase(times) {
            for (let press = 0; press < times; ++press)
                clickOn(findChild(page, "patient.erase"));
        }
        function next() {
            clickOn(findChild(page, "patient.next"));
        }
        function message() {
            return findChild(page, "patient.message");
        }

        function test_entry_isGivenWhenWholeAndValid_data() {
            return [
                {tag: "clock", type: "clock", digits: "2230", value: "22:30"},
                {tag: "clock from nine", type: "clock", digits: "915", value: "09:15"},
                {tag: "midnight", type: "clock", digits: "0000", value: "00:00"},
                {tag: "hours and minutes", type: "duration", digits: "730", value: 450},
                {tag: "minutes", type: "duration", digits: "45", value: 45},
                {tag: "ninety minutes", type: "duration", digits: "90", value: 90},
                {tag: "no minutes", type: "duration", digits: "0", value: 0},
                {tag: "date", type: "date", digits: "20261120", value: "2026-11-20"},
                {tag: "number", type: "number", digits: "45", value: 45},
                {tag: "zero", type: "number", digits: "0", value: 0}
            ];
        }
        function test_entry_isGivenWhenWholeAndValid(row) {
            begin(row.type);
            compare(page.answer, undefined);
            tap(row.digits);
            next();
            compare(page.answer, row.value);
            compare(page.movedOn, 1);
        }
        function test_unfinishedEntry_isNotGivenAndNextStays_data() {
            return [
                {tag: "half a time", type: "clock", digits: "22"},
                {tag: "no such time", type: "clock", digits: "2560"},
                {tag: "no such length", type: "duration", digits: "190"},
                {tag: "no such date", type: "date", digits: "20260230"},
                {tag: "no such moment", type: "datetime", digits: "202611202460"},
                {tag: "too much", type: "number", digits: "721"}
            ];
        }
        function test_unfinishedEntry_isNotGivenAndNextStays(row) {
            begin(row.type, {numberMin: 0, numberMax: 720});
            tap(row.digits);
            next();
            compare(page.answer, undefined);
            compare(page.movedOn, 0);
            verify(message().visible);
        }
        function test_numberOutside_isSaidWithItsBounds() {
            begin("number", {numberMin: 10, numberMax: 720});
            tap("7");
            verify(!message().visible); // it may become 70
            tryVerify(() => message().visible, 1500);
            verify(message().text.includes("10") && message().text.includes("720"));
            tap("0");
            tryCompare(page, "answer", 70, 1500);
            verify(!message().visible);
        }
        function test_decimals_areTypedUpToTheirPlaces() {
            begin("number", {decimals: 1});
            tap("70");
            clickOn(findChild(page, "patient.point"));
            tap("55");
            next();
            compare(page.answer, 70.5);
        }
        function test_wholeNumber_hasNoDecimalKey() {
            begin("number");
            compare(findChild(page, "patient.point"), null);
            compare(findChild(page, "patient.sign"), null);
        }
        function test_moment_isGivenByTheClockOnTheWall() { // the app knows the site's zone, and its offset
            begin("datetime");
            tap("202611201405");
            compare(page.answer, "2026-11-20T14:05");
        }
        function test_twelveHourClock_asksForItsHalf() {
            Theme.language = "en-US";
            begin("clock");
            tap("1030");
            compare(page.answer, undefined);
            clickOn(findChild(page, "patient.half.p"));
            compare(page.answer, "22:30");
            clickOn(findChild(page, "patient.half.a"));
            compare(page.answer, "10:30");
        }
        function test_twelveHourClock_knowsNoonAndMidnight() {
            Theme.language = "en-US";
            begin("clock");
            tap("1200");
            clickOn(findChild(page, "patient.half.a"));
            compare(page.answer, "00:00");
            clickOn(findChild(page, "patient.half.p"));
            compare(page.answer, "12:00");
        }
        function test_erased_isTakenBack() {
            begin("number");
            tap("12");
            tryCompare(page, "answer", 12, 1500);
            erase(2);
            tryCompare(page, "answer", undefined, 1500);
            next();
            compare(page.movedOn, 0);
        }
        function test_keyboard_typesToo() {
            begin("clock");
            findChild(page, "patient.key.1").forceActiveFocus();
            for (const key of ["0", "6", "4", "5"])
                keyClick(key);
            compare(page.answer, "06:45");
            keyClick(Qt.Key_Backspace);
            verify(findChild(page, "patient.entry").text.includes("–"));
        }
        function test_number_isGivenWhenTheFingerRests() {
            begin("number");
            tap("12");
            tryCompare(page, "answer", 12, 1000);
        }
        function test_declined_forgetsWhatWasBegun() {
            begin("number");
            tap("12");
            clickOn(findChild(page, "patient.decline"));
            wait(1000);
            compare(page.declined, true);
            compare(findChild(page, "patient.entry").text, "–");
        }
        function test_nextQuestion_startsBlank() {
            begin("number");
            tap("7");
            next();
            page.answer = undefined;
            page.itemId = "another";
            compare(findChild(page, "patient.entry").text, "–");
        }
        function test_entry_saysItsValueToAScreenReader() {
            begin("number");
            const field = findChild(page, "patient.entry");
            compare(field.Accessible.role, Accessible.EditableText);
            compare(field.Accessible.name, page.question);
            const before = field.Accessible.description;
            tap("7");
            verify(field.Accessible.description.includes("7"));
            verify(before.length > 0);
        }
    }
}
