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
            text: screen.app.shell.signed_in ? qsTr("The plan") : qsTr("Your plan")
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        ReadAloud {
            app: screen.app
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

        Beside {
            width: parent?.width ?? 0
            text: screen.about.disposition_beside
        }

        Words {
            objectName: "plan-text"
            width: parent?.width ?? 0
            text: screen.about.text
            cap: 7
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.refills

            Column {
                id: refill
                required property var modelData
                objectName: "refill"
                width: parent?.width ?? 0
                spacing: 1.5 * Theme.mm

                Note {
                    width: parent.width
                    icon: refill.modelData.icon
                    tone: refill.modelData.tone
                    cap: 6
                    strong: true
                    text: refill.modelData.text
                    beside: refill.modelData.beside
                }

                Words {
                    visible: text !== ""
                    width: parent.width
                    text: refill.modelData.why
                    cap: 6
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }

        Words {
            visible: screen.about.medicines.length > 0
            width: parent?.width ?? 0
            text: qsTr("Your medicines:")
            cap: 6
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.medicines

            Card {
                id: medicine
                required property var modelData
                objectName: "medicine"
                width: parent?.width ?? 0
                height: told.height + 6 * Theme.mm

                Column {
                    id: told
                    anchors.centerIn: parent
                    width: parent.width - 12 * Theme.mm
                    spacing: 1.5 * Theme.mm

                    Note {
                        width: parent.width
                        icon: "pill"
                        tone: "primary"
                        cap: 6
                        strong: true
                        text: medicine.modelData.name
                    }

                    Words {
                        width: parent.width
                        text: medicine.modelData.how
                        cap: 6
                        horizontalAlignment: Text.AlignLeft
                    }

                    Beside {
                        width: parent.width
                        text: medicine.modelData.beside
                    }

                    Words {
                        visible: text !== ""
                        width: parent.width
                        text: medicine.modelData.note
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }
        }

        Note {
            objectName: "referral"
            visible: screen.about.referral.length > 0
            width: parent?.width ?? 0
            icon: "map-pin"
            cap: 6
            text: qsTr("Where to go: %1").arg(screen.about.referral.join("\n"))
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

        Beside {
            visible: text !== "" && screen.about.warning_signs.length > 0
            width: parent?.width ?? 0
            text: screen.about.warning_beside
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
            beside: screen.about.emergency_beside
        }

        BigButton {
            objectName: "card"
            visible: label !== ""
            width: Math.min(parent?.width ?? 0, Math.max(implicitWidth, 150 * Theme.mm))
            icon: "qr-code"
            label: screen.about.card
            onPressed: screen.app.act.choose("card")
        }

        BigButton {
            objectName: "what-we-keep"
            visible: !screen.app.shell.signed_in // of a resident the home tells
            width: Math.min(parent?.width ?? 0, Math.max(implicitWidth, 150 * Theme.mm))
            icon: "lock"
            kind: "quiet"
            label: qsTr("What do you keep of me?")
            onPressed: screen.app.act.choose("what-we-keep")
        }
    }
}
