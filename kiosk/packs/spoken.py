"""The words of a pack as they are said: in each language, values of facts filled in.

What comes out has the same `audio_key` as what the library shows on a day all facts are good; a
test holds the two together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.core.facts import Fact, Sensitivity
from kiosk.core.ids import BlockId, LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.speech import Utterance, utterance_of
from kiosk.core.texts import Block, Inline, Text, TextState
from kiosk.i18n.formatting import format_fact
from kiosk.packs.markdown_blocks import NoBlock, parse_block
from kiosk.packs.review import text_state
from kiosk.packs.source import FACT_REFERENCE, Message, SourcePack, Translation
from kiosk.packs.translation_rules import current_unit

_NEVER_SHOWN = "/synonyms"  # words people search by


@dataclass(frozen=True)
class Spoken:
    """One text to be said, its place in the pack, and the facts whose values are in it."""

    of: str
    utterance: Utterance
    facts: tuple[Fact, ...]

    def is_whole(self, as_of: date) -> bool:
        """False when a visitor sees "not known" for a value in it: then there is nothing to say."""
        return all(
            fact.status(as_of).shows_value and fact.sensitivity is not Sensitivity.COUNSELLOR_ONLY
            for fact in self.facts
        )


def current_text(pack: SourcePack, message: Message, language: LanguageTag) -> Translation | None:
    """The text that may be shown in a language: the source, or a current translation."""
    if language == pack.manifest.source_language:
        return Translation(message.text, TextState.SOURCE)
    unit = current_unit(pack.catalogue(language), message)
    return None if unit is None else Translation(unit.text.strip(), text_state(unit))


def spoken_texts(pack: SourcePack, language: LanguageTag) -> Iterator[Spoken]:
    """Every text of a pack that is shown in a language, as it is said, in the order of files."""
    filling = _Filling(pack, language)
    for message in pack.messages:
        found = current_text(pack, message, language)
        if found is None or message.context.endswith(_NEVER_SHOWN):
            continue
        words = filling.block(found.text) if message.is_block else filling.text(found.text)
        facts = filling.facts_in(found.text)
        if words is not None and facts is not None:
            yield Spoken(message.context, utterance_of(words), facts)


class _Filling:
    """Fills texts of one pack in one language."""

    def __init__(self, pack: SourcePack, language: LanguageTag) -> None:
        self._language = LANGUAGES[language]
        self._facts = {sourced.id: sourced.fact for sourced in pack.facts if sourced.fact}

    def facts_in(self, text: str) -> tuple[Fact, ...] | None:
        """The facts of a text, None when it names one that cannot be used."""
        names = tuple(dict.fromkeys(FACT_REFERENCE.findall(text)))
        if not all(name in self._facts for name in names):
            return None
        return tuple(self._facts[name] for name in names)

    def text(self, text: str) -> Text:
        return Text(self._fill(text), self._language.tag)

    def block(self, text: str) -> Block | None:
        try:
            found = parse_block(text)
        except NoBlock:
            return None
        rows = tuple(
            tuple(tuple(Inline(self._fill(one.text)) for one in cell) for cell in row)
            for row in found.rows
        )
        return Block(BlockId(""), found.kind, rows, self._language.tag)

    def _fill(self, text: str) -> str:
        return FACT_REFERENCE.sub(lambda match: self._shown(match[1]), text)

    def _shown(self, name: str) -> str:
        fact = self._facts.get(name)
        return format_fact(fact.type, fact.value, fact.unit, self._language) if fact else ""
