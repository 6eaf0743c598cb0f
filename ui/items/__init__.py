"""Scene items fed from outside Qt: video frames and waves."""

from ui.items.video import VideoItem
from ui.items.wave import WaveItem

__all__ = ["VideoItem", "WaveItem"]
