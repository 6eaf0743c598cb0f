"""Scene items fed from outside Qt: video frames, waves and levels."""

from ui.items.levels import Levels
from ui.items.video import VideoItem
from ui.items.wave import WaveItem

__all__ = ["Levels", "VideoItem", "WaveItem"]
