pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Rings to be touched one after the other: how far beside its middle each touch lands, in mm.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.check
    readonly property real side: 18 * Theme.mm
    readonly property real rim: 22 * Theme.mm // away from the edge, where palms rest and touches do not count
    readonly property bool over: about.done >= about.targets
    readonly property var places: [[0, 0], [1, 0], [0.5, 0.5], [0, 1], [1, 1]]

    function middle(index: int): point {
        const at = places[index] ?? [0.5, 0.5]
        return Qt.point(rim + at[0] * (width - 2 * rim), rim + at[1] * (height - 2 * rim))
    }

    Words {
        objectName: "heading"
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.over ? Theme.gap : screen.rim + screen.side
        width: parent.width - 4 * screen.rim
        text: screen.over ? screen.about.heading : screen.about.steps[0] ?? ""
        cap: Theme.heading
        strong: true
    }

    Column {
        visible: screen.over
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        Repeater {
            model: screen.about.notes

            Note {
                required property var modelData
                width: parent?.width ?? 0
                text: modelData.text
                tone: modelData.tone
                icon: modelData.icon
                cap: 6
                strong: true
            }
        }

        Deeds {
            width: parent.width
            buttons: screen.over ? screen.about.buttons : []
            app: screen.app
        }
    }

    MouseArea {
        anchors.fill: parent
        enabled: !screen.over
        visible: enabled
        onPressed: mouse => {
            const at = screen.middle(screen.about.done)
            const miss = Math.hypot(mouse.x - at.x, mouse.y - at.y) / Theme.mm
            screen.app.act.choose("touch:" + screen.about.done + ":" + miss.toFixed(1))
        }
    }

    Rectangle {
        id: ring
        readonly property point at: screen.middle(screen.about.done)
        objectName: "ring"
        visible: !screen.over
        x: at.x - width / 2
        y: at.y - height / 2
        width: screen.side
        height: width
        radius: width / 2
        color: "transparent"
        border.color: Theme.primary
        border.width: 1.2 * Theme.mm
        Accessible.role: Accessible.Graphic
        Accessible.name: screen.about.steps[0] ?? ""

        Rectangle {
            anchors.centerIn: parent
            width: 2 * Theme.mm
            height: width
            radius: width / 2
            color: Theme.primary
        }
    }
}
