import QtQuick
import Carepost

// Staff count breaths for a minute: one large place to touch, so that the eyes can stay on the chest.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.count
    readonly property bool wide: width > height
    readonly property bool counting: about.phase === "counting"

    Scroller {
        id: words
        focus: !screen.counting
        x: Theme.margin
        y: Theme.gap
        width: (screen.wide && screen.counting ? screen.width * 0.42 : screen.width) - 2 * Theme.margin
        height: (screen.counting && !screen.wide ? screen.height * 0.58 : screen.height) - 2 * Theme.gap
        centred: false
        spacing: Theme.gap

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.large ? Theme.heading : Theme.question
            strong: true
            lineHeight: 1.05
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: screen.about.hint
            cap: 6
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            objectName: "value-breaths"
            visible: screen.about.phase !== "ready"
            text: screen.about.breaths
            font.pixelSize: Theme.sizeUpTo(Theme.value, 30)
            strong: true
            lineHeight: 1
            wrapMode: Text.NoWrap
        }

        Words {
            objectName: "time-left"
            visible: screen.counting
            text: screen.about.left
            cap: Theme.heading
            strong: true
            wrapMode: Text.NoWrap
        }

        ProgressLine {
            width: parent?.width ?? 0
            visible: screen.counting
            fraction: screen.about.fraction
        }

        Note {
            objectName: "wrong"
            width: parent?.width ?? 0
            visible: screen.about.wrong !== ""
            tone: "danger"
            icon: "circle-alert"
            text: screen.about.wrong
            strong: true
        }

        BigButton {
            objectName: "again"
            visible: screen.about.phase === "counted"
            anchors.left: parent?.left
            width: Math.min(implicitWidth, parent?.width ?? 0)
            icon: "repeat"
            label: qsTr("Count again")
            kind: "quiet"
            onPressed: screen.app.act.choose("hand-again")
        }
    }

    BigButton {
        objectName: "breath"
        visible: screen.counting
        focus: screen.counting
        shape: "key"
        repeats: true
        kind: "primary"
        icon: "plus"
        label: qsTr("Breath")
        cap: 12
        x: screen.wide ? words.x + words.width + Theme.margin : Theme.margin
        y: screen.wide ? Theme.gap : words.y + words.height + Theme.gap
        width: screen.width - Theme.margin - x
        height: screen.height - y - Theme.gap
        onPressed: screen.app.act.choose("hand-breath")
    }
}
