pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Which part of the data is exported, and how: one line until somebody wants something else.
Column {
    id: choices

    required property ExportJob job
    property string prefix
    property string fromFault
    property string toFault
    property string sitesFault
    property bool opened: false
    property var picked: ({}) // "timepoints", "instruments", "sites", "formats": ids
    property string language: "en"
    property string audience: "blinded"
    property bool changed: false
    property bool merged: true
    readonly property var parts: job.parts
    readonly property bool everybody: job.participant.length === 0
    // As ExportJob.begin takes it.
    readonly property var chosen: Object.assign({audience: audience, language: language, from: from.text, to: to.text, changed: changed, merged: merged}, picked)
    readonly property var kinds: [{id: "timepoints", label: qsTr("Only these timepoints")}, {id: "instruments", label: qsTr("Only these instruments")},
        {id: "sites", label: qsTr("Only these sites")}, {id: "formats", label: qsTr("Only these formats")},
        {id: "without", label: qsTr("SDTM without these tables of staff's forms")}]

    spacing: Theme.space * 2

    Flow {
        width: choices.width
        spacing: Theme.space
        Words {
            objectName: choices.prefix + ".summary"
            width: Math.min(implicitWidth, choices.width)
            height: Math.max(implicitHeight, Theme.staffTouch)
            verticalAlignment: Text.AlignVCenter
            text: choices.job.summary(choices.chosen)
        }
        ActionButton {
            objectName: choices.prefix + ".choose"
            visible: !choices.opened
            kind: "quiet"
            text: qsTr("Choose …")
            onClicked: choices.opened = true
        }
    }
    Column {
        width: choices.width
        visible: choices.opened
        spacing: Theme.space * 2
        Repeater {
            model: choices.kinds
            Column {
                id: kind
                required property var modelData
                readonly property var options: choices.parts[modelData.id] ?? []
                width: choices.width
                visible: options.length > 0 && (modelData.id !== "sites" || choices.everybody)
                spacing: Theme.space / 2
                Words {
                    width: parent.width
                    text: kind.modelData.label
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Picks {
                    width: parent.width
                    prefix: choices.prefix + "." + kind.modelData.id
                    options: kind.options
                    chosen: choices.picked[kind.modelData.id] ?? []
                    fault: kind.modelData.id === "sites" ? choices.sitesFault : ""
                    onChose: ids => choices.picked = Object.assign({}, choices.picked, {[kind.modelData.id]: ids})
                }
            }
        }
        Field {
            id: from
            name: choices.prefix + ".from"
            width: parent.width
            label: qsTr("Only what was begun on this day or later")
            example: "2026-11-20"
            fault: choices.fromFault
        }
        Field {
            id: to
            name: choices.prefix + ".to"
            width: parent.width
            label: qsTr("Only what was begun on this day or earlier")
            example: "2026-11-27"
            fault: choices.toFault
        }
        Words {
            width: parent.width
            text: qsTr("Labels and report in")
            size: Theme.small
            color: Theme.colors.secondary
        }
        Segments {
            width: parent.width
            prefix: choices.prefix + ".language"
            options: choices.parts.languages ?? []
            chosen: choices.language
            onChose: id => choices.language = id
        }
        Segments {
            width: parent.width
            prefix: choices.prefix + ".changed"
            options: [{id: "all", label: qsTr("Whatever was exported before")}, {id: "new", label: qsTr("Only what changed since the last export of the same")}]
            chosen: choices.changed ? "new" : "all"
            onChose: id => choices.changed = id === "new"
        }
        Segments {
            width: parent.width
            visible: choices.everybody
            prefix: choices.prefix + ".merged"
            options: [{id: "with", label: qsTr("With everybody's tables in one, too")}, {id: "without", label: qsTr("Without")}]
            chosen: choices.merged ? "with" : "without"
            onChose: id => choices.merged = id === "with"
        }
    }
    Segments {
        width: choices.width
        visible: choices.job.seesUnblinding
        prefix: choices.prefix + ".audience"
        options: [{id: "blinded", label: qsTr("Without what would tell the allocation")}, {id: "full", label: qsTr("With it")}]
        chosen: choices.audience
        onChose: id => choices.audience = id
    }
}
