"""The installed fonts as Qt knows them: one shelf for the program, Qt objects per thread.

Fonts are asked for by style name, never by weight: Debian's bold Noto Nastaliq Urdu claims
weight 400 and Qt would draw it for the regular. Nothing is hinted, so that screen and paper
get the same shapes in the same places.
"""

import math
import threading

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont, QTextCharFormat

from kiosk.core.errors import EnvironmentProblem
from kiosk.text.repairing import REPAIRED_FAMILIES, repair
from kiosk.text.values import FontKey

# All text is laid out at this size and scaled: Qt rounds to 1/64 pixel, which is 1/8192 em here.
EM = 128

_INSTALLED_FAMILIES = {repaired: family for family, repaired in REPAIRED_FAMILIES.items()}
_DRAWING_TABLES = (
    "head",
    "hhea",
    "maxp",
    "OS/2",
    "hmtx",
    "post",
    "loca",
    "glyf",
    "cvt ",
    "fpgm",
    "prep",
    "CFF ",
    "CFF2",
)
_LAYOUT_TABLES = ("cmap", "name", "GDEF", "GSUB", "GPOS")


def font_of(key: FontKey) -> QFont:
    """The installed font at EM pixels, to draw and measure with, in the calling thread only."""
    return _qfont(key.family, bold=key.bold)


def key_of(raw: QRawFont) -> FontKey:
    """The key of a font that Qt laid text out with."""
    family = raw.familyName()
    return FontKey(_INSTALLED_FAMILIES.get(family, family), raw.styleName() == "Bold")


def _qfont(family: str, *, bold: bool) -> QFont:
    font = QFont([family])
    font.setStyleName("Bold" if bold else "Regular")
    font.setPixelSize(EM)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


_CALM_LEADING = {"Noto Sans Arabic": 1.64}


class _ThreadFonts(threading.local):
    """Qt objects may be used only in the thread that made them.

    `epoch` tells which state of Qt's list of fonts those for layout were made for.
    """

    def __init__(self) -> None:
        self.epoch = 0
        self.raw: dict[FontKey, QRawFont] = {}
        self.layout: dict[FontKey, QFont] = {}
        self.formats: dict[FontKey, QTextCharFormat] = {}
        self.warm: list[QRawFont] = []


class FontShelf:
    """Finds installed fonts and reads what is in them; may be shared between threads."""

    def __init__(self) -> None:
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise RuntimeError("fonts need a QGuiApplication: make one first (tests: qapp)")
        # A font added by anybody (icons are fonts) makes Qt forget what it has loaded.
        application.fontDatabaseChanged.connect(
            self._on_fonts_changed, Qt.ConnectionType.DirectConnection
        )
        self._epoch = 0
        self._mine = _ThreadFonts()
        self._families: dict[str, str] = {}
        self._found: dict[tuple[str, bool], FontKey | None] = {}
        self._covered: dict[tuple[FontKey, str], bool] = {}
        self._tables: dict[FontKey, dict[str, bytes]] = {}
        self._ink: dict[tuple[FontKey, int], tuple[float, float]] = {}
        self._extents: dict[FontKey, tuple[float, float]] = {}
        self._repairing = threading.Lock()
        self._repaired: dict[str, str] = {}

    def find(self, family: str, *, bold: bool) -> FontKey | None:
        """The installed font, the regular one where there is no bold, None without either."""
        wanted = (family, bold)
        if wanted not in self._found:
            self._found[wanted] = self._look_for(family, bold)
        return self._found[wanted]

    def covers(self, key: FontKey, char: str) -> bool:
        """True when the font has a glyph for the character."""
        wanted = (key, char)
        covered = self._covered.get(wanted)
        if covered is None:
            covered = self._covered[wanted] = self.raw(key).supportsCharacter(ord(char))
        return covered

    def raw(self, key: FontKey) -> QRawFont:
        """The raw font at EM pixels, for the calling thread."""
        raw = self._mine.raw.get(key)
        if raw is None:
            raw = self._mine.raw[key] = QRawFont.fromFont(font_of(key))
        return raw

    def layout_font(self, key: FontKey) -> QFont:
        """The font to lay text out with, the repaired one where Qt needs that, per thread."""
        family = self.layout_family(key.family)
        font = self._current().layout.get(key)
        if font is None:
            font = _qfont(family, bold=key.bold)
            # WORKAROUND: signs of no script count as the script of their letters. Asked first for
            # such a sign, Qt finds the font without that script, takes another one and keeps to
            # it for good; a font it has loaded before, for no script at all, it takes as it is.
            self._mine.warm.append(QRawFont.fromFont(font))
            self._mine.layout[key] = font
        return font

    def layout_family(self, family: str) -> str:
        """The family Qt must lay text out with to get this installed one right."""
        if family not in REPAIRED_FAMILIES or self.find(family, bold=False) is None:
            return family
        with self._repairing:
            if family not in self._repaired:
                self._repair(family)
        return self._repaired[family]

    def text_format(self, key: FontKey) -> QTextCharFormat:
        """The character format that lays text out in the font, for the calling thread."""
        font = self.layout_font(key)
        text_format = self._mine.formats.get(key)
        if text_format is None:
            text_format = self._mine.formats[key] = QTextCharFormat()
            text_format.setFont(font)
        return text_format

    def tables(self, key: FontKey) -> dict[str, bytes]:
        """The tables of the font that draw (not those that lay out), by tag."""
        if key not in self._tables:
            self._tables[key] = self._read_tables(key, _DRAWING_TABLES)
        return self._tables[key]

    def extents(self, key: FontKey) -> tuple[float, float]:
        """How far a line of the font reaches above and below its baseline, in em.

        Noto Sans Arabic asks for 2.1 em, which only rare stacks of signs need; it is held to a
        readable leading, and a line with such a stack grows to hold its ink.
        """
        if key not in self._extents:
            raw = self.raw(key)
            gap = raw.leading() / 2
            above, below = (raw.ascent() + gap) / EM, (raw.descent() + gap) / EM
            calm = min(1.0, _CALM_LEADING.get(key.family, math.inf) / (above + below))
            self._extents[key] = (above * calm, below * calm)
        return self._extents[key]

    def ink(self, key: FontKey, glyph: int) -> tuple[float, float]:
        """How far the glyph really reaches above and below its baseline, in em."""
        wanted = (key, glyph)
        ink = self._ink.get(wanted)
        if ink is None:
            box = self.raw(key).boundingRect(glyph)
            ink = self._ink[wanted] = (-box.top() / EM, box.bottom() / EM)
        return ink

    def _read_tables(self, key: FontKey, tags: tuple[str, ...]) -> dict[str, bytes]:
        raw = self.raw(key)
        read = {tag: bytes(raw.fontTable(tag).data()) for tag in tags}
        return {tag: data for tag, data in read.items() if data}

    def _current(self) -> _ThreadFonts:
        """This thread's fonts, emptied of those made before the list of fonts changed."""
        mine = self._mine
        if mine.epoch != self._epoch:
            mine.epoch = self._epoch
            mine.layout.clear()
            mine.formats.clear()
            mine.warm.clear()
        return mine

    def _on_fonts_changed(self) -> None:
        self._epoch += 1

    def _repair(self, family: str) -> None:
        self._repaired[family] = REPAIRED_FAMILIES[family]
        if REPAIRED_FAMILIES[family] in QFontDatabase.families():
            return
        for key in {self.find(family, bold=False), self.find(family, bold=True)} - {None}:
            assert key is not None
            tables = self._read_tables(key, _DRAWING_TABLES + _LAYOUT_TABLES)
            data = QByteArray(repair(tables, family, bold=key.bold))
            if QFontDatabase.addApplicationFontFromData(data) < 0:
                raise EnvironmentProblem(
                    f"the font {family} cannot be laid out: install fonts-noto-core again"
                )

    def _look_for(self, family: str, bold: bool) -> FontKey | None:
        if not self._families:
            self._families = {_plain(name): name for name in QFontDatabase.families()}
        name = self._families.get(_plain(family))
        if name is None:
            return None
        key = FontKey(name, bold)
        if self.raw(key).styleName() == ("Bold" if bold else "Regular"):
            return key
        return self.find(family, bold=False) if bold else key


def _plain(family: str) -> str:
    """Distributions write "Symbols 2" and "Symbols2" for the same family."""
    return family.replace(" ", "").casefold()
