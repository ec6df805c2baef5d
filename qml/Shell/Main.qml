pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls
import Serein.Patient
import Serein.Staff

// The window, and the table of screens and of the states that allow each. While the tablet is with a participant nothing of staff exists.
Window {
    id: window

    required property AppModel app

    readonly property bool withParticipant: app.state === AppModel.HandedOver || app.state === AppModel.Covered
    readonly property var screens: [
        {states: [AppModel.NoVault, AppModel.Locked], screen: lockScreen},
        {states: [AppModel.Staff], screen: staffScreen},
        {states: [AppModel.HandedOver], screen: patientScreen},
        {states: [AppModel.Covered], screen: coverScreen}
    ]

    width: 1280
    height: 800
    visible: true
    title: "Serein"
    color: Theme.colors.page

    Binding {
        target: Theme
        property: "language"
        value: window.withParticipant && window.app.patient.language.length > 0 ? window.app.patient.language : window.app.language
    }
    // What this participant chose, and theirs alone: staff find the look they had, the next participant their own.
    Binding {
        target: Theme
        property: "textScale"
        value: window.app.patient.textPercent / 100
        when: window.withParticipant
        restoreMode: Binding.RestoreBindingOrValue
    }
    Binding {
        target: Theme
        property: "staffScale"
        value: 1.0
        when: window.withParticipant
        restoreMode: Binding.RestoreBindingOrValue
    }
    Binding {
        target: Theme
        property: "look"
        value: window.app.patient.look
        when: window.withParticipant
        restoreMode: Binding.RestoreBindingOrValue
    }
    Binding {
        target: Theme
        property: "dotsPerMillimetre"
        value: place.Screen.pixelDensity
    }
    Stage {
        id: place
        anchors.fill: parent
        focus: true
        shows: window.screens.find(row => row.states.includes(window.app.state))?.screen ?? null
    }
    Component {
        id: lockScreen
        LockScreen {
            app: window.app
        }
    }
    Component {
        id: staffScreen
        StaffScreen {
            app: window.app
        }
    }
    Component {
        id: patientScreen
        PatientScreen {
            app: window.app
        }
    }
    Component {
        id: coverScreen
        CoverScreen {
            app: window.app
        }
    }
}
