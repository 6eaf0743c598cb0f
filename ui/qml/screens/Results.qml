pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What was measured, and what it means in plain words. A poor reading looks different.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.results

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: qsTr("Your results")
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        ReadAloud {
            app: screen.app
        }

        Repeater {
            model: screen.about.rows

            ResultCard {
                required property var modelData
                objectName: "result-" + modelData.id
                width: parent?.width ?? 0
                row: modelData
            }
        }

        Note {
            objectName: "what-next"
            visible: text !== ""
            width: parent?.width ?? 0
            tone: screen.about.next_tone
            icon: "arrow-right"
            text: screen.about.next_words
            beside: screen.about.next_beside
            cap: 6
            strong: true
        }

        Repeater {
            model: screen.about.more

            BigButton {
                required property var modelData
                objectName: modelData.name
                anchors.left: parent?.left
                width: Math.min(implicitWidth, parent?.width ?? 0)
                label: modelData.label
                icon: "plus"
                onPressed: screen.app.act.choose(modelData.name)
            }
        }

        BigButton {
            objectName: "take-picture"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: qsTr("Show something with a picture")
            icon: "camera"
            onPressed: screen.app.act.choose("take-picture")
        }

        BigButton {
            objectName: "record-sound"
            visible: screen.app.sound.possible
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: qsTr("For staff: record heart or lung sounds")
            icon: "stethoscope"
            onPressed: screen.app.act.choose("record-sound")
        }

        BigButton {
            objectName: "change"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: qsTr("Change my answers")
            icon: "repeat"
            kind: "quiet"
            onPressed: screen.app.act.choose("change")
        }

        BigButton {
            objectName: "by-hand"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            label: qsTr("For staff: enter by hand")
            icon: "user-round"
            kind: "quiet"
            onPressed: screen.app.act.choose("by-hand")
        }

        Note {
            objectName: "sound-refusal"
            visible: screen.app.sound.refusal !== ""
            width: parent?.width ?? 0
            tone: "caution"
            icon: "triangle-alert"
            text: screen.app.sound.refusal
        }

        Note {
            objectName: "saved"
            visible: screen.about.saved !== ""
            width: parent?.width ?? 0
            tone: screen.about.saved_tone
            icon: screen.about.saved_tone === "good" ? "save" : "triangle-alert"
            text: screen.about.saved
        }
    }
}
