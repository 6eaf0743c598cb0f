pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Who is due, late, left out, done: one large row each.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.round

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        RoundHead {
            width: parent?.width ?? 0
            about: screen.about
        }

        Deeds {
            width: parent?.width ?? 0
            visible: screen.about.tools.length > 0
            app: screen.app
            buttons: screen.about.tools
        }

        Repeater {
            model: screen.about.parts

            Column {
                id: part
                required property var modelData
                width: parent?.width ?? 0
                spacing: Theme.gap

                Note {
                    objectName: "part-" + part.modelData.id
                    width: parent.width
                    text: part.modelData.title
                    icon: part.modelData.icon
                    tone: part.modelData.tone
                    cap: Theme.label
                    strong: true
                }

                Grid {
                    id: rows
                    width: parent.width
                    spacing: Theme.gap
                    columns: width > 320 * Theme.mm * Theme.textScale ? 2 : 1

                    Repeater {
                        model: part.modelData.rows

                        Pressable {
                            id: row
                            required property var modelData
                            property string hint: modelData.hint
                            objectName: modelData.name
                            label: modelData.label
                            width: (rows.width - (rows.columns - 1) * rows.spacing) / rows.columns
                            implicitHeight: Math.max(Theme.button, words.implicitHeight + 7 * Theme.mm)
                            background.color: down ? Theme.primarySoft : Theme.surface
                            background.border.width: Theme.line
                            background.border.color: Theme.edge
                            onPressed: screen.app.act.choose(modelData.name)

                            Icon {
                                id: sign
                                name: part.modelData.icon
                                color: Theme.tone(part.modelData.tone)
                                side: 10 * Theme.mm
                                anchors.left: parent.left
                                anchors.leftMargin: 6 * Theme.mm
                                anchors.verticalCenter: parent.verticalCenter
                            }

                            Column {
                                id: words
                                anchors.left: sign.right
                                anchors.leftMargin: 5 * Theme.mm
                                anchors.right: parent.right
                                anchors.rightMargin: 6 * Theme.mm
                                anchors.verticalCenter: parent.verticalCenter
                                spacing: 1.5 * Theme.mm

                                Words {
                                    width: parent.width
                                    text: row.label
                                    cap: 6.5
                                    strong: true
                                    lineHeight: 1.05
                                    horizontalAlignment: Text.AlignLeft
                                    Accessible.ignored: true
                                }

                                Words {
                                    width: parent.width
                                    visible: text !== ""
                                    text: row.hint
                                    color: Theme.muted
                                    horizontalAlignment: Text.AlignLeft
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
