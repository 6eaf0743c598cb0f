import QtQuick

// English beside clinical words whose translation no qualified person has reviewed yet (45 CFR 92.201). It is read, not
// heard: who listens hears their own language.
Words {
    readonly property bool hushed: true
    readonly property string tongue: "en"

    visible: text !== ""
    color: Theme.muted
    horizontalAlignment: Text.AlignLeft
    lineHeight: 1.05
}
