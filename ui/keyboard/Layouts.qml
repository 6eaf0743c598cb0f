pragma Singleton
import QtQml

// Rows of keys. A key is its character; words in brackets are actions: shift, back, digits, letters, space.
// A number after a colon is the key's width in units.
QtObject {
    readonly property var letters: ({
        "en": [
            "q w e r t y u i o p",
            "a s d f g h j k l",
            "[shift]:1.5 z x c v b n m [back]:1.5",
            "[digits]:2 - ' [space]:4 . @"
        ],
        "es": [
            "q w e r t y u i o p",
            "a s d f g h j k l ñ",
            "[shift]:1.5 z x c v b n m [back]:1.5",
            "[digits] á é í ó ú ü [space]:2 -"
        ]
    })
    readonly property var symbols: [
        "1 2 3 4 5 6 7 8 9 0",
        "- / : ; ( ) $ & @ +",
        ". , ? ! ' # % [back]:1.5",
        "[letters]:2 [space]:5 ."
    ]
    readonly property var digits: ["1 2 3", "4 5 6", "7 8 9", "[none] 0 [back]"]
    readonly property var phone: ["1 2 3", "4 5 6", "7 8 9", "+ 0 [back]"]

    function rows(name: string, language: string): var {
        if (name === "digits")
            return digits
        if (name === "phone")
            return phone
        if (name === "symbols")
            return symbols
        return letters[language] ?? letters["en"]
    }

    function parse(row: string): var {
        return row.split(" ").map(word => {
            const wide = /^(.+):([0-9.]+)$/.exec(word)
            const key = wide ? wide[1] : word
            const action = /^\[(.+)\]$/.exec(key)
            return { "text": action ? "" : key, "action": action ? action[1] : "", "units": wide ? Number(wide[2]) : 1 }
        })
    }
}
