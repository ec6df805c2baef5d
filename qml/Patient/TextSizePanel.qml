import QtQuick
import Serein.Theme
import Serein.Controls

// Text size and light, opened by "Aa": taps only, and the page behind it changes at once.
Rectangle {
    id: panel

    readonly property var sizes: [{id: "100", label: "100 %"}, {id: "125", label: "125 %"}, {id: "150", label: "150 %"}, {id: "200", label: "200 %"}]
    property int percent: 100
    property string look: "light"
    signal preferred(int percent, string look)
    signal done()

    implicitHeight: column.implicitHeight + Theme.space * 4
    radius: Theme.radius
    color: Theme.colors.surface
    border.width: Theme.chosenWidth
    border.color: Theme.colors.primary

    MouseArea { // what lies beneath is not touched through the panel
        anchors.fill: parent
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space * 2
        spacing: Theme.gap

        Words {
            width: parent.width
            text: qsTr("Text size")
            size: Theme.recall
            color: Theme.colors.secondary
        }
        Segments {
            width: parent.width
            prefix: "patient.textSize"
            size: Theme.recall
            touch: Theme.touch
            options: panel.sizes
            chosen: String(panel.percent)
            onChose: id => panel.preferred(Number(id), panel.look)
        }
        Words {
            width: parent.width
            text: qsTr("Light")
            size: Theme.recall
            color: Theme.colors.secondary
        }
        Segments {
            width: parent.width
            prefix: "patient.look"
            size: Theme.recall
            touch: Theme.touch
            options: [{id: "light", label: qsTr("Day")}, {id: "dim", label: qsTr("Night")}, {id: "highContrast", label: qsTr("Strong contrast")}]
            chosen: panel.look
            onChose: id => panel.preferred(panel.percent, id)
        }
        ActionButton {
            objectName: "patient.textSize.done"
            anchors.right: parent.right
            kind: "primary"
            size: Theme.recall
            minimum: Theme.touch
            text: qsTr("Done")
            onClicked: panel.done()
        }
    }
}
