pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import CarepostItems
import "../../keyboard"

// The provider large, yourself small and mirrored; mute, camera, text, end; the readings as a strip.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.call
    readonly property bool wide: width > height
    property bool writing: false

    Rectangle {
        id: stage
        color: "#0B1324"
        width: screen.writing && screen.wide ? screen.width * 0.5 : screen.width
        height: tools.y - (screen.writing && !screen.wide ? panel.height : 0)

        VideoView {
            objectName: "remote-video"
            anchors.fill: parent
            source: screen.app.remote
            fill: false
        }

        Words {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            visible: !screen.app.remote.live
            text: screen.about.status || qsTr("The picture comes in a moment.")
            cap: Theme.heading
            color: "#FFFFFF"
            horizontalAlignment: Text.AlignHCenter
        }

        Rectangle {
            x: Theme.gap
            y: Theme.gap
            width: Math.min(name.implicitWidth, stage.width - 3 * Theme.gap - self.width) + 8 * Theme.mm
            height: name.height + 4 * Theme.mm
            radius: Theme.radius
            color: "#0B1324"
            border.color: "#7A869A"
            border.width: Theme.line

            Words {
                id: name
                objectName: "provider"
                x: 4 * Theme.mm
                y: 2 * Theme.mm
                width: parent.width - 8 * Theme.mm
                text: screen.about.provider
                color: "#FFFFFF"
                strong: true
            }
        }

        Rectangle {
            id: self
            objectName: "self-view"
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.gap
            width: Math.min(stage.width * 0.24, 110 * Theme.mm)
            height: width * 9 / 16
            color: "#14213D"
            border.color: "#FFFFFF"
            border.width: Theme.line
            visible: screen.about.camera

            VideoView {
                objectName: "self-video"
                anchors.fill: parent
                anchors.margins: Theme.line
                source: screen.app.mine
                fill: true
                transform: Scale {
                    xScale: -1
                    origin.x: self.width / 2
                }
            }
        }

        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.gap

            Card {
                visible: screen.app.emergency.shown
                width: parent.width
                height: alarm.height + 8 * Theme.mm
                tone: "danger"

                Column {
                    id: alarm
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.margin
                    spacing: 3 * Theme.mm

                    Repeater {
                        model: screen.app.emergency.steps

                        Note {
                            required property string modelData
                            width: parent?.width ?? 0
                            tone: "danger"
                            icon: "siren"
                            text: modelData
                            cap: 6
                            strong: true
                        }
                    }

                    Words {
                        width: parent.width
                        text: screen.app.emergency.truth
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }

            Card {
                visible: screen.about.asked !== ""
                width: parent.width
                height: asked.height + 8 * Theme.mm
                tone: "primary"

                Column {
                    id: asked
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.margin
                    spacing: Theme.gap

                    Words {
                        width: parent.width
                        text: screen.about.refusal || screen.about.asked
                        cap: 6
                        strong: true
                        horizontalAlignment: Text.AlignLeft
                    }

                    Row {
                        spacing: Theme.gap

                        BigButton {
                            objectName: "measure-yes"
                            visible: screen.about.refusal === ""
                            kind: "primary"
                            icon: "check"
                            label: qsTr("Yes")
                            onPressed: screen.app.act.choose("measure-yes")
                        }

                        BigButton {
                            objectName: "measure-no"
                            icon: "x"
                            label: screen.about.refusal ? qsTr("All right") : qsTr("No")
                            onPressed: screen.app.act.choose("measure-no")
                        }
                    }
                }
            }

            Card {
                visible: screen.about.measuring !== ""
                width: parent.width
                height: 60 * Theme.mm
                tone: "primary"

                Row {
                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    spacing: Theme.gap

                    Words {
                        text: screen.about.measuring === "oximetry" ? screen.app.measure.spo2 + " %" : screen.app.measure.pressure
                        cap: 12
                        strong: true
                        width: parent.width * 0.3
                        anchors.verticalCenter: parent.verticalCenter
                    }

                    Words {
                        text: screen.app.measure.quality
                        cap: 6
                        width: parent.width * 0.3
                        anchors.verticalCenter: parent.verticalCenter
                    }

                    BigButton {
                        objectName: "stop"
                        kind: "danger"
                        atOnce: true
                        icon: "octagon-x"
                        label: qsTr("STOP")
                        width: parent.width * 0.36
                        height: parent.height
                        onPressed: screen.app.act.stop()
                    }
                }
            }

            Card {
                visible: screen.about.status !== "" && screen.app.remote.live
                width: parent.width
                height: status.height + 6 * Theme.mm
                tone: "caution"

                Note {
                    id: status
                    objectName: "call-status"
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.margin
                    tone: "caution"
                    icon: "wifi-off"
                    text: screen.about.status
                }
            }
        }
    }

    Item {
        id: panel
        objectName: "chat"
        visible: screen.writing
        x: screen.wide ? stage.width : 0
        y: screen.wide ? 0 : stage.height
        width: screen.width - x
        height: screen.wide ? tools.y : screen.height * 0.55

        ListView {
            id: lines
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: entry.top
            anchors.margins: Theme.gap
            clip: true
            spacing: 3 * Theme.mm
            model: screen.about.chat
            onCountChanged: positionViewAtEnd()
            delegate: Card {
                id: line
                required property var modelData
                width: ListView.view?.width ?? 0
                height: said.height + 6 * Theme.mm
                tone: modelData.mine ? "" : "primary"

                Words {
                    id: said
                    anchors.centerIn: parent
                    width: parent.width - 8 * Theme.mm
                    text: (line.modelData.mine ? qsTr("You") : line.modelData.sender) + ": " + line.modelData.text
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }

        Row {
            id: entry
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: keys.top
            anchors.margins: Theme.gap
            spacing: Theme.gap

            Field {
                id: field
                objectName: "chat-field"
                width: parent.width - send.width - Theme.gap
                label: qsTr("Write to the provider")
                most: 500
                input.onTextChanged: screen.app.act.type("chat", input.text)
                onAccepted: send.pressed()
            }

            BigButton {
                id: send
                objectName: "send"
                anchors.bottom: parent.bottom
                width: 60 * Theme.mm
                icon: "send"
                label: qsTr("Send")
                kind: "primary"
                onPressed: {
                    screen.app.act.say()
                    field.text = ""
                }
            }
        }

        Keyboard {
            id: keys
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 3 * Theme.mm
            height: Math.min(implicitHeight, panel.height * 0.5)
            language: screen.app.shell.language
            target: field.input
        }
    }

    Item {
        id: tools
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: row.height + strip.height + 3 * Theme.gap

        Flow {
            id: strip
            x: Theme.margin
            y: Theme.gap
            width: parent.width - 2 * Theme.margin
            spacing: 10 * Theme.mm

            Repeater {
                model: screen.app.results.strip

                Words {
                    required property var modelData
                    objectName: "strip-" + modelData.id
                    text: modelData.name + " " + modelData.value + " " + modelData.unit + (modelData.reliable ? "" : " (" + qsTr("not reliable") + ")")
                    color: modelData.reliable ? Theme.ink : Theme.muted
                    wrapMode: Text.NoWrap
                    strong: true
                }
            }
        }

        Flow {
            id: row
            x: Theme.margin
            anchors.top: strip.bottom
            anchors.topMargin: Theme.gap
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap
            readonly property real each: Math.max(62 * Theme.mm, (width - 4 * spacing) / (screen.wide ? 5 : 2))

            BigButton {
                objectName: "mute"
                width: row.each
                icon: screen.about.microphone ? "mic" : "mic-off"
                label: screen.about.microphone ? qsTr("Mute") : qsTr("Speak again")
                onPressed: screen.app.act.control("microphone")
            }

            BigButton {
                objectName: "camera"
                width: row.each
                visible: screen.about.camera_possible
                icon: screen.about.camera ? "video" : "video-off"
                label: screen.about.camera ? qsTr("Camera off") : qsTr("Camera on")
                onPressed: screen.app.act.control("camera")
            }

            BigButton {
                objectName: "write"
                width: row.each
                icon: "message-square"
                label: screen.writing ? qsTr("Close text") : qsTr("Write")
                onPressed: screen.writing = !screen.writing
            }

            BigButton {
                objectName: "person"
                width: row.each
                icon: "hand"
                label: qsTr("Get a person")
                onPressed: screen.app.act.person()
            }

            BigButton {
                objectName: "end-call"
                width: row.each
                kind: "danger"
                icon: "phone-off"
                label: qsTr("End call")
                onPressed: screen.app.act.control("end")
            }
        }
    }
}
