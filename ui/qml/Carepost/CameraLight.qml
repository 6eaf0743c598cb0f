import QtQuick

// Camera, microphone or both are open: said by a light, pictures and a word, on every screen; and how loud one is.
Card {
    id: plate
    objectName: "camera-light"

    property bool camera: true
    property bool microphone: false
    property int level: 0 // tenths, of the microphone

    tone: "danger"
    implicitWidth: light.width + 8 * Theme.mm
    implicitHeight: Math.max(Theme.target, light.height + 4 * Theme.mm)
    Accessible.role: Accessible.Indicator
    Accessible.name: camera && microphone ? qsTr("Camera and microphone are on") : camera ? qsTr("The camera is on") : qsTr("The microphone is on")

    Row {
        id: light
        anchors.centerIn: parent
        spacing: 2.5 * Theme.mm

        Rectangle {
            width: 5 * Theme.mm
            height: width
            radius: width / 2
            color: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }

        Icon {
            visible: plate.camera
            name: "video"
            side: 8 * Theme.mm
            color: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }

        Icon {
            objectName: "microphone-light"
            visible: plate.microphone
            name: "mic"
            side: 8 * Theme.mm
            color: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }

        Meter {
            objectName: "microphone-level"
            visible: plate.microphone
            tenths: plate.level
            fill: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: qsTr("On")
            strong: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            color: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
