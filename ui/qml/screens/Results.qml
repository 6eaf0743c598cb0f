pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// What was measured, and what it means in plain words. A poor reading looks different.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.results

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: qsTr("Your results")
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Repeater {
            model: screen.about.rows

            Card {
                id: card
                required property var modelData
                objectName: "result-" + modelData.id
                width: parent?.width ?? 0
                height: body.height + 6 * Theme.mm
                tone: modelData.tone === "muted" ? "" : modelData.tone
                readonly property bool wide: width > 320 * Theme.mm

                Grid {
                    id: body
                    anchors.centerIn: parent
                    width: parent.width - 12 * Theme.mm
                    columns: card.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: 2 * Theme.mm

                    Column {
                        width: card.wide ? body.width * 0.42 : body.width
                        spacing: Theme.mm

                        Words {
                            width: parent.width
                            text: card.modelData.name
                            cap: Theme.label
                            strong: true
                            lineHeight: 1
                            horizontalAlignment: Text.AlignLeft
                        }

                        Flow {
                            width: parent.width
                            spacing: 3 * Theme.mm
                            visible: card.modelData.value !== ""

                            Words {
                                id: value
                                objectName: "value-" + card.modelData.id
                                text: card.modelData.value
                                font.pixelSize: Theme.sizeUpTo(13, 17)
                                font.strikeout: !card.modelData.reliable
                                strong: true
                                lineHeight: 1
                                wrapMode: Text.NoWrap
                                color: card.modelData.reliable ? Theme.ink : Theme.muted
                                horizontalAlignment: Text.AlignLeft
                            }

                            Words {
                                text: card.modelData.unit
                                color: Theme.muted
                                lineHeight: 1
                                wrapMode: Text.NoWrap
                                height: value.height
                                verticalAlignment: Text.AlignBottom
                                bottomPadding: 3 * Theme.mm
                                horizontalAlignment: Text.AlignLeft
                            }
                        }
                    }

                    Column {
                        width: card.wide ? body.width * 0.58 - Theme.gap : body.width
                        spacing: 1.5 * Theme.mm

                        Note {
                            width: parent.width
                            tone: card.modelData.tone
                            icon: card.modelData.icon
                            text: card.modelData.meaning
                            cap: Theme.label
                            strong: true
                        }

                        Repeater {
                            model: card.modelData.details

                            Words {
                                required property string modelData
                                width: parent?.width ?? 0
                                text: modelData
                                color: Theme.muted
                                lineHeight: 1.05
                                horizontalAlignment: Text.AlignLeft
                            }
                        }
                    }
                }
            }
        }

        Note {
            objectName: "saved"
            visible: screen.about.saved !== ""
            width: parent?.width ?? 0
            tone: screen.about.saved_tone
            icon: screen.about.saved_tone === "good" ? "save" : "triangle-alert"
            text: screen.about.saved
        }
    }
}
