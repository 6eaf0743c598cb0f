pragma Singleton
import QtQuick

// Measures in millimetres and colours; `mm` is set by Main from the profile's screen and the window's size.
QtObject {
    property real mm: 4 // pixels in a millimetre
    property int letters: 0 // their size: 1, 1.5 or 2 times
    readonly property bool large: letters > 0
    property bool contrast: false
    property bool still: false // reduced motion
    property bool keys: false // a keyboard is being used: focus is shown

    readonly property real textScale: [1, 1.5, 2][letters]
    readonly property real capHeight: family === "Atkinson Hyperlegible" ? 0.668 : 0.714 // of the font's size: Noto Sans
    property string family: "Atkinson Hyperlegible" // of the screen's language

    // Cap heights in mm.
    readonly property real body: 5
    readonly property real label: 5.5
    readonly property real heading: 7
    readonly property real question: 9
    readonly property real value: 28

    readonly property real button: 22 * mm
    readonly property real target: 16 * mm
    readonly property real gap: 5 * mm
    readonly property real margin: 10 * mm
    readonly property real radius: 4 * mm
    readonly property real line: Math.max(2, 0.6 * mm)
    readonly property int motion: still ? 0 : 180

    readonly property color ground: contrast ? "#000000" : "#FAF9F6"
    readonly property color surface: contrast ? "#000000" : "#FFFFFF"
    readonly property color ink: contrast ? "#FFFFFF" : "#14213D"
    readonly property color muted: contrast ? "#FFFFFF" : "#44506A"
    readonly property color primary: contrast ? "#FFE600" : "#00566B"
    readonly property color inkOnPrimary: contrast ? "#000000" : "#FFFFFF"
    readonly property color primarySoft: contrast ? "#000000" : "#E3F0F3"
    readonly property color danger: contrast ? "#FFB3AB" : "#A01818"
    readonly property color dangerFill: "#A01818"
    readonly property color inkOnDanger: "#FFFFFF"
    readonly property color dangerSoft: contrast ? "#000000" : "#FBEAEA"
    readonly property color caution: contrast ? "#FFD27A" : "#6B4300"
    readonly property color cautionSoft: contrast ? "#000000" : "#FBF1DF"
    readonly property color good: contrast ? "#9BEBA0" : "#1B5E20"
    readonly property color goodSoft: contrast ? "#000000" : "#E8F3E9"
    readonly property color edge: contrast ? "#FFFFFF" : "#7A869A"
    readonly property color focus: contrast ? "#FFE600" : "#14213D"

    // Font size in px for capital letters of `cap` mm, large mode included.
    function size(cap: real): int {
        return Math.ceil(cap * mm * textScale / capHeight)
    }

    // The same, never above `most` mm: for huge values that must stay on the screen.
    function sizeUpTo(cap: real, most: real): int {
        return Math.ceil(Math.min(cap * textScale, most) * mm / capHeight)
    }

    function tone(name: string): color {
        const tones = { "danger": danger, "caution": caution, "good": good, "primary": primary, "muted": muted }
        return tones[name] ?? ink
    }

    function softTone(name: string): color {
        const tones = { "danger": dangerSoft, "caution": cautionSoft, "good": goodSoft, "primary": primarySoft }
        return tones[name] ?? surface
    }
}
