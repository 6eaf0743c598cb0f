pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// For who works here: what waits to be sent, since when, why, and what to do. Nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.station

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Note {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            icon: screen.about.icon
            tone: screen.about.tone
            cap: Theme.question
            strong: true
        }

        BigButton {
            objectName: "sign-in"
            visible: screen.about.sign_in !== ""
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: screen.about.sign_in
            icon: "users"
            kind: "primary"
            onPressed: screen.app.act.choose("sign-in")
        }

        Repeater {
            model: screen.about.ready

            StationLine {
                width: parent?.width ?? 0
            }
        }

        BigButton {
            objectName: "test-station"
            visible: screen.about.test_station !== ""
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: screen.about.test_station
            icon: "circle-check"
            onPressed: screen.app.act.choose("test-station")
        }

        Flow {
            id: waits
            width: parent?.width ?? 0
            visible: screen.about.waits.length > 0
            spacing: Theme.gap * 2

            Repeater {
                model: screen.about.waits

                Words {
                    required property string modelData
                    width: Math.min(implicitWidth, waits.width)
                    text: modelData
                    cap: 6
                    strong: true
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }

        Words {
            objectName: "oldest"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.oldest
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "tried"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.tried
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.lines

            StationLine {
                width: parent?.width ?? 0
            }
        }

        BigButton {
            objectName: "look-for-updates"
            visible: screen.about.look !== ""
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: screen.about.look
            icon: "download"
            onPressed: screen.app.act.choose("look-for-updates")
        }

        BigButton {
            objectName: "test-network"
            visible: screen.about.test !== ""
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: screen.about.test
            icon: "activity"
            onPressed: screen.app.act.choose("test-network")
        }

        Repeater {
            model: screen.about.network

            StationLine {
                width: parent?.width ?? 0
            }
        }

        BigButton {
            objectName: "test-sound"
            visible: screen.about.test_sound !== ""
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: screen.about.test_sound
            icon: "volume-2"
            onPressed: screen.app.act.choose("test-sound")
        }

        // While the test runs: does anything come in, does anything go out?
        Row {
            objectName: "sound-levels"
            visible: screen.about.sound_runs
            spacing: 4 * Theme.mm

            Icon {
                name: "mic"
                side: 10 * Theme.mm
                color: Theme.primary
            }

            Meter {
                objectName: "test-microphone-level"
                tenths: screen.app.levels.microphone
                side: 10 * Theme.mm
            }

            Icon {
                name: "volume-2"
                side: 10 * Theme.mm
                color: Theme.primary
            }

            Meter {
                objectName: "test-speaker-level"
                tenths: screen.app.levels.speaker
                side: 10 * Theme.mm
            }
        }

        Repeater {
            model: screen.about.sound

            StationLine {
                width: parent?.width ?? 0
            }
        }

        Flow {
            width: parent?.width ?? 0
            spacing: Theme.gap

            BigButton {
                objectName: "swap"
                visible: screen.about.swap !== ""
                width: Math.min(implicitWidth, parent?.width ?? 0)
                label: screen.about.swap
                icon: "repeat"
                onPressed: screen.app.act.choose("swap")
            }

            BigButton {
                objectName: "technician"
                width: Math.min(implicitWidth, parent?.width ?? 0)
                label: screen.about.technician
                icon: "wrench"
                onPressed: screen.app.act.choose("technician")
            }
        }
    }
}
