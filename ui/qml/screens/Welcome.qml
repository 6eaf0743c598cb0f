pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The invitation, in both languages at once: nobody has chosen one yet. It shows nothing of a patient.
FocusScope {
    id: screen

    required property var app

    Split {
        anchors.fill: parent
        share: 0.42
        spacing: Theme.gap * 1.4
        side: Picture {
            name: "touch"
            description: qsTr("A hand touches the screen")
        }

        Words {
            width: parent?.width ?? 0
            text: "Carepost"
            cap: 12
            strong: true
            color: Theme.primary
            horizontalAlignment: Text.AlignLeft
        }

        Words {
            width: parent?.width ?? 0
            text: "Touch to begin.  Toque para empezar."
            cap: Theme.question
            strong: true
            horizontalAlignment: Text.AlignLeft
        }

        Grid {
            id: grid
            width: parent?.width ?? 0
            columns: 1
            spacing: Theme.gap

            BigButton {
                objectName: "language-en"
                width: grid.width
                kind: "primary"
                icon: "globe"
                label: "English"
                cap: 8
                focus: true
                onPressed: screen.app.act.language("en")
            }

            BigButton {
                objectName: "language-es"
                width: grid.width
                kind: "primary"
                icon: "globe"
                label: "Español"
                cap: 8
                onPressed: screen.app.act.language("es")
            }
        }

        Note {
            width: parent?.width ?? 0
            icon: "clock"
            tone: "muted"
            text: "It takes about 15 minutes. You can stop at any time.\nDura unos 15 minutos. Puede parar cuando quiera."
        }

        Note {
            width: parent?.width ?? 0
            icon: "shield-check"
            tone: "muted"
            text: "This screen forgets you when you leave.\nEsta pantalla le olvida cuando se va."
        }

        BigButton {
            objectName: "person"
            icon: "hand"
            label: "Get a person · Pedir ayuda"
            onPressed: screen.app.act.person()
        }
    }
}
