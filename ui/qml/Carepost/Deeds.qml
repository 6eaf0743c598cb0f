pragma ComponentBehavior: Bound

import QtQuick

// Many things that can be done: side by side where there is room.
Grid {
    id: deeds

    required property var app
    required property var buttons
    spacing: Theme.gap
    columns: Math.max(1, Math.min(3, Math.floor(width / (125 * Theme.mm * Theme.textScale))))
    readonly property real share: (width - (columns - 1) * spacing) / columns

    Repeater {
        model: deeds.buttons

        BigButton {
            required property var modelData
            objectName: modelData.name
            width: deeds.share
            label: modelData.label
            icon: modelData.icon
            kind: modelData.kind
            onPressed: deeds.app.act.choose(modelData.name)
        }
    }
}
