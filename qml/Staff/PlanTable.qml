pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The protocol as it runs for one participant: timepoints as columns, instruments as rows, each cell marks and words. A row is as high as its
// highest cell, and what is due stands in sight.
Column {
    id: table

    property var timepoints: [] // DeskModel.participant.timepoints
    signal act(var timepoint)
    signal chose(var timepoint, var cell)

    readonly property var instruments: {
        const found = [];
        for (const timepoint of timepoints)
            for (const cell of timepoint.cells)
                if (!found.some(row => row.id === cell.instrument))
                    found.push({id: cell.instrument, name: cell.name});
        return found;
    }
    readonly property var rows: instruments.map(row => row.id)
    readonly property real firstWidth: Theme.railWidth * 0.9
    readonly property real least: Theme.fieldWidth * 0.39
    readonly property real room: Math.max(1, width - firstWidth)
    readonly property int inSight: Math.max(1, Math.min(timepoints.length, Math.floor(room / least)))
    readonly property real columnWidth: Math.min(room / inSight, least * 1.4) // whole columns, none cut through
    readonly property bool canAct: timepoints.some(timepoint => (timepoint.action ?? "").length > 0)
    readonly property real bodyTop: headHeight + (canAct ? Theme.staffTouch : 0) + Theme.space
    property real headHeight: 0
    property var heights: []
    property var tops: []
    property bool placed: false // what is due was brought into sight
    readonly property real fullHeight: tops.length > 0 ? tops[tops.length - 1] + heights[heights.length - 1] : bodyTop

    function measure(): void {
        let head = 0;
        const high = table.rows.map(row => Theme.staffTouch);
        for (let row = 0; row < names.count; ++row)
            high[row] = Math.max(high[row], (names.itemAt(row)?.implicitHeight ?? 0) + Theme.space);
        for (let index = 0; index < columns.count; ++index) {
            const column = columns.itemAt(index) as PlanColumn;
            if (column === null)
                continue;
            head = Math.max(head, column.headNeeds);
            for (let row = 0; row < high.length; ++row)
                high[row] = Math.max(high[row], column.needs(row));
        }
        table.headHeight = head;
        const begins = [];
        let top = table.bodyTop;
        for (const one of high) {
            begins.push(top);
            top += one;
        }
        table.heights = high;
        table.tops = begins;
    }
    function show(left: real): void {
        view.contentX = Math.max(0, Math.min(left, view.contentWidth - view.width));
    }
    /// As many columns on or back as stand in sight, less one to go by.
    function turn(direction: int): void {
        table.show((Math.round(view.contentX / table.columnWidth) + direction * Math.max(1, table.inSight - 1)) * table.columnWidth);
    }
    /// The first that is due, else overdue, else still to come.
    function showNow(): void {
        for (const wanted of ["due", "overdue", "upcoming"]) {
            const first = table.timepoints.findIndex(timepoint => timepoint.state === wanted);
            if (first >= 0) {
                table.show((first - 1) * table.columnWidth);
                return;
            }
        }
    }

    spacing: Theme.space
    onBodyTopChanged: later.restart()
    onInstrumentsChanged: later.restart()
    onColumnWidthChanged: {
        placed = false;
        later.restart();
    }
    Component.onCompleted: measure()

    Timer { // once, however many cells change
        id: later
        interval: 0
        onTriggered: {
            table.measure();
            if (!table.placed && table.room > 1) {
                table.showNow();
                table.placed = true;
            }
        }
    }
    Row {
        visible: table.inSight < table.timepoints.length
        spacing: Theme.space
        ActionButton {
            objectName: "participant.earlier"
            enabled: !view.atXBeginning
            text: qsTr("‹ Earlier")
            onClicked: table.turn(-1)
        }
        ActionButton {
            objectName: "participant.later"
            enabled: !view.atXEnd
            text: qsTr("Later ›")
            onClicked: table.turn(1)
        }
    }
    Item {
        width: table.width
        height: table.fullHeight

        Repeater {
            model: table.tops
            Rectangle {
                required property real modelData
                y: modelData
                width: table.width
                height: Theme.hairline
                color: Theme.colors.outline
            }
        }
        Repeater {
            id: names
            model: table.instruments
            Words {
                required property var modelData
                required property int index
                y: table.tops[index] ?? 0
                width: table.firstWidth - Theme.space
                topPadding: Theme.space // beside the first line of its cells
                text: modelData.name
                size: Theme.small
                onImplicitHeightChanged: later.restart()
            }
        }
        Flickable {
            id: view
            objectName: "participant.columns"
            x: table.firstWidth
            width: table.inSight * table.columnWidth
            height: parent.height
            contentWidth: columns.count * table.columnWidth
            contentHeight: height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            flickableDirection: Flickable.HorizontalFlick
            onMovementEnded: table.turn(0)
            Behavior on contentX { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } enabled: table.placed && !view.moving }

            Repeater {
                id: columns
                model: table.timepoints
                PlanColumn {
                    id: column
                    required property var modelData
                    required property int index
                    x: index * table.columnWidth
                    width: table.columnWidth
                    height: table.fullHeight
                    plan: modelData
                    rows: table.rows
                    tops: table.tops
                    heights: table.heights
                    headHeight: table.headHeight
                    onNeedsChanged: later.restart()
                    onAct: table.act(column.modelData)
                    onChose: cell => table.chose(column.modelData, cell)
                    onFocusCame: {
                        if (x < view.contentX || x + width > view.contentX + view.width)
                            table.show(x);
                    }
                }
            }
        }
    }
}
