pragma Singleton
import QtQml

// One tap is one tap: a second within 400 ms anywhere is the same shaky hand.
QtObject {
    id: taps

    readonly property int together: 400 // ms
    property double last: 0
    property string lastKey: ""
    property double lastKeyAt: 0

    function accept(): bool {
        const now = Date.now()
        if (now - taps.last < taps.together)
            return false
        taps.last = now
        return true
    }

    // Typing is faster than deciding: only the same key twice is one tap.
    function acceptKey(name: string): bool {
        const now = Date.now()
        if (name === taps.lastKey && now - taps.lastKeyAt < taps.together)
            return false
        taps.lastKey = name
        taps.lastKeyAt = now
        return true
    }
}
