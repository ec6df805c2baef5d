import QtQuick
import Serein.Ui

// The cover of a handed-over tablet, bound to the app.
CoverPage {
    id: screen

    required property AppModel app

    finished: app.patient.page === PatientModel.Closing || app.patient.page === PatientModel.None
    calmText: app.patient.calmText
    pinFault: app.pinError
    onGoOn: app.uncover()
    onPinTyped: pin => app.takeBack(pin)
}
