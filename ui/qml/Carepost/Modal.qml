pragma ComponentBehavior: Bound

import QtQuick

// A plate over everything: one matter, a few buttons. Touches behind it do nothing.
FocusScope {
    id: modal

    required property var app
    readonly property var about: app.overlay
    readonly property bool wide: width > height

    Accessible.role: Accessible.Dialog
    Accessible.name: about.heading

    Rectangle {
        anchors.fill: parent
        color: Theme.contrast ? "#000000" : "#14213D"
        opacity: Theme.contrast ? 0.85 : 0.6
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => { wheel.accepted = true }
    }

    Card {
        id: plate
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 330 * Theme.mm)
        height: Math.min(parent.height - 2 * Theme.margin, column.wanted + 2 * Theme.margin + 1)
        border.width: Theme.mm
        border.color: Theme.tone(modal.about.tone)

        Scroller {
            id: column
            readonly property real wanted: flick.contentHeight
            anchors.fill: parent
            anchors.margins: Theme.margin
            spacing: Theme.gap * 1.2
            focus: true

            Note {
                objectName: "overlay-heading"
                width: parent?.width ?? 0
                text: modal.about.heading
                icon: modal.about.icon
                tone: modal.about.tone
                cap: Theme.question
                strong: true
            }

            Repeater {
                model: modal.about.lines

                Words {
                    required property string modelData
                    width: parent?.width ?? 0
                    text: modelData
                    cap: 6
                    horizontalAlignment: Text.AlignLeft
                }
            }

            Words {
                objectName: "overlay-seconds"
                visible: text !== ""
                width: parent?.width ?? 0
                text: modal.about.left
                cap: 14
                strong: true
                horizontalAlignment: Text.AlignHCenter
            }

            Grid {
                id: buttons
                width: parent?.width ?? 0
                columns: modal.wide && modal.about.buttons.length > 1 ? 2 : 1
                spacing: Theme.gap

                Repeater {
                    model: modal.about.buttons

                    BigButton {
                        required property var modelData
                        required property int index
                        objectName: modelData.name
                        width: (buttons.width - (buttons.columns - 1) * buttons.spacing) / buttons.columns
                        label: modelData.label
                        icon: modelData.icon
                        kind: modelData.kind
                        focus: index === 0
                        onPressed: modal.app.act.choose(modelData.name)
                    }
                }
            }
        }
    }
}
