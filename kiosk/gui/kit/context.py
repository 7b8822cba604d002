"""What every widget is handed: the look, the words and the tools to paint them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic

from PySide6.QtCore import Qt

from kiosk.core.errors import MissingGlyphsError
from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.kit.press import TapGuard
from kiosk.gui.kit.theme import Role, Theme
from kiosk.i18n.formatting import format_date
from kiosk.i18n.translator import Translator
from kiosk.text import Align, Layout, Paragraph, Span, TextEngine
from kiosk.text.painting import TextPainter


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Which way rows run in a language."""
    rtl = language.is_rtl
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


@dataclass(frozen=True)
class Kit:
    """Everything a widget needs, for one language and one look.

    `taps` refuses double taps, across screens too.
    """

    theme: Theme
    language: Language
    translator: Translator
    engine: TextEngine
    icons: IconShelf
    painter: TextPainter
    taps: TapGuard

    @classmethod
    def make(
        cls,
        theme: Theme,
        language: Language,
        translator: Translator,
        engine: TextEngine,
        *,
        now: Callable[[], float] = monotonic,
    ) -> "Kit":
        """The first kit of the program; later ones come from `in_language` and `with_theme`."""
        taps = TapGuard(now, theme.px(10.0))
        icons, painter = IconShelf(), TextPainter()
        return cls(theme, language, translator, engine, icons, painter, taps)

    def in_language(self, language: Language, translator: Translator) -> "Kit":
        """The same look in another language."""
        return replace(self, language=language, translator=translator)

    def with_theme(self, theme: Theme) -> "Kit":
        """The same words in another look."""
        return replace(self, theme=theme)

    def write_date(self, day: date) -> str:
        """The date as the language of the screen writes it."""
        return format_date(day, self.language)

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
        """The words in lines of at most `width` pixels, in the size of the role.

        A character that no installed font draws stands as `?`: a screen that cannot show one name
        must still show the way to help. `doctor` tells the operator which fonts are missing.
        """
        size = self.theme.font_px(role)
        leading = size * (1.25 if role.is_large else 1.45)
        spoken = language or self.language
        paragraph = Paragraph(spans, spoken, size, align, leading)
        try:
            return self.engine.lay_out(paragraph, max(1.0, width))
        except MissingGlyphsError as error:
            drawn = tuple(_without(span, error.characters) for span in spans)
            return self.engine.lay_out(replace(paragraph, spans=drawn), max(1.0, width))


def overhang(kit: Kit, role: Role) -> float:
    """Room in pixels that Qt wants beside the last letter of a line, whose tail may lean out.

    A line exactly as wide as its letters would break before an Arabic final letter.
    """
    return kit.theme.font_px(role) * 0.25


def _without(span: Span, characters: tuple[str, ...]) -> Span:
    return replace(span, text="".join("?" if c in characters else c for c in span.text))
