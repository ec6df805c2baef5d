pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The options of one question, one card each: full width, equal heights, all in sight. Nothing is chosen until a finger does.
FocusScope {
    id: list

    required property var options // [{"value", "text"}]
    property var answer           // undefined, a value, or an array of values where several may be chosen
    property bool several: false
    signal chose(var value)

    // Where the cards don't fit at their natural height, they come down to a finger's height, and only then does their type.
    property real fit: 1
    property real tallest: 0 // natural height of the highest card
    readonly property bool roomy: height > (Theme.touch + 5 * Theme.gap) * repeater.count
    readonly property real gaps: Theme.gap * Math.max(0, repeater.count - 1)
    readonly property real cardHeight: Math.max(Theme.touch, Math.min(preferred, (height - gaps) / Math.max(1, repeater.count)))
    readonly property real preferred: Math.max(Theme.touch + (roomy ? 3 : 1) * Theme.gap, tallest + Theme.space * 2)
    readonly property real needed: Math.max(Theme.touch, tallest) * repeater.count + gaps

    function measure(): void {
        let height = 0;
        for (let index = 0; index < repeater.count; ++index) {
            const card = repeater.itemAt(index);
            height = Math.max(height, card ? card.implicitHeight : 0);
        }
        tallest = height;
    }
    function isChosen(value: var): bool {
        return list.several ? Array.isArray(list.answer) && list.answer.includes(value) : list.answer === value;
    }
    function choose(value: var): void {
        if (!list.several) {
            list.chose(value);
            return;
        }
        const chosen = Array.isArray(list.answer) ? list.answer.slice() : [];
        list.chose(isChosen(value) ? chosen.filter(one => one !== value) : chosen.concat([value]));
    }
    function refit(): void {
        list.fit = 1;
        while (list.fit > 0.5 && list.height > 0 && list.tallest > Theme.touch && list.needed > list.height + 1)
            list.fit -= 0.05;
    }

    implicitHeight: needed
    onHeightChanged: fitting.restart()
    onWidthChanged: fitting.restart()
    onOptionsChanged: fitting.restart()
    Component.onCompleted: fitting.restart()

    Timer { // once all of a change is in place
        id: fitting
        interval: 0
        onTriggered: list.refit()
    }
    Connections {
        target: Theme
        function onTextScaleChanged(): void { fitting.restart(); }
        function onLanguageChanged(): void { fitting.restart(); }
    }
    Column {
        width: list.width
        spacing: Theme.gap
        Repeater {
            id: repeater
            model: list.options
            onCountChanged: list.measure()
            onItemAdded: list.measure()
            ChoiceCard {
                required property var modelData
                required property int index
                objectName: "patient.option." + modelData.value
                width: list.width
                height: list.cardHeight
                text: modelData.text
                size: Theme.option * list.fit
                onImplicitHeightChanged: list.measure()
                several: list.several
                chosen: list.isChosen(modelData.value)
                onClicked: list.choose(modelData.value)
                Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }
}
