import QtQuick

// What the ways to answer by typing or turning have in common: an answer goes out when it is whole, and what is begun is not lost unseen.
FocusScope {
    property string itemId
    property var answer // as the app knows it; undefined: none
    property bool declined: false
    /// Something is begun that isn't an answer yet.
    property bool unfinished: false
    /// What is wrong with what was entered, gently; empty: nothing.
    property string fault
    signal gave(var value) // undefined: the answer is taken back
    /// The page is about to be left: give what is whole.
    signal leave()
    /// The participant would rather use the other of wheels and keypad.
    signal otherWay()
    /// Another question, or this one declined: nothing of what was begun remains.
    signal renewed()

    onItemIdChanged: renewed()
    onDeclinedChanged: if (declined) renewed()
}
