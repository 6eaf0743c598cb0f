pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// One line of the text, with who wrote it; each text in its own direction. `open`: still being written.
Card {
    id: line

    required property string sender
    required property string text
    required property bool mine
    property bool open: false

    height: said.height + 6 * Theme.mm
    tone: mine ? "" : "primary"
    border.width: open ? 1 * Theme.mm : Theme.line

    Column {
        id: said
        anchors.centerIn: parent
        width: parent.width - 8 * Theme.mm
        spacing: 1 * Theme.mm

        Words {
            width: parent.width
            text: line.sender
            color: Theme.muted
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }

        // No alignment of its own: Arabic stands right, English left, whatever the screen's language.
        Words {
            width: parent.width
            text: line.text
            cap: 5.5
        }
    }
}
