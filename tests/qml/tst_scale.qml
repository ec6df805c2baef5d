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

    TestCase {
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
            mouseClick(cell(row.value));
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
            mouseClick(line, line.width / 2, line.height / 2);
            compare(page.answer, 50);
            mouseClick(findChild(page, "patient.vas.more"));
            compare(page.answer, 51);
            mouseClick(line, 0, line.height / 2);
            compare(page.answer, 0);
        }
    }
}
