import QtQuick
import Serein.Theme
import Serein.Controls

// How large a question and the words around it may be so that all of them stand in their room: as large as the participant wants them, or,
// where very large type doesn't fit, first the lines around the question come down, then the question. Never below the sizes of the drawings,
// never by what the participant did: a place for the longest message is always kept, so nothing moves when one comes.
Item {
    id: fit

    property string recall
    property string question
    property string help
    property string prompt // the longest that may have to be said; empty: nothing
    property real room

    // What comes out, in px: sizes of type, and heights with the gap that belongs to them.
    property real asked: Theme.question
    property real others: Theme.recall
    property real recallHeight
    property real promptHeight
    property real needed
    property real natural // of all, as large as they are wanted
    property bool fits: true

    readonly property real least: Math.min(1, Math.max(0.65, 1 / Theme.textScale))
    // A word longer than the line comes down in size: a broken word is hard to read.
    readonly property real largest: Theme.question * Math.min(1, unbroken.width / Math.max(1, unbroken.contentWidth))
    property bool trying: false

    function heightOf(words: Text, around: real): real {
        return words.text.length > 0 ? words.implicitHeight + around : 0;
    }
    /// The height of all at these shares of the wanted sizes.
    function tryOut(askedShare: real, othersShare: real): real {
        questionWords.size = Math.max(Math.min(largest, Theme.question * least), largest * askedShare);
        recallWords.size = Theme.recall * othersShare;
        recallWords.width = Math.min(fit.width, Theme.measure(recallWords.size));
        return heightOf(recallWords, Theme.gap) + questionWords.implicitHeight + heightOf(helpWords, Theme.space)
            + heightOf(promptWords, Theme.space * 2 + Theme.gap);
    }
    function refit(): void {
        if (trying)
            return;
        trying = true;
        const most = room + 0.5;
        let height = tryOut(1, 1);
        for (let share = 0.95; height > most && share > least - 0.04; share -= 0.05)
            height = tryOut(1, Math.max(share, least));
        for (let share = 0.95; height > most && share > least - 0.04; share -= 0.05)
            height = tryOut(Math.max(share, least), least);
        asked = questionWords.size;
        others = recallWords.size;
        recallHeight = heightOf(recallWords, Theme.gap);
        promptHeight = heightOf(promptWords, Theme.space * 2);
        needed = height;
        fits = height <= most;
        trying = false;
    }
    /// Before the fitting: the answers make themselves lower where the words are many, which changes the room.
    function remeasure(): void {
        if (trying)
            return;
        trying = true;
        const whole = tryOut(1, 1);
        trying = false;
        natural = whole;
        refit();
    }

    visible: false
    onRoomChanged: refit()
    onWidthChanged: remeasure()
    onLargestChanged: remeasure()
    Component.onCompleted: remeasure()
    Timer { // once all of a change is in place
        id: later
        interval: 0
        onTriggered: fit.remeasure()
    }
    Connections {
        target: Theme
        function onRecallChanged(): void { later.restart(); }
        function onLanguageChanged(): void { later.restart(); }
    }

    Words {
        id: unbroken
        width: questionWords.width
        wrapMode: Text.WordWrap
        text: fit.question
        onTextChanged: fit.remeasure()
        Accessible.ignored: true
        size: Theme.question
    }
    Words {
        id: recallWords
        text: fit.recall
        onTextChanged: fit.remeasure()
        Accessible.ignored: true
        size: Theme.recall
    }
    Words {
        id: questionWords
        onWidthChanged: fit.remeasure()
        width: Math.min(fit.width, Theme.measure(Theme.question))
        text: fit.question
        onTextChanged: fit.remeasure()
        Accessible.ignored: true
        size: Theme.question
    }
    Words {
        id: helpWords
        width: questionWords.width
        text: fit.help
        onTextChanged: fit.remeasure()
        Accessible.ignored: true
        size: recallWords.size
    }
    Words {
        id: promptWords
        onWidthChanged: fit.remeasure()
        width: fit.width - Theme.space * 4
        text: fit.prompt
        onTextChanged: fit.remeasure()
        Accessible.ignored: true
        size: recallWords.size
    }
}
