"""Every text a patient can meet has finished words in every language we ship, and every fault has words."""

import ast
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from reading_grade import grade

from contract.measurement import Reason
from peripherals.events import FAULT_IDS, REMEDIES, REMEDY_IDS, Attention, Fault
from ui import i18n, words
from ui.tongues import TONGUES

LANGUAGE = "es"
NAME = f"carepost_{LANGUAGE}.ts"
SOURCE = i18n.HERE / NAME
PLACEHOLDER = re.compile(r"%(?:\d+|n)")


class Text(NamedTuple):
    context: str
    source: str
    forms: tuple[str, ...]
    kind: str  # "": finished; "unfinished", "vanished" or "obsolete" as Qt Linguist names them


def texts(path: Path) -> Iterator[Text]:
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = translation.findall("numerusform")
            forms = tuple(each.text or "" for each in plural) if plural else (translation.text or "",)
            yield Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                forms,
                translation.get("type", ""),
            )


SHIPPED = list(texts(SOURCE))


def test_the_file_holds_every_text_of_the_screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "HERE", tmp_path)
    i18n.update(LANGUAGE)
    on_screens = {(each.context, each.source) for each in texts(tmp_path / NAME)}
    assert len(on_screens) > 200  # the collector really read the screens
    missing = on_screens - {(each.context, each.source) for each in SHIPPED}
    assert not missing, f"run `python -m ui.i18n --update {LANGUAGE}` and translate: {sorted(missing)}"


def marked() -> Iterator[tuple[str, str]]:
    """Every text that Python marks for translation, also where Qt's collector does not look: in f-strings."""
    for path in (path for path in i18n.UI.rglob("*.py") if "i18n" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Name("QT_TRANSLATE_NOOP"), args=[ast.Constant(context), ast.Constant(source)]
                ):
                    yield str(context), str(source)


def test_no_marked_text_escapes_the_collector() -> None:
    assert not set(marked()) - {(each.context, each.source) for each in SHIPPED}


def test_every_text_is_finished() -> None:
    bare = [each for each in SHIPPED if each.kind or not all(form.strip() for form in each.forms)]
    assert SHIPPED
    assert not bare


@pytest.mark.parametrize("language", sorted(set(TONGUES) - {"en"}))
def test_every_text_keeps_its_placeholders(language: str) -> None:
    for each in texts(i18n.HERE / f"carepost_{language}.ts"):
        if each.kind == "unfinished":
            continue
        wanted = Counter(PLACEHOLDER.findall(each.source))
        for form in each.forms:
            assert Counter(PLACEHOLDER.findall(form)) == wanted, each


def test_every_number_in_arabic_is_isolated() -> None:
    """In text from right to left "555 0142" would else be turned round."""
    arabic = list(texts(i18n.HERE / "carepost_ar.ts"))
    filled = [form for each in arabic for form in each.forms if PLACEHOLDER.search(form)]
    assert len(filled) > 50
    loose = re.compile("(?<!\N{FIRST STRONG ISOLATE})%\\d|%\\d(?!\N{POP DIRECTIONAL ISOLATE})")
    assert not [form for form in filled if loose.search(form)]


def test_arabic_lacks_nothing_that_spanish_has() -> None:
    arabic = {(each.context, each.source): each for each in texts(i18n.HERE / "carepost_ar.ts")}
    bare = [each for each in SHIPPED if not all(arabic[each.context, each.source].forms)]
    assert not bare
    assert not [each for each in arabic.values() if each.kind]


def test_a_language_says_that_it_is_there_in_part_as_long_as_it_is() -> None:
    for language, tongue in TONGUES.items():
        if language != "en":
            every = list(texts(i18n.HERE / f"carepost_{language}.ts"))
            assert bool(tongue.partly) == any(each.kind for each in every), language
            assert sum(not each.kind for each in every) > len(every) / 2, language


def test_vietnamese_has_one_name_for_one_thing_and_stays_polite() -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for each in texts(i18n.HERE / "carepost_vi.ts"):
        if not each.kind:
            said.setdefault(each.source, set()).add(each.forms)
            assert not re.search(r"\b(bạn|mày|anh|chị)\b", " ".join(each.forms).replace("bạn bè", "")), each
    assert not [source for source, forms in said.items() if len(forms) > 1]


def test_spanish_speaks_politely() -> None:
    """The patient is "usted": no word of "tú", and questions and calls open with their own sign."""
    familiar = re.compile(r"\b(tú|tu|tus|ti|te|contigo|puedes|quieres|tienes|eres|estás)\b", re.IGNORECASE)
    for each in SHIPPED:
        for form in each.forms:
            assert not familiar.search(form), each
            assert form.count("?") == form.count("¿"), each
            assert form.count("!") == form.count("¡"), each


def test_a_text_said_in_several_places_has_the_same_words() -> None:
    """One name for one thing; "Camera on" is a lamp on one screen and a button on another."""
    said: dict[str, set[tuple[str, ...]]] = {}
    for each in SHIPPED:
        said.setdefault(each.source, set()).add(each.forms)
    assert {source for source, forms in said.items() if len(forms) > 1} <= {"Camera on"}


def test_qt_shows_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(SOURCE, tmp_path / NAME)
    monkeypatch.setattr(i18n, "HERE", tmp_path)
    (made,) = i18n.compile_all()
    translator = QTranslator()
    assert translator.load(str(made))
    for each in SHIPPED:
        if len(each.forms) == 1:
            assert translator.translate(each.context, each.source) == each.forms[0]


@pytest.mark.parametrize("fault", FAULT_IDS)
def test_every_fault_has_words_in_every_language(fault: str) -> None:
    assert fault in words.FAULTS
    assert ("Words", words.FAULTS[fault]) in {(each.context, each.source) for each in SHIPPED}


@pytest.mark.parametrize("fault", Fault)
def test_what_happened_and_what_to_do_are_plain(fault: Fault) -> None:
    """Together, as the screen shows them: a sentence of four words alone has no grade worth the name."""
    remedy = REMEDIES[fault]
    assert grade(f"{words.FAULTS[fault]} {words.REMEDIES[remedy]}") <= 6


@pytest.mark.parametrize("remedy", REMEDY_IDS)
def test_every_remedy_has_words_in_every_language(remedy: str) -> None:
    assert remedy in words.REMEDIES
    assert ("Words", words.REMEDIES[remedy]) in {(each.context, each.source) for each in SHIPPED}


@pytest.mark.parametrize("wish", Attention)
def test_every_wish_of_a_device_has_words_in_every_language(wish: Attention) -> None:
    assert ("Words", words.ATTENTIONS[wish]) in {(each.context, each.source) for each in SHIPPED}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_of_a_grade_has_words_in_every_language(reason: Reason) -> None:
    assert ("Words", words.REASONS[reason]) in {(each.context, each.source) for each in SHIPPED}
