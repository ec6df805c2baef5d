import QtQuick
import QtQuick.Templates as T
import Serein.Theme

// The base of everything that is tapped: role, name, press action, keys and the focus ring live here, once.
// An item around a button of the templates: Qt 6.4 would announce that one as a button whatever role it is given. It follows the finger and
// lays out what is in it; all else is the item's.
Item {
    id: tap

    property string text
    property string spoken: text // what a screen reader says, where the words on it are not enough
    property string hint
    property int role: Accessible.Button
    property bool chosen: false
    property real corner: Theme.radius
    property int focusPolicy: Qt.StrongFocus
    property alias contentItem: finger.contentItem
    property alias background: finger.background
    property alias padding: finger.padding
    property alias leftPadding: finger.leftPadding
    property alias rightPadding: finger.rightPadding
    property alias topPadding: finger.topPadding
    property alias bottomPadding: finger.bottomPadding
    property alias spacing: finger.spacing
    readonly property alias implicitContentWidth: finger.implicitContentWidth
    readonly property alias implicitContentHeight: finger.implicitContentHeight
    readonly property bool down: finger.down || keyDown
    /// The keyboard is here, and came by keys.
    readonly property bool visualFocus: activeFocus && !quiet
    signal clicked()

    property bool keyDown: false
    property bool quiet: false // focused by a finger, or without anybody having asked for it

    /// The keyboard goes on here; the ring shows it only to who uses keys.
    function take(byKeys: bool): void {
        quiet = !byKeys;
        forceActiveFocus(byKeys ? Qt.TabFocusReason : Qt.OtherFocusReason);
    }
    function press(): void {
        if (enabled && visible)
            tap.clicked();
    }

    activeFocusOnTab: (focusPolicy & Qt.TabFocus) !== 0
    opacity: enabled ? 1 : Theme.disabledOpacity
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    onActiveFocusChanged: {
        if (activeFocus)
            return;
        quiet = false;
        keyDown = false;
    }

    Accessible.role: role
    Accessible.name: spoken
    Accessible.description: hint
    Accessible.focusable: true
    Accessible.checkable: role === Accessible.RadioButton || role === Accessible.CheckBox
    Accessible.checked: chosen
    Accessible.pressed: down
    Accessible.onPressAction: tap.press()
    Accessible.onToggleAction: tap.press()

    // The space bar acts when it is let go, as on every button; what is held down acts once.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Space)
            keyDown = true;
        else if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter && event.key !== Qt.Key_Select)
            return;
        else if (!event.isAutoRepeat)
            tap.clicked();
        event.accepted = true;
    }
    Keys.onReleased: event => {
        if (event.key !== Qt.Key_Space || event.isAutoRepeat || !keyDown)
            return;
        keyDown = false;
        event.accepted = true;
        tap.clicked();
    }

    T.AbstractButton {
        id: finger
        anchors.fill: parent
        focusPolicy: Qt.NoFocus
        Accessible.ignored: true
        onPressed: {
            if ((tap.focusPolicy & Qt.ClickFocus) === 0)
                return;
            tap.quiet = true;
            tap.forceActiveFocus(Qt.MouseFocusReason);
        }
        onClicked: tap.clicked()
    }
    FocusRing {
        corner: tap.corner
        visible: tap.visualFocus
    }
}
