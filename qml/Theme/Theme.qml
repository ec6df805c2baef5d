pragma Singleton
import QtQuick

// Every colour, size and duration of the app. Sizes are px at 160 dpi, scaled by the panel's real density; patients' type
// also by the text size they chose.
QtObject {
    id: theme

    // Set by the shell.
    property string look: "light" // light, dim (night ward), highContrast
    property string language: "en"
    property real dotsPerMillimetre: 160 / 25.4
    // Set by the person in front of the tablet: 1.0, 1.25, 1.5 or 2.0.
    property real textScale: 1.0
    property real staffScale: 1.0 // staff's own: 1.0, 1.25 or 1.5

    // A desktop or an offscreen screen reports fewer than 160 dpi: the drawn sizes are the smallest that stay legible.
    readonly property real dp: Math.min(2, Math.max(1, dotsPerMillimetre * 25.4 / 160))

    readonly property Tones colors: look === "dim" ? dim : look === "highContrast" ? highContrast : light
    readonly property Tones light: Tones {
        page: "#F6F4EF"
        surface: "#FFFFFF"
        ink: "#1E2A31"
        secondary: "#4C5B63"
        primary: "#1C6670"
        overPrimary: "#FFFFFF"
        container: "#D9ECEC"
        outline: "#75848B"
        urgent: "#A3262B"
        warning: "#8A5200"
        good: "#2A6640"
    }
    readonly property Tones dim: Tones {
        page: "#10171B"
        surface: "#19242A"
        ink: "#E7EDEF"
        secondary: "#AAB9C0"
        primary: "#7FC6CB"
        overPrimary: "#06272B"
        container: "#21424A"
        outline: "#728791"
        urgent: "#FFA198"
        warning: "#F0B765"
        good: "#8FD0A0"
    }
    readonly property Tones highContrast: Tones {
        page: "#FFFFFF"
        surface: "#FFFFFF"
        ink: "#000000"
        secondary: "#000000"
        primary: "#000000"
        overPrimary: "#FFFFFF"
        container: "#FFFFFF"
        outline: "#000000"
        urgent: "#000000"
        warning: "#000000"
        good: "#000000"
    }

    readonly property string chineseFamily: "Noto Sans CJK SC"
    readonly property string family: chinese ? chineseFamily : "Noto Sans"
    readonly property bool chinese: language.startsWith("zh")
    readonly property real lineHeight: chinese ? 1.5 : 1.35
    /// At most 34 Chinese characters or 68 Latin ones a line.
    function measure(size: real): real {
        return size * (theme.chinese ? 34 : 36);
    }

    // Patients' type.
    readonly property real question: 34 * dp * textScale
    readonly property real option: 26 * dp * textScale
    readonly property real recall: 22 * dp * textScale
    readonly property real button: 24 * dp * textScale
    // Staff's type.
    readonly property real title: 26 * dp * staffScale
    readonly property real body: 18 * dp * staffScale
    readonly property real small: 16 * dp * staffScale
    // What must be read from across a bed: the cover, the end, the call for the nurse.
    readonly property real display: 44 * dp * Math.min(textScale, 1.5)

    readonly property real space: 8 * dp
    readonly property real gap: 12 * dp
    readonly property real margin: 32 * dp
    readonly property real narrowMargin: 24 * dp
    readonly property real radius: 14 * dp
    readonly property real touch: 76 * dp // 12 mm at 160 dpi
    readonly property real staffTouch: 48 * dp
    readonly property real cellWidth: 60 * dp
    readonly property real cellHeight: 84 * dp
    readonly property real cellGap: 4 * dp
    readonly property real markSize: 30 * dp * Math.min(textScale, 1.5)
    readonly property real railWidth: 184 * dp * Math.min(staffScale, 1.25)
    readonly property real fieldWidth: 420 * dp * staffScale
    readonly property real padWidth: 340 * dp
    readonly property real lineThickness: 6 * dp
    readonly property real hairline: 1
    readonly property real outlineWidth: look === "highContrast" ? 3 : 1
    readonly property real chosenWidth: look === "highContrast" ? 6 : 2
    readonly property real focusWidth: 3 * dp
    readonly property real disabledOpacity: 0.45

    readonly property int motion: 160
}
