import QtQuick
import Serein.Theme
import Serein.Controls

// A new passphrase, typed twice.
Column {
    id: fields

    property string prefix
    property string fault
    property string againFault
    property alias passphrase: first.text // the fields' own words: no copy of them is kept here
    property alias again: second.text
    readonly property bool typed: first.text.length > 0 && second.text.length > 0

    function forget(): void {
        first.text = "";
        second.text = "";
    }

    spacing: Theme.space
    Field {
        id: first
        name: fields.prefix + ".passphrase"
        width: parent.width
        secret: true
        label: qsTr("New passphrase, at least 12 characters")
        fault: fields.fault
    }
    Field {
        id: second
        name: fields.prefix + ".again"
        width: parent.width
        secret: true
        label: qsTr("The same once more")
        fault: fields.againFault
    }
}
