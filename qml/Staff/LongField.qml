import QtQuick
import QtQuick.Templates as T
import Serein.Theme
import Serein.Controls

// Words over several lines: the place grows with them.
Item {
    id: field

    property string label
    property string fault
    property string name // objectName of the input itself
    property alias text: input.text

    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: field.width
        spacing: Theme.space / 2

        Words {
            width: parent.width
            text: field.label
            size: Theme.small
            color: Theme.colors.secondary
            Accessible.ignored: true
        }
        T.TextArea {
            id: input
            objectName: field.name
            width: parent.width
            implicitHeight: Math.max(Theme.staffTouch * 3, contentHeight + topPadding + bottomPadding)
            padding: Theme.space * 1.5
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: Theme.family
            font.pixelSize: Math.round(Theme.body)
            color: Theme.colors.ink
            selectionColor: Theme.colors.primary
            selectedTextColor: Theme.colors.overPrimary
            selectByMouse: true
            activeFocusOnTab: true
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason) // Tab leaves: it is no character here
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.fault
            Accessible.multiLine: true
            background: Rectangle {
                radius: Theme.radius
                color: Theme.colors.surface
                border.width: input.activeFocus ? Theme.focusWidth : Theme.outlineWidth
                border.color: input.activeFocus ? Theme.colors.primary : field.fault.length > 0 ? Theme.colors.urgent : Theme.colors.outline
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
