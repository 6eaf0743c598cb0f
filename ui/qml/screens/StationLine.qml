pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// One matter on the staff's screen: what is so, and what to do about it.
Card {
    id: card

    required property var modelData
    objectName: "line-" + modelData.id
    height: Math.max(body.height, drawing.visible ? drawing.height : 0) + 6 * Theme.mm
    tone: modelData.tone === "good" ? "" : modelData.tone

    Picture {
        id: drawing
        visible: name !== ""
        name: card.modelData.picture ?? ""
        description: ""
        width: 34 * Theme.mm
        height: 26 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 6 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }

    Column {
        id: body
        anchors.centerIn: parent
        width: parent.width - 12 * Theme.mm - (drawing.visible ? drawing.width + Theme.gap : 0)
        anchors.horizontalCenterOffset: drawing.visible ? (drawing.width + Theme.gap) / 2 * (LayoutMirroring.enabled ? -1 : 1) : 0
        spacing: 1.5 * Theme.mm

        Note {
            width: parent.width
            text: card.modelData.text
            tone: card.modelData.tone
            icon: card.modelData.icon
            cap: Theme.label
            strong: true
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: card.modelData.more
            horizontalAlignment: Text.AlignLeft
        }
    }
}
