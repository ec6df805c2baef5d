import QtQuick
import QtTest
import Serein.Patient

// Numbers, times, dates and words.
Item {
    id: root

    width: 800
    height: 1280

    QuestionPage {
        id: page
        anchors.fill: parent
        itemId: "first"
        type: "clock"
        question: "When did you go to bed?"
        onGave: value => {
            answer = value;
            answered = true;
        }
    }
    SignalSpy {
        id: moved
        target: page
        signalName: "moveOn"
    }

    TestCase {
        name: "Entry"
        when: windowShown

        function begin(type) {
            page.type = type;
            page.answer = undefined;
            page.answered = false;
            page.itemId = "";
            page.itemId = "item-" + type;
            moved.clear();
            wait(20);
        }
        function tap(digits) {
            for (const digit of digits)
                mouseClick(findChild(page, "patient.key." + digit));
        }
        function next() {
            mouseClick(findChild(page, "patient.next"));
        }

        function test_entry_isGivenWhenWholeAndValid_data() {
            return [
                {tag: "clock", type: "clock", digits: "2230", value: "22:30"},
                {tag: "clock from nine", type: "clock", digits: "915", value: "09:15"},
                {tag: "midnight", type: "clock", digits: "0000", value: "00:00"},
                {tag: "duration in minutes", type: "duration", digits: "0730", value: 450},
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
            compare(moved.count, 1);
        }
        function test_unfinishedEntry_isNotGivenAndNextStays_data() {
            return [
                {tag: "half a time", type: "clock", digits: "22"},
                {tag: "no such time", type: "clock", digits: "2560"},
                {tag: "no such date", type: "date", digits: "20260230"}
            ];
        }
        function test_unfinishedEntry_isNotGivenAndNextStays(row) {
            begin(row.type);
            tap(row.digits);
            next();
            compare(page.answer, undefined);
            compare(moved.count, 0);
            verify(findChild(page, "patient.message").visible);
        }
        function test_keyboard_typesToo() {
            begin("clock");
            findChild(page, "patient.key.1").forceActiveFocus();
            for (const key of ["0", "6", "4", "5"])
                keyClick(key);
            compare(page.answer, "06:45");
        }
        function test_number_isGivenWhenTheFingerRests() {
            begin("number");
            tap("12");
            tryCompare(page, "answer", 12, 3000);
        }
        function test_nextQuestion_startsBlank() {
            begin("number");
            tap("7");
            next();
            page.answer = undefined;
            page.itemId = "another";
            compare(findChild(page, "patient.entry").text, "–");
        }
        function test_text_isGivenOnNext() {
            begin("text");
            const field = findChild(page, "patient.text");
            mouseClick(field);
            for (const key of ["h", "o", "t"])
                keyClick(key);
            next();
            compare(page.answer, "hot");
        }
    }
}
