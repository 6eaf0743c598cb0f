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
    property bool writeWanted: false
    property int read: 0 // lines of the text that were in sight
    // What the provider asks, a squeezing cuff and an emergency need the room; the text comes back after them.
    readonly property bool writing: writeWanted && about.asked === "" && about.measuring === "" && !app.emergency.shown

    onWritingChanged: look()

    function look() {
        if (writing)
            read = about.lines
    }

    Rectangle {
        id: stage
        color: "#0B1324"
        clip: true
        width: screen.writing && screen.wide ? screen.width * 0.45 : screen.width
        height: screen.writing && !screen.wide ? tools.y * 0.3 : tools.y

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
            width: Math.min(stage.width * 0.24, stage.height * 0.5, 110 * Theme.mm)
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
                objectName: "call-news"
                visible: !screen.writing && screen.about.news !== "" && screen.read < screen.about.lines && !screen.app.emergency.shown && screen.about.measuring === ""
                width: parent.width
                height: news.height + 6 * Theme.mm
                tone: "primary"

                Note {
                    id: news
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.margin
                    tone: "primary"
                    icon: "message-square"
                    text: screen.about.news
                    cap: 6
                    strong: true
                }
            }

            Card {
                objectName: "call-plan"
                visible: screen.about.plan !== "" && !screen.app.emergency.shown && screen.about.measuring === ""
                width: parent.width
                height: plan.height + 6 * Theme.mm
                tone: "good"

                Note {
                    id: plan
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.margin
                    tone: "good"
                    icon: "circle-check"
                    text: screen.about.plan
                    cap: 6
                    strong: true
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
                height: Math.max(measured.height, 40 * Theme.mm) + 2 * Theme.gap
                tone: "primary"

                Column {
                    id: measured
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.margin
                    anchors.right: stop.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2 * Theme.mm

                    Words {
                        objectName: "value-measuring"
                        text: screen.about.measuring === "oximetry" ? screen.app.measure.spo2 : screen.app.measure.pressure
                        cap: 12
                        strong: true
                        lineHeight: 1
                        wrapMode: Text.NoWrap
                    }

                    Words {
                        width: parent.width
                        text: (screen.about.measuring === "oximetry" ? "%" : "mmHg") + " · " + screen.app.measure.quality
                        lineHeight: 1
                        horizontalAlignment: Text.AlignLeft
                    }
                }

                BigButton {
                    id: stop
                    objectName: "stop"
                    kind: screen.app.measure.own_button ? "plain" : "danger"
                    atOnce: true
                    icon: screen.app.measure.own_button ? "x" : "octagon-x"
                    label: screen.app.measure.own_button ? qsTr("Cancel") : qsTr("STOP")
                    cap: 8
                    width: parent.width / 3
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.gap
                    onPressed: screen.app.act.stop()
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
        height: tools.y - y

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
            onCountChanged: {
                positionViewAtEnd()
                screen.look()
            }
            onHeightChanged: positionViewAtEnd()
            onContentHeightChanged: positionViewAtEnd()
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
            anchors.margins: 3 * Theme.mm
            spacing: 3 * Theme.mm

            Field {
                id: field
                objectName: "chat-field"
                width: parent.width - send.width - parent.spacing
                label: ""
                name: qsTr("Write to the provider")
                example: qsTr("Write to the provider")
                most: 500
                input.onTextChanged: screen.app.act.type("chat", input.text)
                onAccepted: send.pressed()
            }

            IconButton {
                id: send
                objectName: "send"
                width: 24 * Theme.mm
                height: field.height
                icon: "send"
                chosen: true
                label: qsTr("Send")
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
            height: Math.min(implicitHeight, Math.max(panel.height * 0.5, 4 * 15 * Theme.mm + 3 * gap))
            language: screen.app.shell.language
            target: field.input
        }
    }

    Item {
        id: tools
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: row.height + (strip.visible ? strip.height + 3 * Theme.mm : 0) + 2 * 3 * Theme.mm

        Flow {
            id: strip
            x: Theme.margin
            y: 3 * Theme.mm
            width: parent.width - 2 * Theme.margin
            spacing: 8 * Theme.mm
            visible: screen.app.results.strip.length > 0 && !(screen.writing && Theme.large)

            Repeater {
                model: screen.app.results.strip

                Words {
                    required property var modelData
                    objectName: "strip-" + modelData.id
                    text: modelData.name + " " + modelData.value + " " + modelData.unit + (modelData.reliable ? "" : " (" + qsTr("not reliable") + ")")
                    color: modelData.reliable ? Theme.ink : Theme.muted
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    strong: true
                }
            }
        }

        // In portrait two rows that fill the width, so that End call is always bottom right.
        Flow {
            id: row
            x: Theme.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 3 * Theme.mm
            width: parent.width - 2 * Theme.margin
            spacing: 4 * Theme.mm
            readonly property int upper: screen.about.camera_possible ? 3 : 2
            readonly property real each: share(screen.wide ? upper + 2 : upper)
            readonly property real below: share(screen.wide ? upper + 2 : 2)
            readonly property real tall: Math.max(mute.implicitHeight, camera.implicitHeight, write.implicitHeight, person.implicitHeight, end.implicitHeight)

            function share(count: int): real {
                return Math.floor((width - (count - 1) * spacing) / count)
            }

            BigButton {
                id: mute
                objectName: "mute"
                width: row.each
                height: row.tall
                iconAbove: true
                icon: screen.about.microphone ? "mic" : "mic-off"
                label: screen.about.microphone ? qsTr("Mute") : qsTr("Speak again")
                onPressed: screen.app.act.control("microphone")
            }

            BigButton {
                id: camera
                objectName: "camera"
                width: row.each
                height: row.tall
                iconAbove: true
                visible: screen.about.camera_possible
                icon: screen.about.camera ? "video" : "video-off"
                label: screen.about.camera ? qsTr("Camera off") : qsTr("Camera on")
                onPressed: screen.app.act.control("camera")
            }

            BigButton {
                id: write
                objectName: "write"
                width: row.each
                height: row.tall
                iconAbove: true
                icon: "message-square"
                label: screen.writing ? qsTr("Close text") : qsTr("Write")
                onPressed: screen.writeWanted = !screen.writeWanted
            }

            BigButton {
                id: person
                objectName: "person"
                width: row.below
                height: row.tall
                iconAbove: true
                icon: "hand"
                label: qsTr("Get a person")
                onPressed: screen.app.act.person()
            }

            BigButton {
                id: end
                objectName: "end-call"
                width: row.below
                height: row.tall
                iconAbove: true
                kind: "danger"
                icon: "phone-off"
                label: qsTr("End call")
                onPressed: screen.app.act.control("end")
            }
        }
    }
}
