import QtQuick
import QtTest
import Serein.Patient

// The cover over a handed-over tablet.
Item {
    id: root

    width: 800
    height: 1280

    CoverPage {
        id: cover
        anchors.fill: parent
        property string last
        onPinTyped: pin => last = pin
    }
    SignalSpy {
        id: wentOn
        target: cover
        signalName: "goOn"
    }

    FingerCase {
        name: "Cover"
        when: windowShown

        function init() {
            cover.finished = false;
            cover.padOpen = false;
            cover.last = "";
            wentOn.clear();
        }
        function test_participant_canGoOn() {
            clickOn(findChild(cover, "cover.goOn"));
            compare(wentOn.count, 1);
        }
        function test_whenAllIsAnswered_thereIsNothingToGoOnWith() {
            cover.finished = true;
            verify(!findChild(cover, "cover.goOn").visible);
        }
        function test_pin_isTypedOnOurOwnPadAndNeverShown() {
            clickOn(findChild(cover, "cover.staff"));
            for (const digit of "2468")
                clickOn(findChild(cover, "pin.key." + digit));
            clickOn(findChild(cover, "pin.ok"));
            compare(cover.last, "2468");
        }
        function test_shortPin_isNotSent() {
            clickOn(findChild(cover, "cover.staff"));
            for (const digit of "123")
                clickOn(findChild(cover, "pin.key." + digit));
            verify(!findChild(cover, "pin.ok").enabled);
            clickOn(findChild(cover, "pin.erase"));
            keyClick("9");
            keyClick("9");
            keyClick(Qt.Key_Return);
            compare(cover.last, "1299");
        }
    }
}
