"""A text as the picture of a QR code. Nothing is written; the picture travels inside its address."""

from functools import lru_cache

import segno


@lru_cache(maxsize=4)
def picture(text: str, scale: int = 6) -> str:
    """Return a data: URL of a PNG, `scale` px a module with the quiet zone; empty for an empty text.

    Level M: a crease or a drop on the paper does not spoil it.
    """
    if not text:
        return ""
    uri: str = segno.make_qr(text, error="m").png_data_uri(scale=scale, border=4)
    return uri
