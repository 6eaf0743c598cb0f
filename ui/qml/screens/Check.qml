pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import CarepostItems

// One check of a technician's: what to do, what the station sees of it now, and what came of it.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.check

    Split {
        anchors.fill: parent
        spacing: Theme.gap
        side: screen.about.video ? mirror : screen.about.picture ? drawing : null

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.heading
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.steps

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                cap: 6
                horizontalAlignment: Text.AlignLeft
            }
        }

        Flow {
            width: parent?.width ?? 0
            visible: screen.about.value !== ""
            spacing: 3 * Theme.mm

            Words {
                id: value
                objectName: "check-value"
                text: screen.about.value
                font.pixelSize: Theme.sizeUpTo(Theme.value, screen.about.unit.length > 2 && screen.about.value.length > 8 ? 10 : 25)
                strong: true
                lineHeight: 1
            }

            Words {
                text: screen.about.unit
                cap: Theme.heading
                color: Theme.muted
                lineHeight: 1
                height: Math.max(implicitHeight, value.height * 0.86)
                verticalAlignment: Text.AlignBottom
            }
        }

        Row {
            visible: screen.about.levels
            spacing: 4 * Theme.mm

            Icon {
                name: "mic"
                side: 12 * Theme.mm
                color: Theme.primary
            }

            Meter {
                objectName: "check-level"
                tenths: screen.app.levels.microphone
                side: 12 * Theme.mm
            }
        }

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
            width: parent?.width ?? 0
            buttons: screen.about.buttons
            app: screen.app
        }

        Repeater {
            model: screen.about.rows

            StationLine {
                width: parent?.width ?? 0
            }
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.source
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }
    }

    Component {
        id: drawing

        Picture {
            name: screen.about.picture
            description: screen.about.heading
        }
    }

    Component {
        id: mirror

        Item {
            VideoView {
                objectName: "check-video"
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height * 16 / 9)
                height: width * 9 / 16
                source: screen.app.mine
            }
        }
    }
}
