pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Where is it? A body to touch, and the same parts as buttons beside it.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.symptoms

    Split {
        anchors.fill: parent
        share: 0.45
        side: BodyMap {
            name: "body"
            description: screen.about.map_words
            spots: screen.about.spots
            touchable: true
            onTouched: spot => screen.app.act.choose("part-" + spot)
        }

        Words {
            objectName: "heading"
            width: parent?.width ?? 0
            text: screen.about.heading
            cap: Theme.heading
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: grid
            width: parent?.width ?? 0
            columns: width > 190 * Theme.mm * Theme.textScale ? 3 : 2
            spacing: Theme.gap

            Repeater {
                model: screen.about.parts

                BigButton {
                    required property var modelData
                    objectName: "part-" + modelData.name
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    label: modelData.label
                    onPressed: screen.app.act.choose("part-" + modelData.name)
                }
            }
        }
    }
}
