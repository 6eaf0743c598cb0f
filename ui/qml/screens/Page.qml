pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Words, choices and buttons: most screens are one of these.
FocusScope {
    id: screen

    required property var app
    readonly property var page: app.page

    Split {
        anchors.fill: parent
        spacing: Theme.gap * 1.2
        side: screen.page.picture ? drawing : null

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.page.heading
            cap: Theme.question
            strong: true
            color: screen.page.tone ? Theme.tone(screen.page.tone) : Theme.ink
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.05
        }

        ReadAloud {
            app: screen.app
            wanted: screen.page.long
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.page.why
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Beside {
            objectName: "beside"
            width: parent?.width ?? 0
            text: screen.page.beside
        }

        Repeater {
            model: screen.page.lines

            Words {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                cap: 6
                horizontalAlignment: Text.AlignLeft
            }
        }

        Repeater {
            model: screen.page.points

            Note {
                required property var modelData
                width: parent?.width ?? 0
                text: modelData.text
                tone: modelData.tone
                icon: modelData.icon
                cap: 6
            }
        }

        Repeater {
            model: screen.page.groups

            Column {
                id: group
                required property var modelData
                width: parent?.width ?? 0
                spacing: Theme.gap

                Words {
                    width: parent.width
                    visible: text !== ""
                    text: group.modelData.label
                    cap: Theme.label
                    strong: true
                    horizontalAlignment: Text.AlignLeft
                }

                Beside {
                    width: parent.width
                    text: group.modelData.beside
                }

                Grid {
                    id: grid
                    width: parent.width
                    readonly property bool roomy: width > 240 * Theme.mm
                    readonly property bool longList: group.modelData.choices.length > 6
                    readonly property int most: width > 380 * Theme.mm * Theme.textScale ? 3 : width > 150 * Theme.mm * Theme.textScale ? 2 : 1
                    columns: longList && !group.modelData.dense ? most : group.modelData.dense ? (width > 320 * Theme.mm ? 6 : roomy ? 4 : 3) : roomy && group.modelData.choices.length > 1 ? 2 : 1
                    spacing: Theme.gap

                    Repeater {
                        model: group.modelData.choices

                        Choice {
                            required property var modelData
                            objectName: "answer-" + modelData.name
                            width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                            many: group.modelData.many
                            label: modelData.label
                            hint: modelData.hint
                            beside: modelData.beside
                            chosen: screen.page.chosen.includes(modelData.name)
                            onPressed: screen.app.act.choose(modelData.name)
                        }
                    }
                }
            }
        }

        Repeater {
            model: screen.page.notes

            Note {
                required property var modelData
                width: parent?.width ?? 0
                text: modelData.text
                beside: modelData.beside
                tone: modelData.tone
                icon: modelData.icon
                cap: 6
                strong: true
            }
        }

        // Many choices side by side where there is room: none of them below the edge.
        Grid {
            id: deeds
            width: parent?.width ?? 0
            spacing: Theme.gap
            columns: screen.page.buttons.length > 4 && width > 320 * Theme.mm ? 2 : 1
            readonly property real share: (width - (columns - 1) * spacing) / columns

            Repeater {
                model: screen.page.buttons

                BigButton {
                    required property var modelData
                    objectName: modelData.name
                    width: deeds.columns > 1 ? deeds.share : Math.min(deeds.share, Math.max(implicitWidth, 150 * Theme.mm))
                    label: modelData.label
                    icon: modelData.icon
                    kind: modelData.kind
                    onPressed: screen.app.act.choose(modelData.name)
                }
            }
        }
    }

    Component {
        id: drawing

        Picture {
            name: screen.page.picture
            description: screen.page.picture_words
        }
    }
}
