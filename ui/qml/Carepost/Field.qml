pragma ComponentBehavior: Bound

import QtQuick

// A line to type into, with its name above; `error` marks it (the form says the words below).
FocusScope {
    id: field

    property string label
    property string name: label // spoken where no label is shown
    property string error
    property string example
    property alias text: input.text
    property alias input: input
    property int most: 60 // characters
    property string keyboard: "letters" // which on-screen layout helps
    property bool capitals: true

    signal edited(string text)
    signal accepted

    implicitHeight: column.implicitHeight
    implicitWidth: 120 * Theme.mm

    Column {
        id: column
        width: parent.width
        spacing: 2 * Theme.mm

        Words {
            width: parent.width
            text: field.label
            cap: Theme.label
            strong: true
            horizontalAlignment: Text.AlignLeft
            visible: text !== ""
            Accessible.ignored: true
        }

        Rectangle {
            width: parent.width
            height: Math.max(18 * Theme.mm, input.implicitHeight + 7 * Theme.mm)
            radius: Theme.radius
            color: Theme.surface
            border.color: field.error ? Theme.danger : input.activeFocus ? Theme.primary : Theme.edge
            border.width: input.activeFocus || field.error ? 1 * Theme.mm : Theme.line

            Words {
                anchors.fill: input
                visible: input.text === "" && !input.activeFocus
                text: field.example
                cap: Theme.label
                color: Theme.muted
                wrapMode: Text.NoWrap
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }

            TextInput {
                id: input
                objectName: field.objectName + "-input"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: 5 * Theme.mm
                anchors.rightMargin: 5 * Theme.mm
                anchors.verticalCenter: parent.verticalCenter
                focus: true
                activeFocusOnTab: true
                clip: true
                color: Theme.ink
                selectionColor: Theme.primary
                selectedTextColor: Theme.inkOnPrimary
                font.family: Theme.family
                font.pixelSize: Theme.size(6)
                maximumLength: field.most
                inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                horizontalAlignment: TextInput.AlignLeft
                Accessible.role: Accessible.EditableText
                Accessible.name: field.name
                Accessible.description: field.error
                onTextEdited: field.edited(text)
                onAccepted: field.accepted()
                cursorDelegate: Rectangle {
                    width: 0.8 * Theme.mm
                    color: Theme.primary
                    visible: input.cursorVisible
                }
            }

            TapHandler {
                onTapped: {
                    input.forceActiveFocus()
                    input.cursorPosition = input.length
                }
            }
        }
    }
}
