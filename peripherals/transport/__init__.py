"""Ways to a device: bytes with their arrival time, nothing of their meaning."""
