import QtQuick
import Serein.Theme
import Serein.Controls

// A breath between instruments: what is done, what comes next, how long it is.
PatientFrame {
    id: page

    property string title
    property string instruction
    property int questions
    property bool first: true
    property string calmText
    property string trouble
    property var languages: [] // [{"id", "label"}]; empty: there is no choice
    property string language
    signal languageChosen(string id)

    onwardText: first ? qsTr("Begin ›") : qsTr("Go on ›")
    onwardName: "patient.begin"

    ScrollArea {
        anchors.fill: parent
        size: Theme.recall
        touch: Theme.touch
        name: "patient.more"

        Column {
            width: Math.min(parent.width, Theme.measure(Theme.option))
            topPadding: Theme.margin
            spacing: Theme.space * 2

            Words {
                width: parent.width
                visible: page.languages.length > 0
                text: qsTr("In which language would you like to read?")
                size: Theme.recall
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                visible: page.languages.length > 0
                prefix: "patient.language"
                size: Theme.option
                touch: Theme.touch
                options: page.languages
                chosen: page.language
                onChose: id => page.languageChosen(id)
            }
            MessageLine {
                objectName: "patient.calmText"
                width: parent.width
                text: page.calmText
                size: Theme.option
            }
            Words {
                width: parent.width
                text: page.first ? qsTr("Welcome. Take all the time you need.") : qsTr("That part is done. Thank you.")
                size: Theme.option
                color: Theme.colors.secondary
            }
            Words {
                objectName: "patient.title"
                width: parent.width
                text: page.first ? page.title : qsTr("Next: %1", "the title of the next questions").arg(page.title)
                size: Theme.question
                strong: true
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.instruction
                size: Theme.option
            }
            Words {
                width: parent.width
                text: qsTr("%n question(s)", "", page.questions)
                size: Theme.recall
                color: Theme.colors.secondary
            }
            MessageLine {
                width: parent.width
                text: page.trouble
                size: Theme.recall
            }
        }
    }
}
