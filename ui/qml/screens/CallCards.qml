pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What lies over the picture's lower edge: an emergency, news, the plan, a wish, a measurement, what is wrong.
Column {
    id: cards

    required property var app
    readonly property var about: app.call
    required property bool writing
    required property int read // lines of the text that were in sight
    property bool volume: false // the volume's buttons are wanted
    property var sendAway: null // {person, name}: whom the patient may want to leave
    readonly property bool busy: app.emergency.shown || about.measuring !== ""

    spacing: Theme.gap

    Timer {
        running: cards.volume && !Theme.large
        interval: 8000
        onTriggered: cards.volume = false
    }

    Card {
        objectName: "call-volume-panel"
        visible: cards.volume
        width: parent.width
        height: more.height + 2 * Theme.gap
        tone: "primary"

        Column {
            id: more
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            Repeater {
                model: Theme.letters > 1 ? cards.app.results.strip : []

                Words {
                    required property var modelData
                    objectName: "strip-" + modelData.id
                    width: parent?.width ?? 0
                    text: modelData.name + " " + modelData.value + " " + modelData.unit + (modelData.reliable ? "" : " (" + qsTr("not reliable") + ")")
                    color: modelData.reliable ? Theme.ink : Theme.muted
                    lineHeight: 1
                    strong: true
                    horizontalAlignment: Text.AlignLeft
                }
            }

            BigButton {
                objectName: "change"
                visible: Theme.large && !cards.app.shell.signed_in
                width: Math.min(implicitWidth, parent.width)
                icon: "repeat"
                label: qsTr("My answers")
                onPressed: cards.app.act.choose("change")
            }

            Flow {
                width: parent.width
                spacing: Theme.gap

                BigButton {
                    objectName: "call-quieter"
                    icon: "minus"
                    label: qsTr("Quieter")
                    shape: "key"
                    repeats: true
                    enabled: cards.app.shell.volume > 0
                    onPressed: cards.app.act.volume(-1)
                }

                Words {
                    height: louder.height
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("%1 of %2").arg(cards.app.shell.volume).arg(cards.app.shell.volume_steps)
                    cap: 7
                    strong: true
                    wrapMode: Text.NoWrap
                }

                BigButton {
                    id: louder
                    objectName: "call-louder"
                    icon: "plus"
                    label: qsTr("Louder")
                    shape: "key"
                    repeats: true
                    enabled: cards.app.shell.volume < cards.app.shell.volume_steps
                    onPressed: cards.app.act.volume(1)
                }
            }
        }
    }

    Card {
        visible: cards.app.emergency.shown
        width: parent.width
        height: alarm.height + 8 * Theme.mm
        tone: "danger"

        Column {
            id: alarm
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: 3 * Theme.mm

            Repeater {
                model: cards.app.emergency.steps

                Column {
                    required property var modelData
                    width: parent?.width ?? 0

                    Note {
                        width: parent.width
                        tone: "danger"
                        icon: "siren"
                        text: parent.modelData.text
                        cap: 6
                        strong: true
                    }

                    Beside {
                        width: parent.width
                        text: parent.modelData.beside
                    }
                }
            }

            Words {
                width: parent.width
                text: cards.app.emergency.truth
                horizontalAlignment: Text.AlignLeft
            }
        }
    }

    Card {
        objectName: "call-news"
        visible: !cards.writing && (cards.about.writing !== "" || cards.about.news !== "" && cards.read < cards.about.lines) && !cards.app.emergency.shown && cards.about.measuring === ""
        width: parent.width
        height: news.height + 6 * Theme.mm
        tone: "primary"

        Note {
            id: news
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            tone: "primary"
            icon: "message-square"
            text: cards.about.writing === "" ? cards.about.news : cards.about.writer + ": " + cards.about.writing
            cap: 6
            strong: true
        }
    }

    Card {
        objectName: "call-plan"
        visible: cards.about.plan !== "" && !cards.app.emergency.shown && cards.about.measuring === ""
        width: parent.width
        height: plan.height + 6 * Theme.mm
        tone: "good"

        Note {
            id: plan
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            tone: "good"
            icon: "circle-check"
            text: cards.about.plan
            cap: 6
            strong: true
        }
    }

    // One after the other: the next question comes when this one is answered.
    Card {
        objectName: "call-join"
        visible: cards.about.joins.length > 0 && !cards.busy
        width: parent.width
        height: join.height + 8 * Theme.mm
        tone: "primary"

        Column {
            id: join
            readonly property var first: cards.about.joins.length > 0 ? cards.about.joins[0] : { person: "", what: "", text: "", note: "" }
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            Words {
                width: parent.width
                text: join.first.text
                cap: 6
                strong: true
                horizontalAlignment: Text.AlignLeft
            }

            Words {
                width: parent.width
                text: join.first.note
                horizontalAlignment: Text.AlignLeft
            }

            Row {
                spacing: Theme.gap

                BigButton {
                    objectName: "join-yes"
                    kind: "primary"
                    icon: "check"
                    label: qsTr("Yes")
                    onPressed: cards.app.act.choose(join.first.what + "-yes-" + join.first.person)
                }

                BigButton {
                    objectName: "join-no"
                    icon: "x"
                    label: qsTr("No")
                    onPressed: cards.app.act.choose(join.first.what + "-no-" + join.first.person)
                }
            }
        }
    }

    Card {
        objectName: "call-away"
        visible: cards.sendAway !== null && !cards.busy
        width: parent.width
        height: away.height + 8 * Theme.mm
        tone: "caution"

        Column {
            id: away
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            Words {
                width: parent.width
                text: cards.sendAway ? qsTr("Ask %1 to leave the call?").arg(cards.sendAway.name) : ""
                cap: 6
                strong: true
                horizontalAlignment: Text.AlignLeft
            }

            Row {
                spacing: Theme.gap

                BigButton {
                    objectName: "away-yes"
                    kind: "primary"
                    icon: "check"
                    label: qsTr("Yes")
                    onPressed: {
                        cards.app.act.choose("send-away-" + cards.sendAway.person)
                        cards.sendAway = null
                    }
                }

                BigButton {
                    objectName: "away-no"
                    icon: "x"
                    label: qsTr("No")
                    onPressed: cards.sendAway = null
                }
            }
        }
    }

    Card {
        visible: cards.about.asked !== ""
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
                text: cards.about.refusal || cards.about.asked
                cap: 6
                strong: true
                horizontalAlignment: Text.AlignLeft
            }

            Row {
                spacing: Theme.gap

                BigButton {
                    objectName: "measure-yes"
                    visible: cards.about.refusal === ""
                    kind: "primary"
                    icon: "check"
                    label: qsTr("Yes")
                    onPressed: cards.app.act.choose("measure-yes")
                }

                BigButton {
                    objectName: "measure-no"
                    icon: "x"
                    label: cards.about.refusal ? qsTr("All right") : qsTr("No")
                    onPressed: cards.app.act.choose("measure-no")
                }
            }
        }
    }

    Card {
        visible: cards.about.measuring !== ""
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
                text: cards.about.measuring === "oximetry" ? cards.app.measure.spo2 : cards.app.measure.pressure
                cap: 12
                strong: true
                lineHeight: 1
                wrapMode: Text.NoWrap
            }

            Words {
                width: parent.width
                text: (cards.about.measuring === "oximetry" ? "%" : "mmHg") + " · " + cards.app.measure.quality
                lineHeight: 1
                horizontalAlignment: Text.AlignLeft
            }
        }

        BigButton {
            id: stop
            objectName: "stop"
            kind: cards.app.measure.own_button ? "plain" : "danger"
            atOnce: true
            icon: cards.app.measure.own_button ? "x" : "octagon-x"
            label: cards.app.measure.own_button ? qsTr("Cancel") : qsTr("STOP")
            cap: 8
            width: parent.width / 3
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.margins: Theme.gap
            onPressed: cards.app.act.stop()
        }
    }

    Card {
        visible: cards.about.status !== "" && cards.app.remote.live
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
            text: cards.about.status
        }
    }
}
