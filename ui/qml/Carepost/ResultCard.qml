pragma ComponentBehavior: Bound

import QtQuick

// One value: how much, and what is to be said of it. A poor reading looks different.
Card {
    id: card
    required property var row
    height: body.height + 6 * Theme.mm
    tone: row.tone === "muted" ? "" : row.tone
    readonly property bool wide: width > 320 * Theme.mm

    Grid {
        id: body
        anchors.centerIn: parent
        width: parent.width - 12 * Theme.mm
        columns: card.wide ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: 2 * Theme.mm

        Column {
            width: card.wide ? body.width * 0.42 : body.width
            spacing: Theme.mm

            Words {
                width: parent.width
                text: card.row.name
                cap: Theme.label
                strong: true
                lineHeight: 1
                horizontalAlignment: Text.AlignLeft
            }

            Flow {
                width: parent.width
                spacing: 3 * Theme.mm
                visible: card.row.value !== ""

                Words {
                    id: value
                    objectName: "value-" + card.row.id
                    text: card.row.value
                    font.pixelSize: Theme.sizeUpTo(13, 17)
                    font.strikeout: !card.row.reliable
                    strong: true
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    color: card.row.reliable ? Theme.ink : Theme.muted
                    horizontalAlignment: Text.AlignLeft
                }

                Words {
                    text: card.row.unit
                    color: Theme.muted
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    height: value.height
                    verticalAlignment: Text.AlignBottom
                    bottomPadding: 3 * Theme.mm
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }

        Column {
            width: card.wide ? body.width * 0.58 - Theme.gap : body.width
            spacing: 1.5 * Theme.mm

            Note {
                width: parent.width
                tone: card.row.tone
                icon: card.row.icon
                text: card.row.meaning
                beside: card.row.beside ?? ""
                cap: Theme.label
                strong: true
            }

            Repeater {
                model: card.row.details

                Words {
                    required property string modelData
                    width: parent?.width ?? 0
                    text: modelData
                    color: Theme.muted
                    lineHeight: 1.05
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }
    }
}
