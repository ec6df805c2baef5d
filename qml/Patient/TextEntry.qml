import QtQuick
import QtQuick.Templates as T
import Serein.Theme

// An answer in the participant's own words. Given whenever the typing rests, and when the page is left.
FocusScope {
    id: entry

    property string itemId
    property string question
    property var answer
    signal gave(var value)

    readonly property string given: answer === undefined || answer === null ? "" : String(answer)
    property bool touched: false

    function flush(): void {
        pause.stop();
        if (input.text !== given)
            entry.gave(input.text);
    }

    implicitHeight: Theme.touch * 2
    onItemIdChanged: touched = false

    Binding {
        target: input
        property: "text"
        value: entry.given
        when: !entry.touched
        restoreMode: Binding.RestoreNone
    }
    Timer {
        id: pause
        interval: 5 * Theme.motion
        onTriggered: entry.flush()
    }
    T.TextArea {
        id: input
        objectName: "patient.text"
        anchors.fill: parent
        padding: Theme.space * 2
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.option)
        color: Theme.colors.ink
        wrapMode: TextInput.Wrap
        selectByMouse: true
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.role: Accessible.EditableText
        Accessible.name: entry.question
        Accessible.multiLine: true
        onTextChanged: {
            if (!activeFocus || text === entry.given)
                return;
            entry.touched = true;
            pause.restart();
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.colors.surface
            border.width: input.activeFocus ? Theme.focusWidth : Theme.outlineWidth
            border.color: input.activeFocus ? Theme.colors.primary : Theme.colors.outline
        }
    }
}
