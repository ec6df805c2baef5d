pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The options of one question, one card each: equal sizes, all in sight, in one column where they fit and side by side, column by column,
// where there are too many. Nothing is chosen until a finger does.
FocusScope {
    id: list

    required property var options // [{"value", "text"}]
    property var answer           // undefined, a value, or an array of values where several may be chosen
    property bool several: false
    signal chose(var value)

    // Where the cards don't fit at their natural height, they come down to a finger's height, and only then does their type; but before it is
    // small, they stand in more columns.
    readonly property real leastFit: 0.7
    readonly property real smallest: Math.min(leastFit, Theme.body / Theme.option)
    readonly property int mostColumns: 4
    property real fit: 1
    property int columns: 1
    readonly property int rows: Math.ceil(repeater.count / columns)
    readonly property real cardWidth: (width - (columns - 1) * Theme.gap) / columns
    property real tallest: 0 // natural height of the highest card
    readonly property bool roomy: height > (Theme.touch + 5 * Theme.gap) * rows
    readonly property real gaps: Theme.gap * Math.max(0, rows - 1)
    readonly property real cardHeight: Math.max(Theme.touch, Math.min(preferred, (height - gaps) / Math.max(1, rows)))
    readonly property real preferred: Math.max(Theme.touch + (roomy ? 3 : 1) * Theme.gap, tallest + Theme.space * 2)
    readonly property real needed: Math.max(Theme.touch, tallest) * rows + gaps

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
    function fits(): bool {
        if (list.height > 0 && list.needed > list.height + 1)
            return false;
        for (let index = 0; index < repeater.count; ++index) {
            const card = repeater.itemAt(index) as ChoiceCard;
            if (card !== null && card.breaksAWord)
                return false;
        }
        return true;
    }
    /// The largest type, from one size down to another, at which all fit in so many columns; 0: none.
    function largest(columns: int, from: real, to: real): real {
        list.columns = columns;
        for (list.fit = from; list.fit >= to - 0.01; list.fit -= 0.05)
            if (fits())
                return list.fit;
        return 0;
    }
    function refit(): void {
        for (let columns = 1; columns <= mostColumns; ++columns)
            if (largest(columns, 1, leastFit) > 0)
                return;
        let best = {columns: 1, fit: 0};
        for (let columns = 1; columns <= mostColumns; ++columns) {
            const fit = largest(columns, leastFit, smallest);
            if (fit > best.fit)
                best = {columns: columns, fit: fit};
        }
        if (best.fit === 0) // nothing holds them: as small as may be read, and as high as there is room
            best = {columns: Math.min(mostColumns, Math.ceil(repeater.count * (Theme.touch + Theme.gap) / Math.max(1, list.height))), fit: smallest};
        list.columns = best.columns;
        list.fit = best.fit;
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
    Grid {
        width: list.width
        spacing: Theme.gap
        flow: Grid.TopToBottom
        rows: list.rows
        Repeater {
            id: repeater
            model: list.options
            onCountChanged: list.measure()
            onItemAdded: list.measure()
            ChoiceCard {
                required property var modelData
                required property int index
                objectName: "patient.option." + modelData.value
                width: list.cardWidth
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
