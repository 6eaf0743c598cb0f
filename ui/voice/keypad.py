"""Which key means what. A keypad of arrows, OK, Back, the raised round key, and louder and quieter.

Any keyboard does: arrows, Enter, Escape (or Back), F1 (or Help), the volume keys. The raised round key of a
keypad for kiosks sends F1 or Help; some tell by F15 and F16 that headphones were plugged into them or pulled
out.
"""

from typing import Final

from PySide6.QtCore import Qt

OK: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select, Qt.Key.Key_Space})
BACK: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Cancel})
HELP: Final = frozenset({Qt.Key.Key_F1, Qt.Key.Key_Help})
LOUDER: Final = frozenset({Qt.Key.Key_VolumeUp, Qt.Key.Key_F10})
QUIETER: Final = frozenset({Qt.Key.Key_VolumeDown, Qt.Key.Key_F9})
HEADPHONES_IN: Final = frozenset({Qt.Key.Key_F15})
HEADPHONES_OUT: Final = frozenset({Qt.Key.Key_F16})
