pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// Our on-screen keyboard: large keys, letters and digits, English, Spanish, Arabic, Vietnamese. It types into `target`.
// Tab passes it by; Down from a field enters it, arrows walk its keys. Right leads from the end of a row to the next
// one, and from the last key out of it: two keys, Right and OK, are enough.
FocusScope {
    id: keyboard

    required property string language
    property TextInput target: null
    property string layout: "letters" // "letters", "digits", "number", "phone"
    property bool capitals: true
    property bool shifted: false
    property bool symbols: false
    readonly property bool pad: ["digits", "number", "phone"].includes(layout)
    property var tongues: [] // languages one may write in; a key leads from one to the next
    property string written: "" // the language chosen by that key
    readonly property string tongue: written || language
    readonly property bool lettered: layout === "letters" && !symbols
    readonly property var rows: Layouts.rows(layout === "letters" && symbols ? "symbols" : layout, tongue, tongues.length > 1)
    readonly property real gap: 3.2 * Theme.mm
    readonly property real rowHeight: (height - gap * (rows.length - 1)) / rows.length
    readonly property real units: pad ? 3 : lettered ? Layouts.units[tongue] ?? 10 : 10
    readonly property real unit: (width - gap * (units - 1)) / units
    readonly property bool upper: shifted !== atStart
    readonly property bool atStart: {
        if (!capitals || !target)
            return false
        const before = target.text.slice(0, target.cursorPosition)
        return before === "" || /[\s-]$/.test(before)
    }

    implicitHeight: 4 * 19 * Theme.mm + 3 * gap

    function next(): string {
        return tongues[(tongues.indexOf(tongue) + 1) % tongues.length]
    }

    onTargetChanged: {
        shifted = false
        symbols = false
    }

    function type(text: string) {
        if (!target)
            return
        if (target.selectedText)
            target.remove(target.selectionStart, target.selectionEnd)
        target.insert(target.cursorPosition, upper ? text.toLocaleUpperCase(Qt.locale(tongue)) : text)
        shifted = false
    }

    // Put a tone on the letter before, in place of one it has.
    function tone(mark: string) {
        if (!target || target.selectedText || target.cursorPosition === 0)
            return
        const at = target.cursorPosition
        const letter = target.text[at - 1].normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
        const toned = (letter + mark).normalize("NFC")
        if (!/[aeiouy]/i.test(letter) || toned.length !== 1)
            return
        target.remove(at - 1, at)
        target.insert(at - 1, toned)
    }

    function act(action: string) {
        if (action === "shift")
            shifted = !shifted
        else if (action === "digits")
            symbols = true
        else if (action === "letters")
            symbols = false
        else if (action === "tongue")
            written = next()
        else if (action === "space")
            type(" ")
        else if (Layouts.tones[action])
            tone(Layouts.tones[action])
        else if (action === "back" && target && target.selectedText)
            target.remove(target.selectionStart, target.selectionEnd)
        else if (action === "back" && target && target.cursorPosition > 0)
            target.remove(target.cursorPosition - 1, target.cursorPosition)
    }

    function keysOf(row: Item): var {
        return Array.from(row.children).filter(key => (key as Key) && key.visible && key.enabled)
    }

    // The key an arrow leads to: along its row, from its end to the next row; up and down to the key right there.
    function nearest(from: Item, dx: int, dy: int): Item {
        const rows = Array.from(column.children).map(row => keyboard.keysOf(row)).filter(keys => keys.length > 0)
        const row = rows.findIndex(keys => keys.includes(from))
        if (row < 0)
            return null
        if (dx) {
            const line = [].concat(...rows)
            return line[line.indexOf(from) + dx] ?? null
        }
        const middle = from.mapToItem(keyboard, from.width / 2, 0).x
        let best = null
        let bestOff = Infinity
        for (const key of rows[row + dy] ?? []) {
            const left = key.mapToItem(keyboard, 0, 0).x
            const off = Math.max(left - middle, middle - left - key.width, 0)
            if (off < bestOff) {
                best = key
                bestOff = off
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
                        repeats: action === "back" || action === "shift" || action === "tongue"
                        icon: action === "back" ? "delete" : action === "shift" ? "arrow-big-up" : ""
                        face: action === "space" ? qsTr("space") : action === "digits" ? "123" : action === "letters" ? "abc" : action === "tongue" ? Layouts.signs[keyboard.next()] : Layouts.tones[action] ? ("a" + Layouts.tones[action]).normalize("NFC") : keyboard.upper ? modelData.text.toLocaleUpperCase(Qt.locale(keyboard.tongue)) : modelData.text
                        label: action === "back" ? qsTr("Delete") : action === "shift" ? qsTr("Capital letters") : action === "digits" ? qsTr("Digits and signs") : action === "letters" ? qsTr("Letters") : action === "tongue" ? qsTr("Letters of another language") : Layouts.tones[action] ? action : face
                        onPressed: action ? keyboard.act(action) : keyboard.type(modelData.text)
                    }
                }
            }
        }
    }
}
