import QtQuick

// The colours of one look, by what they are for.
QtObject {
    required property color page
    required property color surface
    required property color ink
    required property color secondary
    required property color primary
    required property color overPrimary
    required property color container
    required property color outline
    required property color urgent
    required property color warning
    required property color good
}
