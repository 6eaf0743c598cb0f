pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The number huge, the wave moving, one word of quality.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.measure
    readonly property bool wide: width > height

    Words {
        id: heading
        objectName: "heading"
        x: Theme.margin
        y: Theme.gap
        width: parent.width - 2 * Theme.margin
        text: screen.about.instruction
        cap: Theme.question
        strong: true
        horizontalAlignment: Text.AlignLeft
    }

    Row {
        id: numbers
        x: Theme.margin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        Repeater {
            model: [
                { "name": "spo2", "label": qsTr("Oxygen (SpO2)"), "value": screen.about.spo2, "unit": "%" },
                { "name": "pulse", "label": qsTr("Pulse"), "value": screen.about.pulse, "unit": qsTr("beats a minute") }
            ]

            Card {
                id: card
                required property var modelData
                width: (numbers.width - Theme.gap) / 2
                height: column.height + 8 * Theme.mm
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
                        horizontalAlignment: Text.AlignLeft
                    }

                    Words {
                        objectName: "value-" + card.modelData.name
                        width: parent.width
                        text: card.modelData.value
                        font.pixelSize: Theme.sizeUpTo(screen.wide ? 30 : 26, 34)
                        strong: true
                        lineHeight: 1
                        wrapMode: Text.NoWrap
                        color: screen.about.accepted ? Theme.good : Theme.ink
                        horizontalAlignment: Text.AlignLeft
                    }

                    Words {
                        width: parent.width
                        text: card.modelData.unit
                        cap: 6
                        color: Theme.muted
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }
        }
    }

    WaveView {
        objectName: "wave"
        x: Theme.margin
        anchors.top: numbers.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: status.top
        anchors.bottomMargin: Theme.gap
        width: parent.width - 2 * Theme.margin
        wave: screen.app.wave
        color: Theme.primary
    }

    Column {
        id: status
        x: Theme.margin
        width: parent.width - 2 * Theme.margin - skip.width - Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        spacing: 3 * Theme.mm

        Note {
            objectName: "quality"
            width: parent.width
            tone: screen.about.tone
            icon: screen.about.icon
            text: screen.about.quality + (screen.about.left ? "  " + screen.about.left : "")
            cap: Theme.heading
            strong: true
        }

        ProgressLine {
            width: parent.width
            fraction: screen.about.fraction
            fill: Theme.good
        }
    }

    BigButton {
        id: skip
        objectName: "skip"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        visible: !screen.about.accepted
        width: Math.min(implicitWidth, screen.width * 0.4)
        label: qsTr("Skip this")
        icon: "ban"
        kind: "quiet"
        onPressed: screen.app.act.choose("skip")
    }
}
