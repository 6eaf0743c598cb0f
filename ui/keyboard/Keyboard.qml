pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Our on-screen keyboard: large keys, letters and digits, English and Spanish. It types into `target`.
// Tab passes it by; Down from a field enters it, arrows walk its keys.
FocusScope {
    id: keyboard

    required property string language
    property TextInput target: null
    property string layout: "letters" // "letters", "digits", "phone"
    property bool capitals: true
    property bool shifted: false
    property bool symbols: false
    readonly property bool pad: layout === "digits" || layout === "phone"
    readonly property var rows: Layouts.rows(layout === "letters" && symbols ? "symbols" : layout, language)
    readonly property real gap: 3.2 * Theme.mm
    readonly property real rowHeight: (height - gap * (rows.length - 1)) / rows.length
    readonly property real units: pad ? 3 : 10
    readonly property real unit: (width - gap * (units - 1)) / units
    readonly property bool upper: shifted !== atStart
    readonly property bool atStart: {
        if (!capitals || !target)
            return false
        const before = target.text.slice(0, target.cursorPosition)
        return before === "" || /[\s-]$/.test(before)
    }

    implicitHeight: 4 * 19 * Theme.mm + 3 * gap

    onTargetChanged: {
        shifted = false
        symbols = false
    }

    function type(text: string) {
        if (!target)
            return
        if (target.selectedText)
            target.remove(target.selectionStart, target.selectionEnd)
        target.insert(target.cursorPosition, upper ? text.toLocaleUpperCase(Qt.locale(language)) : text)
        shifted = false
    }

    function act(action: string) {
        if (action === "shift")
            shifted = !shifted
        else if (action === "digits")
            symbols = true
        else if (action === "letters")
            symbols = false
        else if (action === "space")
            type(" ")
        else if (action === "back" && target && target.selectedText)
            target.remove(target.selectionStart, target.selectionEnd)
        else if (action === "back" && target && target.cursorPosition > 0)
            target.remove(target.cursorPosition - 1, target.cursorPosition)
    }

    function nearest(from: Item, dx: int, dy: int): Item {
        const at = from.mapToItem(keyboard, from.width / 2, from.height / 2)
        let best = null
        let bestCost = Infinity
        for (const row of column.children)
            for (const key of row.children) {
                if (key === from || !key.visible || !(key as Key))
                    continue
                const to = key.mapToItem(keyboard, key.width / 2, key.height / 2)
                const along = (to.x - at.x) * dx + (to.y - at.y) * dy
                const across = Math.abs((to.x - at.x) * dy) + Math.abs((to.y - at.y) * dx)
                const cost = along + 3 * across
                if (along > keyboard.rowHeight / 3 && cost < bestCost) {
                    best = key
                    bestCost = cost
                }
            }
        return best
    }

    function enter() {
        column.children[0].children[0].forceActiveFocus()
    }

    Keys.onPressed: event => {
        const moves = { [Qt.Key_Left]: [-1, 0], [Qt.Key_Right]: [1, 0], [Qt.Key_Up]: [0, -1], [Qt.Key_Down]: [0, 1] }
        const move = moves[event.key]
        const from = keyboard.Window.window?.activeFocusItem ?? null
        if (!move || !from)
            return
        const to = keyboard.nearest(from, move[0], move[1])
        if (to)
            to.forceActiveFocus()
        else if (move[1] < 0 && keyboard.target)
            keyboard.target.forceActiveFocus()
        else
            return
        event.accepted = true
    }

    Column {
        id: column
        anchors.fill: parent
        spacing: keyboard.gap

        Repeater {
            model: keyboard.rows

            Row {
                id: row
                required property string modelData
                spacing: keyboard.gap
                anchors.horizontalCenter: parent?.horizontalCenter
                LayoutMirroring.enabled: false

                Repeater {
                    model: Layouts.parse(row.modelData)

                    Key {
                        id: key
                        required property var modelData
                        readonly property string action: modelData.action
                        objectName: "key-" + (action || modelData.text)
                        visible: action !== "none" || keyboard.pad
                        enabled: action !== "none"
                        opacity: action === "none" ? 0 : 1
                        width: modelData.units * keyboard.unit + (modelData.units - 1) * keyboard.gap
                        height: keyboard.rowHeight
                        strong: action !== "" && action !== "space"
                        chosen: action === "shift" && keyboard.upper
                        repeats: action === "back" || action === "shift"
                        icon: action === "back" ? "delete" : action === "shift" ? "arrow-big-up" : ""
                        face: action === "space" ? qsTr("space") : action === "digits" ? "123" : action === "letters" ? "abc" : keyboard.upper ? modelData.text.toLocaleUpperCase(Qt.locale(keyboard.language)) : modelData.text
                        label: action === "back" ? qsTr("Delete") : action === "shift" ? qsTr("Capital letters") : action === "digits" ? qsTr("Digits and signs") : action === "letters" ? qsTr("Letters") : face
                        onPressed: action ? keyboard.act(action) : keyboard.type(modelData.text)
                    }
                }
            }
        }
    }
}
