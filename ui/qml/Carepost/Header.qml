pragma ComponentBehavior: Bound

import QtQuick

// Where am I; language, size, contrast, volume, and the way out.
Item {
    id: header

    required property var app
    readonly property var shell: app.shell
    // In a call in the largest letters the provider's picture needs the title's room.
    readonly property bool titled: shell.step > 0 && !(Theme.letters > 1 && shell.source === "Call") || shell.duty !== ""
    readonly property bool wide: width > 380 * Theme.mm
    readonly property bool oneRow: wide && !(Theme.large && shell.finish)
    readonly property bool lightBelow: light.visible && !oneRow && width - tools.width - 3 * Theme.margin < light.width
    readonly property real upper: tools.y + tools.height + (lightBelow ? light.height + 2 * Theme.mm : 0)

    implicitHeight: oneRow ? Theme.target + 8 * Theme.mm : upper + where.height + 6 * Theme.mm

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.line
        color: Theme.contrast ? Theme.edge : "#D5D9E0"
        visible: header.titled
    }

    CameraLight {
        id: light
        visible: header.shell.camera_on || header.shell.microphone_on
        camera: header.shell.camera_on
        microphone: header.shell.microphone_on
        level: header.app.levels.microphone
        readonly property real start: header.oneRow ? header.width - tools.width - Theme.margin - width - 4 * Theme.mm : Theme.margin
        x: LayoutMirroring.enabled ? header.width - start - width : start
        y: header.lightBelow ? tools.y + tools.height + 2 * Theme.mm : 4 * Theme.mm
    }

    // For who works here: small, apart, and of no interest to a patient.
    IconButton {
        id: staff
        objectName: "staff"
        visible: header.shell.staff !== ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: tools.verticalCenter
        icon: header.shell.staff_tone === "good" ? "wrench" : "triangle-alert"
        ink: header.shell.staff_tone === "good" ? Theme.muted : Theme.tone(header.shell.staff_tone)
        label: header.shell.staff
        onPressed: header.app.act.station()
    }

    Row {
        id: where
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: header.oneRow ? (parent.height - height) / 2 : header.upper + 2 * Theme.mm
        width: parent.width - 2 * Theme.margin - (header.oneRow ? tools.width + Theme.gap + (light.visible ? light.width + 4 * Theme.mm : 0) : 0)
        spacing: 6 * Theme.mm
        visible: header.titled
        height: visible ? Math.max(title.implicitHeight, 6 * Theme.mm) : 0

        Row {
            id: dots
            visible: header.shell.step > 0
            width: visible ? implicitWidth : 0
            spacing: 2.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter

            Repeater {
                model: header.shell.steps

                Rectangle {
                    id: dot
                    required property int index
                    readonly property bool done: index + 1 < header.shell.step
                    readonly property bool here: index + 1 === header.shell.step
                    width: (here ? 10 : 5) * Theme.mm
                    height: 5 * Theme.mm
                    radius: height / 2
                    anchors.verticalCenter: parent.verticalCenter
                    color: done || here ? Theme.primary : "transparent"
                    border.width: Theme.line
                    border.color: done || here ? Theme.primary : Theme.edge
                }
            }
        }

        Words {
            id: title
            objectName: "title"
            width: where.width - dots.width - where.spacing
            anchors.verticalCenter: parent.verticalCenter
            cap: 5.5
            strong: true
            lineHeight: 1
            horizontalAlignment: Text.AlignLeft
            color: header.shell.step > 0 || header.shell.duty_tone === "muted" ? Theme.ink : Theme.tone(header.shell.duty_tone)
            text: header.shell.step === 0 ? header.shell.duty : qsTr("Step %1 of %2: %3").arg(header.shell.step).arg(header.shell.steps).arg(header.shell.title)
        }
    }

    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: 4 * Theme.mm
        spacing: 4 * Theme.mm

        IconButton {
            objectName: "language"
            visible: header.shell.other_language !== "" && header.shell.screen !== "welcome"
            readonly property bool several: header.shell.languages.length > 2 || header.shell.languages.some(one => one.partly)
            icon: "globe"
            letters: several ? "" : header.shell.other_name
            label: several ? qsTr("Another language") : header.shell.other_name
            chosen: languagePanel.visible
            onPressed: {
                if (several)
                    languagePanel.visible = !languagePanel.visible
                else
                    header.app.act.language(header.shell.other_language)
            }
        }

        IconButton {
            objectName: "large"
            letters: ["A+", "A++", "A"][header.shell.size]
            chosen: header.shell.size > 0
            label: qsTr("Size of the letters: %1 of %2").arg(header.shell.size + 1).arg(header.shell.sizes)
            onPressed: header.app.act.prefer("size")
        }

        IconButton {
            objectName: "contrast"
            icon: "contrast"
            chosen: header.shell.contrast
            shape: "check"
            label: qsTr("Strong contrast")
            onPressed: header.app.act.prefer("contrast")
        }

        IconButton {
            objectName: "volume"
            icon: header.shell.volume === 0 ? "volume-x" : "volume-2"
            label: (header.shell.voice_there ? qsTr("Volume and voice: %1 of %2") : qsTr("Volume: %1 of %2")).arg(header.shell.volume).arg(header.shell.volume_steps)
            chosen: volumePanel.visible
            onPressed: volumePanel.visible = !volumePanel.visible
        }

        IconButton {
            objectName: "finish"
            visible: header.shell.finish
            letters: header.shell.signed_in ? qsTr("Sign out") : qsTr("Leave")
            label: header.shell.signed_in ? qsTr("Sign out: end your round") : qsTr("Leave: end your visit")
            onPressed: header.app.act.finish()
        }
    }

    Card {
        id: languagePanel
        objectName: "language-panel"
        visible: false
        z: 10
        width: languageColumn.width + 10 * Theme.mm
        height: languageColumn.height + 10 * Theme.mm
        anchors.right: tools.right
        anchors.top: tools.bottom
        anchors.topMargin: 3 * Theme.mm
        border.color: Theme.primary
        onVisibleChanged: {
            if (visible) {
                volumePanel.visible = false
                languageAway.restart()
            }
        }

        Timer {
            id: languageAway
            interval: 20000
            onTriggered: languagePanel.visible = false
        }

        Connections {
            target: header.shell
            function onPlaceChanged() {
                languagePanel.visible = false
            }
        }

        Column {
            id: languageColumn
            anchors.centerIn: parent
            spacing: 4 * Theme.mm

            Repeater {
                model: languagePanel.visible ? header.shell.languages : []

                Choice {
                    required property var modelData
                    readonly property string tongue: modelData.code
                    objectName: "language-" + modelData.code
                    width: 120 * Theme.mm
                    label: modelData.name
                    family: modelData.family
                    chosen: header.shell.language === modelData.code
                    onPressed: {
                        languagePanel.visible = false
                        header.app.act.language(modelData.code)
                    }
                }
            }
        }
    }

    Card {
        id: volumePanel
        objectName: "volume-panel"
        visible: false
        z: 10
        onVisibleChanged: {
            if (visible) {
                languagePanel.visible = false
                away.restart()
            }
        }

        Timer {
            id: away
            interval: 20000
            onTriggered: volumePanel.visible = false
        }

        Connections {
            target: header.shell
            function onPlaceChanged() {
                volumePanel.visible = false
            }
            function onVolumeChanged() {
                away.restart()
            }
        }
        width: Math.min(header.width - 2 * Theme.margin, Math.max(row.width, 130 * Theme.mm) + 10 * Theme.mm)
        height: panel.height + 10 * Theme.mm
        anchors.right: tools.right
        anchors.top: tools.bottom
        anchors.topMargin: 3 * Theme.mm
        border.color: Theme.primary

        Column {
            id: panel
            anchors.centerIn: parent
            width: parent.width - 10 * Theme.mm
            spacing: 4 * Theme.mm

        Row {
            id: row
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 5 * Theme.mm

            IconButton {
                objectName: "volume-down"
                icon: "minus"
                label: qsTr("Quieter")
                shape: "key"
                repeats: true
                enabled: header.shell.volume > 0
                onPressed: header.app.act.volume(-1)
            }

            Row {
                spacing: 2 * Theme.mm
                anchors.verticalCenter: parent.verticalCenter

                Repeater {
                    model: header.shell.volume_steps

                    Rectangle {
                        required property int index
                        width: 5 * Theme.mm
                        height: (6 + 2 * index) * Theme.mm
                        anchors.bottom: parent.bottom
                        radius: Theme.mm
                        color: index < header.shell.volume ? Theme.primary : "transparent"
                        border.width: Theme.line
                        border.color: Theme.edge
                    }
                }
            }

            IconButton {
                objectName: "volume-up"
                icon: "plus"
                label: qsTr("Louder")
                shape: "key"
                repeats: true
                enabled: header.shell.volume < header.shell.volume_steps
                onPressed: header.app.act.volume(1)
            }
        }

            Repeater {
                model: [
                    { "wish": "voice", "label": qsTr("Read the screen aloud"), "there": header.shell.voice_there },
                    { "wish": "hidden", "label": qsTr("Hide the screen while it reads"), "there": header.shell.voice },
                    { "wish": "still", "label": qsTr("Let nothing move"), "there": true }
                ]

                Choice {
                    required property var modelData
                    objectName: "wish-" + modelData.wish
                    width: panel.width
                    visible: modelData.there
                    many: true
                    label: modelData.label
                    chosen: header.shell[modelData.wish]
                    onPressed: {
                        away.restart()
                        header.app.act.prefer(modelData.wish)
                    }
                }
            }
        }
    }
}
