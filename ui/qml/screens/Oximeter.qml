pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The number huge, the wave moving, one word of quality. Until it is accepted the number is pale. In the largest
// letters all of it is one column that scrolls.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.measure
    readonly property bool wide: width > height
    readonly property bool largest: Theme.letters > 1
    readonly property real room: width - 2 * Theme.margin

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: screen.largest ? column : side
    }

    Component {
        id: instruction

        Words {
            objectName: "heading"
            text: screen.about.instruction
            cap: screen.largest ? Theme.heading : Theme.question
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
        }
    }

    Component {
        id: numbers

        Grid {
            id: grid
            property real each: 0 // height of a card; 0: as its words need it
            columns: each > 0 || screen.largest && !screen.wide ? 1 : 2
            spacing: Theme.gap

            Repeater {
                model: [
                    { "name": "spo2", "label": qsTr("Oxygen (SpO2)"), "value": screen.about.spo2, "unit": "%" },
                    { "name": "pulse", "label": qsTr("Pulse"), "value": screen.about.pulse, "unit": qsTr("beats a minute") }
                ]

                Card {
                    id: card
                    required property var modelData
                    width: (grid.width - (grid.columns - 1) * Theme.gap) / grid.columns
                    height: grid.each > 0 ? grid.each : told.height + 8 * Theme.mm
                    tone: screen.about.accepted ? "good" : ""

                    Column {
                        id: told
                        anchors.centerIn: parent
                        width: parent.width - 10 * Theme.mm

                        Words {
                            width: parent.width
                            text: card.modelData.label
                            cap: Theme.label
                            color: Theme.muted
                            lineHeight: 1
                            horizontalAlignment: Text.AlignLeft
                        }

                        Flow {
                            width: parent.width
                            spacing: 3 * Theme.mm

                            Words {
                                id: value
                                objectName: "value-" + card.modelData.name
                                text: card.modelData.value
                                font.pixelSize: Theme.sizeUpTo(28, screen.wide ? 29 : 32)
                                strong: screen.about.accepted
                                lineHeight: 0.9
                                wrapMode: Text.NoWrap
                                color: screen.about.accepted ? Theme.good : Theme.muted
                            }

                            Words {
                                text: card.modelData.unit
                                cap: Theme.label
                                color: Theme.muted
                                lineHeight: 1
                                height: value.width + implicitWidth + parent.spacing < parent.width ? value.height * 0.86 : implicitHeight
                                verticalAlignment: Text.AlignBottom
                                wrapMode: Text.NoWrap
                            }
                        }
                    }
                }
            }
        }
    }

    Component {
        id: status

        Column {
            id: lines
            spacing: 4 * Theme.mm

            Note {
                objectName: "quality"
                width: lines.width
                tone: screen.about.tone
                icon: screen.about.icon
                text: screen.about.quality
                cap: Theme.heading
                strong: true
            }

            Words {
                objectName: "time-left"
                width: lines.width
                visible: text !== ""
                text: screen.about.left
                horizontalAlignment: Text.AlignLeft
            }

            ProgressLine {
                width: lines.width
                fraction: screen.about.fraction
                fill: Theme.good
            }

            BigButton {
                objectName: "skip"
                visible: !screen.about.accepted
                label: qsTr("Skip this measurement")
                width: Math.min(implicitWidth, lines.width)
                icon: "ban"
                kind: "quiet"
                onPressed: screen.app.act.choose("skip")
            }
        }
    }

    Component {
        id: wave

        WaveView {
            objectName: "wave"
            visible: screen.about.waving
            wave: screen.app.wave
            color: Theme.primary
        }
    }

    Component {
        id: side

        Item {
            Loader {
                id: heading
                x: Theme.margin
                y: Theme.gap
                width: screen.room
                sourceComponent: instruction
            }

            Loader {
                id: left
                x: Theme.margin
                y: heading.y + heading.height + Theme.gap
                width: screen.wide ? screen.room * 0.38 : screen.room
                sourceComponent: numbers

                Binding {
                    target: left.item
                    property: "each"
                    value: screen.wide ? (screen.height - left.y - 2 * Theme.gap) / 2 : 0
                }
            }

            Item {
                x: screen.wide ? left.x + left.width + Theme.margin : Theme.margin
                y: screen.wide ? left.y : left.y + left.height + Theme.gap
                width: screen.width - Theme.margin - x
                height: screen.height - y - Theme.gap

                Loader {
                    width: parent.width
                    height: Math.min(below.y - Theme.gap, width * 0.5)
                    y: (below.y - Theme.gap - height) / 2
                    sourceComponent: wave
                }

                Loader {
                    id: below
                    width: parent.width
                    anchors.bottom: parent.bottom
                    sourceComponent: status
                }
            }
        }
    }

    Component {
        id: column

        FocusScope {
            Scroller {
                focus: true
                x: Theme.margin
                y: Theme.gap
                width: screen.room
                height: pulse.y - 2 * Theme.gap

                Loader {
                    width: parent?.width ?? 0
                    sourceComponent: instruction
                }

                Loader {
                    width: parent?.width ?? 0
                    sourceComponent: numbers
                }

                Loader {
                    width: parent?.width ?? 0
                    sourceComponent: status
                }
            }

            Loader {
                id: pulse
                x: Theme.margin
                y: screen.height - height - Theme.gap
                width: screen.room
                height: screen.about.waving ? 24 * Theme.mm : 0
                sourceComponent: wave
            }
        }
    }
}
