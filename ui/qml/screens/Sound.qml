pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// A stethoscope's sound: of what, where, recording with its level, and listening to it again.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.sound
    readonly property bool moving: about.phase === "ready" || about.phase === "recording"

    Component {
        id: body

        BodyMap {
            name: screen.about.picture
            spots: screen.about.spots
            description: qsTr("A drawing of the upper body with the places to listen at")
        }
    }

    Component {
        id: graph

        Card {
            id: plate

            Words {
                id: top
                x: 4 * Theme.mm
                y: 3 * Theme.mm
                width: parent.width - 8 * Theme.mm
                text: qsTr("High tones above, low tones below")
                color: Theme.muted
                horizontalAlignment: Text.AlignLeft
            }

            Image {
                objectName: "graph"
                x: 4 * Theme.mm
                width: parent.width - 8 * Theme.mm
                anchors.top: top.bottom
                anchors.topMargin: 2 * Theme.mm
                height: Math.max(0, parent.height - top.height - times.height - 12 * Theme.mm)
                fillMode: Image.Stretch
                source: screen.about.graph
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("A picture of the sound, 20 seconds from left to right")

                Rectangle {
                    visible: screen.about.playing
                    x: parent.width * screen.about.played
                    width: 1 * Theme.mm
                    height: parent.height
                    color: "#FFFFFF"
                }
            }

            Words {
                id: times
                x: 4 * Theme.mm
                width: parent.width - 8 * Theme.mm
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 3 * Theme.mm
                text: qsTr("0 to 1000 hertz; time from left to right")
                color: Theme.muted
                horizontalAlignment: Text.AlignLeft
            }
        }
    }

    Split {
        anchors.fill: parent
        spacing: Theme.gap
        side: screen.about.phase === "review" ? graph : body

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.letters > 1 ? Theme.heading : Theme.question // so that the level is in sight
            strong: true
            lineHeight: 1.05
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "hint"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.hint
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.choices

            Choice {
                required property var modelData
                objectName: "sound-" + modelData.name
                width: parent?.width ?? 0
                label: modelData.label
                hint: modelData.hint
                chosen: modelData.chosen
                many: screen.about.phase === "spots"
                onPressed: screen.app.act.choose("sound-" + modelData.name)
            }
        }

        Words {
            objectName: "time-left"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.left
            font.pixelSize: Theme.sizeUpTo(Theme.heading, 18)
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        ProgressLine {
            objectName: "sound-progress"
            width: parent?.width ?? 0
            visible: screen.about.phase === "recording"
            fraction: screen.about.fraction
            fill: Theme.good
        }

        Words {
            width: parent?.width ?? 0
            visible: screen.moving
            text: qsTr("How loud it is")
            color: Theme.muted
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        ProgressLine {
            objectName: "sound-level"
            width: parent?.width ?? 0
            visible: screen.moving
            fraction: screen.about.level
            fill: Theme.tone(screen.about.tone)
            Accessible.name: qsTr("How loud it is: %1 percent").arg(Math.round(fraction * 100))
        }

        Note {
            objectName: "sound-advice"
            width: parent?.width ?? 0
            visible: text !== ""
            tone: screen.about.tone
            icon: screen.about.icon
            text: screen.about.advice
            cap: Theme.label
            strong: true
        }

        Repeater {
            model: screen.about.reasons

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                horizontalAlignment: Text.AlignLeft
            }
        }

        BigButton {
            objectName: "sound-stop"
            visible: screen.about.phase === "recording"
            width: parent?.width ?? 0
            label: qsTr("Stop")
            icon: "x"
            onPressed: screen.app.act.stop()
        }

        Flow {
            visible: screen.about.phase === "review"
            width: parent?.width ?? 0
            spacing: Theme.gap

            Repeater {
                model: [
                    { "name": "play", "label": qsTr("Play all"), "icon": "volume-2" },
                    { "name": "play-bell", "label": qsTr("Play low tones (bell)"), "icon": "volume-1" },
                    { "name": "play-diaphragm", "label": qsTr("Play higher tones (diaphragm)"), "icon": "volume-1" },
                    { "name": "quiet", "label": qsTr("Stop playing"), "icon": "volume-x" },
                    { "name": "again", "label": qsTr("Record again"), "icon": "repeat" }
                ]

                BigButton {
                    required property var modelData
                    objectName: "sound-" + modelData.name
                    width: Math.min(implicitWidth, parent?.width ?? 0)
                    label: modelData.label
                    icon: modelData.icon
                    onPressed: screen.app.act.choose("sound-" + modelData.name)
                }
            }
        }
    }
}
