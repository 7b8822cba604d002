"""What every widget is handed: the look, the words and the tools to paint them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from time import monotonic
from typing import Protocol

from PySide6.QtCore import Qt

from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.kit.press import TapGuard
from kiosk.gui.kit.theme import Role, Theme
from kiosk.text import Align, Layout, Paragraph, Span, TextEngine
from kiosk.text.painting import TextPainter


class Translator(Protocol):
    """Words of the interface in one language."""

    def gettext(self, msgid: str) -> str:
        """The message in the language."""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The message for a number."""

    def pgettext(self, context: str, msgid: str) -> str:
        """The message as meant in a context."""


class SameWords:
    """Says every message as it stands in the code: English, without a catalogue."""

    def gettext(self, msgid: str) -> str:
        """The message itself."""
        return msgid

    def ngettext(self, one: str, many: str, n: int) -> str:
        """One of the two messages, by the English rule."""
        return one if n == 1 else many

    def pgettext(self, context: str, msgid: str) -> str:
        """The message itself."""
        return msgid


def iso_date(day: date, language: Language) -> str:  # noqa: ARG001 - the port asks for it
    """The date as `2026-11-21`, where nobody handed in a better way to write it."""
    return day.isoformat()


@dataclass(frozen=True)
class Kit:
    """Everything a widget needs, for one language and one look.

    `write_date` writes a date in a language; `taps` refuses double taps across screens.
    """

    theme: Theme
    language: Language
    translator: Translator
    engine: TextEngine
    icons: IconShelf
    painter: TextPainter
    taps: TapGuard
    write_date: Callable[[date, Language], str] = field(default=iso_date)

    @classmethod
    def make(
        cls,
        theme: Theme,
        language: Language,
        translator: Translator,
        engine: TextEngine,
        *,
        now: Callable[[], float] = monotonic,
        write_date: Callable[[date, Language], str] = iso_date,
    ) -> "Kit":
        """The first kit of the program; later ones come from `in_language` and `with_theme`."""
        taps = TapGuard(now, theme.px(10.0))
        icons, painter = IconShelf(), TextPainter()
        return cls(theme, language, translator, engine, icons, painter, taps, write_date)

    def in_language(self, language: Language, translator: Translator) -> "Kit":
        """The same look in another language."""
        return replace(self, language=language, translator=translator)

    def with_theme(self, theme: Theme) -> "Kit":
        """The same words in another look."""
        return replace(self, theme=theme)

    def language_of(self, tag: LanguageTag) -> Language:
        """The language with this tag; the one of the screen when it is none we know."""
        return LANGUAGES.get(tag, self.language)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Which way screens run."""
        rtl = self.language.is_rtl
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def lay_out(
        self,
        spans: tuple[Span, ...],
        role: Role,
        width: float,
        *,
        align: Align = Align.START,
        language: Language | None = None,
    ) -> Layout:
        """The words in lines of at most `width` pixels, in the size of the role."""
        size = self.theme.font_px(role)
        leading = size * (1.25 if role.is_large else 1.45)
        spoken = language or self.language
        return self.engine.lay_out(Paragraph(spans, spoken, size, align, leading), max(1.0, width))
