pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import CarepostItems

// The provider's picture as large as it goes; beside it, never over it: who is there, and your own picture.
Rectangle {
    id: stage

    required property var app
    readonly property var about: app.call
    signal away(string person, string name)

    property bool swapped: false // your own picture on the other side
    property real covered: 0 // of the lower edge, by what is said there
    readonly property bool beside: width > height * 16 / 9 // a column is left over; otherwise a row above
    readonly property bool atEnd: swapped === LayoutMirroring.enabled
    readonly property real side: Math.max(Math.min(width - height * 16 / 9, 120 * Theme.mm), 74 * Theme.mm)
    readonly property real free: height - covered
    readonly property real above: Math.max(self.height, brief.visible ? brief.height : people.height) + 2 * Theme.gap

    color: "#0B1324"
    clip: true

    VideoView {
        objectName: "remote-video"
        x: stage.beside && !stage.atEnd ? stage.side : 0
        y: stage.beside ? 0 : stage.above
        width: stage.width - (stage.beside ? stage.side : 0)
        height: stage.height - y
        source: stage.app.remote
        fill: false
    }

    Words {
        x: (stage.beside && !stage.atEnd ? stage.side : 0) + Theme.margin
        y: (stage.beside ? 0 : stage.above) + (stage.height - (stage.beside ? 0 : stage.above) - height) / 2
        width: stage.width - (stage.beside ? stage.side : 0) - 2 * Theme.margin
        visible: !stage.app.remote.live
        text: stage.about.status || qsTr("The picture comes in a moment.")
        cap: Theme.heading
        color: "#FFFFFF"
        horizontalAlignment: Text.AlignHCenter
    }

    SelfView {
        id: self
        app: stage.app
        across: stage.beside
        wide: stage.beside ? stage.side - 2 * Theme.gap : Math.max(Math.min(stage.height * 0.2, 60 * Theme.mm), 35.2 * Theme.mm) * 16 / 9
        width: implicitWidth
        height: implicitHeight
        x: stage.atEnd ? stage.width - width - Theme.gap : Theme.gap
        y: Theme.gap
        room: stage.free - y - (brief.visible && stage.beside ? brief.height + Theme.gap : 0)
        onMoved: stage.swapped = !stage.swapped
    }

    // Where a card leaves no room for everybody's own plate: all names on one, or how many there are.
    Rectangle {
        id: brief
        objectName: "people-short"
        visible: !people.visible && stage.about.people.length > 0 && height + 2 * Theme.gap <= stage.free
        x: people.x
        y: Math.max(Theme.gap, Math.min(people.y, stage.free - height - Theme.gap))
        width: people.room
        height: names.height + 4 * Theme.mm
        radius: Theme.radius
        color: "#0B1324"
        border.color: "#7A869A"
        border.width: Theme.line

        Words {
            id: names
            x: 3 * Theme.mm
            y: 2 * Theme.mm
            width: parent.width - 6 * Theme.mm
            text: all.height + 4 * Theme.mm <= stage.free - people.y - Theme.gap ? all.text : stage.about.people.length > 1 ? qsTr("%1 and %2 more").arg(stage.about.people[0].name).arg(stage.about.people.length - 1) : all.text
            color: "#FFFFFF"
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            id: all
            visible: false
            width: names.width
            text: stage.about.people.map(one => one.name).join(", ")
            strong: true
        }
    }

    // Everybody on the line.
    Column {
        id: people
        objectName: "people"
        readonly property real room: stage.beside ? stage.side - 2 * Theme.gap : stage.width - self.width - 3 * Theme.gap
        x: stage.beside ? (stage.atEnd ? stage.width - room - Theme.gap : Theme.gap) : stage.atEnd ? Theme.gap : self.x + self.width + Theme.gap
        y: stage.beside ? self.y + self.height + Theme.gap : Theme.gap
        width: room
        spacing: 2 * Theme.mm
        visible: y + height <= stage.free

        Repeater {
            model: stage.about.people

            Rectangle {
                id: plate
                required property var modelData
                required property int index
                // not `leave.visible`, which is false while this whole list is not shown: the list would fit then
                readonly property bool guest: modelData.person !== ""
                width: people.width
                height: Math.max(name.height, guest ? leave.height : 0) + 4 * Theme.mm
                radius: Theme.radius
                color: "#0B1324"
                border.color: "#7A869A"
                border.width: Theme.line

                Words {
                    id: name
                    objectName: plate.index === 0 ? "provider" : "on-the-line-" + plate.index
                    anchors.left: parent.left
                    anchors.leftMargin: 3 * Theme.mm
                    y: 2 * Theme.mm
                    width: parent.width - 6 * Theme.mm - (plate.guest ? leave.width + 2 * Theme.mm : 0)
                    text: plate.modelData.name + (plate.modelData.role ? " (" + plate.modelData.role + ")" : "")
                    color: "#FFFFFF"
                    strong: true
                    horizontalAlignment: Text.AlignLeft
                }

                IconButton {
                    id: leave
                    objectName: "away-" + plate.index
                    visible: plate.guest
                    anchors.right: parent.right
                    anchors.rightMargin: 2 * Theme.mm
                    anchors.verticalCenter: parent.verticalCenter
                    icon: "x"
                    label: qsTr("Ask %1 to leave").arg(plate.modelData.name)
                    onPressed: stage.away(plate.modelData.person, plate.modelData.name)
                }
            }
        }
    }
}
