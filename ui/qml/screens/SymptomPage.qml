pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// A part's symptoms to choose from, the signs of one that can't wait, or what to do. Nothing of a patient.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.symptoms
    readonly property bool wide: width > height

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.question
            strong: true
            color: screen.about.tone ? Theme.tone(screen.about.tone) : Theme.ink
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.05
        }

        ReadAloud {
            app: screen.app
            wanted: screen.about.cards.length > 0
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.why
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: grid
            width: parent?.width ?? 0
            visible: screen.about.found.length > 0
            columns: width > 380 * Theme.mm * Theme.textScale ? 3 : 2
            spacing: Theme.gap

            Repeater {
                model: screen.about.found

                BigButton {
                    required property var modelData
                    objectName: "symptom-" + modelData.name
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    label: modelData.label
                    onPressed: screen.app.act.choose("symptom-" + modelData.name)
                }
            }
        }

        Grid {
            id: cards
            width: parent?.width ?? 0
            visible: screen.about.cards.length > 0
            columns: screen.wide ? screen.about.cards.length : 1
            spacing: Theme.gap * 1.5

            Repeater {
                model: screen.about.cards

                Column {
                    id: card
                    required property var modelData
                    readonly property bool twofold: screen.wide && cards.columns === 1
                    width: (cards.width - (cards.columns - 1) * cards.spacing) / Math.max(1, cards.columns)
                    spacing: Theme.gap

                    Note {
                        width: parent.width
                        text: card.modelData.title
                        icon: card.modelData.icon
                        tone: "primary"
                        cap: 6
                        strong: true
                    }

                    Grid {
                        id: lines
                        width: parent.width
                        columns: card.twofold ? 2 : 1
                        spacing: Theme.gap

                        Repeater {
                            model: card.modelData.lines

                            Column {
                                id: line
                                required property var modelData
                                width: (lines.width - (lines.columns - 1) * lines.spacing) / lines.columns
                                spacing: Theme.mm

                                Words {
                                    width: parent.width
                                    text: "•  " + line.modelData.text
                                    cap: 6
                                    horizontalAlignment: Text.AlignLeft
                                }

                                Beside {
                                    width: parent.width
                                    text: line.modelData.beside
                                }
                            }
                        }
                    }
                }
            }
        }

        Grid {
            id: answers
            width: parent?.width ?? 0
            visible: screen.about.buttons.length > 0
            columns: screen.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: screen.about.buttons

                BigButton {
                    required property var modelData
                    objectName: modelData.name
                    width: (answers.width - (answers.columns - 1) * answers.spacing) / answers.columns
                    label: modelData.label
                    icon: modelData.icon
                    kind: modelData.kind
                    onPressed: screen.app.act.choose(modelData.name)
                }
            }
        }

        Repeater {
            model: screen.about.notes

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

        Words {
            objectName: "sources"
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.small
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }
    }
}
