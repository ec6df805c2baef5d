import QtQuick
import QtQuick.Templates as T
import Serein.Theme

// The base of everything that is tapped: role, name, press action, keys and the focus ring live here, once.
T.AbstractButton {
    id: tap

    property string spoken: text // what a screen reader says, where the words on it are not enough
    property string hint
    property int role: Accessible.Button
    property bool chosen: false
    property real corner: Theme.radius

    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : Theme.disabledOpacity
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    Accessible.role: role
    Accessible.name: spoken
    Accessible.description: hint
    Accessible.focusable: true
    Accessible.checkable: role === Accessible.RadioButton || role === Accessible.CheckBox
    Accessible.checked: chosen
    Accessible.onPressAction: if (tap.enabled && tap.visible) tap.clicked()

    Keys.onReturnPressed: tap.clicked()
    Keys.onEnterPressed: tap.clicked()

    FocusRing {
        corner: tap.corner
        visible: tap.visualFocus
    }
}
