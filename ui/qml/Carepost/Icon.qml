pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A line icon; it mirrors with the layout when it points somewhere.
Item {
    id: icon

    required property string name
    property real side: 10 * Theme.mm
    property color color: Theme.ink
    property bool directional: false

    implicitWidth: side
    implicitHeight: side
    Accessible.ignored: true

    // The software renderer draws a wholly clipped shape all the same; a layer it clips right.
    layer.enabled: GraphicsInfo.api === GraphicsInfo.Software

    Shape {
        width: 24
        height: 24
        preferredRendererType: Shape.CurveRenderer
        transform: [
            Scale {
                xScale: icon.side / 24
                yScale: icon.side / 24
            },
            Scale {
                xScale: icon.directional && icon.LayoutMirroring.enabled ? -1 : 1
                origin.x: icon.side / 2
            }
        ]

        ShapePath {
            strokeColor: icon.color
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: Icons.path(icon.name)
            }
        }
    }
}
