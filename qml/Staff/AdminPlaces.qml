pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Controls

// The table of the pages below "Study": which place shows which page.
FocusScope {
    id: places

    required property DeskModel desk
    required property string place
    signal go(string to)
    signal redact(var about) // for RedactPage

    Stage {
        anchors.fill: parent
        focus: true
        shows: ({study: admin, people: people, protocol: protocol, instruments: instruments, clock: clock, backup: backup,
            studyData: studyData, keys: keys, audit: audit, exportAll: exportAll})[places.place] ?? null
    }

    Component {
        id: admin
        AdminPage {
            desk: places.desk
            onOpen: place => places.go(place)
        }
    }
    Component {
        id: people
        PeoplePage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: protocol
        StudyPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: instruments
        InstrumentsPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: clock
        ClockPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: backup
        BackupPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: keys
        KeysPage {
            desk: places.desk
            onBack: places.go("study")
            onBackUp: places.go("backup")
        }
    }
    Component {
        id: audit
        AuditPage {
            desk: places.desk
            onBack: places.go("study")
            onRedact: (participant, event) => places.redact({participant: participant, event: event, from: "audit"})
        }
    }
    Component {
        id: studyData
        StudyDataPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
    Component {
        id: exportAll
        ExportAllPage {
            desk: places.desk
            onBack: places.go("study")
        }
    }
}
