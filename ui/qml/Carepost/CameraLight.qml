import QtQuick

// The camera is on: said by a light and a word, on every screen.
Card {
    objectName: "camera-light"
    tone: "danger"
    implicitWidth: light.width + 8 * Theme.mm
    implicitHeight: Math.max(Theme.target, light.height + 4 * Theme.mm)

    Row {
        id: light
        anchors.centerIn: parent
        spacing: 3 * Theme.mm

        Rectangle {
            width: 5 * Theme.mm
            height: width
            radius: width / 2
            color: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: qsTr("Camera on")
            strong: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            color: Theme.danger
        }
    }
}
