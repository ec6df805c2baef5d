pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Scores along the protocol, and the study's endpoints, as far as this person may see them.
Column {
    id: view

    required property DeskModel desk
    required property string participantId
    readonly property bool wide: width > Theme.fieldWidth * 2
    readonly property real columnWidth: wide ? (width - Theme.space * 2) / 2 : width

    spacing: Theme.space * 2

    TrendModel {
        id: model
        desk: view.desk
        participant: view.participantId
    }
    MessageLine {
        objectName: "trend.message"
        width: parent.width
        text: model.condition === "hidden" ? qsTr("This study keeps scores and endpoints across timepoints from your role.")
            : model.condition === "none" ? qsTr("There is no score yet.") : ""
    }
    Flow {
        width: parent.width
        spacing: Theme.space * 2
        Repeater {
            model: model.endpoints
            EndpointCard {
                required property var modelData
                width: view.columnWidth
                endpoint: modelData
            }
        }
        Repeater {
            model: model.trends
            TrendChart {
                required property var modelData
                width: view.columnWidth
                trend: modelData
            }
        }
    }
}
