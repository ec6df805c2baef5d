import QtQuick
import QtTest

// "I'd rather not answer", and why, where the study asks.
Item {
    id: root

    width: 800
    height: 1280

    AskedPage {
        id: page
        anchors.fill: parent
    }

    FingerCase {
        name: "Decline"
        when: windowShown

        function init() {
            page.ask("choice", {options: [{value: 0, text: "No"}, {value: 1, text: "Yes"}], asksReason: true});
            wait(20);
        }
        function tap(name) {
            clickOn(findChild(page, name));
        }

        function test_withoutAReason_twoTapsSuffice() {
            tap("patient.decline");
            compare(page.declined, true);
            tap("patient.next");
            compare(page.movedOn, 1);
            compare(page.reason, "");
        }
        function test_noReason_closesThePanel() {
            tap("patient.decline");
            tap("patient.decline.noReason");
            verify(findChild(page, "patient.option.0").visible);
            compare(page.declined, true);
            compare(page.reason, "");
        }
        function test_reason_isStoredTheSameInEveryLanguage_data() {
            return [{tag: "0", reason: "does not know"}, {tag: "1", reason: "would rather not say"}, {tag: "2", reason: "does not fit"}, {tag: "3", reason: "too tired"}];
        }
        function test_reason_isStoredTheSameInEveryLanguage(row) {
            tap("patient.decline");
            tap("patient.decline.reason." + row.tag);
            compare(page.declined, true);
            compare(page.reason, row.reason);
            verify(findChild(page, "patient.option.0").visible);
        }
        function test_ownWords_areKeptAsTyped() {
            tap("patient.decline");
            tap("patient.decline.ownWords");
            for (const key of "sore")
                keyClick(key);
            tryCompare(page, "reason", "sore", 1000);
            keyClick("s");
            tap("patient.next");
            compare(page.reason, "sores");
            compare(page.movedOn, 1);
        }
        function test_whereTheStudyDoesNotAsk_noPanelComes() {
            page.asksReason = false;
            tap("patient.decline");
            compare(page.declined, true);
            verify(findChild(page, "patient.option.0").visible);
        }
        function test_answerAfterDeclining_counts() {
            tap("patient.decline");
            tap("patient.decline.noReason");
            tap("patient.option.0");
            compare(page.declined, false);
            compare(page.answer, 0);
        }
        function test_panel_worksByKeys() {
            findChild(page, "patient.decline").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(findChild(page, "patient.decline.reason.0").activeFocus);
            keyClick(Qt.Key_Space);
            compare(page.reason, "does not know");
        }
    }
}
