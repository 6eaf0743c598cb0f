pragma ComponentBehavior: Bound

import QtQuick

// Words and controls beside a picture (landscape) or under it (portrait).
Item {
    id: split

    default property alias content: body.content
    property alias spacing: body.spacing
    property Component side: null
    property real share: 0.4 // of the width, in landscape
    readonly property bool wide: width > height
    readonly property bool sided: side !== null

    Loader {
        id: beside
        active: split.sided
        sourceComponent: split.side
        readonly property real room: split.height - 2 * Theme.gap
        x: split.wide ? split.width - width - Theme.margin : Theme.margin
        y: Theme.gap
        width: split.wide ? split.width * split.share - Theme.margin : split.width - 2 * Theme.margin
        height: split.wide ? room : Math.min(room * (Theme.large ? 0.28 : 0.38), width * 0.75)
        LayoutMirroring.enabled: split.LayoutMirroring.enabled
    }

    Scroller {
        id: body
        focus: true
        x: Theme.margin
        y: split.wide || !split.sided ? Theme.gap : beside.y + beside.height + Theme.gap
        width: (split.wide && split.sided ? beside.x - Theme.gap - 3 * Theme.mm : split.width - Theme.margin) - x
        height: split.height - y - Theme.gap
    }
}
