pragma ComponentBehavior: Bound

import QtQuick

// One of our drawings of a body with places on it; the chosen one beats. Never mirrored: left stays left. Where
// `touchable`, a place is touched by its `name`; the same choices stand beside it as buttons, for keys and voice.
Rectangle {
    id: map

    required property string name
    required property string description
    property var spots: []
    property bool touchable: false

    readonly property real most: Math.min(1.5, Theme.textScale) // places stay apart in the largest letters too

    signal touched(string spot)

    radius: Theme.radius * 1.3
    color: "#FFFFFF"
    border.width: Theme.line
    border.color: Theme.contrast ? Theme.edge : "#D5D9E0"
    Accessible.role: Accessible.Graphic
    Accessible.name: description

    Image {
        id: drawing
        anchors.fill: parent
        anchors.margins: 4 * Theme.mm
        fillMode: Image.PreserveAspectFit
        sourceSize.width: width
        sourceSize.height: height
        source: map.name && width > 0 ? Qt.resolvedUrl("../pictures/" + map.name + ".svg") : ""
    }

    Repeater {
        model: map.spots

        Rectangle {
            id: spot
            required property var modelData
            objectName: map.touchable ? "spot-" + modelData.name : ""
            width: (modelData.chosen ? 17 : 13) * Theme.mm * (map.touchable ? 1 : map.most)
            height: width
            radius: width / 2
            x: drawing.x + (drawing.width - drawing.paintedWidth) / 2 + drawing.paintedWidth * modelData.x - width / 2
            y: drawing.y + (drawing.height - drawing.paintedHeight) / 2 + drawing.paintedHeight * modelData.y - height / 2
            color: modelData.done ? "#1B5E20" : modelData.chosen ? "#C8102E" : "#00566B"
            border.width: 0.8 * Theme.mm
            border.color: "#FFFFFF"

            TapHandler {
                enabled: map.touchable
                gesturePolicy: TapHandler.ReleaseWithinBounds
                margin: 3 * Theme.mm
                onTapped: {
                    if (Taps.accept())
                        map.touched(spot.modelData.name)
                }
            }

            Words {
                anchors.centerIn: parent
                text: spot.modelData.number
                color: "#FFFFFF"
                cap: Theme.body * (map.touchable ? 1 : map.most) / Theme.textScale
                strong: true
                lineHeight: 1
            }

            SequentialAnimation on scale {
                running: spot.modelData.chosen && !Theme.still
                loops: 4 // nothing moves by itself for more than five seconds
                NumberAnimation {
                    to: 1.15
                    duration: 500
                }
                NumberAnimation {
                    to: 1
                    duration: 500
                }
            }
        }
    }
}
