pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What is said, as text under the picture, in large type; the arrows lead back to what was said before.
Rectangle {
    id: captions
    objectName: "captions"

    required property var app
    readonly property var about: app.call
    property bool wanted: true
    readonly property bool any: about.captions.length > 0 || about.captioning !== ""

    visible: wanted && any
    implicitHeight: visible ? Math.ceil(2.7 * 1.25 * Theme.size(7)) + 2 * Theme.gap : 0
    color: "#0B1324"

    Rectangle {
        width: parent.width
        height: Theme.line
        color: "#7A869A"
    }

    ListView {
        id: lines
        objectName: "caption-lines"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: arrows.left
        anchors.rightMargin: Theme.gap
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        clip: true
        spacing: 2 * Theme.mm
        model: captions.about.captions
        boundsBehavior: Flickable.StopAtBounds
        readonly property real last: Math.max(originY, originY + contentHeight - height)
        readonly property bool atEnd: contentY >= last - 1
        property bool follows: true // the newest line, until somebody looks back

        onContentHeightChanged: follow()
        onHeightChanged: follow()
        onWidthChanged: follow()
        onCountChanged: follow()
        onMovementEnded: follows = atEnd

        function follow() {
            if (follows)
                positionViewAtEnd()
        }

        function step(direction: int) {
            contentY = Math.max(originY, Math.min(last, contentY + direction * height * 0.8))
            follows = atEnd
        }

        delegate: Words {
            required property var modelData
            width: ListView.view?.width ?? 0
            text: modelData.text
            cap: 7
            color: "#FFFFFF"
        }

        footer: Words {
            objectName: "caption-now"
            width: ListView.view?.width ?? 0
            height: text === "" ? 0 : implicitHeight
            text: captions.about.captioning
            cap: 7
            color: "#FFFFFF"
        }
    }

    Row {
        id: arrows
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap
        visible: lines.contentHeight > lines.height + 1

        IconButton {
            objectName: "captions-back"
            icon: "chevron-up"
            label: qsTr("Read what was said before")
            width: 18 * Theme.mm
            height: 18 * Theme.mm
            enabled: lines.contentY > lines.originY + 1
            shape: "key"
            repeats: true
            onPressed: lines.step(-1)
        }

        IconButton {
            objectName: "captions-on"
            icon: "chevron-down"
            label: qsTr("On to what is said now")
            width: 18 * Theme.mm
            height: 18 * Theme.mm
            enabled: !lines.atEnd
            chosen: enabled
            shape: "key"
            repeats: true
            onPressed: lines.step(1)
        }
    }
}
