"""Marks texts for Qt Linguist where they are written, to be translated where they are shown.

Qt's own marker does the same, but is typed to return `object`; lupdate looks for the name alone.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text as it is; `context` is what `translate` will be given."""
    del context
    return text
