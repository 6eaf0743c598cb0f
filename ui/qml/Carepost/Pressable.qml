pragma ComponentBehavior: Bound

import QtQuick

// What every button does: act on release, one tap for two, Enter and Space, a visible focus, a spoken name.
FocusScope {
    id: pressable

    property string label
    property bool down: tap.pressed
    property bool atOnce: false // for STOP: acts on touch-down and is never taken for a second tap
    property string shape: "button" // "button", "radio", "check", "key"
    property bool chosen: false
    property real rounding: Theme.radius
    property bool ringInside: false
    default property alias inside: holder.data
    property alias background: plate
    property bool repeats: false

    signal pressed

    // A screen reader's press on another thing is no shaky hand: if it were dropped, who cannot see would not know.
    function obey() {
        if (enabled && (atOnce || repeats || Taps.acceptKey(objectName)))
            pressable.pressed()
    }

    function fire() {
        if (!enabled)
            return
        if (atOnce || (shape === "key" ? (repeats || Taps.acceptKey(objectName)) : Taps.accept()))
            pressable.pressed()
    }

    activeFocusOnTab: true
    Accessible.role: shape === "radio" ? Accessible.RadioButton : shape === "check" ? Accessible.CheckBox : Accessible.Button
    Accessible.name: label
    Accessible.checkable: shape === "radio" || shape === "check"
    Accessible.checked: chosen
    Accessible.focusable: true
    Accessible.onPressAction: obey()
    Accessible.onToggleAction: obey()

    Keys.onPressed: event => {
        if (event.isAutoRepeat)
            return
        if ([Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space, Qt.Key_Select].includes(event.key)) {
            event.accepted = true
            pressable.fire()
        }
    }

    Rectangle {
        id: plate
        anchors.fill: parent
        radius: pressable.rounding
        color: "transparent"
    }

    Item {
        id: holder
        anchors.fill: parent
    }

    Rectangle {
        id: ring
        readonly property real out: pressable.ringInside ? -1.2 * Theme.mm : 1.2 * Theme.mm
        visible: pressable.activeFocus && Theme.keys
        anchors.fill: parent
        anchors.margins: -out
        radius: pressable.rounding + out
        color: "transparent"
        border.color: Theme.focus
        border.width: 1 * Theme.mm
    }

    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        enabled: pressable.enabled
        onPressedChanged: {
            if (pressed && pressable.atOnce)
                pressable.fire()
        }
        onTapped: {
            if (!pressable.atOnce)
                pressable.fire()
        }
    }
}
