pragma Singleton
import QtQml

// Rows of keys. A key is its character; words in brackets are actions: shift, back, digits, letters, space, tongue.
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
        ],
        "ar": [
            "ض ص ث ق ف غ ع ه خ ح ج د",
            "ش س ي ب ل ا ت ن م ك ط ذ",
            "ئ ء ؤ ر أ إ ى ة و ز ظ [back]",
            "[digits] آ [space]:7 ، . ؟"
        ],
        "vi": [
            "q w e r t y u i o p ơ ư",
            "a s d f g h j k l ă â đ",
            "[shift]:1.5 z x c v b n m ê ô [back]:1.5",
            "[digits] [sắc] [huyền] [hỏi] [ngã] [nặng] [space]:4 - ."
        ]
    })
    readonly property var symbols: [
        "1 2 3 4 5 6 7 8 9 0",
        "- / : ; ( ) $ & @ +",
        ". , ? ! ' # % [back]:1.5",
        "[letters]:2 [space]:5 ."
    ]
    readonly property var digits: ["1 2 3", "4 5 6", "7 8 9", "[none] 0 [back]"]
    readonly property var number: ["1 2 3", "4 5 6", "7 8 9", ". 0 [back]"] // with a point, for readings
    readonly property var phone: ["1 2 3", "4 5 6", "7 8 9", "+ 0 [back]"]

    readonly property var signs: ({ "en": "EN", "es": "ES", "ar": "ع", "vi": "VI" }) // what the key to a language shows
    readonly property var units: ({ "ar": 12, "vi": 12 }) // of a row of letters; 10 where not said
    // Keys that put a tone on the vowel before them; what they show.
    readonly property var tones: ({ "sắc": "\u0301", "huyền": "\u0300", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323" })

    // `tongue`: with a key that leads to the next language's letters.
    function rows(name: string, language: string, tongue: bool): var {
        const plain = named(name, language)
        if (!tongue || name !== "letters")
            return plain
        return plain.map(row => row.endsWith("[space]:2 -") ? row.replace("[space]:2 -", "[tongue] [space]:2") : row.replace(/\[space\]:([0-9]+)/, (_, units) => "[tongue] [space]:" + (Number(units) - 1)))
    }

    function named(name: string, language: string): var {
        if (name === "digits")
            return digits
        if (name === "number")
            return number
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
