pragma ComponentBehavior: Bound

import QtQuick

// The button: at least 22 mm high, grows with its words. `kind`: primary, plain, danger, quiet.
Pressable {
    id: button

    property string kind: "plain"
    property string icon
    property bool iconAfter: false
    property bool iconDirectional: false
    property real cap: Theme.label + 0.5
    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property color ink: !enabled ? Theme.muted : kind === "primary" ? Theme.inkOnPrimary : kind === "danger" ? Theme.inkOnDanger : Theme.ink
    readonly property real padding: 7 * Theme.mm

    // Width the words would take on one line.
    implicitWidth: Math.max(60 * Theme.mm, measure.implicitWidth + (icon ? sign.side + 3.5 * Theme.mm : 0) + 2 * padding)
    implicitHeight: Math.max(Theme.button, words.implicitHeight + 6 * Theme.mm)
    scale: down && !Theme.still ? 0.98 : 1
    opacity: enabled ? 1 : 0.75

    background.color: !enabled ? Theme.ground : kind === "primary" ? Theme.primary : kind === "danger" ? Theme.dangerFill : kind === "quiet" ? "transparent" : down ? Theme.primarySoft : Theme.surface
    background.border.width: filled && enabled && !Theme.contrast ? 0 : Theme.line
    background.border.color: Theme.edge

    Behavior on scale {
        NumberAnimation {
            duration: Theme.motion / 2
        }
    }

    Words {
        id: measure
        visible: false
        cap: button.cap
        strong: true
        text: button.label
        wrapMode: Text.NoWrap
    }

    Row {
        anchors.centerIn: parent
        spacing: 3.5 * Theme.mm
        layoutDirection: (button.iconAfter !== LayoutMirroring.enabled) ? Qt.RightToLeft : Qt.LeftToRight
        LayoutMirroring.enabled: button.LayoutMirroring.enabled

        Icon {
            id: sign
            visible: button.icon !== ""
            name: button.icon
            color: button.ink
            side: 9 * Theme.mm
            directional: button.iconDirectional
            LayoutMirroring.enabled: button.LayoutMirroring.enabled
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            id: words
            readonly property real room: button.width - 2 * button.padding - (sign.visible ? sign.side + 3.5 * Theme.mm : 0)
            width: Math.min(measure.implicitWidth, Math.max(room, 1))
            text: button.label
            color: button.ink
            cap: button.cap
            strong: true
            lineHeight: 1
            horizontalAlignment: sign.visible ? Text.AlignLeft : Text.AlignHCenter
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
