pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The handover (SBAR), made from the data: to be read before it is kept.
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

        Repeater {
            model: screen.about.sections

            Card {
                id: section
                required property var modelData
                objectName: "section-" + modelData.id
                width: parent?.width ?? 0
                height: lines.height + 6 * Theme.mm

                Column {
                    id: lines
                    anchors.centerIn: parent
                    width: parent.width - 12 * Theme.mm
                    spacing: 1.5 * Theme.mm

                    Words {
                        width: parent.width
                        text: section.modelData.title
                        cap: Theme.label
                        strong: true
                        color: Theme.primary
                        horizontalAlignment: Text.AlignLeft
                    }

                    Repeater {
                        model: section.modelData.lines

                        Words {
                            required property string modelData
                            width: parent?.width ?? 0
                            text: modelData
                            color: section.modelData.muted ? Theme.muted : Theme.ink
                            cap: 5.5
                            horizontalAlignment: Text.AlignLeft
                        }
                    }
                }
            }
        }

        Deeds {
            width: parent?.width ?? 0
            app: screen.app
            buttons: screen.about.buttons
        }
    }
}
