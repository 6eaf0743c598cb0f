pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// One key. Its face shows what it will type.
Pressable {
    id: key

    property string face
    property string icon
    property bool strong: false

    shape: "key"
    activeFocusOnTab: false
    ringInside: true
    background.color: down || chosen ? Theme.primary : strong ? Theme.primarySoft : Theme.surface
    background.border.width: Theme.line
    background.border.color: Theme.edge

    Words {
        anchors.centerIn: parent
        visible: key.icon === ""
        text: key.face
        font.pixelSize: Math.ceil(Math.min(7 * Theme.textScale, 8.5) * Theme.mm / Theme.capHeight * (key.face.length < 3 ? 1 : Theme.large ? 0.88 : 0.75))
        strong: true
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: key.down || key.chosen ? Theme.inkOnPrimary : Theme.ink
        Accessible.ignored: true
    }

    Icon {
        anchors.centerIn: parent
        visible: key.icon !== ""
        name: key.icon
        side: 10 * Theme.mm
        color: key.down || key.chosen ? Theme.inkOnPrimary : Theme.ink
    }
}
