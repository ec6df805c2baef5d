import QtQuick
import Serein.Theme

// Text: the family, line height and ink of the app, and its name in the accessibility tree.
Text {
    id: words

    property real size: Theme.body
    property bool strong: false

    font.family: Theme.family
    font.pixelSize: Math.round(size)
    font.bold: strong
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.ceil(size * Theme.lineHeight)
    color: Theme.colors.ink
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}
