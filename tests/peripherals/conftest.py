"""Peripherals' tests: their helper modules by plain names."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
