import QtQuick

// One of our drawings, or a picture in a data: URL, on a light plate (also in high contrast, where lines need
// their ground).
Rectangle {
    id: picture

    required property string name
    required property string description
    readonly property bool inside: name.startsWith("data:")

    radius: Theme.radius * 1.3
    color: "#FFFFFF"
    border.width: Theme.line
    border.color: Theme.contrast ? Theme.edge : "#D5D9E0"
    implicitWidth: 150 * Theme.mm
    implicitHeight: 120 * Theme.mm
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: description === "" // no more than an ornament

    Image {
        anchors.fill: parent
        anchors.margins: 4 * Theme.mm
        fillMode: Image.PreserveAspectFit
        sourceSize: picture.inside ? undefined : Qt.size(width, height)
        smooth: !picture.inside
        source: picture.name && width > 0 ? (picture.inside ? picture.name : Qt.resolvedUrl("../pictures/" + picture.name + ".svg")) : ""
    }
}
