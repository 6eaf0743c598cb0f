pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// For who works here: what waits to be sent, since when, why, and what to do. Nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.station

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Note {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            icon: screen.about.icon
            tone: screen.about.tone
            cap: Theme.question
            strong: true
        }

        Flow {
            id: waits
            width: parent?.width ?? 0
            visible: screen.about.waits.length > 0
            spacing: Theme.gap * 2

            Repeater {
                model: screen.about.waits

                Words {
                    required property string modelData
                    width: Math.min(implicitWidth, waits.width)
                    text: modelData
                    cap: 6
                    strong: true
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }

        Words {
            objectName: "oldest"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.oldest
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "tried"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.tried
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.lines

            Card {
                id: card
                required property var modelData
                objectName: "line-" + modelData.id
                width: parent?.width ?? 0
                height: body.height + 6 * Theme.mm
                tone: modelData.tone === "good" ? "" : modelData.tone

                Column {
                    id: body
                    anchors.centerIn: parent
                    width: parent.width - 12 * Theme.mm
                    spacing: 1.5 * Theme.mm

                    Note {
                        width: parent.width
                        text: card.modelData.text
                        tone: card.modelData.tone
                        icon: card.modelData.icon
                        cap: Theme.label
                        strong: true
                    }

                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: card.modelData.more
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }
        }
    }
}
