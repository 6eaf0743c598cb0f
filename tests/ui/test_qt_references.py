"""PySide6 6.12.0 on Python 3.11 drops a reference to True with each signal and to None with each void call.

After some minutes of signals the interpreter dies in the middle of a visit. This fails on such a release.
"""

import sys

from PySide6.QtCore import QObject, QTimer, Signal

TIMES = 500


class Emitter(QObject):
    happened = Signal(int)


def test_signals_and_void_calls_keep_the_constants_alive() -> None:
    emitter, timer = Emitter(), QTimer()
    constants = (True, False, None)
    before = [sys.getrefcount(constant) for constant in constants]
    for _ in range(TIMES):
        emitter.happened.emit(1)
        timer.stop()
    after = [sys.getrefcount(constant) for constant in constants]
    assert all(b - a < TIMES / 2 for a, b in zip(after, before, strict=True))
