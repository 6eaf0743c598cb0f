pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import CarepostItems

// Pictures for a specialist: what to show, the camera's picture with a word of advice, and the picture taken.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.photo

    Component {
        id: sight

        Rectangle {
            color: "#0B1324"
            radius: Theme.radius
            clip: true
            border.width: 2 * Theme.line
            border.color: screen.about.tone === "good" ? Theme.good : "#0B1324"

            VideoView {
                objectName: "exam-video"
                anchors.fill: parent
                anchors.margins: 2 * Theme.line
                source: screen.app.exam
                fill: false
            }

            Words {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.margin
                visible: !screen.app.exam.live
                text: qsTr("The camera's picture comes in a moment.")
                color: "#FFFFFF"
                horizontalAlignment: Text.AlignHCenter
            }

            // Which way to move: large arrows over the picture, towards its middle or away from it.
            Repeater {
                model: screen.about.arrow !== "" ? [0, 1] : []

                Rectangle {
                    required property int modelData
                    readonly property bool inwards: screen.about.arrow === "in"
                    x: modelData === 0 ? Theme.gap : (parent?.width ?? 0) - width - Theme.gap
                    y: ((parent?.height ?? 0) - height) / 2
                    width: 20 * Theme.mm
                    height: width
                    radius: width / 2
                    color: "#0B1324"

                    Icon {
                        anchors.centerIn: parent
                        width: 14 * Theme.mm
                        height: width
                        name: (parent.modelData === 0) === parent.inwards ? "chevron-right" : "chevron-left"
                        color: "#FFFFFF"
                    }
                }
            }
        }
    }

    Split {
        anchors.fill: parent
        spacing: Theme.gap
        share: 0.58
        side: screen.about.seen ? sight : null

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: screen.about.seen ? Theme.heading : Theme.question
            strong: true
            lineHeight: 1.05
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "photo-progress"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.progress
            color: Theme.muted
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

        Beside {
            width: parent?.width ?? 0
            text: screen.about.beside
        }

        Note {
            objectName: "photo-advice"
            width: parent?.width ?? 0
            visible: text !== ""
            tone: screen.about.tone
            icon: screen.about.icon
            text: screen.about.advice
            cap: screen.about.seen ? Theme.heading : Theme.label
            strong: true
        }

        Repeater {
            model: screen.about.reasons

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                cap: 6
                horizontalAlignment: Text.AlignLeft
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
            width: parent?.width ?? 0
            visible: screen.about.filming && screen.about.phase === "taking"
            fraction: screen.about.fraction
            fill: Theme.good
        }

        Flow {
            id: ways
            width: parent?.width ?? 0
            spacing: Theme.gap
            visible: screen.about.choices.length > 0

            Repeater {
                model: screen.about.choices

                BigButton {
                    required property var modelData
                    objectName: "photo-" + modelData.name
                    width: screen.about.choices.length > 6 ? (ways.width - Theme.gap) / 2 : ways.width
                    label: modelData.label
                    onPressed: screen.app.act.choose("photo-" + modelData.name)
                }
            }
        }

        Flow {
            width: parent?.width ?? 0
            spacing: Theme.gap
            visible: screen.about.knobs.length > 0

            Repeater {
                model: screen.about.knobs

                BigButton {
                    required property var modelData
                    objectName: "camera-" + modelData.name
                    width: Math.min(implicitWidth, parent?.width ?? 0)
                    label: modelData.label
                    icon: modelData.icon
                    onPressed: screen.app.act.control(modelData.name)
                }
            }
        }

        BigButton {
            objectName: "photo-stop"
            visible: screen.about.filming && screen.about.phase === "taking"
            width: parent?.width ?? 0
            label: qsTr("Stop")
            icon: "x"
            onPressed: screen.app.act.stop()
        }

        BigButton {
            objectName: screen.about.staff ? "photo-patient" : "photo-staff"
            visible: screen.about.phase === "aim"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            kind: "quiet"
            label: screen.about.staff ? qsTr("Staff takes the picture. Touch to change.") : qsTr("Somebody who works here takes it")
            icon: screen.about.staff ? "user-round" : "users"
            onPressed: screen.app.act.choose(objectName)
        }

        BigButton {
            objectName: "photo-skip"
            visible: screen.about.phase === "aim" || screen.about.phase === "look"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            kind: "quiet"
            label: qsTr("Skip this picture")
            icon: "ban"
            onPressed: screen.app.act.choose("photo-skip")
        }
    }
}
