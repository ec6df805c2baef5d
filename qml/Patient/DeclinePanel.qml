pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// After "I'd rather not answer", where the study asks why: it is declined already, a reason is a gift and never a hurdle.
Rectangle {
    id: panel

    // What is stored is the same in every language; the participant sees their own.
    readonly property var reasons: [{id: "does not know", label: qsTr("I don't know")}, {id: "would rather not say", label: qsTr("I'd rather not say")},
        {id: "does not fit", label: qsTr("It doesn't fit me")}, {id: "too tired", label: qsTr("I'm too tired")}]
    property real room // height there is
    property bool ownWords: false
    property string reason // in own words
    signal gave(string reason)
    signal done()

    /// Keys go on here; a finger sees no reason set apart from the others.
    function take(byKeys: bool): void {
        (choices.itemAt(0) as Tap).take(byKeys);
    }
    function flush(): void {
        own.leave();
    }

    height: Math.min(room, scroller.natural + Theme.space * 4)
    radius: Theme.radius
    color: Theme.colors.surface
    border.width: Theme.chosenWidth
    border.color: Theme.colors.primary
    onVisibleChanged: {
        ownWords = false;
        reason = "";
        own.renewed();
    }

    MouseArea { // what lies beneath is not touched through the panel
        anchors.fill: parent
    }
    ScrollArea {
        id: scroller
        anchors.fill: parent
        anchors.margins: Theme.space * 2
        size: Theme.recall
        touch: Theme.touch
        name: "patient.decline.more"

        Column {
            width: scroller.width
            spacing: Theme.gap

            Words {
                width: parent.width
                text: qsTr("If you like, tell us why:")
                size: Theme.recall
            }
            Flow {
                width: parent.width
                spacing: Theme.space
                visible: !panel.ownWords
                Repeater {
                    id: choices
                    model: panel.reasons
                    ActionButton {
                        required property var modelData
                        required property int index
                        objectName: "patient.decline.reason." + index
                        width: Math.min(implicitWidth, scroller.width)
                        size: Theme.recall
                        minimum: Theme.touch
                        text: modelData.label
                        onClicked: {
                            panel.gave(modelData.id);
                            panel.done();
                        }
                    }
                }
                ActionButton {
                    objectName: "patient.decline.ownWords"
                    width: Math.min(implicitWidth, scroller.width)
                    size: Theme.recall
                    minimum: Theme.touch
                    text: qsTr("In my own words")
                    onClicked: {
                        panel.ownWords = true;
                        own.forceActiveFocus();
                    }
                }
                ActionButton {
                    objectName: "patient.decline.noReason"
                    width: Math.min(implicitWidth, scroller.width)
                    size: Theme.recall
                    minimum: Theme.touch
                    text: qsTr("No reason")
                    onClicked: panel.done()
                }
            }
            TextEntry {
                id: own
                name: "patient.decline.words"
                width: parent.width
                height: implicitHeight
                visible: panel.ownWords
                question: qsTr("Why you'd rather not answer")
                answer: panel.reason
                onGave: value => {
                    panel.reason = value;
                    panel.gave(value);
                }
            }
            ActionButton {
                objectName: "patient.decline.done"
                visible: panel.ownWords
                kind: "primary"
                size: Theme.recall
                minimum: Theme.touch
                text: qsTr("Done")
                onClicked: {
                    panel.flush();
                    panel.done();
                }
            }
        }
    }
}
