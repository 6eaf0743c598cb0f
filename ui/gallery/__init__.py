"""Every screen and overlay as pictures: `python -m ui.gallery --out DIR`.

scene       a visit played up to a point by kiosk.visit.rehearsal; nothing on the screen is made up
beginning, knowing, measuring, by_hand, pictures, sounds, talking, no_end, ending, staff, hands_on,
rounds, handovers, round_calls  as there
stage       a real window of our real QML that shows scenes
sheet       small pictures of many scenes on one
"""

from collections.abc import Callable
from typing import Final

from ui.gallery import (
    beginning,
    by_hand,
    ending,
    handovers,
    hands_on,
    knowing,
    measuring,
    no_end,
    pictures,
    round_calls,
    rounds,
    sounds,
    staff,
    talking,
)
from ui.gallery.scene import Scene

SCENES: Final[dict[str, Callable[[str], Scene]]] = {
    **beginning.SCENES,
    **knowing.SCENES,
    **measuring.SCENES,
    **by_hand.SCENES,
    **pictures.SCENES,
    **sounds.SCENES,
    **talking.SCENES,
    **no_end.SCENES,
    **ending.SCENES,
    **staff.SCENES,
    **hands_on.SCENES,
    **rounds.SCENES,
    **handovers.SCENES,
    **round_calls.SCENES,
}

__all__ = ["SCENES", "Scene"]
