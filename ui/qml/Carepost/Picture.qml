import QtQuick

// One of our drawings on a light plate (also in high contrast, where lines need their ground).
Rectangle {
    id: picture

    required property string name
    required property string description

    radius: Theme.radius * 1.3
    color: "#FFFFFF"
    border.width: Theme.line
    border.color: Theme.contrast ? Theme.edge : "#D5D9E0"
    implicitWidth: 150 * Theme.mm
    implicitHeight: 120 * Theme.mm
    Accessible.role: Accessible.Graphic
    Accessible.name: description

    Image {
        anchors.fill: parent
        anchors.margins: 4 * Theme.mm
        fillMode: Image.PreserveAspectFit
        sourceSize.width: width
        sourceSize.height: height
        source: picture.name && width > 0 ? Qt.resolvedUrl("../pictures/" + picture.name + ".svg") : ""
    }
}
