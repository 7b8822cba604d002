"""Every word in five languages: none missing, none in a foreign script, drafts marked as drafts."""

import re
import sqlite3
from contextlib import closing

import pytest

from kiosk.app import ROOT
from kiosk.core.texts import TextState
from kiosk.i18n.isolation import strip_invisible
from tests.factories.shipped import shipped_packs
from tools.catalogues import catalogue_files, extract, read

DRAFTED = ("fr", "es", "ar", "km")
SCRIPTS = {"ar": re.compile(r"[\u0600-\u06ff]"), "km": re.compile(r"[\u1780-\u17ff]")}
NAME = ("/name", "/term")  # what has a name keeps it in every language
PACKS = (
    "common",
    "host-es",
    "host-fr",
    "host-th",
    "origin-ec",
    "origin-kh",
    "origin-sn",
    "site-demo",
)

Words = dict[str, tuple[str, TextState]]


def words(pack: str, language: str) -> Words:
    """Every text of a compiled pack in one language, by context, with its state."""
    uri = f"{(shipped_packs() / f'{pack}.pack').as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as opened:
        rows = opened.execute(
            "SELECT context, value, state FROM texts WHERE language = ?", (language,)
        )
        return {
            context: (strip_invisible(value), TextState(state)) for context, value, state in rows
        }


@pytest.mark.parametrize("tag", DRAFTED)
@pytest.mark.parametrize("pack", PACKS)
def test_every_text_of_every_pack_is_there_in_every_language(pack: str, tag: str) -> None:
    source, translated = words(pack, "en"), words(pack, tag)

    assert source
    missing = sorted(set(source) - set(translated))
    assert not missing, f"{len(missing)} of {len(source)}: {missing[:5]}"
    assert all(text for text, _ in translated.values())


@pytest.mark.parametrize("tag", DRAFTED)
@pytest.mark.parametrize("pack", PACKS)
def test_what_no_native_speaker_has_reviewed_is_marked_as_a_draft(pack: str, tag: str) -> None:
    states = {state for _, state in words(pack, tag).values()}

    assert states <= {TextState.MACHINE_DRAFT, TextState.REVIEWED}


@pytest.mark.parametrize("tag", ["ar", "km"])
@pytest.mark.parametrize("pack", PACKS)
def test_a_translation_is_in_the_script_of_its_language(pack: str, tag: str) -> None:
    source = words(pack, "en")
    foreign = [
        context
        for context, (text, _) in words(pack, tag).items()
        if not SCRIPTS[tag].search(text)
        and not context.endswith(NAME)
        and len(source[context][0].split()) > 4
    ]

    assert not foreign


@pytest.mark.parametrize("tag", ["fr", "es"])
@pytest.mark.parametrize("pack", PACKS)
def test_a_sentence_is_not_left_in_english(pack: str, tag: str) -> None:
    translated = words(pack, tag)
    same = [
        context
        for context, (text, _) in words(pack, "en").items()
        if len(text.split()) > 5
        and not context.endswith(NAME)
        and translated.get(context, ("", None))[0] == text
    ]

    assert not same


@pytest.mark.parametrize("tag", DRAFTED)
@pytest.mark.parametrize("pack", PACKS)
def test_a_translation_keeps_every_fact(pack: str, tag: str) -> None:
    facts = re.compile(r"\{[a-z0-9_]+\}")
    source = words(pack, "en")
    for context, (text, _) in words(pack, tag).items():
        assert sorted(facts.findall(text)) == sorted(facts.findall(source[context][0])), context


@pytest.mark.parametrize("tag", DRAFTED)
def test_every_word_of_the_product_itself_is_translated(tag: str) -> None:
    path = next(p for p in catalogue_files(ROOT / "translations") if p.stem == tag)
    translated = read(path, tag)
    open_ones = []
    for message in extract():
        found = translated.get(message.id, message.context) if message.id else None
        if message.id and (found is None or not found.string or found.fuzzy):
            open_ones.append(message.id)

    assert not open_ones
