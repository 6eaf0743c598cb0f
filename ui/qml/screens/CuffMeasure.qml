import QtQuick
import Carepost

// The cuff squeezes: pressure, progress, and a STOP that nobody can miss. Any key is STOP too. In the largest letters
// the words scroll; STOP never does.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.measure
    readonly property bool wide: width > height
    readonly property bool largest: Theme.letters > 1

    Scroller {
        x: Theme.margin
        y: Theme.gap
        width: (screen.wide ? screen.width * 0.6 : screen.width) - 2 * Theme.margin
        height: (screen.wide ? screen.height - (screen.about.own_button && screen.largest ? stop.height + Theme.gap : 0) : stop.y) - 2 * Theme.gap
        centred: false
        spacing: Theme.large ? 3 * Theme.mm : Theme.gap * 1.2

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.instruction
            cap: Theme.large ? Theme.heading : Theme.question
            lineHeight: 1.05
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            text: qsTr("Reading %1").arg(screen.about.reading) + (screen.about.last ? "  ·  " + qsTr("The last reading: %1").arg(screen.about.last) : "")
            cap: 6
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Flow {
            visible: !screen.about.own_button || screen.about.pressure !== "–"
            width: parent?.width ?? 0
            spacing: 4 * Theme.mm

            Words {
                id: pressure
                objectName: "value-pressure"
                text: screen.about.pressure
                font.pixelSize: Theme.sizeUpTo(Theme.value, screen.wide ? 28 : 34)
                strong: true
                lineHeight: 1
                wrapMode: Text.NoWrap
            }

            Words {
                text: qsTr("mmHg in the cuff")
                cap: 6
                color: Theme.muted
                height: pressure.width + implicitWidth + parent.spacing < parent.width ? pressure.height * 0.86 : implicitHeight
                verticalAlignment: Text.AlignBottom
            }
        }

        Note {
            objectName: "quality"
            width: parent?.width ?? 0
            tone: screen.about.tone
            icon: screen.about.icon
            text: screen.about.quality
            cap: Theme.heading
            strong: true
        }

        ProgressLine {
            width: parent?.width ?? 0
            visible: !screen.about.own_button
            fraction: screen.about.fraction
        }

        Words {
            objectName: "own-button"
            visible: screen.about.own_button
            width: parent?.width ?? 0
            text: qsTr("To stop the cuff, press its own button again.")
            cap: 6
            horizontalAlignment: Text.AlignLeft
        }
    }

    BigButton {
        id: stop
        objectName: "stop"
        kind: screen.about.own_button ? "plain" : "danger"
        atOnce: true
        focus: true
        icon: screen.about.own_button ? "x" : "octagon-x"
        label: screen.about.own_button ? qsTr("Cancel") : qsTr("STOP")
        cap: screen.about.own_button ? 8 : screen.largest ? 11 : 14
        width: screen.wide ? screen.width / 3 : screen.width - 2 * Theme.margin
        height: screen.about.own_button ? 30 * Theme.mm : screen.wide ? screen.height - 2 * Theme.gap : screen.height * (screen.largest ? 0.34 : 0.45)
        x: screen.width - width - Theme.margin
        y: screen.about.own_button || !screen.wide ? screen.height - height - Theme.gap : Theme.gap
        onPressed: screen.app.act.stop()
    }
}
