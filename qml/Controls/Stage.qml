import QtQuick

// Shows one component at a time, filling itself. (A Loader in Qt 6.4 can't make a component that is bound to its file.)
FocusScope {
    id: stage

    property Component shows: null
    property Item page: null
    property bool complete: false // before that, its file is still being made

    function renew(): void {
        if (!complete)
            return;
        const old = page;
        page = null;
        if (old) {
            old.parent = null; // out of the tree at once, whenever it is deleted
            old.destroy();
        }
        if (!shows)
            return;
        page = shows.createObject(stage, {focus: true});
        page.width = Qt.binding(() => stage.width);
        page.height = Qt.binding(() => stage.height);
    }

    implicitHeight: page ? page.implicitHeight : 0
    onShowsChanged: renew()
    Component.onCompleted: {
        complete = true;
        renew();
    }
}
