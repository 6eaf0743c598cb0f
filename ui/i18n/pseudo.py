"""A language that nobody speaks: every text of ours accented, in brackets, and 40 % longer.

What is shown without brackets was never given to a translator; what loses a bracket is cut off. Tests use it,
and `python -m ui.i18n --pseudo FOLDER` makes the file for a look at the screens.
"""

import re
import subprocess
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

LANGUAGE: Final = "qps"  # ISO 639 leaves qaa to qtz to local use
OPEN: Final = "\N{LEFT SQUARE BRACKET}"
CLOSE: Final = "\N{RIGHT SQUARE BRACKET}"
LONGER: Final = 0.4  # of what Spanish, German or Arabic add to a short English text
_ACCENTED: Final = str.maketrans("AEIOUYaeiouycnNsS", "ÂÊÎÔÛÝâêîôûýçñÑšŠ")
_KEPT: Final = re.compile(r"%\d+|%n|\{[a-z_]+\}")


def pseudo(text: str) -> str:
    """Return a text as this language says it; placeholders stay."""
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_ACCENTED), kept.group()]
        at = kept.end()
    said = "".join([*parts, text[at:].translate(_ACCENTED)])
    words = said.split()
    padding = " ".join(words[n % len(words)] for n in range(round(len(words) * LONGER))) if words else ""
    return f"{OPEN}{said}{' ' if padding else ''}{_KEPT.sub('', padding)}{CLOSE}"


def make(source: Path, folder: Path, lrelease: str) -> Path:
    """Make the compiled language in a folder from a .ts that has all texts; returns its file.

    Raises CalledProcessError when Qt's tool refuses it.
    """
    tree = ElementTree.parse(source)  # noqa: S314 - our own file
    tree.getroot().set("language", "en_US")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None:
            translation.attrib.pop("type", None)
            for form in [*translation] or [translation]:
                form.text = pseudo(message.findtext("source", ""))
    draft = folder / f"carepost_{LANGUAGE}.ts"
    tree.write(draft, encoding="utf-8", xml_declaration=True)
    made = draft.with_suffix(".qm")
    subprocess.run([lrelease, "-silent", str(draft), "-qm", str(made)], check=True)
    return made
