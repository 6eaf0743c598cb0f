pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The invitation, in all languages at once: nobody has chosen one yet. It shows nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.welcome

    Split {
        x: screen.about.right * 2 * Theme.mm
        y: screen.about.down * 2 * Theme.mm
        width: screen.width
        height: screen.height
        share: 0.36
        spacing: Theme.gap * 1.6
        side: Picture {
            name: "touch"
            description: screen.about.place
        }

        Words {
            width: parent?.width ?? 0
            text: screen.about.place
            cap: Theme.heading
            strong: true
            color: Theme.primary
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.languages

            Column {
                id: column
                required property var modelData
                required property int index
                width: parent?.width ?? 0
                spacing: 3 * Theme.mm

                BigButton {
                    objectName: "language-" + column.modelData.code
                    width: parent.width
                    height: Math.max(implicitHeight, 28 * Theme.mm)
                    kind: "primary"
                    label: column.modelData.name + ": " + column.modelData.touch
                    cap: 8
                    focus: column.index === 0
                    onPressed: screen.app.act.language(column.modelData.code)
                }

                Repeater {
                    model: column.modelData.lines

                    Words {
                        required property string modelData
                        width: parent?.width ?? 0
                        text: modelData
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }
        }
    }
}
