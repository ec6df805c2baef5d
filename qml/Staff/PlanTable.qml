pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The protocol as it runs for one participant: timepoints as columns, instruments as rows, each cell a mark and a word.
Column {
    id: table

    property var timepoints: [] // [{"id", "label", "state", "stateText", "window", "cells": [{"instrument", "name", "state"}]}]
    signal handOver(var timepoint)
    signal fillIn(var timepoint, var cell)

    readonly property var instruments: {
        const rows = [];
        for (const timepoint of timepoints)
            for (const cell of timepoint.cells)
                if (!rows.some(row => row.id === cell.instrument))
                    rows.push({id: cell.instrument, name: cell.name});
        return rows;
    }
    readonly property real rowHeight: Theme.staffTouch
    readonly property real headHeight: Theme.staffTouch * 3
    readonly property real firstWidth: Theme.railWidth * 0.8
    readonly property real columnWidth: Theme.railWidth * 0.86

    function cellOf(timepoint: var, instrument: string): var {
        return timepoint.cells.find(one => one.instrument === instrument);
    }
    function stateOf(timepoint: var, instrument: string): string {
        return cellOf(timepoint, instrument)?.state ?? "";
    }
    function words(state: string): string {
        switch (state) {
        case "open":
            return qsTr("begun");
        case "submitted":
            return qsTr("done");
        case "endedEarly":
            return qsTr("ended early");
        default:
            return qsTr("not yet");
        }
    }

    spacing: Theme.space
    Row {
        visible: view.contentWidth > view.width + 1
        spacing: Theme.space
        ActionButton {
            objectName: "participant.earlier"
            enabled: !view.atXBeginning
            text: qsTr("‹ Earlier")
            onClicked: view.contentX = Math.max(0, view.contentX - table.columnWidth * 2)
        }
        ActionButton {
            objectName: "participant.later"
            enabled: !view.atXEnd
            text: qsTr("Later ›")
            onClicked: view.contentX = Math.min(view.contentWidth - view.width, view.contentX + table.columnWidth * 2)
        }
    }
    Row {
        width: table.width

        Column {
            width: table.firstWidth
            topPadding: table.headHeight
            Repeater {
                model: table.instruments
                Words {
                    required property var modelData
                    width: table.firstWidth - Theme.space
                    height: table.rowHeight
                    verticalAlignment: Text.AlignVCenter
                    text: modelData.name
                    size: Theme.small
                    elide: Text.ElideRight
                    maximumLineCount: 2
                }
            }
        }
        Flickable {
            id: view
            width: table.width - table.firstWidth
            height: columns.height
            contentWidth: columns.width
            contentHeight: columns.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            flickableDirection: Flickable.HorizontalFlick
            Behavior on contentX { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } enabled: !view.moving }

            Row {
                id: columns
                Repeater {
                    model: table.timepoints
                    PlanColumn {
                        id: column
                        required property var modelData
                        width: table.columnWidth
                        headHeight: table.headHeight
                        rowHeight: table.rowHeight
                        timepoint: modelData.id
                        label: modelData.label
                        condition: modelData.state
                        conditionText: modelData.stateText
                        window: modelData.window
                        cells: table.instruments.map(row => table.stateOf(column.modelData, row.id))
                        cellWords: cells.map(state => table.words(state))
                        forms: table.instruments.map(row => table.cellOf(column.modelData, row.id)?.staffFills === true)
                        onHandOver: table.handOver(column.modelData)
                        onFillIn: index => table.fillIn(column.modelData, table.cellOf(column.modelData, table.instruments[index].id))
                    }
                }
            }
        }
    }
}
