pragma ComponentBehavior: Bound

import QtQuick

// The top of a round's screens: heading, what belongs to it, notes.
Column {
    id: head

    required property var about
    spacing: Theme.gap

    Words {
        objectName: "heading"
        width: parent.width
        text: head.about.heading
        cap: Theme.question
        strong: true
        lineHeight: 1.05
        horizontalAlignment: Text.AlignLeft
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: head.about.why
        cap: 6
        color: Theme.muted
        horizontalAlignment: Text.AlignLeft
    }

    Repeater {
        model: head.about.notes

        Note {
            required property var modelData
            width: parent?.width ?? 0
            text: modelData.text
            tone: modelData.tone
            icon: modelData.icon
            cap: 6
            strong: true
        }
    }
}
