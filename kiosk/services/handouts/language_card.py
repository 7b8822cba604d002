"""The card "Point to your language": every language by its own name, for the desk and for people.

Words in a language stand on it only where the catalogues really say them; a name that no installed
font draws is left out, and the card says so.
"""

from collections.abc import Iterable

from kiosk.core.kinds import Release
from kiosk.core.language_card import CardCell, CardRequest, LanguageCard
from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.core.scripts import SCRIPTS
from kiosk.core.sheet import ElementKind, SheetElement, SheetPlan
from kiosk.i18n.folding import fold
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import N_, SOURCE_LANGUAGE, Translator, Translators
from kiosk.services.handouts.writing import Pen
from kiosk.text import TextEngine

_TITLE = N_("Point to your language")
_SPEAK = N_("I speak this language.")
_SCRIPT_ORDER = list(SCRIPTS)


def spoken_languages(first: Iterable[LanguageTag] = ()) -> tuple[Language, ...]:
    """Every language people speak: those of `first` in their order, then by script and name."""
    tags = tuple(dict.fromkeys(tag for tag in first if tag in LANGUAGES))
    others = [one for tag, one in LANGUAGES.items() if tag not in tags and not one.is_pseudo]
    named = sorted(others, key=_place)
    return (*(LANGUAGES[tag] for tag in tags), *named)


def left_out(engine: TextEngine, languages: Iterable[Language]) -> tuple[Language, ...]:
    """Those of `languages` whose own name no installed font draws."""
    return tuple(one for one in languages if engine.missing(one.endonym, one))


class CardWriter:
    """Writes cards in the languages that have catalogues."""

    def __init__(self, translators: Translators, engine: TextEngine, release: Release) -> None:
        """`engine` knows what can be drawn; a demonstration says that it is one."""
        self._translators = translators
        self._engine = engine
        self._release = release

    def write(self, request: CardRequest) -> LanguageCard:
        """The card of a request."""
        pen = Pen(self._translators.for_language(request.language))
        languages = spoken_languages(request.first)
        missing = left_out(self._engine, languages)
        cells = tuple(self._cell(one) for one in languages if one not in missing)
        return LanguageCard(self._plan(pen, request), cells, _notes(pen, missing), missing)

    def _plan(self, pen: Pen, request: CardRequest) -> SheetPlan:
        ribbon = ""
        if self._release is Release.DEMO:
            ribbon = pen.words.gettext(N_("Demonstration – not for real use"))
        return SheetPlan(
            language=pen.language,
            title=pen.say("title", ElementKind.TITLE, _TITLE),
            lead=tuple(self._titles(pen.tag, request.also)),
            sections=(),
            page_words=pen.words.gettext(N_("Page {page} of {pages}")),
            ribbon=ribbon,
        )

    def _titles(self, said: LanguageTag, also: Iterable[LanguageTag]) -> Iterable[SheetElement]:
        """The title once more in every other language that has the words; `said` is already."""
        for tag in dict.fromkeys(also):
            words = self._translators.for_language(tag)
            if tag != said and _has(words, _TITLE):
                yield Pen(words).say(f"lead/{tag}", ElementKind.PARAGRAPH, _TITLE)

    def _cell(self, language: Language) -> CardCell:
        tag = language.tag
        name = SheetElement(f"{tag}/name", ElementKind.SUBHEADING, language.endonym, tag)
        english = SheetElement(
            f"{tag}/english", ElementKind.PARAGRAPH, language.name, SOURCE_LANGUAGE
        )
        words = self._translators.for_language(tag)
        own = (name,) if language.endonym == language.name else (name, english)
        if not _has(words, _SPEAK):
            return own
        return (*own, Pen(words).say(f"{tag}/speak", ElementKind.SMALL, _SPEAK))


def _place(language: Language) -> tuple[int, str]:
    return _SCRIPT_ORDER.index(language.script.code), fold(language.endonym)


def _has(words: Translator, message: str) -> bool:
    """True when the message is really said in this language."""
    if words.language.tag == SOURCE_LANGUAGE:
        return True
    return strip_invisible(words.gettext(message)) != message


def _notes(pen: Pen, missing: tuple[Language, ...]) -> tuple[SheetElement, ...]:
    if not missing:
        return ()
    names = ", ".join(language.name for language in missing)
    message = N_("Left out, because these letters cannot be printed here: {languages}")
    return (pen.say("left-out", ElementKind.SMALL, message, languages=names),)
