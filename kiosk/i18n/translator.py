"""The product's own words in one language, as an object that is passed where it is used.

Screen and sheet may speak different languages at once, so there is no current language anywhere.
`N_` marks a message where it is written; it is translated where it is shown.
"""

import gettext
import re
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.languages import LANGUAGES, Language, LanguageTag, find_language
from kiosk.i18n.breaking import insert_breaks
from kiosk.i18n.isolation import PLACEHOLDER, enclose, isolate

SOURCE_LANGUAGE: Final = LanguageTag("en")
DOMAIN: Final = "kiosk"
_LETTERS: Final = re.compile("[A-Za-z]{2}")


def N_(message: str) -> str:  # noqa: N802, the name every gettext tool knows
    """Mark a message for translation and leave it as it is."""
    return message


class Translator:
    """Words in one language, with isolates and line breaks in place, placeholders untouched.

    `is_complete` is False where no catalogue is installed: then every message is English.
    """

    def __init__(self, language: Language, catalogue: gettext.NullTranslations | None) -> None:
        """`catalogue` holds the translations; None where there is none."""
        self.language = language
        self.is_complete = catalogue is not None or language.tag == SOURCE_LANGUAGE
        self._catalogue = catalogue or gettext.NullTranslations()
        self._ready = cache(self._prepare)

    def gettext(self, message: str) -> str:
        """The message in this language, in English where it is not translated."""
        return self._ready(self._catalogue.gettext(message), message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for `count` things; the number itself is a placeholder of the message."""
        english = one if count == 1 else many
        return self._ready(self._catalogue.ngettext(one, many, count), english)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is meant in `context`, where one English word has several senses."""
        return self._ready(self._catalogue.pgettext(context, message), message)

    def fill(self, message: str, **values: str) -> str:
        """The message in this language with its `{placeholders}` filled.

        Each value is one isolate in right-to-left languages: the title of a foreign page keeps the
        order of its words.
        """
        whole = {name: enclose(value, self.language) for name, value in values.items()}
        return isolate(self.gettext(message).format(**whole), self.language)

    def _prepare(self, text: str, english: str) -> str:
        if text == english:
            words = PLACEHOLDER.sub("", text)
            # An English sentence between right-to-left ones keeps its own order and full stop.
            return enclose(text, self.language) if _LETTERS.search(words) else text
        return insert_breaks(isolate(text, self.language), self.language)


class Translators:
    """The catalogues of a folder, `<tag>/LC_MESSAGES/kiosk.mo`, each read when first wanted."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist: then everything is English."""
        self._folder = folder
        self._made: dict[LanguageTag, Translator] = {}

    @property
    def languages(self) -> tuple[LanguageTag, ...]:
        """English and the languages with a catalogue, in the order the product knows them."""
        return tuple(
            tag for tag in LANGUAGES if tag == SOURCE_LANGUAGE or self._path(tag).is_file()
        )

    def for_language(self, tag: LanguageTag) -> Translator:
        """The translator for a language; raises LookupError for one the product does not know."""
        if tag not in self._made:
            language = find_language(tag)
            if language is None:
                raise LookupError(f"no language has the tag {tag!r}")
            self._made[tag] = Translator(language, self._catalogue(language.tag))
        return self._made[tag]

    def _path(self, tag: LanguageTag) -> Path:
        return self._folder / tag / "LC_MESSAGES" / f"{DOMAIN}.mo"

    def _catalogue(self, tag: LanguageTag) -> gettext.GNUTranslations | None:
        path = self._path(tag)
        if not path.is_file():
            return None
        try:
            with path.open("rb") as stream:
                return gettext.GNUTranslations(stream)
        except (OSError, ValueError) as error:
            raise EnvironmentProblem(
                f"{path}: not a catalogue of translations: run `make build`"
            ) from error
