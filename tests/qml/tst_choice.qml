import QtQuick
import QtTest
import Serein.Theme
import Serein.Patient

// A choice question by mouse, touch and keyboard.
Item {
    id: root

    width: 800
    height: 1280

    QuestionPage {
        id: page
        anchors.fill: parent
        itemId: "q1"
        type: "choice"
        recall: "Over the last 2 weeks"
        question: "Feeling tired or having little energy"
        options: [{value: 0, text: "Not at all"}, {value: 1, text: "Several days"}, {value: 2, text: "More than half the days"}, {value: 3, text: "Nearly every day"}]
        number: 4
        count: 9
        canGoBack: true
        onGave: value => {
            answer = value;
            answered = true;
        }
        onDeclining: declined = true
        onPreferred: (percent, chosen) => {
            Theme.textScale = percent / 100;
            textPercent = percent;
        }
    }
    SignalSpy {
        id: moved
        target: page
        signalName: "moveOn"
    }
    SignalSpy {
        id: given
        target: page
        signalName: "gave"
    }

    AskedPage {
        id: several
        anchors.fill: parent
        visible: false
    }

    FingerCase {
        name: "Choice"
        when: windowShown

        function init() {
            page.answer = undefined;
            page.answered = false;
            page.declined = false;
            page.prompted = false;
            moved.clear();
            given.clear();
            wait(20);
        }
        function option(value) {
            return findChild(page, "patient.option." + value);
        }
        function message() {
            return findChild(page, "patient.message");
        }

        function test_nothing_isChosenBeforeATouch() {
            for (let value = 0; value < 4; ++value)
                verify(!option(value).chosen);
            verify(!findChild(page, "patient.bar").onwardReady);
        }
        function test_zero_isAnAnswerByMouse() {
            clickOn(option(0));
            compare(given.signalArguments[0][0], 0);
            verify(option(0).chosen);
            verify(!option(1).chosen);
        }
        function test_option_isChosenByTouch() {
            const card = option(3);
            const touch = touchEvent(card);
            touch.press(1, card).commit();
            touch.release(1, card).commit();
            compare(page.answer, 3);
        }
        function test_edgeOfTheCard_countsToo() {
            clickOn(option(2), 2, 2);
            compare(page.answer, 2);
        }
        function test_option_isChosenByKeys() {
            option(0).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            verify(option(1).activeFocus);
            keyClick(Qt.Key_Space);
            compare(page.answer, 1);
        }
        function test_choosing_doesNotMoveOn() {
            clickOn(option(1));
            wait(300);
            compare(moved.count, 0);
        }
        function test_nextUnanswered_promptsAndStays() {
            verify(!message().visible);
            clickOn(findChild(page, "patient.next"));
            compare(moved.count, 0);
            verify(message().visible);
            clickOn(option(0));
            verify(!message().visible);
            clickOn(findChild(page, "patient.next"));
            compare(moved.count, 1);
        }
        function test_declined_movesOnWithoutAnAnswer() {
            clickOn(findChild(page, "patient.decline"));
            verify(message().visible);
            clickOn(findChild(page, "patient.next"));
            compare(moved.count, 1);
            compare(given.count, 0);
        }
        function test_everyControl_hasARoleAndAName() {
            for (const name of ["patient.next", "patient.back", "patient.decline", "patient.pause", "patient.textSize", "patient.option.0"]) {
                const control = findChild(page, name);
                verify(control.Accessible.name.length > 0, name);
                verify(control.Accessible.role !== Accessible.NoRole, name);
            }
        }
        function test_textSize_isChangedByTaps() {
            clickOn(findChild(page, "patient.textSize"));
            clickOn(findChild(page, "patient.textSize.200"));
            compare(Theme.textScale, 2);
            clickOn(findChild(page, "patient.textSize.100"));
            clickOn(findChild(page, "patient.textSize.done"));
            compare(Theme.textScale, 1);
        }
        function test_severalChoices_areToggledAndMayAllGo() {
            page.visible = false;
            several.visible = true;
            several.ask("multiChoice", {options: [{value: 0, text: "None"}, {value: 1, text: "Pain"}, {value: 2, text: "Nausea"}]});
            wait(20);
            clickOn(findChild(several, "patient.option.1"));
            clickOn(findChild(several, "patient.option.2"));
            compare(several.answer, [1, 2]);
            clickOn(findChild(several, "patient.option.1"));
            compare(several.answer, [2]);
            clickOn(findChild(several, "patient.option.2"));
            compare(several.answered, false);
            compare(findChild(several, "patient.option.0").Accessible.role, Accessible.CheckBox);
            several.visible = false;
            page.visible = true;
        }
        function test_manyOptions_areEqualAndAllInSight_data() {
            return [{tag: "4", count: 4}, {tag: "7", count: 7}, {tag: "11", count: 11}, {tag: "16", count: 16}];
        }
        function test_manyOptions_areEqualAndAllInSight(row) {
            page.visible = false;
            several.visible = true;
            several.ask("choice", {options: Array.from({length: row.count}, (none, index) => ({value: index, text: "Option number " + index}))});
            wait(60);
            const first = findChild(several, "patient.option.0");
            const bar = findChild(several, "patient.bar").mapToItem(several, 0, 0).y;
            for (let value = 0; value < row.count; ++value) {
                const card = findChild(several, "patient.option." + value);
                compare(card.width, first.width);
                compare(card.height, first.height);
                verify(card.height >= 72);
                verify(card.mapToItem(several, 0, card.height).y <= bar);
            }
            several.visible = false;
            page.visible = true;
        }
    }
}
