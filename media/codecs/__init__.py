"""Encoders and decoders of a call, on the libraries that PyAV brings along.

FFmpeg's wrappers, which PyAV offers, cannot do what a call needs: change a running encoder's bitrate without
a key frame, tell the quantiser it chose, say how many packets the other end loses, decode what a packet
carries of the one before. The libraries beneath can; here they are called directly.

libraries       finds the copies that PyAV has loaded
vp8             pictures to VP8 packets
opus            sound to Opus packets and back, with forward error correction and concealment
"""
