pragma ComponentBehavior: Bound

import QtQuick

// One answer: a box or circle, the words, and how chosen it is.
Pressable {
    id: choice

    property bool many: false
    property string hint
    property alias beside: english.text
    property real cap: 6
    property string family: Theme.family

    shape: many ? "check" : "radio"
    implicitHeight: Math.max(Theme.button, column.implicitHeight + 7 * Theme.mm)
    background.color: chosen ? Theme.primarySoft : down ? Theme.primarySoft : Theme.surface
    background.border.width: chosen ? 1 * Theme.mm : Theme.line
    background.border.color: chosen ? Theme.primary : Theme.edge

    Icon {
        id: mark
        name: choice.many ? (choice.chosen ? "square-check" : "square") : (choice.chosen ? "circle-dot" : "circle")
        color: choice.chosen ? Theme.primary : Theme.muted
        side: 10 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 6 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }

    Column {
        id: column
        anchors.left: mark.right
        anchors.leftMargin: 5 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 6 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.5 * Theme.mm

        Words {
            width: parent.width
            text: choice.label
            cap: choice.cap
            font.family: choice.family
            strong: choice.chosen
            lineHeight: 1.05
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }

        Beside {
            id: english
            width: parent.width
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: choice.hint
            color: Theme.muted
            horizontalAlignment: Text.AlignLeft
        }
    }
}
