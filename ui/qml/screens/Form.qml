pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import "../../keyboard"

// Fields above, our keyboard below.
FocusScope {
    id: screen

    required property var app
    readonly property var page: app.page
    readonly property bool wide: width > height
    property Field field: null
    readonly property bool pad: (field?.keyboard ?? "letters") !== "letters"

    function enter(index: int) {
        field = fields.itemAt(index) as Field
        if (field)
            field.forceActiveFocus()
    }

    Component.onCompleted: enter(0)

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
            text: screen.page.heading
            cap: Theme.large ? Theme.heading : Theme.question
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.page.why
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Beside {
            width: parent?.width ?? 0
            text: screen.page.beside
        }

        Repeater {
            model: screen.page.lines

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                horizontalAlignment: Text.AlignLeft
            }
        }

        Grid {
            id: grid
            anchors.left: parent?.left
            width: Math.min(parent?.width ?? 0, (fields.count === 1 && screen.pad ? 160 : 1000) * Theme.mm)
            columns: screen.wide || fields.count === 3 ? Math.max(1, fields.count) : 1
            spacing: Theme.gap

            Repeater {
                id: fields
                model: screen.page.fields.length

                Field {
                    id: field
                    required property int index
                    readonly property var about: screen.page.fields[index] ?? ({})
                    objectName: about.name ?? ""
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    label: about.label ?? ""
                    example: about.example ?? ""
                    error: about.error ?? ""
                    keyboard: about.keyboard ?? "letters"
                    capitals: keyboard === "letters"
                    most: about.most ?? 60
                    masked: about.masked ?? false
                    input.onActiveFocusChanged: {
                        if (input.activeFocus)
                            screen.field = field
                    }
                    input.onTextChanged: screen.app.act.type(about.name, input.text)
                    Component.onCompleted: text = about.text ?? ""
                    onAccepted: {
                        if (index + 1 < fields.count)
                            screen.enter(index + 1)
                        else
                            screen.app.act.next()
                    }
                    Keys.onDownPressed: board.enter()
                }
            }
        }

        Repeater {
            model: screen.page.fields.length

            Note {
                required property int index
                readonly property string wrong: screen.page.fields[index]?.error ?? ""
                visible: wrong !== ""
                width: parent?.width ?? 0
                tone: "danger"
                icon: "circle-alert"
                text: wrong
                strong: true
            }
        }

        Repeater {
            model: screen.page.notes

            Note {
                required property var modelData
                width: parent?.width ?? 0
                text: modelData.text
                tone: modelData.tone
                icon: modelData.icon
                strong: true
            }
        }

        Repeater {
            model: screen.page.buttons

            BigButton {
                required property var modelData
                objectName: modelData.name
                anchors.left: parent?.left
                width: Math.min(parent?.width ?? 0, implicitWidth)
                label: modelData.label
                icon: modelData.icon
                kind: modelData.kind
                onPressed: screen.app.act.choose(modelData.name)
            }
        }
    }

    Keyboard {
        id: board
        objectName: "keyboard"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * Theme.mm
        anchors.horizontalCenter: parent.horizontalCenter
        width: screen.pad ? Math.min(parent.width - 2 * Theme.margin, 160 * Theme.mm) : parent.width - 2 * Theme.margin
        height: Math.min(implicitHeight, screen.height * 0.62)
        language: screen.app.shell.language
        layout: screen.field?.keyboard ?? "letters"
        capitals: screen.field?.capitals ?? true
        target: screen.field?.input ?? null
    }
}
