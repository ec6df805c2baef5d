import QtQuick
import QtTest
import Serein.Patient

// A numerical rating scale, and a visual analogue scale, by mouse and keyboard.
Item {
    id: root

    width: 1280
    height: 800

    QuestionPage {
        id: page
        anchors.fill: parent
        itemId: "q1"
        type: "scale"
        question: "How was your sleep last night?"
        low: "Best possible sleep"
        high: "Worst possible sleep"
        onGave: value => {
            answer = value;
            answered = true;
        }
    }

    FingerCase {
        name: "Scale"
        when: windowShown

        function init() {
            page.display = "nrs";
            page.scaleMax = 10;
            page.answer = undefined;
            page.answered = false;
            wait(20);
        }
        function cell(value) {
            return findChild(page, "patient.nrs." + value);
        }

        function test_elevenEqualCells_standInOneRow() {
            for (let value = 0; value <= 10; ++value) {
                compare(cell(value).width, cell(0).width);
                compare(cell(value).mapToItem(page, 0, 0).y, cell(0).mapToItem(page, 0, 0).y);
                verify(!cell(value).chosen);
            }
        }
        function test_zeroAndTen_canBeChosen_data() {
            return [{tag: "zero", value: 0}, {tag: "ten", value: 10}];
        }
        function test_zeroAndTen_canBeChosen(row) {
            clickOn(cell(row.value));
            compare(page.answer, row.value);
            verify(cell(row.value).chosen);
        }
        function test_cell_isChosenByKeys() {
            cell(4).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Return);
            compare(page.answer, 5);
        }
        function test_ends_saySoToAScreenReader() {
            verify(cell(0).Accessible.name.includes("Best possible sleep"));
            verify(cell(10).Accessible.name.includes("Worst possible sleep"));
        }
        function test_analogueScale_hasNoMarkUntilTouched_andNeedsNoDragging() {
            page.display = "vas";
            page.scaleMax = 100;
            wait(20);
            const line = findChild(page, "patient.vas");
            verify(!findChild(page, "patient.vas.more").enabled);
            compare(line.value, undefined);
            clickOn(line, line.width / 2, line.height / 2);
            compare(page.answer, 50);
            clickOn(findChild(page, "patient.vas.more"));
            compare(page.answer, 51);
            clickOn(line, 0, line.height / 2);
            compare(page.answer, 0);
        }
        function analogue() {
            page.display = "vas";
            page.scaleMax = 100;
            wait(20);
            return findChild(page, "patient.vas");
        }
        function test_analogueScale_isMarkedByTouch_data() {
            return [{tag: "left", share: 0, value: 0}, {tag: "middle", share: 0.5, value: 50}, {tag: "right", share: 1, value: 100}];
        }
        function test_analogueScale_isMarkedByTouch(row) {
            const line = analogue();
            touchEvent(line).press(1, line, line.width * row.share, 5).commit();
            compare(page.answer, undefined); // where the finger leaves counts
            touchEvent(line).release(1, line, line.width * row.share, 5).commit();
            compare(page.answer, row.value);
        }
        function test_analogueScale_isMarkedByKeysFromAnEnd_data() {
            return [{tag: "right", key: Qt.Key_Right, value: 0, then: 1}, {tag: "left", key: Qt.Key_Left, value: 100, then: 99},
                {tag: "home", key: Qt.Key_Home, value: 0, then: 0}, {tag: "end", key: Qt.Key_End, value: 100, then: 100}];
        }
        function test_analogueScale_isMarkedByKeysFromAnEnd(row) {
            analogue().forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.key);
            compare(page.answer, row.value); // never a middle that nobody chose
            keyClick(row.key);
            compare(page.answer, row.then);
        }
        function test_analogueScale_isMarkedByOneSwitch() {
            const line = analogue();
            line.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(page.answer, 0);
            verify(findChild(page, "patient.vas.more").enabled);
            keyClick(Qt.Key_PageUp);
            compare(page.answer, 10);
        }
        function test_analogueScale_speaksOfPlacesAndShowsNoNumber() {
            const line = analogue();
            const before = line.Accessible.description;
            clickOn(line, line.width / 3, 10);
            verify(line.Accessible.description !== before);
            verify(!/[0-9]/.test(line.Accessible.description));
            compare(line.value, page.answer);
            line.value = 80; // as assistive technology sets it
            compare(page.answer, 80);
            clickOn(line, 0, 10);
            compare(line.value, 0);
        }
        function test_cell_isChosenByTouch() {
            touchEvent(cell(7)).press(1, cell(7)).commit();
            touchEvent(cell(7)).release(1, cell(7)).commit();
            compare(page.answer, 7);
        }
    }
}
