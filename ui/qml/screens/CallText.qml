pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import "../../keyboard"

// Text beside the picture: what was written, what the other is writing this moment, and our own keyboard.
Item {
    id: panel
    objectName: "chat"

    required property var app
    readonly property var about: app.call

    signal seen

    ListView {
        id: lines
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: entry.top
        anchors.margins: Theme.gap
        clip: true
        spacing: 3 * Theme.mm
        model: panel.about.chat
        onCountChanged: {
            positionViewAtEnd()
            panel.seen()
        }
        onHeightChanged: positionViewAtEnd()
        onContentHeightChanged: positionViewAtEnd()

        delegate: CallLine {
            required property var modelData
            width: ListView.view?.width ?? 0
            sender: modelData.mine ? qsTr("You") : modelData.sender
            text: modelData.text
            mine: modelData.mine
        }

        footer: Item {
            width: ListView.view?.width ?? 0
            height: now.visible ? now.height + 3 * Theme.mm : 0

            CallLine {
                id: now
                objectName: "chat-now"
                y: 3 * Theme.mm
                visible: panel.about.writing !== ""
                width: parent.width
                sender: qsTr("%1 is writing").arg(panel.about.writer)
                text: panel.about.writing
                mine: false
                open: true
            }
        }
    }

    Row {
        id: entry
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: keys.top
        anchors.margins: 3 * Theme.mm
        spacing: 3 * Theme.mm

        Field {
            id: field
            objectName: "chat-field"
            width: parent.width - send.width - parent.spacing
            label: ""
            name: qsTr("Write to the provider. They see each letter as you type.")
            example: qsTr("Write to the provider")
            most: 500
            byContent: true
            input.onTextChanged: panel.app.act.type("chat", input.text)
            onAccepted: send.pressed()
            Keys.onDownPressed: keys.enter()
        }

        IconButton {
            id: send
            objectName: "send"
            width: 24 * Theme.mm
            height: field.height
            icon: "send"
            chosen: true
            label: qsTr("Send")
            onPressed: {
                panel.app.act.say()
                field.text = ""
            }
        }
    }

    Keyboard {
        id: keys
        objectName: "keyboard"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 3 * Theme.mm
        height: Math.min(implicitHeight, Math.max(panel.height * 0.5, 4 * 15 * Theme.mm + 3 * gap))
        language: panel.app.shell.language
        tongues: Object.keys(Layouts.letters)
        target: field.input
    }
}
