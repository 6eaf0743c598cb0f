pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The visit to take home: the square to scan, the numbers that go with it, the paper.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.take

    Split {
        anchors.fill: parent
        spacing: Theme.gap * 1.2
        side: screen.about.code !== "" ? code : null

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        ReadAloud {
            app: screen.app
        }

        Repeater {
            model: screen.about.paper

            Note {
                required property var modelData
                objectName: "paper"
                width: parent?.width ?? 0
                text: modelData.text
                tone: modelData.tone
                icon: modelData.icon
                cap: 6
                strong: true
            }
        }

        Repeater {
            model: screen.about.steps

            Words {
                required property string modelData
                required property int index
                width: parent?.width ?? 0
                text: (index + 1) + ". " + modelData
                cap: 6
                horizontalAlignment: Text.AlignLeft
            }
        }

        Words {
            objectName: "passcode"
            visible: text !== ""
            width: parent?.width ?? 0
            text: screen.about.numbers
            cap: 12
            strong: true
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.size(5)
            horizontalAlignment: Text.AlignLeft
            LayoutMirroring.enabled: false
            Accessible.name: screen.about.numbers_spoken
        }

        Repeater {
            model: screen.about.works

            Note {
                required property var modelData
                objectName: "works"
                width: parent?.width ?? 0
                text: modelData.text
                tone: modelData.tone
                icon: modelData.icon
                cap: 6
                strong: true
            }
        }

        Words {
            visible: text !== ""
            width: parent?.width ?? 0
            text: screen.about.until
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.buttons

            BigButton {
                required property var modelData
                objectName: modelData.name
                width: Math.min(parent?.width ?? 0, Math.max(implicitWidth, 150 * Theme.mm))
                label: modelData.label
                icon: modelData.icon
                kind: modelData.kind
                onPressed: screen.app.act.choose(modelData.name)
            }
        }
    }

    Component {
        id: code

        // White around it also in high contrast: cameras need the quiet zone.
        Rectangle {
            color: "#FFFFFF"
            radius: Theme.radius
            border.width: Theme.line
            border.color: Theme.edge
            Accessible.role: Accessible.Graphic
            Accessible.name: screen.about.code_words

            Image {
                objectName: "code"
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height) - 6 * Theme.mm
                height: width
                fillMode: Image.PreserveAspectFit
                smooth: false
                source: screen.about.code
            }
        }
    }
}
