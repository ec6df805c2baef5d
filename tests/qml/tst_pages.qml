import QtQuick
import QtTest
import Serein.Patient

// The breath before the first question and the review after the last.
Item {
    id: root

    width: 1280
    height: 800

    BreathPage {
        id: breath
        anchors.fill: parent
        title: "Your sleep last night"
        questions: 5
        languages: [{id: "en", label: "English"}, {id: "zh-CN", label: "简体中文"}]
        language: "en"
        onLanguageChosen: id => language = id
        onPreferred: (percent, chosen) => {
            textPercent = percent;
            look = chosen;
        }
    }
    ReviewPage {
        id: review
        property string kept
        property string visited
        anchors.fill: parent
        visible: false
        rows: [{item: "q1", question: "When did you go to bed?", answer: "22:30", answered: true, declined: false},
            {item: "q2", question: "How long did you sleep?", answer: "9 h", answered: true, declined: false}]
        onKeep: check => {
            kept = check;
            checks = [];
        }
        onVisit: item => visited = item
    }
    SignalSpy {
        id: submitted
        target: review
        signalName: "submit"
    }
    SignalSpy {
        id: read
        target: breath
        signalName: "readAloud"
    }

    FingerCase {
        name: "Pages"
        when: windowShown

        function init() {
            breath.visible = true;
            review.visible = false;
            review.checks = [];
            review.kept = "";
            submitted.clear();
            read.clear();
            wait(20);
        }
        function showReview(checks) {
            breath.visible = false;
            review.visible = true;
            review.checks = checks;
            wait(20);
        }
        function tap(page, name) {
            clickOn(findChild(page, name));
        }

        function test_language_isChosenByATap() {
            tap(breath, "patient.language.zh-CN");
            compare(breath.language, "zh-CN");
            verify(findChild(breath, "patient.language.zh-CN").chosen);
        }
        function test_oneLanguage_isNoChoice() {
            breath.languages = [];
            compare(findChild(breath, "patient.language.en"), null);
        }
        function test_textSizeAndLook_areThisParticipants() {
            tap(breath, "patient.textSize");
            tap(breath, "patient.textSize.150");
            tap(breath, "patient.look.dim");
            compare(breath.textPercent, 150);
            compare(breath.look, "dim");
            tap(breath, "patient.textSize.done");
        }
        function test_readAloud_isOfferedWhereThereIsAVoice() {
            breath.canReadAloud = false;
            verify(!findChild(breath, "patient.readAloud").visible);
            breath.canReadAloud = true;
            wait(20);
            tap(breath, "patient.readAloud");
            compare(read.count, 1);
        }
        function test_review_leadsToARow() {
            showReview([]);
            tap(review, "patient.review.q2");
            compare(review.visited, "q2");
        }
        function test_review_isSubmittedByOneTap() {
            showReview([]);
            tap(review, "patient.submit");
            compare(submitted.count, 1);
        }
        function test_check_isKeptAndThenSubmitted() {
            showReview([{id: "longerThanInBed", text: "Asleep 9 h of 7 h in bed: is that right?"}]);
            tap(review, "patient.submit");
            compare(submitted.count, 0);
            verify(findChild(review, "patient.message").visible);
            tap(review, "patient.check.keep.longerThanInBed");
            compare(review.kept, "longerThanInBed");
            tap(review, "patient.submit");
            compare(submitted.count, 1);
        }
        function test_check_mayLeadToAChange() {
            showReview([{id: "longerThanInBed", text: "Asleep 9 h of 7 h in bed: is that right?"}]);
            tap(review, "patient.check.change.longerThanInBed");
            verify(findChild(review, "patient.message").visible);
            compare(review.kept, "");
            tap(review, "patient.review.q1");
            compare(review.visited, "q1");
        }
    }
}
