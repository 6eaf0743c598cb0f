pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Unlike all others: what to do at once, the number, and the truth about who has answered. A quiet one has
// no red and no tone.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.emergency
    readonly property color ink: about.quiet ? Theme.ink : Theme.inkOnDanger

    Rectangle {
        anchors.fill: parent
        color: screen.about.quiet ? Theme.ground : Theme.dangerFill
    }

    Scroller {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap * 1.3

        Row {
            spacing: 6 * Theme.mm

            Icon {
                name: screen.about.quiet ? "heart" : "siren"
                side: 18 * Theme.mm
                color: screen.ink
            }

            Words {
                objectName: "heading"
                text: screen.about.quiet ? qsTr("You are not alone.") : qsTr("This may be an emergency.")
                cap: Theme.question
                strong: true
                color: screen.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        Repeater {
            model: screen.about.steps

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                cap: 7.5
                strong: true
                color: screen.ink
                horizontalAlignment: Text.AlignLeft
            }
        }

        Words {
            objectName: "emergency-number"
            width: parent?.width ?? 0
            text: qsTr("Call %1").arg(screen.about.number)
            cap: 16
            strong: true
            color: screen.ink
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            text: qsTr("You are at: %1").arg(screen.about.where)
            cap: 6
            color: screen.ink
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "emergency-truth"
            width: parent?.width ?? 0
            text: screen.about.truth
            cap: 6
            strong: true
            color: screen.ink
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: grid
            width: parent?.width ?? 0
            columns: width > 320 * Theme.mm ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: screen.about.buttons

                BigButton {
                    required property var modelData
                    objectName: modelData.name
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    label: modelData.label
                    icon: modelData.icon
                    onPressed: screen.app.act.choose(modelData.name)
                }
            }
        }
    }
}
