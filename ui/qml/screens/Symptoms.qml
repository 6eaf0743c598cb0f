pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import "../../keyboard"

// Look up a symptom: a word is typed, what is meant comes up while typing. It shows nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.symptoms
    readonly property bool wide: width > height

    Scroller {
        id: top
        x: Theme.margin
        y: Theme.gap
        width: parent.width - 2 * Theme.margin
        height: board.y - y - Theme.gap
        spacing: Theme.gap

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.heading
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: line
            width: parent?.width ?? 0
            columns: screen.wide ? 2 : 1
            spacing: Theme.gap

            Field {
                id: field
                objectName: "symptom"
                width: screen.wide ? line.width - body.width - line.spacing : line.width
                name: screen.about.heading
                example: screen.about.example
                focus: true
                capitals: false
                most: 40
                input.onTextChanged: screen.app.act.type("symptom", input.text)
                Keys.onDownPressed: board.enter()
            }

            BigButton {
                id: body
                objectName: "symptom-body"
                width: screen.wide ? implicitWidth : line.width
                label: screen.about.body
                icon: "user-round"
                onPressed: screen.app.act.choose("symptom-body")
            }
        }

        Words {
            objectName: "symptom-none"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.none
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: grid
            width: parent?.width ?? 0
            columns: screen.wide ? 3 : 2
            spacing: Theme.gap

            Repeater {
                model: screen.about.found

                BigButton {
                    required property var modelData
                    objectName: "symptom-" + modelData.name
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    label: modelData.label
                    onPressed: screen.app.act.choose("symptom-" + modelData.name)
                }
            }
        }
    }

    Keyboard {
        id: board
        objectName: "keyboard"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * Theme.mm
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - 2 * Theme.margin
        height: Math.min(implicitHeight, screen.height * 0.5)
        language: screen.app.shell.language
        layout: "letters"
        capitals: false
        target: field.input
    }
}
