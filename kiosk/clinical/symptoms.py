"""The list of symptoms that anybody may look things up in, without a visit: our own words, coded. Pure.

Each has three levels: signs that need help **now**, signs to see someone **soon**, and what one can do
oneself. Never a diagnosis: nothing here names a disease, and self-care is shown only after the signs that
need help now were asked. A word typed wrongly is still found.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from kiosk.clinical.questions import Words

PARTS: Final = (  # of the body, in the order in which they are offered; "whole", "skin", "mind": no one place
    "head",
    "eye",
    "ear",
    "nose",
    "mouth",
    "neck",
    "chest",
    "belly",
    "groin",
    "back",
    "arm",
    "leg",
    "skin",
    "whole",
    "mind",
)
CODE: Final = re.compile(r"R\d\d(\.\d{1,4})?")
FOUND_MOST: Final = 6
LIKE: Final = 0.6  # how alike a typed word and a known one must be: 1 is the same
ENOUGH: Final = 0.62  # … and all typed words on average
BEGUN: Final = 0.97  # a word of which the beginning was typed
BEGUN_FROM: Final = 2  # letters
SOUNDS_LIKE: Final = 0.8  # how alike two words must sound …
SOUNDS: Final = 0.92  # … and what that counts, beside being written alike
HURT: Final = 0.95  # "hurts" for "pain"


class SymptomError(ValueError):
    """The file of symptoms is wrong; the message says where and what."""


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where each level comes from, with its mark."""

    now: str
    soon: str = ""
    self_care: str = msgspec.field(default="", name="self")


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    code: str
    name: str
    parts: tuple[str, ...]
    also: dict[str, tuple[str, ...]]
    now: tuple[str, ...]
    sources: Sources
    soon: tuple[str, ...] = ()
    self_care: tuple[str, ...] = msgspec.field(default=(), name="self")
    closest: bool = False
    always_now: bool = False
    quiet: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mark: str
    source: str
    empty: dict[str, tuple[str, ...]]
    hurts: tuple[str, ...]
    symptoms: tuple[_Row, ...]


class Symptom(msgspec.Struct, frozen=True):
    """One symptom. `code`: ICD-10-CM; `closest`: the chapter has none for just this. `also`: other words
    for it, by language. `always_now`: to have it is enough. `quiet`: no red, the crisis line.
    """

    id: str
    code: str
    name: Words
    parts: tuple[str, ...]
    also: dict[str, tuple[str, ...]]
    now: tuple[Words, ...]
    soon: tuple[Words, ...]
    self_care: tuple[Words, ...]
    sources: Sources
    closest: bool = False
    always_now: bool = False
    quiet: bool = False


class SymptomList(msgspec.Struct, frozen=True):
    """All of them, in the file's order. `empty`: words, by language, that say nothing of a symptom; `hurts`:
    words that all say that it hurts.
    """

    mark: str
    source: str
    empty: dict[str, tuple[str, ...]]
    hurts: tuple[str, ...]
    symptoms: tuple[Symptom, ...]

    def __getitem__(self, id: str) -> Symptom:
        """Return a symptom. Raises KeyError."""
        for symptom in self.symptoms:
            if symptom.id == id:
                return symptom
        raise KeyError(id)

    def of_part(self, part: str) -> tuple[Symptom, ...]:
        """Return the symptoms of a part of the body."""
        return tuple(symptom for symptom in self.symptoms if part in symptom.parts)


def parse_symptoms(data: bytes) -> SymptomList:
    """Read the file of symptoms. Raises SymptomError naming the symptom."""
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SymptomError(f"not readable: {error}") from None
    ids = [row.id for row in found.symptoms]
    for row in found.symptoms:
        if problem := _problem(row, ids):
            raise SymptomError(f"{row.id}: {problem}")
    symptoms = tuple(_symptom(row) for row in found.symptoms)
    return SymptomList(found.mark, found.source, found.empty, found.hurts, symptoms)


def _problem(row: _Row, ids: list[str]) -> str:
    if ids.count(row.id) > 1:
        return "there twice"
    if not CODE.fullmatch(row.code):
        return f"{row.code!r} is no code of ICD-10-CM's R00 to R99"
    if strange := sorted(set(row.parts) - set(PARTS)) or not row.parts:
        return f"parts: {strange if row.parts else 'none'}; known are {', '.join(PARTS)}"
    levels = {"now": row.now, "soon": row.soon, "self": row.self_care}
    given = {"now": row.sources.now, "soon": row.sources.soon, "self": row.sources.self_care}
    if not row.now:
        return "no sign that needs help now"
    wrong = next((level for level, lines in levels.items() if bool(lines) != bool(given[level])), "")
    return f"{wrong}: lines and a source go together" if wrong else ""


def _symptom(row: _Row) -> Symptom:
    return Symptom(
        id=row.id,
        code=row.code,
        name=_words(row.name),
        parts=row.parts,
        also=row.also,
        now=tuple(map(_words, row.now)),
        soon=tuple(map(_words, row.soon)),
        self_care=tuple(map(_words, row.self_care)),
        sources=row.sources,
        closest=row.closest,
        always_now=row.always_now,
        quiet=row.quiet,
    )


def _words(text: str) -> Words:
    return Words({"en": text})


_ONE_WAY: Final = str.maketrans({"đ": "d", "ة": "ه", "ى": "ي"})
_ARTICLE: Final = re.compile(r"\bال(?=\w{2})")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}")  # written without blanks


def plain(text: str) -> str:
    """Return a text in small letters, without accents and signs: how it is compared.

    Arabic without the article and with one way to write a letter at a word's end; "đ" as many type it.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    bare = _ARTICLE.sub("", bare.translate(_ONE_WAY))
    return " ".join(re.findall(r"\w+", bare))


_FOLDS: Final = (  # what sounds alike, in English and Spanish, by how it is written; in this order
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh"), ""),
    (re.compile(r"ch|ck|qu|q"), "k"),
    (re.compile(r"c(?=[eiy])|z|x"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"v"), "b"),
    (re.compile(r"(?<=.)e$"), ""),
    (re.compile(r"h"), ""),
    (re.compile(r"[aeiouyw]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """Return how a word sounds, very roughly: people write down what they hear ("hedake", "cabesa")."""
    for pattern, by in _FOLDS:
        word = pattern.sub(by, word)
    return word


class Finder:
    """Finds symptoms by what somebody types. Made once a language; `find` keeps nothing."""

    def __init__(self, symptoms: SymptomList, language: str) -> None:
        self._symptoms = symptoms
        self._empty = frozenset(map(plain, (*symptoms.empty.get(language, ()), *symptoms.empty["en"])))
        self._hurts = frozenset(map(plain, symptoms.hurts))
        self._terms: list[tuple[int, frozenset[str]]] = []
        for place, symptom in enumerate(symptoms.symptoms):
            for text in _names(symptom, language):
                words = frozenset(self._worth(text))
                if words:
                    self._terms.append((place, words))
                if len(words) == 2:  # "backpain"
                    self._terms.append((place, frozenset({plain(text).replace(" ", "")})))
        self._known = sorted({word for _, words in self._terms for word in words})
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            self._sounds[sound(word)].append(word)

    def find(self, typed: str) -> tuple[Symptom, ...]:
        """Return what is meant most likely, best first; nothing when too little was typed."""
        asked = self._worth(typed)
        if not asked or len("".join(asked)) < BEGUN_FROM:
            return ()
        found = self._meant(asked)
        return found or (self._meant(["".join(asked)]) if len(asked) == 2 else ())  # "tou tong"

    def _meant(self, asked: list[str]) -> tuple[Symptom, ...]:
        alike = [self._alike(word) for word in asked]
        best: dict[int, float] = defaultdict(float)
        for place, words in self._terms:
            score = sum(max((near.get(word, 0.0) for word in words), default=0.0) for near in alike)
            # Of two that fit alike, the one with fewer words besides is meant.
            score = score / len(asked) - 0.01 * max(0, len(words) - len(asked))
            best[place] = max(best[place], score)
        places = [place for place, score in best.items() if score >= ENOUGH]
        places.sort(key=lambda place: (-best[place], place))
        return tuple(self._symptoms.symptoms[place] for place in places[:FOUND_MOST])

    def _alike(self, word: str) -> Mapping[str, float]:
        """Return the known words that this one may be meant for, with how alike they are."""
        found = process.extract(
            word, self._known, scorer=OSA.normalized_similarity, score_cutoff=LIKE, limit=None
        )
        near = {known: score for known, score, _ in found}
        for sounds, score, _ in process.extract(
            sound(word),
            list(self._sounds),
            scorer=OSA.normalized_similarity,
            score_cutoff=SOUNDS_LIKE,
            limit=None,
        ):
            for known in self._sounds[sounds]:
                near[known] = max(near.get(known, 0.0), score * SOUNDS)
        if word in self._hurts:
            near |= {known: max(near.get(known, 0.0), HURT) for known in self._hurts}
        if _HAN.fullmatch(word):  # a whole sentence
            near |= {known: BEGUN for known in self._known if known in word and _HAN.fullmatch(known)}
        if len(word) >= BEGUN_FROM:
            for known in self._known:
                if known.startswith(word) and known != word:
                    near[known] = max(near.get(known, 0.0), BEGUN)
        return near

    def _worth(self, text: str) -> list[str]:
        words = plain(text).split()
        return [word for word in words if word not in self._empty] or words


def _names(symptom: Symptom, language: str) -> Iterable[str]:
    """Return every word for a symptom: in the language, and in English, which many type all the same."""
    for tongue in dict.fromkeys((language, "en")):
        if tongue in symptom.name.languages:
            yield symptom.name.words(tongue)
        yield from symptom.also.get(tongue, ())
