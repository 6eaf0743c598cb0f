pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// A device that the person uses: what to do now, its picture, and the number once there is one.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.device

    Component {
        id: drawing

        Picture {
            name: screen.about.picture
            description: screen.about.picture_words
        }
    }

    Split {
        anchors.fill: parent
        spacing: Theme.gap * 1.2
        side: screen.about.picture ? drawing : null

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.question
            strong: true
            lineHeight: 1.05
            horizontalAlignment: Text.AlignLeft
        }

        Flow {
            width: parent?.width ?? 0
            visible: screen.about.value !== ""
            spacing: 3 * Theme.mm

            Words {
                id: value
                objectName: "value-device"
                text: screen.about.value
                font.pixelSize: Theme.sizeUpTo(Theme.value, 30)
                strong: screen.about.accepted
                lineHeight: 1
                wrapMode: Text.NoWrap
                color: screen.about.accepted ? Theme.good : Theme.muted
            }

            Words {
                text: screen.about.unit
                cap: Theme.heading
                color: Theme.muted
                lineHeight: 1
                wrapMode: Text.NoWrap
                height: value.height * 0.86
                verticalAlignment: Text.AlignBottom
            }
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.also
            cap: 6
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Note {
            objectName: "quality"
            width: parent?.width ?? 0
            tone: screen.about.tone
            icon: screen.about.icon
            text: screen.about.quality
            cap: Theme.heading
            strong: true
        }

        ProgressLine {
            width: parent?.width ?? 0
            visible: screen.about.fraction > 0
            fraction: screen.about.fraction
            fill: Theme.good
        }

        BigButton {
            objectName: "skip"
            visible: !screen.about.accepted
            label: qsTr("Skip this measurement")
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            icon: "ban"
            kind: "quiet"
            onPressed: screen.app.act.choose("skip")
        }
    }
}
