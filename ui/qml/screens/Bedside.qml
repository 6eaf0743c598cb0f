pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// One resident: today's values beside the usual ones, what is still due, and what can be done.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.round

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        RoundHead {
            width: parent?.width ?? 0
            about: screen.about
        }

        Repeater {
            model: screen.about.cards

            ResultCard {
                required property var modelData
                objectName: "bed-value-" + modelData.id
                width: parent?.width ?? 0
                row: modelData
            }
        }

        Deeds {
            width: parent?.width ?? 0
            app: screen.app
            buttons: screen.about.buttons
        }
    }
}
