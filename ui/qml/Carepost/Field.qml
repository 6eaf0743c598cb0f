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
    property bool masked: false // what is typed is neither shown nor said
    property bool byContent: false // what is written right-to-left stands right

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
                readonly property bool hushed: true // an example is not read as what is there
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
                echoMode: field.masked ? TextInput.Password : TextInput.Normal
                color: Theme.ink
                selectionColor: Theme.primary
                selectedTextColor: Theme.inkOnPrimary
                font.family: Theme.family
                font.pixelSize: Theme.size(6)
                maximumLength: field.most
                inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                readonly property bool rightToLeft: /^[^A-Za-z]*[\u0590-\u08FF]/.test(text)
                horizontalAlignment: field.byContent && text !== "" && rightToLeft !== LayoutMirroring.enabled ? TextInput.AlignRight : TextInput.AlignLeft
                Accessible.role: Accessible.EditableText
                Accessible.name: field.name
                Accessible.description: field.error
                // At its end an arrow leads on, so that no key is caught in here.
                Keys.onPressed: event => {
                    const onward = event.key === Qt.Key_Right && cursorPosition === length
                    const backward = event.key === Qt.Key_Left && cursorPosition === 0
                    if (onward || backward) {
                        const to = nextItemInFocusChain(onward)
                        if (to)
                            to.forceActiveFocus(onward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
                        event.accepted = true
                    }
                }
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
