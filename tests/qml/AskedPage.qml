import QtQuick
import Serein.Patient

// A question page with what the app does around it: it keeps the answer, or that it was declined.
QuestionPage {
    property string reason
    property int times: 0 // how often an answer came
    property int movedOn: 0

    function ask(kind: string, with_: var): void {
        itemId = "";
        answer = undefined;
        answered = false;
        declined = false;
        reason = "";
        times = 0;
        movedOn = 0;
        display = "nrs";
        options = [];
        scaleMin = 0;
        scaleMax = 10;
        decimals = 0;
        numberMin = undefined;
        numberMax = undefined;
        mayStayEmpty = false;
        asksReason = false;
        for (const name in with_)
            this[name] = with_[name];
        type = kind;
        itemId = "item-" + kind;
    }

    itemId: "none"
    type: ""
    question: "How was it?"
    low: "None at all"
    high: "As much as there can be"
    canGoBack: true
    onGave: value => {
        answer = value;
        answered = value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
        declined = false;
        ++times;
    }
    onDeclining: why => {
        answer = undefined;
        answered = false;
        declined = true;
        reason = why;
    }
    onMoveOn: ++movedOn
}
