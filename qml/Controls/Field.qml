import QtQuick
import QtQuick.Templates as T
import Serein.Theme

// A line of text with its label above it, an example beside the label and what is wrong with it beneath.
Item {
    id: field

    property string label
    property string example
    property string fault
    property string name // objectName of the input itself
    property bool secret: false
    property bool digitsOnly: false
    property alias text: input.text
    signal entered()

    function take(): void {
        input.forceActiveFocus();
    }

    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: field.width
        spacing: Theme.space / 2

        Words {
            width: parent.width
            visible: text.length > 0
            text: field.example.length > 0 ? qsTr("%1 (for example %2)").arg(field.label).arg(field.example) : field.label
            size: Theme.small
            color: Theme.colors.secondary
            Accessible.ignored: true
        }
        T.TextField {
            id: input
            objectName: field.name
            width: parent.width
            implicitHeight: Theme.staffTouch
            leftPadding: Theme.space * 1.5
            rightPadding: Theme.space * 1.5
            verticalAlignment: TextInput.AlignVCenter
            font.family: Theme.family
            font.pixelSize: Math.round(Theme.body)
            color: Theme.colors.ink
            selectionColor: Theme.colors.primary
            selectedTextColor: Theme.colors.overPrimary
            selectByMouse: true
            activeFocusOnTab: true
            echoMode: field.secret ? TextInput.NoEcho : TextInput.Normal
            inputMethodHints: field.secret ? Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                : field.digitsOnly ? Qt.ImhDigitsOnly | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            onAccepted: field.entered()
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            // Qt tells nobody the name of a secret field: its label stands with what is said of it.
            Accessible.description: !field.secret ? field.fault : field.fault.length > 0 ? field.label + ". " + field.fault : field.label
            Accessible.passwordEdit: field.secret
            background: Rectangle {
                radius: Theme.radius
                color: Theme.colors.surface
                border.width: input.activeFocus ? Theme.focusWidth : Theme.outlineWidth
                border.color: input.activeFocus ? Theme.colors.primary : field.fault.length > 0 ? Theme.colors.urgent : Theme.colors.outline
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: Theme.space * 1.5
                visible: field.secret && input.length > 0
                text: qsTr("%n character(s) typed", "", input.length)
                size: Theme.small
                color: Theme.colors.secondary
            }
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: field.fault
            size: Theme.small
            color: Theme.colors.urgent
        }
    }
}
