pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The window: header, the present screen, the bottom bar; overlays above. Nothing here decides anything.
Window {
    id: window

    required property var app
    required property real pxPerMm
    readonly property var shell: app.shell
    property bool keysUsed: false

    visible: true
    color: Theme.ground
    title: "Carepost"
    flags: Qt.FramelessWindowHint | Qt.Window

    // A kiosk has no way to close its window but the end of the visit.
    onClosing: close => { close.accepted = false }

    Binding {
        target: Theme
        property: "mm"
        value: window.pxPerMm
    }

    Binding {
        target: Theme
        property: "letters"
        value: window.shell.size
    }

    Binding {
        target: Theme
        property: "family"
        value: window.shell.family
    }

    Binding {
        target: Theme
        property: "still"
        value: window.shell.still
    }

    Binding {
        target: Theme
        property: "contrast"
        value: window.shell.contrast
    }

    Binding {
        target: Theme
        property: "keys"
        value: window.keysUsed
    }

    Item {
        id: root
        objectName: "root"
        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: window.shell.mirrored
        LayoutMirroring.childrenInherit: true

        // What no item wanted: Back goes back, arrows go from one thing to the next in the order of reading.
        // With Alt, Ctrl or Super held they are meant for somebody else, who is not here.
        Keys.onPressed: event => {
            if (event.modifiers & (Qt.AltModifier | Qt.ControlModifier | Qt.MetaModifier))
                return
            const mirrored = LayoutMirroring.enabled
            const forward = event.key === Qt.Key_Down || event.key === (mirrored ? Qt.Key_Left : Qt.Key_Right)
            const backward = event.key === Qt.Key_Up || event.key === (mirrored ? Qt.Key_Right : Qt.Key_Left)
            const goesBack = [Qt.Key_Escape, Qt.Key_Back, Qt.Key_Cancel].includes(event.key)
            if (goesBack && window.shell.back && window.app.overlay.name === "") {
                event.accepted = true
                window.app.act.back()
            } else if ((forward || backward) && window.activeFocusItem) {
                event.accepted = true
                const to = window.activeFocusItem.nextItemInFocusChain(forward)
                if (to)
                    to.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
            }
        }

        FocusScope {
            id: content
            anchors.fill: parent
            focus: !overlay.active
            enabled: !overlay.active

            Header {
                id: header
                objectName: "header"
                anchors.left: parent.left
                anchors.right: parent.right
                height: visible ? implicitHeight : 0
                visible: (!window.app.emergency.shown || window.app.emergency.quiet) && !window.shell.touch_off
                app: window.app
                z: 2
            }

            Loader {
                id: screen
                objectName: "screen"
                anchors.top: header.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: bar.top
                focus: true

                // A new place makes a new screen, so that nothing of the one before stays in a field.
                readonly property string place: window.shell.place + "/" + window.shell.source
                onPlaceChanged: show()
                Component.onCompleted: show()

                function show() {
                    if (!window.shell.source)
                        return
                    setSource("screens/" + window.shell.source + ".qml", { "app": window.app })
                    const shown = item as Item
                    if (shown && !overlay.active)
                        shown.forceActiveFocus()
                }
            }

            BottomBar {
                id: bar
                objectName: "bar"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                height: visible ? implicitHeight : 0
                visible: window.shell.bar
                app: window.app
            }
        }

        // Where the header with its own light is hidden.
        CameraLight {
            visible: (window.shell.camera_on || window.shell.microphone_on) && !header.visible
            camera: window.shell.camera_on
            microphone: window.shell.microphone_on
            level: window.app.levels.microphone
            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: 3 * Theme.mm
            z: 3
        }

        Loader {
            id: overlay
            objectName: "overlay"
            anchors.fill: parent
            active: window.app.overlay.name !== ""
            focus: active
            onLoaded: (item as Item)?.forceActiveFocus()
            onActiveChanged: {
                if (!active)
                    content.forceActiveFocus()
            }
            z: 5
            sourceComponent: Modal {
                app: window.app
                focus: true
            }
        }

        // Dark, for who hears the screen and wants nobody to read it. Keys go on as ever; touching the words ends it.
        Rectangle {
            objectName: "curtain"
            anchors.fill: parent
            visible: window.shell.hidden
            color: "#000000"
            z: 6

            MouseArea {
                anchors.fill: parent
            }

            Pressable {
                id: curtainButton
                objectName: "show-screen"
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.margin, 220 * Theme.mm)
                height: uncover.implicitHeight + 10 * Theme.mm
                activeFocusOnTab: false
                label: qsTr("The screen is hidden. Touch here to show it.")
                background.border.width: Theme.line
                background.border.color: "#8A8A8A"
                onPressed: window.app.act.prefer("hidden")

                Words {
                    id: uncover
                    anchors.centerIn: parent
                    width: curtainButton.width - 10 * Theme.mm
                    text: curtainButton.label
                    color: "#C8C8C8"
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
