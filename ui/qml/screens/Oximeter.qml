pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The number huge, the wave moving, one word of quality. Until it is accepted the number is pale.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.measure
    readonly property bool wide: width > height
    readonly property real room: width - 2 * Theme.margin

    Words {
        id: heading
        objectName: "heading"
        x: Theme.margin
        y: Theme.gap
        width: screen.room
        text: screen.about.instruction
        cap: Theme.question
        strong: true
        lineHeight: 1
        horizontalAlignment: Text.AlignLeft
    }

    Grid {
        id: numbers
        x: Theme.margin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        width: screen.wide ? screen.room * 0.38 : screen.room
        columns: screen.wide ? 1 : 2
        spacing: Theme.gap
        readonly property real each: screen.wide ? (screen.height - y - 2 * Theme.gap) / 2 : 0

        Repeater {
            model: [
                { "name": "spo2", "label": qsTr("Oxygen (SpO2)"), "value": screen.about.spo2, "unit": "%" },
                { "name": "pulse", "label": qsTr("Pulse"), "value": screen.about.pulse, "unit": qsTr("beats a minute") }
            ]

            Card {
                id: card
                required property var modelData
                width: screen.wide ? numbers.width : (numbers.width - Theme.gap) / 2
                height: screen.wide ? numbers.each : column.height + 8 * Theme.mm
                tone: screen.about.accepted ? "good" : ""

                Column {
                    id: column
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

    Item {
        id: right
        x: screen.wide ? numbers.x + numbers.width + Theme.margin : Theme.margin
        y: screen.wide ? numbers.y : numbers.y + numbers.height + Theme.gap
        width: screen.width - Theme.margin - x
        height: screen.height - y - Theme.gap

        WaveView {
            objectName: "wave"
            visible: screen.about.waving
            width: parent.width
            height: Math.min(status.y - Theme.gap, width * 0.5)
            y: (status.y - Theme.gap - height) / 2
            wave: screen.app.wave
            color: Theme.primary
        }

        Column {
            id: status
            width: parent.width
            anchors.bottom: parent.bottom
            spacing: 4 * Theme.mm

            Note {
                objectName: "quality"
                width: parent.width
                tone: screen.about.tone
                icon: screen.about.icon
                text: screen.about.quality
                cap: Theme.heading
                strong: true
            }

            Words {
                objectName: "time-left"
                width: parent.width
                visible: text !== ""
                text: screen.about.left
                horizontalAlignment: Text.AlignLeft
            }

            ProgressLine {
                width: parent.width
                fraction: screen.about.fraction
                fill: Theme.good
            }

            BigButton {
                objectName: "skip"
                visible: !screen.about.accepted
                label: qsTr("Skip this measurement")
                width: Math.min(implicitWidth, parent.width)
                icon: "ban"
                kind: "quiet"
                onPressed: screen.app.act.choose("skip")
            }
        }
    }
}
