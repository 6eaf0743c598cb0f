import QtQuick

// The button: at least 22 mm high, grows with its words. `kind`: primary, plain, danger, quiet.
// Where a word would not fit beside the icon, the icon stands above it.
Pressable {
    id: button

    property string kind: "plain"
    property string icon
    property bool iconAfter: false
    property bool iconDirectional: false
    property bool iconAbove: false
    property real cap: Theme.label + 0.5
    property string family: Theme.family
    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property color ink: !enabled ? Theme.muted : kind === "primary" ? Theme.inkOnPrimary : kind === "danger" ? Theme.inkOnDanger : Theme.ink
    readonly property bool stacked: icon !== "" && (iconAbove || widestWord > width - 10 * Theme.mm - side - gap)
    readonly property real padding: (stacked ? 2.5 : 5) * Theme.mm
    readonly property real gap: 3 * Theme.mm
    readonly property real side: Math.max(9, cap * (Theme.large ? 1.7 : 1.4)) * Theme.mm
    // Its size is asked for, so that both are worked out anew in larger letters.
    readonly property real whole: metrics.font.pixelSize > 0 ? metrics.advanceWidth(label) : 0
    readonly property real widestWord: {
        let most = 0
        if (metrics.font.pixelSize <= 0)
            return most
        for (const word of label.replace(/[\u3000-\u9fff\uff00-\uffef]/g, "$& ").split(" ")) // Chinese breaks anywhere
            most = Math.max(most, metrics.advanceWidth(word))
        return most
    }

    // A long word is not broken where a little smaller would do: never below what large letters promise.
    readonly property real fit: widestWord > width - 2 * padding && width > 0 ? (width - 2 * padding - 2) / widestWord : 1
    readonly property real fitted: Math.min(cap, Math.max(cap * fit, (Theme.large ? 7.4 : 4.9) / Theme.textScale))

    implicitWidth: Math.max(50 * Theme.mm, whole + (icon && !iconAbove ? side + gap : 0) + 12 * Theme.mm)
    implicitHeight: Math.max(Theme.button, words.implicitHeight + (stacked ? side + 1.5 * Theme.mm : 0) + 5 * Theme.mm)
    scale: down && !Theme.still ? 0.98 : 1

    background.color: !enabled ? Theme.ground : kind === "primary" ? Theme.primary : kind === "danger" ? Theme.dangerFill : kind === "quiet" ? "transparent" : down ? Theme.primarySoft : Theme.surface
    background.border.width: filled && enabled && !Theme.contrast ? 0 : Theme.line
    background.border.color: Theme.edge

    Behavior on scale {
        NumberAnimation {
            duration: Theme.motion / 2
        }
    }

    FontMetrics { // at the wished size: what is shown may be smaller
        id: metrics
        font.family: button.family
        font.pixelSize: Theme.size(button.cap)
        font.weight: Font.Bold
    }

    Icon {
        id: sign
        visible: button.icon !== ""
        name: button.icon
        color: button.ink
        side: button.side
        directional: button.iconDirectional
        LayoutMirroring.enabled: button.LayoutMirroring.enabled
        readonly property bool after: button.iconAfter !== button.LayoutMirroring.enabled
        readonly property real together: width + button.gap + words.width
        x: button.stacked ? (parent.width - width) / 2 : (parent.width - together) / 2 + (after ? words.width + button.gap : 0)
        y: button.stacked ? (parent.height - height - words.height - 1.5 * Theme.mm) / 2 : (parent.height - height) / 2
    }

    Words {
        id: words
        readonly property real room: button.width - 2 * button.padding - (sign.visible && !button.stacked ? button.side + button.gap : 0)
        width: Math.max(1, Math.min(room, Math.ceil(metrics.advanceWidth(text) * button.fitted / button.cap) + 2))
        x: sign.visible && !button.stacked ? (sign.after ? sign.x - width - button.gap : sign.x + sign.width + button.gap) : (parent.width - width) / 2
        y: button.stacked ? sign.y + sign.height + 1.5 * Theme.mm : (parent.height - height) / 2
        text: button.label
        color: button.ink
        cap: button.fitted
        strong: true
        font.family: button.family
        lineHeight: 1
        horizontalAlignment: sign.visible && !button.stacked ? Text.AlignLeft : Text.AlignHCenter
        Accessible.ignored: true
    }
}
