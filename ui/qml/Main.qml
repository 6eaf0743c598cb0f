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
        property: "large"
        value: window.shell.large
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

        // What no item wanted: Esc goes back, arrows go from one thing to the next.
        Keys.onPressed: event => {
            const forward = event.key === Qt.Key_Down || event.key === Qt.Key_Right
            const backward = event.key === Qt.Key_Up || event.key === Qt.Key_Left
            if (event.key === Qt.Key_Escape && window.shell.back && window.app.overlay.name === "") {
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
                anchors.left: parent.left
                anchors.right: parent.right
                height: visible ? implicitHeight : 0
                visible: !window.app.emergency.shown || window.app.emergency.quiet
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
            visible: window.shell.camera_on && !header.visible
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
    }
}
