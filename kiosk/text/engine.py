"""The text engine: a paragraph and a width in, placed glyphs out, the same for screen and paper.

One engine serves the whole program and every thread. It remembers what it laid out, because
screens lay out again and again; `forget` empties that memory at the end of a session.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from math import inf

from kiosk.core.errors import EnvironmentProblem, MissingGlyphsError
from kiosk.core.languages import Language
from kiosk.core.scripts import NEUTRAL_FAMILIES
from kiosk.text.characters import clean, split_lines
from kiosk.text.choosing import FontChooser
from kiosk.text.composing import Composer, Strut, reach
from kiosk.text.fonts import FontShelf
from kiosk.text.preparing import PreparedText, prepare
from kiosk.text.shaping import ShapedLine, Shaper
from kiosk.text.tables import read_metrics, subset_font
from kiosk.text.values import FontKey, FontMetrics, Layout, Paragraph

_REMEMBERED = 1024
_CAP_HEIGHT_FAMILY = NEUTRAL_FAMILIES[0]
# Everyday stacks that reach out of what their font declares: lines are set for them from the
# first, or those that have one would stand further apart than the others.
_STACKS = {
    "Khmr": "ម្ពុស្ត្រីញ្ញឹ",
    "Arab": "توقّع أي کې محاميًا ځای",
    "Aran": "تعلیم ٹکٹ گے یورپی آپ",
}


class TextEngine:
    """Lays out text with the installed fonts; needs a QGuiApplication, may be shared by threads."""

    def __init__(self) -> None:
        self._shelf = FontShelf()
        self._shaper = Shaper(self._shelf)
        self._chooser = lru_cache(maxsize=None)(self._make_chooser)
        self._strut = lru_cache(maxsize=None)(self._make_strut)
        self._metrics = lru_cache(maxsize=None)(self._read_metrics)
        self._lay_out = lru_cache(maxsize=_REMEMBERED)(self._make_layout)

    def lay_out(self, paragraph: Paragraph, width: float) -> Layout:
        """The paragraph in lines at most `width` wide; `math.inf` takes the room it needs.

        Raises MissingGlyphsError when no installed font draws one of its characters.
        """
        return self._lay_out(paragraph, width)

    def forget(self) -> None:
        """Drop every remembered layout: nothing a visitor read outlives the session."""
        self._lay_out.cache_clear()

    def missing(self, text: str, language: Language) -> tuple[str, ...]:
        """The characters of `text` that no installed font draws, each once."""
        return self._chooser(language).missing(
            "".join(clean(char) for line in split_lines(text) for char in line)
        )

    def can_show(self, language: Language) -> bool:
        """True when the installed fonts draw the name of the language and its digits."""
        return not self.missing(f"{language.endonym}{language.digits}0123456789+", language)

    def font_tables(self, font: FontKey) -> dict[str, bytes]:
        """The tables of the font that draw, by tag."""
        return self._shelf.tables(font)

    def subset(self, font: FontKey, glyph_ids: AbstractSet[int]) -> bytes:
        """A font file with only these glyphs, under their own numbers."""
        return subset_font(self._shelf.tables(font), glyph_ids)

    def metrics(self, font: FontKey) -> FontMetrics:
        """Measures of the font in its own units."""
        return self._metrics(font)

    def cap_height(self, language: Language, size: float) -> float:
        """Height of a capital letter at this font size, in the unit of `size`.

        Scripts without capitals are drawn by Noto to match this height, so it is the same for
        every language whose text falls back to Noto Sans for Latin letters.
        """
        key = self._shelf.find(_CAP_HEIGHT_FAMILY, bold=False) or self._any_font(language)
        metrics = self.metrics(key)
        return size * metrics.cap_height / metrics.units_per_em

    def _make_layout(self, paragraph: Paragraph, width: float) -> Layout:
        language = paragraph.language
        self._any_font(language)
        pieces = [
            (piece, self._shape(piece, language, width / paragraph.size))
            for piece in prepare(paragraph)
        ]
        widest = max((line.width for _, lines in pieces for line in lines), default=0.0)
        strut = self._strut(language, any(span.bold for span in paragraph.spans))
        composer = Composer(self._shelf, paragraph, strut, width, widest)
        for piece, lines in pieces:
            if not lines:
                composer.add_empty()
            for line in lines:
                composer.add(piece, line)
        return composer.layout()

    def _shape(self, piece: PreparedText, language: Language, width: float) -> list[ShapedLine]:
        if not piece.shaped:
            return []
        chooser = self._chooser(language)
        missing = chooser.missing(piece.shaped)
        if missing:
            raise MissingGlyphsError(missing, language.tag)
        keys = chooser.choose(piece)
        lines = self._shaper.shape(piece, keys, rtl=language.is_rtl, width=width)
        undrawn = dict.fromkeys(piece.shaped[i] for line in lines for i in sorted(line.undrawn()))
        if undrawn:
            raise MissingGlyphsError(tuple(undrawn), language.tag)
        return lines

    def _any_font(self, language: Language) -> FontKey:
        chooser = self._chooser(language)
        if not chooser.is_possible:
            raise EnvironmentProblem(
                f"no font for {language.tag}: install fonts-noto-core and run `doctor`"
            )
        return chooser.primary()

    def _make_chooser(self, language: Language) -> FontChooser:
        return FontChooser(self._shelf, language)

    def _make_strut(self, language: Language, bold: bool) -> Strut:
        strut = Strut(*self._shelf.extents(self._any_font(language)))
        latin = self._shelf.find(_CAP_HEIGHT_FAMILY, bold=False)
        if latin:
            strut = strut.stretched(*self._shelf.extents(latin))
        stacks = _STACKS.get(language.script.code, "")
        for piece in prepare(Paragraph.plain(stacks, language, 1, bold=bold)):
            for line in self._shape(piece, language, inf):
                strut = reach(self._shelf, strut, line)
        return strut

    def _read_metrics(self, font: FontKey) -> FontMetrics:
        return read_metrics(self._shelf.tables(font))
