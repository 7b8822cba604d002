"""The two pseudo-languages: really longer, really everywhere, and offered to nobody."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES
from kiosk.i18n.isolation import PLACEHOLDER
from kiosk.packs.reading import read_packs
from kiosk.packs.source import FACT_REFERENCE, SourcePack
from tests.factories.shipped import Shipped
from tests.gui.accessibility.pseudo_world import pseudo_shipped
from tools.catalogues import extract
from tools.pseudo import LONGER, TAGS, lengthened, mirrored
from tools.tree import CONTENT, TRANSLATIONS

_LETTERS = re.compile("[A-Za-z]")
_TABLE = re.compile(r"(?m)^[ |:-]+$|\|")


@pytest.mark.parametrize("pack", read_packs([CONTENT]), ids=lambda pack: pack.manifest.id)
def test_every_text_grows_by_two_fifths_and_keeps_its_facts(pack: SourcePack) -> None:
    short = []
    for message in pack.messages:
        for text in (lengthened(message.text), mirrored(message.text)):
            assert set(FACT_REFERENCE.findall(text)) == set(message.facts)
            if _LETTERS.search(FACT_REFERENCE.sub("", message.text)):
                short += [message.context] * (_length(text) < LONGER * _length(message.text))
    assert not short


def _length(text: str) -> int:
    """Letters, signs and spaces, but not the lines that a table is drawn with."""
    return len(_TABLE.sub("", text))


def test_every_word_of_the_product_grows_by_two_fifths() -> None:
    messages = [one.id for one in extract() if isinstance(one.id, str) and one.id]
    assert len(messages) > 100
    short = [
        message
        for message in messages
        for text in (lengthened(message), mirrored(message))
        if _LETTERS.search(PLACEHOLDER.sub("", message)) and len(text) < LONGER * len(message)
    ]
    assert not short


def test_the_longest_words_grow_too() -> None:
    for word in ("reintegration", "international", "Confidentiality"):
        assert max(map(len, lengthened(f"{word} here").split())) >= LONGER * len(word)


def test_numbers_names_and_placeholders_stay() -> None:
    for text in (lengthened, mirrored):
        made = text("Call {phone} or +34 912 345 678 (AVRR), see **Page 2** on {day}.")
        for kept in ("{phone}", "+34 912 345 678", "**", "2", "{day}"):
            assert kept in made
    assert "AVRR" in mirrored("The AVRR office")


@given(st.text(alphabet="abc ABC.{}*-[]()#1 \n|", max_size=60))
def test_any_text_keeps_its_lines_and_never_gets_shorter(text: str) -> None:
    for made in (lengthened(text), mirrored(text)):
        assert made.count("\n") == text.count("\n")


def test_every_message_of_the_screen_is_disguised() -> None:
    words = pseudo_shipped().words
    for tag in TAGS:
        assert words.for_language(tag).gettext("Back") != "Back"
        plural = words.for_language(tag).ngettext("{count} result", "{count} results", 3)
        assert "{count}" in plural


def test_nobody_is_offered_them(shipped: Shipped) -> None:
    assert all(LANGUAGES[tag].is_pseudo for tag in TAGS)
    assert not any(LANGUAGES[tag].is_pseudo for tag in shipped.languages)
    assert not any(LANGUAGES[tag].is_pseudo for tag in shipped.words.languages)
    for folder in (CONTENT, TRANSLATIONS):
        assert not any(path.stem in TAGS for path in folder.rglob("*.po"))
