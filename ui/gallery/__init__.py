"""Every screen and overlay as pictures: `python -m ui.gallery --out DIR`.

scene       a visit played up to a point by kiosk.visit.rehearsal; nothing on the screen is made up
beginning, measuring, talking, staff   the scenes, in the order of a visit
stage       a real window of our real QML that shows scenes
sheet       small pictures of many scenes on one
"""

from collections.abc import Callable
from typing import Final

from ui.gallery import beginning, measuring, staff, talking
from ui.gallery.scene import Scene

SCENES: Final[dict[str, Callable[[str], Scene]]] = {
    **beginning.SCENES,
    **measuring.SCENES,
    **talking.SCENES,
    **staff.SCENES,
}

__all__ = ["SCENES", "Scene"]
