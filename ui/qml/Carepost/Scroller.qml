import QtQuick

// Content that may be taller than its place, above all in large text. Two large arrow buttons move it
// (no swiping needed, though it works); they show only when something is out of sight. Focus moves it too.
FocusScope {
    id: scroller

    default property alias content: column.data
    property alias spacing: column.spacing
    property bool centred: true
    readonly property bool overflowing: flick.contentHeight > height + 1
    readonly property alias flick: flick

    function show(item) {
        if (!overflowing || !item)
            return
        const top = item.mapToItem(column, 0, 0).y
        const room = 3 * Theme.mm
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - room)
        else if (top + item.height > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, top + item.height - flick.height + room)
    }

    function step(direction: int) {
        const to = flick.contentY + direction * flick.height * 0.7
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, to))
    }

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.rightMargin: scroller.overflowing ? 22 * Theme.mm : 0
        contentWidth: width
        contentHeight: column.implicitHeight
        clip: scroller.overflowing
        interactive: scroller.overflowing
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column
            width: flick.width
            spacing: Theme.gap
            y: scroller.centred && !scroller.overflowing ? (flick.height - implicitHeight) / 2 : 0
        }
    }

    Column {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap
        visible: scroller.overflowing

        IconButton {
            objectName: "scroll-up"
            icon: "chevron-up"
            label: qsTr("Move up")
            width: 18 * Theme.mm
            height: 24 * Theme.mm
            enabled: flick.contentY > 1
            repeats: true
            shape: "key"
            onPressed: scroller.step(-1)
        }

        IconButton {
            objectName: "scroll-down"
            icon: "chevron-down"
            label: qsTr("Move down: there is more")
            width: 18 * Theme.mm
            height: 24 * Theme.mm
            chosen: enabled
            enabled: flick.contentY < flick.contentHeight - flick.height - 1
            repeats: true
            shape: "key"
            onPressed: scroller.step(1)
        }
    }

    Connections {
        target: scroller.Window.window
        function onActiveFocusItemChanged() {
            const item = scroller.Window.window?.activeFocusItem ?? null
            for (let up = item; up; up = up.parent)
                if (up === column)
                    scroller.show(item)
        }
    }
}
