pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The invitation, in all languages at once: nobody has chosen one yet. It shows nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.welcome
    readonly property bool many: about.languages.length > 2
    readonly property bool crowd: about.languages.length > 3 // all must be seen at once: no drawing then

    Component {
        id: drawing

        Picture {
            name: "touch"
            description: ""
        }
    }

    Split {
        x: screen.about.right * 2 * Theme.mm
        y: (screen.about.down + 1) * 2 * Theme.mm // never up: the name would touch the header's buttons
        width: screen.width
        height: screen.height - 4 * Theme.mm
        share: 0.36
        spacing: Theme.gap * (screen.many ? 1.1 : 1.6)
        side: screen.crowd ? null : drawing

        Words {
            width: parent?.width ?? 0
            text: screen.about.place
            cap: Theme.heading
            strong: true
            color: Theme.primary
            horizontalAlignment: Text.AlignLeft
        }

        Note {
            objectName: "notice"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.notice
            icon: "info"
            tone: "caution"
            cap: Theme.label
        }

        Repeater {
            model: screen.about.closed

            Note {
                required property string modelData
                objectName: "closed"
                width: parent?.width ?? 0
                text: modelData
                icon: "ban"
                tone: "danger"
                cap: Theme.label
                strong: true
            }
        }

        Grid {
            id: places
            width: parent?.width ?? 0
            columns: screen.crowd && screen.width > screen.height && Theme.letters === 0 ? Math.ceil(screen.about.languages.length / 2) : 1
            spacing: Theme.gap * (screen.many ? 1.1 : 1.6)

            Repeater {
                model: screen.about.languages

                Column {
                    id: column
                    required property var modelData
                    required property int index
                    readonly property string tongue: modelData.code // the language its words are spoken in
                    width: (places.width - places.spacing * (places.columns - 1)) / places.columns
                    spacing: 3 * Theme.mm

                    Row {
                        width: parent.width
                        spacing: Theme.gap

                        BigButton {
                            id: begin
                            objectName: "language-" + column.modelData.code
                            width: parent.width - look.width - parent.spacing
                            height: Math.max(implicitHeight, look.implicitHeight, (screen.many ? 22 : 28) * Theme.mm)
                            kind: "primary"
                            label: column.modelData.name + ": " + column.modelData.touch
                            cap: 8
                            family: column.modelData.family
                            focus: column.index === 0
                            onPressed: screen.app.act.language(column.modelData.code)
                        }

                        BigButton {
                            id: look
                            objectName: "symptoms-" + column.modelData.code
                            width: Math.max(parent.width * 0.27, widestWord + 6 * Theme.mm)
                            height: begin.height
                            label: column.modelData.look_up
                            family: column.modelData.family
                            icon: "search"
                            iconAbove: true
                            onPressed: screen.app.act.choose("symptoms-" + column.modelData.code)
                        }
                    }

                    Repeater {
                        model: screen.many ? [column.modelData.lines.join(" ")] : column.modelData.lines

                        Words {
                            required property string modelData
                            width: parent?.width ?? 0
                            text: modelData
                            font.family: column.modelData.family
                            horizontalAlignment: Text.AlignLeft
                        }
                    }
                }
            }
        }
    }
}
