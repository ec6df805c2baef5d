import QtQuick
import QtQuick.Templates as T
import Serein.Theme

// An answer in the participant's own words. Given within a second of a key, however long the typing goes on, and when the page is left.
Entry {
    id: entry

    property string question
    property string name: "patient.text"

    readonly property string given: answer === undefined || answer === null ? "" : String(answer)
    property bool touched: false

    function rest(): void {
        pause.stop();
        if (touched && input.text !== given)
            entry.gave(input.text);
    }

    implicitHeight: Theme.touch * 2
    onLeave: {
        // A word that the platform's keyboard still holds, such as Chinese being spelt.
        if (input.activeFocus)
            Qt.inputMethod.commit(); // qmllint disable
        rest();
    }
    onRenewed: {
        pause.stop();
        touched = false;
    }

    Binding {
        target: input
        property: "text"
        value: entry.given
        when: !entry.touched
        restoreMode: Binding.RestoreNone
    }
    Timer {
        id: pause
        interval: 3 * Theme.motion // leaves time to save it
        onTriggered: entry.rest()
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: input.activeFocus ? Theme.focusWidth : Theme.outlineWidth
        border.color: input.activeFocus ? Theme.colors.primary : Theme.colors.outline
    }
    Flickable { // what is longer than the field scrolls with the cursor
        anchors.fill: parent
        anchors.margins: Theme.focusWidth
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.TextArea.flickable: T.TextArea {
            id: input
            objectName: entry.name
            focus: true
            padding: Theme.space * 2
            font.family: Theme.family
            font.pixelSize: Math.round(Theme.option)
            color: Theme.colors.ink
            selectionColor: Theme.colors.primary
            selectedTextColor: Theme.colors.overPrimary
            wrapMode: TextInput.Wrap
            selectByMouse: true
            activeFocusOnTab: true
            inputMethodHints: Qt.ImhSensitiveData
            Accessible.role: Accessible.EditableText
            Accessible.name: entry.question
            Accessible.multiLine: true
            // Tab goes on to the next control: nobody without a finger is caught in here.
            Keys.priority: Keys.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: {
                if (!activeFocus || text === entry.given)
                    return;
                entry.touched = true;
                pause.start(); // it runs from the first key that isn't saved: restarted by every key it would wait for ever
            }
        }
    }
}
