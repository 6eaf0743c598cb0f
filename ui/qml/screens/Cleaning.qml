pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What to wipe, in pictures. For some time touches do nothing but one, for whoever needs help now; it asks once
// more, at another place, which a wiping hand does not touch next.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.cleaning
    readonly property bool wide: width > height

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap * 1.2

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            text: screen.about.other
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }

        BigButton {
            objectName: "unlock-yes"
            visible: screen.about.unlock_yes !== ""
            width: Math.min(parent?.width ?? 0, Math.max(implicitWidth, 150 * Theme.mm))
            x: parent ? parent.width - width : 0
            kind: "danger"
            icon: "hand"
            label: screen.about.unlock_yes
            onPressed: screen.app.act.choose("unlock-yes")
        }

        Grid {
            id: things
            width: parent?.width ?? 0
            columns: 3
            spacing: Theme.gap

            Repeater {
                model: screen.about.things

                Column {
                    id: thing
                    required property var modelData
                    width: (things.width - 2 * things.spacing) / 3
                    spacing: 2 * Theme.mm

                    Picture {
                        width: parent.width
                        height: Math.min(width * 0.75, (screen.wide ? 85 : 70) * Theme.mm)
                        name: thing.modelData.picture
                        description: thing.modelData.text
                    }

                    Words {
                        width: parent.width
                        text: thing.modelData.text
                        cap: 6
                        strong: true
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }

        Note {
            objectName: "touch-off"
            visible: screen.about.locked
            width: parent?.width ?? 0
            icon: "hand"
            tone: "primary"
            cap: 6
            strong: true
            text: screen.about.left
        }

        ProgressLine {
            visible: screen.about.locked
            width: parent?.width ?? 0
            fraction: screen.about.fraction
        }

        Grid {
            id: buttons
            width: parent?.width ?? 0
            columns: screen.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: screen.about.buttons

                BigButton {
                    required property var modelData
                    objectName: modelData.name
                    width: (buttons.width - (buttons.columns - 1) * buttons.spacing) / buttons.columns
                    label: modelData.label
                    icon: modelData.icon
                    kind: modelData.kind
                    onPressed: screen.app.act.choose(modelData.name)
                }
            }
        }

        BigButton {
            objectName: "unlock"
            visible: screen.about.locked
            width: Math.min(parent?.width ?? 0, Math.max(implicitWidth, 150 * Theme.mm))
            icon: "hand"
            label: screen.about.unlock
            onPressed: screen.app.act.choose("unlock")
        }

        Note {
            width: parent?.width ?? 0
            icon: "phone"
            tone: "danger"
            cap: 6
            strong: true
            text: screen.about.emergency
        }
    }
}
