pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Quiet rest before the cuff, and between its readings: the time left, not a spinner.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.measure

    Split {
        anchors.fill: parent
        spacing: Theme.gap * 1.4
        side: Picture {
            name: "sitting"
            description: qsTr("A person sitting with back and arm supported, feet flat")
        }

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.instruction
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "why"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.why
            cap: 6
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "time-left"
            width: parent?.width ?? 0
            text: screen.about.left
            font.pixelSize: Theme.sizeUpTo(Theme.value, 34)
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        ProgressLine {
            width: parent?.width ?? 0
            fraction: screen.about.fraction
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.last ? qsTr("The last reading: %1").arg(screen.about.last) : ""
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }

        Note {
            objectName: "how-to-stop"
            width: parent?.width ?? 0
            tone: "primary"
            icon: "octagon-x"
            text: screen.about.stop
        }

        Note {
            visible: screen.about.shortened
            width: parent?.width ?? 0
            tone: "caution"
            icon: "info"
            text: qsTr("Demo: this time is shorter than it should be.")
        }

        BigButton {
            objectName: "skip"
            label: qsTr("Skip this measurement")
            icon: "ban"
            kind: "quiet"
            onPressed: screen.app.act.choose("skip")
        }
    }
}
