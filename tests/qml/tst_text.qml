import QtQuick
import QtTest

// An answer in the participant's own words.
Item {
    id: root

    width: 800
    height: 1280

    AskedPage {
        id: page
        anchors.fill: parent
    }

    FingerCase {
        name: "Text"
        when: windowShown

        function init() {
            page.ask("text", {});
            wait(20);
        }
        function field() {
            return findChild(page, "patient.text");
        }
        function type(words) {
            clickOn(field());
            for (const key of words)
                keyClick(key);
        }

        function test_text_isGivenOnNext() {
            type("hot");
            clickOn(findChild(page, "patient.next"));
            compare(page.answer, "hot");
        }
        function test_text_isGivenWithinASecondOfTheLastKey() {
            type("hot");
            tryCompare(page, "answer", "hot", 1000);
            type("ter");
            tryCompare(page, "answer", "hotter", 1000);
        }
        function test_emptied_isNoAnswerAnyMore() {
            type("a");
            tryCompare(page, "answered", true, 1000);
            keyClick(Qt.Key_Backspace);
            tryCompare(page, "answered", false, 1000);
        }
        function test_declined_emptiesTheField() {
            type("hot");
            clickOn(findChild(page, "patient.decline"));
            compare(field().text, "");
            wait(1000);
            compare(page.declined, true);
        }
        function test_tab_leavesTheField() {
            field().forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Tab);
            verify(!field().activeFocus);
            compare(field().text, "");
            keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
            verify(field().activeFocus);
        }
        function test_longText_staysInItsField() {
            page.answer = "a long night with many sounds in it, ".repeat(80);
            page.answered = true;
            wait(50);
            verify(field().contentHeight > page.height);
            compare(findChild(page, "patient.bar").mapToItem(page, 0, 0).y + findChild(page, "patient.bar").height <= page.height, true);
        }
    }
}
