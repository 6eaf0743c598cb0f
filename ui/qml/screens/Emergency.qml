pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Unlike all others: what to do at once, the number, and the truth about who has answered. A quiet one has
// no red and no tone.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.emergency
    readonly property bool wide: width > height
    readonly property color ink: about.quiet ? Theme.ink : Theme.inkOnDanger

    Rectangle {
        anchors.fill: parent
        color: screen.about.quiet ? Theme.ground : Theme.dangerFill
    }

    Scroller {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap * 1.2

        Item {
            width: parent?.width ?? 0
            height: Math.max(sign.height, heading.height)

            Icon {
                id: sign
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                name: screen.about.quiet ? "heart" : "siren"
                side: 18 * Theme.mm
                color: screen.ink
            }

            Words {
                id: heading
                objectName: "heading"
                text: screen.about.quiet ? qsTr("You are not alone.") : qsTr("This may be an emergency.")
                cap: Theme.question
                strong: true
                lineHeight: 1
                color: screen.ink
                horizontalAlignment: Text.AlignLeft
                anchors.left: sign.right
                anchors.leftMargin: 6 * Theme.mm
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        Grid {
            id: halves
            width: parent?.width ?? 0
            columns: screen.wide ? 2 : 1
            columnSpacing: 2 * Theme.margin
            rowSpacing: Theme.gap * 1.2
            readonly property real each: (width - (columns - 1) * columnSpacing) / columns

            Column {
                width: halves.each
                spacing: Theme.gap

                Words {
                    objectName: "emergency-number"
                    width: parent.width
                    text: qsTr("Call %1").arg(screen.about.number)
                    font.pixelSize: Theme.sizeUpTo(16, 18)
                    strong: true
                    lineHeight: 1
                    color: screen.ink
                    horizontalAlignment: Text.AlignLeft
                }

                Repeater {
                    model: screen.about.steps

                    Column {
                        required property var modelData
                        width: parent?.width ?? 0
                        spacing: Theme.mm

                        Words {
                            width: parent.width
                            text: parent.modelData.text
                            cap: 6.5
                            strong: true
                            lineHeight: 1.05
                            color: screen.ink
                            horizontalAlignment: Text.AlignLeft
                        }

                        Beside {
                            width: parent.width
                            text: parent.modelData.beside
                            color: screen.ink
                        }
                    }
                }
            }

            Column {
                width: halves.each
                spacing: Theme.gap

                Words {
                    objectName: "emergency-truth"
                    width: parent.width
                    text: screen.about.truth
                    cap: 6.5
                    strong: true
                    color: screen.ink
                    horizontalAlignment: Text.AlignLeft
                }

                Words {
                    objectName: "emergency-calling"
                    width: parent.width
                    visible: text !== ""
                    text: screen.about.calling
                    cap: 6
                    strong: true
                    color: screen.ink
                    horizontalAlignment: Text.AlignLeft
                }

                Words {
                    width: parent.width
                    text: qsTr("You are at: %1").arg(screen.about.where)
                    cap: 5.5
                    color: screen.ink
                    horizontalAlignment: Text.AlignLeft
                }

                Words {
                    objectName: "emergency-code-status"
                    width: parent.width
                    visible: text !== ""
                    text: screen.about.code_status
                    cap: 6
                    strong: true
                    color: screen.ink
                    horizontalAlignment: Text.AlignLeft
                }

                Repeater {
                    model: screen.about.buttons

                    BigButton {
                        required property var modelData
                        objectName: modelData.name
                        width: halves.each
                        label: modelData.label
                        icon: modelData.icon
                        onPressed: screen.app.act.choose(modelData.name)
                    }
                }
            }
        }
    }
}
