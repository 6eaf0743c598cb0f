import QtQuick

// Back, Get a person, Next: always the same places.
Item {
    id: bar

    required property var app
    readonly property var shell: app.shell
    readonly property real slot: (width - 2 * Theme.margin - 2 * Theme.gap) / 3

    implicitHeight: Math.max(back.implicitHeight, person.implicitHeight, next.implicitHeight) + 10 * Theme.mm

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.line
        color: Theme.contrast ? Theme.edge : "#D5D9E0"
    }

    BigButton {
        id: back
        objectName: "back"
        width: Math.min(bar.slot, 110 * Theme.mm)
        height: bar.implicitHeight - 10 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.shell.back
        icon: "chevron-left"
        iconDirectional: true
        label: qsTr("Back")
        onPressed: bar.app.act.back()
    }

    BigButton {
        id: person
        objectName: "person"
        // Alone in the bar it may say more.
        readonly property bool alone: !back.visible && !next.visible
        width: alone ? Math.min(bar.width - 2 * Theme.margin, Math.max(140 * Theme.mm, implicitWidth)) : Math.min(bar.slot, 140 * Theme.mm)
        height: bar.implicitHeight - 10 * Theme.mm
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        icon: "hand"
        label: bar.shell.person
        onPressed: bar.app.act.person()
    }

    BigButton {
        id: next
        objectName: "next"
        width: Math.min(bar.slot, 140 * Theme.mm)
        height: bar.implicitHeight - 10 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.shell.next
        enabled: bar.shell.next_enabled
        kind: "primary"
        iconAfter: true
        iconDirectional: bar.shell.next_icon === "arrow-right"
        icon: bar.shell.next_icon
        label: bar.shell.next_label
        onPressed: bar.app.act.next()
    }
}
