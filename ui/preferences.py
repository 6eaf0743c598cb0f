"""How a person wants the screen, and how each wish changes it. Pure; forgotten with the session."""

from dataclasses import replace

from ui.inputs import TEXT_SCALES, Prefs


def turned(prefs: Prefs, wish: str) -> Prefs:
    """Return the preferences after a wish: "size", "contrast", "still", "voice", "hidden" or "reading".

    The screen is hidden only from who hears it: without a voice it would be a dead end.
    """
    match wish:
        case "size":
            return replace(prefs, size=(prefs.size + 1) % len(TEXT_SCALES))
        case "contrast":
            return replace(prefs, contrast=not prefs.contrast)
        case "still":
            return replace(prefs, still=not prefs.still)
        case "voice":
            return spoken_to(prefs, not prefs.voice)
        case "hidden":
            return replace(prefs, hidden=not prefs.hidden and prefs.voice)
        case "reading":
            return replace(prefs, reading=not prefs.reading and not prefs.voice)
    return prefs


def spoken_to(prefs: Prefs, voice: bool) -> Prefs:
    """Return the preferences with the voice on or off."""
    return replace(
        prefs,
        voice=voice,
        hidden=prefs.hidden and voice,
        private=prefs.private and voice,
        reading=prefs.reading and not voice,
    )


def headphones(prefs: Prefs, before: bool | None, plugged: bool) -> Prefs:
    """Return the preferences once headphones are known to be in or out. `before`: None, not known.

    Plugging them in switches the voice on, and what it says is heard by nobody else. Pulling them out ends
    what they began: private words never go on to the loudspeaker unless somebody chose it. What was plugged
    in before anybody came says nothing about this person.
    """
    if before is None or before is plugged:
        return prefs
    if plugged:
        return replace(prefs, voice=True, private=True, reading=False)
    return spoken_to(prefs, False) if prefs.private else prefs
