pragma ComponentBehavior: Bound

import QtQuick

// A square button with an icon or a few letters; its label is spoken.
Pressable {
    id: button

    property string icon
    property string letters
    property color ink: Theme.ink

    // As high with an icon as with letters, so that a row of them is even.
    implicitWidth: letters ? Math.max(implicitHeight, sign.implicitWidth + 6 * Theme.mm) : implicitHeight
    implicitHeight: Math.max(Theme.target, sign.implicitHeight + 4 * Theme.mm)
    opacity: enabled ? 1 : 0.6

    background.color: chosen ? Theme.primary : down ? Theme.primarySoft : Theme.surface
    background.border.width: Theme.line
    background.border.color: Theme.edge

    Icon {
        anchors.centerIn: parent
        visible: button.letters === ""
        name: button.icon
        side: 9 * Theme.mm
        color: button.chosen ? Theme.inkOnPrimary : button.ink
    }

    Words {
        id: sign
        anchors.centerIn: parent
        visible: button.letters !== ""
        text: button.letters
        cap: 5
        strong: true
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: button.chosen ? Theme.inkOnPrimary : button.ink
        Accessible.ignored: true
    }
}
