pragma ComponentBehavior: Bound

import QtQuick

// An icon and a line of words in one tone; the tone is never alone. `beside`: English under words that nobody has
// reviewed.
Item {
    id: note

    property string tone: "ink"
    property string icon: "info"
    property string text
    property alias beside: english.text
    property real cap: Theme.body
    property bool strong: false

    implicitHeight: Math.max(sign.height, words.implicitHeight) + (english.visible ? english.implicitHeight + Theme.mm : 0)
    implicitWidth: sign.width + 3 * Theme.mm + words.implicitWidth

    Icon {
        id: sign
        name: note.icon
        color: Theme.tone(note.tone)
        side: Math.max(8 * Theme.mm, note.cap * 1.5 * Theme.mm * Theme.textScale)
        anchors.left: parent.left
        anchors.top: parent.top
    }

    Words {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: 3 * Theme.mm
        anchors.right: parent.right
        y: Math.max(0, (sign.height - font.pixelSize * 1.25) / 2)
        text: note.text
        cap: note.cap
        strong: note.strong
        color: Theme.tone(note.tone)
        horizontalAlignment: Text.AlignLeft
    }

    Beside {
        id: english
        anchors.left: words.left
        anchors.right: words.right
        anchors.bottom: parent.bottom
    }
}
