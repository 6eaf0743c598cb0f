pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What the provider wrote, in large letters; the same words as on the page to take home.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.plan

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
            text: qsTr("Your plan")
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Note {
            width: parent?.width ?? 0
            icon: "stethoscope"
            tone: "primary"
            cap: 6
            strong: true
            text: qsTr("From %1").arg(screen.about.provider)
        }

        Words {
            objectName: "disposition"
            width: parent?.width ?? 0
            text: screen.about.disposition
            cap: Theme.heading
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "plan-text"
            width: parent?.width ?? 0
            text: screen.about.text
            cap: 7
            horizontalAlignment: Text.AlignLeft
        }

        Note {
            visible: screen.about.referral !== ""
            width: parent?.width ?? 0
            icon: "map-pin"
            cap: 6
            text: qsTr("Where to go: %1").arg(screen.about.referral)
        }

        Note {
            visible: screen.about.follow_up !== ""
            width: parent?.width ?? 0
            icon: "clock"
            cap: 6
            text: qsTr("When to come back: %1").arg(screen.about.follow_up)
        }

        Words {
            visible: screen.about.warning_signs.length > 0
            width: parent?.width ?? 0
            text: qsTr("Get help at once if:")
            cap: 6
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.warning_signs

            Note {
                required property string modelData
                width: parent?.width ?? 0
                icon: "triangle-alert"
                tone: "caution"
                cap: 6
                text: modelData
            }
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
