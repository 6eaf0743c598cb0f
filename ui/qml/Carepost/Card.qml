import QtQuick

// A quiet plate that holds things belonging together.
Rectangle {
    property string tone: ""

    radius: Theme.radius * 1.3
    color: tone ? Theme.softTone(tone) : Theme.surface
    border.width: Theme.line
    border.color: tone ? Theme.tone(tone) : Theme.contrast ? Theme.edge : "#D5D9E0"
}
